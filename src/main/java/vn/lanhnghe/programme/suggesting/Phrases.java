package vn.lanhnghe.programme.suggesting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Cách nói trong nghề: what people of the trades say when they mean a component, by framework and code; and words that say nothing. */
record Phrases(Map<String, List<String>> spoken) {

    private static final String IDLE = "-";
    private static final String DIGITAL = "+";

    static Phrases read() {
        try (var in = Objects.requireNonNull(Phrases.class.getResourceAsStream("/programme/phrases.tsv"))) {
            var spoken = new HashMap<String, List<String>>();
            for (var line : new String(in.readAllBytes(), UTF_8).lines().skip(1).toList()) {
                var cells = line.split("\t", -1);
                spoken.put(key(cells[0], cells[1]), List.of(cells[2].split("; *")));
            }
            return new Phrases(spoken);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> of(String framework, String code) {
        return spoken.getOrDefault(key(framework, code), List.of());
    }

    /** Words and pairs of words that every outcome has. */
    List<String> idle() {
        return spoken.getOrDefault(IDLE, List.of());
    }

    /** Words that only an outcome with something digital in it has. */
    List<String> digital() {
        return spoken.getOrDefault(DIGITAL, List.of());
    }

    private static String key(String framework, String code) {
        return code.equals(IDLE) || code.equals(DIGITAL) ? code : framework + " " + code;
    }
}
