package vn.lanhnghe.intake;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a file was read as. {@code troubles} are faults of its structure, each a sentence; with any of them no row is checked.
 * Rows that were set aside stand apart and are not checked.
 */
record Reading(
        @Nullable SheetKind kind,
        List<String> troubles,
        List<SheetTable> tables,
        List<SheetRow> aside,
        Set<Cell> corrected,
        Encoding.@Nullable Conversion conversion) {

    /** A file that is written or dropped is not read again. */
    static Reading closed(@Nullable SheetKind kind) {
        return new Reading(kind, List.of(), List.of(), List.of(), Set.of(), null);
    }

    /** The place of one cell. */
    record Cell(String sheet, int row, int column) {}

    Stream<SheetRow> rows() {
        return tables.stream().flatMap(it -> it.rows().stream());
    }

    List<SheetRow> good() {
        return rows().filter(it -> it.faults().isEmpty()).toList();
    }

    List<SheetRow> bad() {
        return rows().filter(it -> !it.faults().isEmpty()).toList();
    }

    List<Fault> warnings() {
        return rows().flatMap(it -> it.warnings().stream()).toList();
    }

    List<Fault> faults() {
        return rows().flatMap(it -> it.faults().stream()).toList();
    }
}
