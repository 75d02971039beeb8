package vn.lanhnghe.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One record typed into a form, checked by the very rules of the sheet that would bring it. */
public final class Entered {

    private Entered() {}

    /** The row with its canonical values and its faults; values of fields that the kind does not know are left out. */
    public static SheetRow check(SheetKind kind, Map<String, String> values) {
        var columns = new ArrayList<Column>();
        var written = new HashMap<Integer, String>();
        for (var field : kind.fields()) {
            var index = columns.size();
            columns.add(new Column(index, Grid.letter(index), field.label(), field.key(), null));
            written.put(index, vn.lanhnghe.shared.Vietnamese.tidy(values.getOrDefault(field.key(), "")));
        }
        var row = new SheetRow("", 1, columns, written);
        var table = new SheetTable("", 0, columns, List.of(row));
        Checks.run(kind.fields(), List.of(table));
        kind.check(List.of(table));
        return row;
    }
}
