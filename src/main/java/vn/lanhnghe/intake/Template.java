package vn.lanhnghe.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The empty sheet of a kind: header and one example row; a second sheet explains every column. */
final class Template {

    private Template() {}

    static byte[] of(SheetKind kind) {
        try (var out = new ByteArrayOutputStream()) {
            try (var workbook = new Workbook(out, "Lanh Nghe", "1.0")) {
                data(workbook.newWorksheet("Du lieu"), kind);
                guide(workbook.newWorksheet("Huong dan"), kind);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void data(Worksheet sheet, SheetKind kind) {
        var fields = kind.fields();
        for (var i = 0; i < fields.size(); i++) {
            sheet.value(0, i, fields.get(i).label() + (fields.get(i).required() ? " (*)" : ""));
            sheet.value(1, i, fields.get(i).example());
            sheet.width(i, 22);
            sheet.style(0, i).bold().set();
            sheet.style(1, i).fontColor("808080").italic().format("@").set();
        }
        sheet.freezePane(0, 1);
    }

    private static void guide(Worksheet sheet, SheetKind kind) {
        var heads = new String[] {"Cột", "Bắt buộc", "Không trùng", "Ví dụ", "Tên khác cũng được nhận"};
        for (var i = 0; i < heads.length; i++) {
            sheet.value(0, i, heads[i]);
            sheet.style(0, i).bold().set();
            sheet.width(i, i == 4 ? 80 : 28);
        }
        var row = 1;
        for (var field : kind.fields()) {
            sheet.value(row, 0, field.label());
            sheet.value(row, 1, field.required() ? "có" : "không");
            sheet.value(row, 2, field.unique() ? "có" : "không");
            sheet.value(row, 3, field.example());
            sheet.value(row, 4, String.join("; ", field.synonyms()));
            row++;
        }
        sheet.value(row + 1, 0, "Xoá dòng ví dụ trước khi nhập. Ô để trống nghĩa là không đổi.");
    }
}
