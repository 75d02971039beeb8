package vn.lanhnghe.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;

/** Reads the visible sheets of an XLSX; a cell formatted as a date is written dd/MM/yyyy, a formula gives its last value. */
final class Workbook {

    static final int MOST_ROWS = 20_000;
    static final int MOST_COLUMNS = 200;

    /** A cell so far to the right is a slip, not a column. */
    private static final int FARTHEST = 1_000;

    private static final int MOST_ENTRIES = 2_000;
    private static final long MOST_BYTES = 200L * 1024 * 1024;
    private static final long MOST_STRINGS = 48L * 1024 * 1024;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private Workbook() {}

    static List<Grid> read(byte[] file) {
        var layouts = bound(file);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false))) {
            var grids = new ArrayList<Grid>();
            for (var sheet : workbook.getSheets().toList()) {
                if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
                    grids.add(grid(sheet, layouts));
                }
            }
            return grids;
        } catch (IOException | ExcelReaderException e) {
            throw new Refusal(
                    "Không đọc được tệp Excel này: tệp hỏng hoặc có mật khẩu. Mở tệp bằng Excel, bỏ mật khẩu, lưu lại dạng .xlsx rồi tải lên.");
        }
    }

    /** The sheets nobody sees; none when the file is no package. */
    static List<Grid> hidden(byte[] file) {
        if (file.length < 4 || file[0] != 'P' || file[1] != 'K') {
            return List.of();
        }
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false))) {
            var grids = new ArrayList<Grid>();
            for (var sheet : workbook.getSheets().toList()) {
                if (sheet.getVisibility() != SheetVisibility.VISIBLE) {
                    grids.add(grid(sheet, Map.of()));
                }
            }
            return grids;
        } catch (IOException | ExcelReaderException e) {
            return List.of();
        }
    }

    /** A small file may unpack to a huge one; such a file is not read at all. */
    private static Map<String, Layout> bound(byte[] file) {
        try (var zip = ZipFile.builder().setByteArray(file).get()) {
            var buffer = new byte[64 * 1024];
            var total = 0L;
            var entries = 0;
            for (var entry : Collections.list(zip.getEntries())) {
                entries++;
                var size = 0L;
                try (var in = zip.getInputStream(entry)) {
                    for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        total += read;
                        size += read;
                        if (total > MOST_BYTES
                                || entries > MOST_ENTRIES
                                || size > MOST_STRINGS && entry.getName().endsWith("sharedStrings.xml")) {
                            throw new Refusal(
                                    "Tệp này bung ra quá lớn nên không được nhận. Hãy xoá các trang tính và hình ảnh thừa rồi tải lại.");
                        }
                    }
                }
            }
            if (zip.getEntry("xl/workbook.xml") == null) {
                throw new Refusal(
                        zip.getEntry("word/document.xml") != null
                                ? "Đây là tệp Word đổi tên thành bảng tính. Chép bảng sang Excel, lưu dạng .xlsx rồi tải lên."
                                : zip.getEntry("content.xml") != null
                                        ? "Đây là tệp OpenDocument (.ods). Mở tệp, chọn Lưu thành .xlsx rồi tải lên."
                                        : "Đây là tệp nén, không phải bảng tính Excel. Giải nén rồi tải lên từng tệp .xlsx hoặc .csv.");
            }
            return Layout.of(zip);
        } catch (IOException e) {
            throw new Refusal("Tệp này không phải tệp Excel hợp lệ. Mở bằng Excel, lưu lại dạng .xlsx rồi tải lên.");
        }
    }

    private static Grid grid(Sheet sheet, Map<String, Layout> layouts) throws IOException {
        var lines = new ArrayList<Grid.Line>();
        try (var rows = sheet.openStream()) {
            for (var iterator = rows.iterator(); iterator.hasNext(); ) {
                line(iterator.next(), lines);
            }
        }
        var name = Vietnamese.tidy(sheet.getName());
        return new Grid(name, lines, layouts.getOrDefault(name, Layout.plain()));
    }

    private static void line(Row row, ArrayList<Grid.Line> lines) {
        var cells = new HashMap<Integer, String>();
        for (var cell : row) {
            var text = cell == null ? "" : text(cell);
            if (!text.isEmpty()) {
                cells.put(Objects.requireNonNull(cell).getColumnIndex(), text);
            }
        }
        if (cells.isEmpty()) {
            return;
        }
        lines.add(new Grid.Line(row.getRowNum(), cells));
        if (lines.size() > MOST_ROWS + 100
                || cells.size() > MOST_COLUMNS
                || cells.keySet().stream().anyMatch(it -> it >= FARTHEST)) {
            throw new Refusal("Tệp vượt quá %,d dòng hoặc %d cột. Hãy chia thành nhiều tệp nhỏ hơn."
                    .formatted(MOST_ROWS, MOST_COLUMNS));
        }
    }

    private static String text(Cell cell) {
        var type = cell.getType();
        if (type == CellType.EMPTY || type == CellType.ERROR) {
            return "";
        }
        if (type == CellType.NUMBER) {
            return isDate(cell) ? DAY.format(date(cell)) : number(cell.asNumber());
        }
        if (type == CellType.STRING) {
            return Csv.bare(Vietnamese.tidy(Objects.requireNonNullElse(cell.asString(), "")));
        }
        return Vietnamese.tidy(Objects.requireNonNullElse(cell.getRawValue(), ""));
    }

    private static LocalDateTime date(Cell cell) {
        // counted by hand from the day before Excel's first, because readers differ on the days before March 1900
        return LocalDateTime.of(1899, 12, 30, 0, 0).plusDays(cell.asNumber().longValue());
    }

    private static boolean isDate(Cell cell) {
        var format = cell.getDataFormatString();
        if (format == null) {
            return false;
        }
        var bare = format.toLowerCase(java.util.Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
        return bare.contains("yy") || bare.contains("d") && bare.contains("m");
    }

    private static String number(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
