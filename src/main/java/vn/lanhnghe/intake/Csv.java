package vn.lanhnghe.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;

/** Reads a text table: semicolons, commas or tabs, whichever part its lines most evenly. */
final class Csv {

    private Csv() {}

    static List<Grid> read(byte[] file) {
        var text = Encoding.decode(file).replace("\u0000", "");
        var lines = new ArrayList<Grid.Line>();
        for (var fields : records(text, separator(text))) {
            var cells = new HashMap<Integer, String>();
            for (var i = 0; i < fields.size(); i++) {
                var cell = bare(Vietnamese.tidy(fields.get(i)));
                if (!cell.isEmpty()) {
                    cells.put(i, cell);
                }
            }
            if (!cells.isEmpty()) {
                lines.add(new Grid.Line(fields.line(), cells));
            }
            if (lines.size() > Workbook.MOST_ROWS + 100 || fields.size() > Workbook.MOST_COLUMNS) {
                throw new Refusal("Tệp vượt quá %,d dòng hoặc %d cột. Hãy chia thành nhiều tệp nhỏ hơn."
                        .formatted(Workbook.MOST_ROWS, Workbook.MOST_COLUMNS));
            }
        }
        return List.of(new Grid("", lines));
    }

    /** Without the apostrophe that keeps a spreadsheet from running what begins like a formula. */
    static String bare(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@".indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }

    /** A record's fields as they stand, and the number of the row a spreadsheet would show it in. */
    record Fields(int line, List<String> values) {
        int size() {
            return values.size();
        }

        String get(int i) {
            return values.get(i);
        }
    }

    /** Every record, blank ones too, so that row numbers are the spreadsheet's own. */
    static List<Fields> records(String text, char separator) {
        var records = new ArrayList<Fields>();
        try (var reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            for (CsvRecord it : reader) {
                records.add(new Fields(records.size() + 1, it.getFields()));
            }
        } catch (CsvParseException | java.io.IOException e) {
            throw new Refusal("Tệp CSV này bị hỏng ở dấu nháy kép. Mở bằng Excel, lưu lại rồi tải lên.");
        }
        return records;
    }

    /** Every record of a long text, one after the other, tidied. */
    static Iterator<List<String>> stream(String text, char separator) {
        var records = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)
                .iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return guarded(records::hasNext);
            }

            @Override
            public List<String> next() {
                return guarded(records::next).getFields().stream()
                        .map(Vietnamese::tidy)
                        .toList();
            }
        };
    }

    private static <T> T guarded(Supplier<T> read) {
        try {
            return read.get();
        } catch (CsvParseException e) {
            throw new Refusal("Tệp CSV này bị hỏng ở dấu nháy kép. Mở bằng Excel, lưu lại rồi tải lên.");
        }
    }

    static char separator(String text) {
        var head = text.lines().limit(50).toList();
        var best = ';';
        var most = 0L;
        for (var candidate : new char[] {';', '\t', ','}) {
            var lines = head.stream()
                    .filter(it -> it.chars().filter(c -> c == candidate).count() >= 2)
                    .count();
            if (lines > most) {
                most = lines;
                best = candidate;
            }
        }
        return best;
    }
}
