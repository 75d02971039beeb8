package vn.lanhnghe.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/** Debian's poppler: a reader of PDF and of its signatures that is not ours. */
public final class Poppler {

    private Poppler() {}

    /** What {@code pdfsig} says of a file's signatures. */
    public static String pdfsig(byte[] pdf) throws Exception {
        var file = Files.createTempFile("document", ".pdf");
        try {
            Files.write(file, pdf);
            return run(List.of("pdfsig", file.toString()));
        } finally {
            Files.delete(file);
        }
    }

    /** The file as poppler's own writer saves it. */
    public static byte[] saved(byte[] pdf) throws Exception {
        var from = Files.createTempFile("document", ".pdf");
        var to = Files.createTempFile("document", ".pdf");
        try {
            Files.write(from, pdf);
            run(List.of("pdftocairo", "-pdf", from.toString(), to.toString()));
            return Files.readAllBytes(to);
        } finally {
            Files.delete(from);
            Files.delete(to);
        }
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
