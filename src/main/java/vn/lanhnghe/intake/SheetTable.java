package vn.lanhnghe.intake;

import java.util.List;

/** One sheet of a file: where its header stands, its columns, its records in order. */
public record SheetTable(String name, int headerRow, List<Column> columns, List<SheetRow> rows) {

    /** The columns that are no known field but belong to the sheet. */
    public List<Column> extras() {
        return columns.stream().filter(it -> it.field() == null).toList();
    }
}
