package vn.lanhnghe.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;

/** Sheets that the import centre writes itself; every cell is text, so that no number loses its zeros. */
final class Extracts {

    private static final int WIDTH = 22;

    private Extracts() {}

    static byte[] xlsx(List<SheetKind.Extract> sheets) {
        try (var out = new ByteArrayOutputStream()) {
            try (var workbook = new Workbook(out, "Lanh Nghe", "1.0")) {
                for (var extract : sheets) {
                    sheet(workbook, extract);
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sheet(Workbook workbook, SheetKind.Extract extract) throws IOException {
        var sheet = workbook.newWorksheet(extract.name());
        var at = 0;
        var lines = new ArrayList<List<String>>();
        lines.add(extract.headers());
        if (!extract.legend().isEmpty()) {
            lines.add(extract.legend());
        }
        lines.addAll(extract.rows());
        for (var line : lines) {
            for (var i = 0; i < line.size(); i++) {
                if (!line.get(i).isEmpty()) {
                    sheet.value(at, i, line.get(i));
                }
            }
            at++;
        }
        for (var i = 0; i < extract.headers().size(); i++) {
            sheet.width(i, WIDTH);
            sheet.style(0, i).bold().set();
        }
        sheet.freezePane(0, 1);
        sheet.finish();
    }

    /** The rows that a commit left, each with what is wrong with it; the file can be mended and sent as it is. */
    static byte[] unwritten(Reading reading, Map<Reading.Cell, String> refused) {
        var sheets = new ArrayList<SheetKind.Extract>();
        for (var table : reading.tables()) {
            var headers =
                    new ArrayList<>(table.columns().stream().map(Column::header).toList());
            headers.add("Lỗi");
            var legend = table.columns().stream()
                    .map(it -> it.legend() == null ? "" : it.legend())
                    .toList();
            var rows = new ArrayList<List<String>>();
            for (var row : table.rows()) {
                var why = refused.get(new Reading.Cell(row.sheet(), row.number(), 0));
                if (why != null) {
                    var cells = new ArrayList<>(
                            table.columns().stream().map(row::written).toList());
                    cells.add(why);
                    rows.add(cells);
                }
            }
            if (!rows.isEmpty()) {
                sheets.add(new SheetKind.Extract(
                        table.name().isEmpty() ? "Chưa ghi" : table.name(),
                        headers,
                        legend.stream().allMatch(String::isEmpty) ? List.of() : legend,
                        rows));
            }
        }
        if (sheets.isEmpty()) {
            sheets.add(
                    new SheetKind.Extract("Chưa ghi", List.of("Tệp này đã ghi hết các dòng."), List.of(), List.of()));
        }
        return xlsx(sheets);
    }
}
