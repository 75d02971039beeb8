package vn.lanhnghe.document.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Reads a file that a stranger sends: what it is by its content, and what it holds. Nothing of it is run and nothing is fetched;
 * at most two are read at a time, each within the {@link Limit}s.
 */
@Service
public class Uploads {

    private static final int AT_ONCE = 2;
    private static final int SECONDS_IN_LINE = 10;

    /** On a busy machine a file's working time passes slowly; then its reader waits no longer. */
    private static final int SECONDS_AT_MOST = 60;

    static {
        FontMappers.set(new Substitutes());
    }

    private final Semaphore seats = new Semaphore(AT_ONCE, true);

    public Uploaded read(byte[] bytes) {
        if (bytes.length > Limit.BYTES.most()) {
            return new Uploaded.TooLarge(Limit.BYTES, bytes.length);
        }
        var kind = kind(bytes);
        return kind == null ? new Uploaded.Unknown(otherKind(bytes)) : inLine(bytes, kind);
    }

    private Uploaded inLine(byte[] bytes, Uploaded.Kind kind) {
        try {
            if (!seats.tryAcquire(SECONDS_IN_LINE, TimeUnit.SECONDS)) {
                return new Uploaded.Busy();
            }
            var outcome = new CompletableFuture<Uploaded>();
            // a thread of its own, with a stack of known depth, that can be left behind; its seat stays taken until it
            // ends
            Thread.ofPlatform().daemon().name("upload-reading").start(() -> {
                try {
                    outcome.complete(read(bytes, kind));
                } catch (RuntimeException | Error e) {
                    outcome.completeExceptionally(e);
                } finally {
                    seats.release();
                }
            });
            return outcome.get(SECONDS_AT_MOST, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return new Uploaded.TooLarge(Limit.TIME, SECONDS_AT_MOST * 1_000L);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Uploaded.Busy();
        }
    }

    private static Uploaded read(byte[] bytes, Uploaded.Kind kind) {
        var deadline = new Deadline();
        try {
            return switch (kind) {
                case PDF -> new Pdfs(bytes, deadline).read();
                case PNG -> picture(bytes, kind, Pictures.png(bytes), Pictures.texts(bytes), deadline);
                case JPEG -> picture(bytes, kind, Pictures.jpeg(bytes), Map.of(), deadline);
            };
        } catch (Limit.Exceeded e) {
            return e.outcome();
        } catch (IOException | StackOverflowError e) {
            return new Uploaded.Damaged(kind);
        } catch (RuntimeException e) {
            // what a library makes of a broken file may be any unchecked exception
            return new Uploaded.Damaged(kind);
        }
    }

    private static Uploaded picture(
            byte[] bytes, Uploaded.Kind kind, Pictures.Size size, Map<String, String> texts, Deadline deadline)
            throws IOException {
        Limit.PIXELS.check(size.pixels());
        var codes = new Codes(deadline);
        codes.look(Pictures.decoded(bytes, kind, size));
        return new Uploaded.Paper(kind, texts, codes.texts(), "", List.of());
    }

    private static Uploaded.@Nullable Kind kind(byte[] bytes) {
        if (starts(bytes, 0, "%PDF-")) {
            return Uploaded.Kind.PDF;
        }
        if (starts(bytes, 0, "\u0089PNG\r\n\u001a\n")) {
            return Uploaded.Kind.PNG;
        }
        return starts(bytes, 0, "\u00ff\u00d8\u00ff") ? Uploaded.Kind.JPEG : null;
    }

    /** What is often sent by mistake, so that the answer can say how to do better. */
    private static @Nullable String otherKind(byte[] bytes) {
        if (starts(bytes, 4, "ftyphei") || starts(bytes, 4, "ftypmif1") || starts(bytes, 4, "ftyphev")) {
            return "HEIC";
        }
        if (starts(bytes, 4, "ftypavif")) {
            return "AVIF";
        }
        if (starts(bytes, 0, "RIFF") && starts(bytes, 8, "WEBP")) {
            return "WebP";
        }
        if (starts(bytes, 0, "GIF8")) {
            return "GIF";
        }
        if (starts(bytes, 0, "II*\0") || starts(bytes, 0, "MM\0*")) {
            return "TIFF";
        }
        if (starts(bytes, 0, "BM")) {
            return "BMP";
        }
        if (starts(bytes, 0, "PK\u0003\u0004")) {
            return "ZIP, Word, Excel";
        }
        if (starts(bytes, 0, "\u00d0\u00cf\u0011\u00e0")) {
            return "Word, Excel";
        }
        var text = new String(bytes, 0, Math.min(bytes.length, 256), StandardCharsets.ISO_8859_1)
                .strip()
                .toLowerCase(java.util.Locale.ROOT);
        return text.startsWith("<!doctype html") || text.startsWith("<html") ? "HTML" : null;
    }

    private static boolean starts(byte[] bytes, int at, String magic) {
        if (bytes.length < at + magic.length()) {
            return false;
        }
        for (var i = 0; i < magic.length(); i++) {
            if ((bytes[at + i] & 0xFF) != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
