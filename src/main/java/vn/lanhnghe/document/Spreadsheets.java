package vn.lanhnghe.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;

/** Lists as XLSX: the rows, and a second sheet that says what they are, as at when, for whom. */
public final class Spreadsheets {

    private static final int WIDEST = 60;

    private Spreadsheets() {}

    /** {@code about} is written to the sheet “Thông tin”, label by label. */
    public static byte[] xlsx(String name, List<String> headers, List<List<String>> rows, Map<String, String> about) {
        try (var bytes = new ByteArrayOutputStream();
                var workbook = new Workbook(bytes, "LanhNghe", "1.0")) {
            var sheet = workbook.newWorksheet(name);
            for (var column = 0; column < headers.size(); column++) {
                sheet.value(0, column, headers.get(column));
                sheet.width(column, width(headers.get(column), rows, column));
            }
            sheet.range(0, 0, 0, headers.size() - 1)
                    .style()
                    .bold()
                    .fillColor("E4F0F1")
                    .set();
            sheet.freezePane(0, 1);
            for (var row = 0; row < rows.size(); row++) {
                for (var column = 0; column < headers.size(); column++) {
                    sheet.value(row + 1, column, rows.get(row).get(column));
                }
            }
            sheet.finish();
            var info = workbook.newWorksheet("Thông tin");
            info.width(0, 24);
            info.width(1, WIDEST);
            var line = 0;
            for (var entry : about.entrySet()) {
                info.value(line, 0, entry.getKey());
                info.value(line++, 1, entry.getValue());
            }
            info.finish();
            workbook.finish();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int width(String header, List<List<String>> rows, int column) {
        return rows.stream()
                        .limit(200)
                        .mapToInt(it -> it.get(column).length())
                        .reduce(header.length(), (a, b) -> Math.min(WIDEST, Math.max(a, b)))
                + 2;
    }
}
