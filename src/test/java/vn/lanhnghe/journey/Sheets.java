package vn.lanhnghe.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** Reads a sheet that was downloaded. */
final class Sheets {

    private Sheets() {}

    /** The first cell that is an address. */
    static String firstLink(Path file) {
        try (var bytes = Files.newInputStream(file);
                var workbook = new ReadableWorkbook(bytes);
                var rows = workbook.getFirstSheet().openStream()) {
            return rows.flatMap(row -> row.stream())
                    .filter(it -> it != null && it.getText().startsWith("http"))
                    .findFirst()
                    .orElseThrow()
                    .getText();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
