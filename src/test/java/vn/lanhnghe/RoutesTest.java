package vn.lanhnghe;

import static java.util.stream.Collectors.joining;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** docs/routes.txt is the whole map of the site with the right that each route asks for; what is new or gone shows in the diff. */
@SpringBootTest
class RoutesTest {

    @Test
    void the_map_is_up_to_date(@Autowired RequestMappingHandlerMapping requestMappingHandlerMapping) throws Exception {
        var routes = requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(it -> it.getValue().getBeanType().getPackageName().startsWith("vn.lanhnghe"))
                .map(it -> "%-46s %-5s %-44s %s"
                        .formatted(
                                it.getKey().getPatternValues().iterator().next(),
                                it.getKey().getMethodsCondition().getMethods().stream()
                                        .map(Objects::toString)
                                        .findFirst()
                                        .orElse("*"),
                                it.getValue().getBeanType().getSimpleName() + "."
                                        + it.getValue().getMethod().getName(),
                                right(it.getValue()))
                        .stripTrailing())
                .sorted()
                .collect(joining("\n", "", "\n"));
        Golden.check("routes.txt", routes);
    }

    private static String right(HandlerMethod method) {
        var own = method.getMethodAnnotation(PreAuthorize.class);
        var rule = own == null ? method.getBeanType().getAnnotation(PreAuthorize.class) : own;
        return rule == null ? "" : rule.value().replaceAll("has(Any)?Authority\\(|[')]", "");
    }
}
