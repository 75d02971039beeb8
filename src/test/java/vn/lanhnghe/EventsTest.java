package vn.lanhnghe;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/events.md lists which class records which acts and publishes which events. */
class EventsTest {

    private static final Pattern ACT = Pattern.compile("ActKind\\.([A-Z_]+)");
    private static final Pattern EVENT = Pattern.compile("publishEvent\\(new (\\w+)\\(");

    @Test
    void the_list_of_acts_and_events_is_up_to_date() throws IOException {
        var rows = new TreeMap<String, String>();
        try (var files = Files.walk(Path.of("src/main/java/vn/lanhnghe"))) {
            for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                var text = Files.readString(file);
                var acts = found(ACT, text);
                var events = found(EVENT, text);
                if (!acts.isEmpty() || !events.isEmpty()) {
                    var module = file.getName(5).toString();
                    var type = file.getFileName().toString().replace(".java", "");
                    rows.put(
                            module + "." + type,
                            "| %s | %s | %s | %s |"
                                    .formatted(module, type, String.join(", ", acts), String.join(", ", events)));
                }
            }
        }
        Golden.check(
                "events.md",
                rows.values().stream()
                        .collect(joining(
                                "\n",
                                "# Acts and events\n\nWritten by EventsTest.\n\n| module | class | records | publishes |\n|---|---|---|---|\n",
                                "\n")));
    }

    private static TreeSet<String> found(Pattern pattern, String text) {
        var all = new TreeSet<String>();
        pattern.matcher(text).results().forEach(it -> all.add(it.group(1)));
        return all;
    }
}
