package vn.lanhnghe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Today is today in Vietnam, wherever the machine stands: between 17:00 and 24:00 UTC the two differ. */
class DaysTest {

    private static final Pattern MACHINE_DAY = Pattern.compile(
            "(LocalDate|LocalDateTime|YearMonth|Year)\\.now\\(\\)|systemDefaultZone|ZoneId\\.systemDefault");

    @Test
    void nothing_asks_the_machine_which_day_it_is() throws IOException {
        var found = new ArrayList<String>();
        for (var root : List.of(Path.of("src/main/java"), Path.of("src/test/java"))) {
            try (var files = Files.walk(root)) {
                for (var file :
                        files.filter(it -> it.toString().endsWith(".java")).toList()) {
                    if (!file.endsWith("DaysTest.java")
                            && MACHINE_DAY.matcher(Files.readString(file)).find()) {
                        found.add(root.relativize(file).toString());
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }
}
