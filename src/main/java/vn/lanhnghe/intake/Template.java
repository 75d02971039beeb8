package vn.lanhnghe.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The empty sheet of a kind: header and one example row, drop-down lists where there are choices; a guide to every column, the code
 * lists, and in a hidden sheet the version, which changes with the columns.
 */
final class Template {

    private static final int ROWS = 5_000;
    private static final int STYLED = 500;
    private static final String GUIDE = "Huong dan";
    private static final String LISTS = "Danh muc";

    private Template() {}

    static byte[] of(SheetKind kind) {
        var choices = kind.fields().stream()
                .filter(it -> it.type() instanceof Field.Choice)
                .toList();
        try (var out = new ByteArrayOutputStream()) {
            try (var workbook = new Workbook(out, "Lanh Nghe", "1.0")) {
                data(workbook.newWorksheet("Du lieu"), kind, choices);
                guide(workbook.newWorksheet(GUIDE), kind);
                if (!choices.isEmpty()) {
                    lists(workbook.newWorksheet(LISTS), choices);
                }
                var version = workbook.newWorksheet("Phien ban");
                version.value(0, 0, "mau:" + kind.code() + ":" + version(kind));
                version.setVisibilityState(VisibilityState.HIDDEN);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sheets that hold records: a guide and code lists that came with a template name its columns too. */
    static List<Grid> records(List<Grid> sheets) {
        var records = sheets.stream()
                .filter(it -> !it.name().equals(GUIDE) && !it.name().equals(LISTS))
                .toList();
        return records.isEmpty() ? sheets : records;
    }

    /** Eight hexadecimal digits of what the columns are. */
    static String version(SheetKind kind) {
        var sum = new CRC32();
        kind.fields()
                .forEach(it -> sum.update((it.key() + it.label() + it.required() + it.unique() + words(it))
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    private static void data(Worksheet sheet, SheetKind kind, List<Field> choices) {
        var fields = kind.fields();
        for (var i = 0; i < fields.size(); i++) {
            var field = fields.get(i);
            sheet.value(0, i, field.label() + (field.required() ? " (*)" : ""));
            sheet.value(1, i, field.example());
            sheet.width(i, 22);
            sheet.style(0, i).bold().fillColor("E4F0F1").set();
            // text, so that no number loses its zeros and no day turns round
            sheet.range(2, i, STYLED, i).style().format("@").set();
            sheet.style(1, i).fontColor("808080").italic().format("@").set();
            var list = choices.indexOf(field);
            if (list >= 0) {
                var letter = Grid.letter(list);
                sheet.range(1, i, ROWS, i)
                        .validateWithListByFormula("'%s'!$%s$2:$%s$%d"
                                .formatted(LISTS, letter, letter, words(field).size() + 1));
            }
        }
        sheet.freezePane(0, 1);
    }

    private static List<String> words(Field field) {
        return field.type() instanceof Field.Choice choice
                ? choice.words().values().stream().map(List::getFirst).toList()
                : List.of();
    }

    private static void lists(Worksheet sheet, List<Field> choices) {
        for (var i = 0; i < choices.size(); i++) {
            sheet.value(0, i, choices.get(i).label());
            sheet.style(0, i).bold().set();
            sheet.width(i, 34);
            var words = words(choices.get(i));
            for (var row = 0; row < words.size(); row++) {
                sheet.value(row + 1, i, words.get(row));
            }
        }
    }

    private static void guide(Worksheet sheet, SheetKind kind) {
        var heads = new String[] {"Cột", "Bắt buộc", "Không trùng", "Nhập gì", "Ví dụ", "Tên khác cũng được nhận"};
        for (var i = 0; i < heads.length; i++) {
            sheet.value(0, i, heads[i]);
            sheet.style(0, i).bold().set();
            sheet.width(i, i >= 3 ? 60 : 28);
        }
        var row = 1;
        for (var field : kind.fields()) {
            sheet.value(row, 0, field.label());
            sheet.value(row, 1, field.required() ? field.unless() == null ? "có" : "có, trừ khi có cột thay" : "không");
            sheet.value(row, 2, field.unique() ? "có" : "không");
            sheet.value(row, 3, what(field));
            sheet.value(row, 4, field.example());
            sheet.value(row, 5, String.join("; ", field.synonyms()));
            row++;
        }
        sheet.value(
                row + 1,
                0,
                "Dòng ví dụ màu xám để nguyên cũng không sao: hệ thống bỏ qua. Ô để trống nghĩa là không đổi.");
        for (var sentence : kind.advice()) {
            row++;
            sheet.value(row + 1, 0, sentence);
        }
    }

    private static String what(Field field) {
        return switch (field.type()) {
            case Field.Text text -> "Chữ, tối đa %d ký tự".formatted(text.longest());
            case Field.PersonName name -> "Họ tên như trên giấy khai sinh";
            case Field.Day day ->
                "Ngày dd/MM/yyyy, từ %s đến %s"
                        .formatted(
                                field.shown(day.first().toString()),
                                field.shown(day.last().toString()));
            case Field.CitizenId id -> "12 chữ số";
            case Field.Phone phone -> "10 chữ số, bắt đầu bằng 0";
            case Field.Decimal decimal -> "Số từ %s đến %s".formatted(decimal.least(), decimal.most());
            case Field.Code code -> code.how();
            case Field.Choice choice -> "Một trong: " + String.join(", ", words(field));
        };
    }

    /** Is this the example row, left as it was? */
    static boolean example(SheetKind kind, List<Column> columns, Grid.Line line) {
        var written = new ArrayList<String>();
        var wanted = new ArrayList<String>();
        for (var column : columns) {
            var key = column.field();
            var field = key == null ? null : Field.find(kind.fields(), key);
            if (field != null) {
                written.add(line.cell(column.index()));
                wanted.add(vn.lanhnghe.shared.Vietnamese.tidy(field.example()));
            }
        }
        return written.size() > 2 && written.equals(wanted);
    }

    /** The version that a file made from a template carries: kind and columns; empty when it carries none. */
    static String carried(List<Grid> grids) {
        return grids.stream()
                .flatMap(it -> it.lines().stream().limit(1))
                .map(it -> it.cell(0))
                .filter(it -> it.startsWith("mau:"))
                .findFirst()
                .orElse("");
    }
}
