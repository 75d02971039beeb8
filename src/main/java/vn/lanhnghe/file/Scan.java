package vn.lanhnghe.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import vn.lanhnghe.shared.Refusal;

/** A paper as it was scanned or photographed: what it is says its beginning, never its name. */
public record Scan(byte[] bytes, String name, Kind kind) {

    private static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final int LONGEST_NAME = 120;

    public enum Kind {
        PDF,
        PNG,
        JPEG
    }

    /** The file that came with a form; empty when none did. Refused when it is none of the three kinds, or larger than 10 MB. */
    public static Optional<Scan> read(@Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            return Optional.empty();
        }
        var name = shortened(Objects.requireNonNullElse(file.getOriginalFilename(), ""));
        if (file.getSize() > MOST_BYTES) {
            throw new Refusal("Tệp “%s” lớn hơn 10 MB. Hãy quét lại ở độ phân giải thấp hơn hoặc chia thành nhiều tệp."
                    .formatted(name));
        }
        try {
            var bytes = file.getBytes();
            return Optional.of(new Scan(
                    bytes,
                    name,
                    kind(bytes)
                            .orElseThrow(() -> new Refusal(
                                    "Tệp “%s” không phải PDF, PNG hoặc JPEG, dù tên tệp ghi gì. Hãy quét hoặc chụp lại rồi gửi."
                                            .formatted(name)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the bytes are by how they begin; empty when they are none of the three. */
    public static Optional<Kind> kind(byte[] bytes) {
        return starts(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)
                ? Optional.of(Kind.PDF)
                : starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
                        ? Optional.of(Kind.PNG)
                        : starts(bytes, 0xff, 0xd8, 0xff) ? Optional.of(Kind.JPEG) : Optional.empty();
    }

    private static boolean starts(byte[] bytes, int... first) {
        for (var i = 0; i < first.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xff) != first[i]) {
                return false;
            }
        }
        return true;
    }

    /** The last part of a name, without folders and signs that no file has. */
    public static String shortened(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}<>:\"|?*]", "")
                .strip();
        var kept = last.length() > LONGEST_NAME ? last.substring(last.length() - LONGEST_NAME) : last;
        return kept.isEmpty() ? "tep" : kept;
    }
}
