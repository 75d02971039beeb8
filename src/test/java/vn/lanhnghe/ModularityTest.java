package vn.lanhnghe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import tools.jackson.databind.json.JsonMapper;

class ModularityTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(LanhNghe.class);

    @Test
    void modules_keep_to_their_dependencies() {
        MODULES.verify();
    }

    /** The program reads the list at each start, instead of all its classes, to migrate module by module. */
    @Test
    void the_list_of_modules_names_each_after_those_it_depends_on() throws IOException {
        var listed = listed();
        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(MODULES.stream()
                        .map(it -> it.getIdentifier().toString())
                        .toList());
        for (var module : MODULES) {
            var name = module.getIdentifier().toString();
            assertThat(module.getDirectDependencies(MODULES)
                            .uniqueModules()
                            .map(it -> it.getIdentifier().toString())
                            .filter(it -> listed.indexOf(it) > listed.indexOf(name)))
                    .as("listed after " + name + ", which depends on them")
                    .isEmpty();
        }
    }

    private static List<String> listed() throws IOException {
        try (var list = Objects.requireNonNull(
                LanhNghe.class.getResourceAsStream("/META-INF/spring-modulith/application-modules.json"))) {
            return List.copyOf(new JsonMapper().readTree(list).propertyNames());
        }
    }
}
