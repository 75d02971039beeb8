package vn.lanhnghe.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One record of a file: what was written in each column, what it was read as, and what is wrong with it. */
public final class SheetRow {

    private final String sheet;
    private final int number;
    private final Map<Integer, String> written;
    private final Map<String, String> values = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>(0);
    private final List<Fault> warnings = new ArrayList<>(0);
    private final List<Column> columns;

    SheetRow(String sheet, int number, List<Column> columns, Map<Integer, String> written) {
        this.sheet = sheet;
        this.number = number;
        this.columns = columns;
        this.written = written;
    }

    public String sheet() {
        return sheet;
    }

    /** The spreadsheet's own row number, from 1. */
    public int number() {
        return number;
    }

    List<Column> columns() {
        return columns;
    }

    public List<Fault> faults() {
        return faults;
    }

    /** What may well be right and is worth a second look; it stops nothing. */
    public List<Fault> warnings() {
        return warnings;
    }

    /** What stands in the field's cell; empty when there is no such column. */
    public String wrote(String field) {
        return columns.stream()
                .filter(it -> field.equals(it.field()))
                .findFirst()
                .map(this::written)
                .orElse("");
    }

    public void warn(String field, FaultKind kind, String message) {
        columns.stream()
                .filter(it -> field.equals(it.field()))
                .findFirst()
                .ifPresent(it -> warnings.add(new Fault(sheet, number, it, kind, written(it), message, null)));
    }

    /** The cell as the college wrote it (or mended it), tidied; empty when there is none. */
    public String written(Column column) {
        return written.getOrDefault(column.index(), "");
    }

    /** The field's value in its canonical form (ISO date, decimal point, code of a choice); null when empty or faulty. */
    public @Nullable String text(String field) {
        return values.get(field);
    }

    public String get(String field) {
        return Objects.requireNonNull(values.get(field), field);
    }

    public @Nullable LocalDate date(String field) {
        var value = values.get(field);
        return value == null ? null : LocalDate.parse(value);
    }

    public @Nullable BigDecimal decimal(String field) {
        var value = values.get(field);
        return value == null ? null : new BigDecimal(value);
    }

    void put(String field, String value) {
        values.put(field, value);
    }

    /** Marks the field's cell as faulty; a field without a column points at the first column. */
    public void fault(String field, FaultKind kind, String message, @Nullable String fix) {
        fault(
                columns.stream()
                        .filter(it -> field.equals(it.field()))
                        .findFirst()
                        .orElse(columns.getFirst()),
                kind,
                message,
                fix);
    }

    public void fault(Column column, FaultKind kind, String message, @Nullable String fix) {
        faults.add(new Fault(sheet, number, column, kind, written(column), message, fix));
    }
}
