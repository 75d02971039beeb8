package vn.lanhnghe.credential.issuing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.credential.Diploma;

/**
 * What numbering a decision's diplomas will do: to each its blank form and its number. The dry run shows it, the run does it, and
 * only if it is still the same. {@code troubles} keep it from being done, {@code warnings} ask for a second look.
 */
public record Plan(List<Line> lines, List<String> troubles, List<String> warnings) {

    /** One diploma with what it gets; {@code number} is null where the college numbers by itself. */
    public record Line(
            Diploma diploma,
            Book book,
            @Nullable Integer number,
            String registerNumber,
            String serial,
            boolean fromStock) {}

    public boolean possible() {
        return troubles.isEmpty() && !lines.isEmpty();
    }

    /** SHA-256 of every assignment, as hexadecimal digits. */
    public String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var line : lines) {
                digest.update((line.diploma().id() + "|" + line.registerNumber() + "|" + line.serial() + "\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
