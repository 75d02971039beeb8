package vn.lanhnghe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text under docs/ that a test writes: when it is out of date it is rewritten, and the test fails so that the diff is read. */
final class Golden {

    private Golden() {}

    static void check(String file, String text) throws IOException {
        var path = Path.of("docs", file);
        var before = Files.exists(path) ? Files.readString(path) : "";
        if (!before.equals(text)) {
            Files.writeString(path, text);
        }
        assertThat(before)
                .as("docs/%s was out of date and has been rewritten: read the diff and commit it", file)
                .isEqualTo(text);
    }
}
