package vn.lanhnghe.intake;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One kind of sheet that a college sends: what its columns are, what else must hold, and how its rows enter the register.
 * Every bean of this type is offered by the import centre.
 */
public interface SheetKind {

    /** Stored with each batch: {@code learners}. */
    String code();

    /** As a registrar calls it: {@code Danh sách học sinh, sinh viên}. */
    String label();

    List<Field> fields();

    /** Is it the department that sends such sheets, about every college, and no college? */
    default boolean ofTheDepartment() {
        return false;
    }

    /** Whether a column that is no known field belongs to the sheet all the same, as a module's marks do. */
    default boolean takes(String header) {
        return false;
    }

    /** What a registrar should know before filling the sheet: sentences under the guide to its columns. */
    default List<String> advice() {
        return List.of();
    }

    /** Folded labels that mark a row as a legend to the columns ({@code so tin chi}), not a record. */
    default Set<String> legends() {
        return Set.of();
    }

    /**
     * What the fields alone cannot tell: codes against the register, one row against another. Called once for a whole file,
     * after the fields' own checks, in a read-only transaction of the uploader's scope; adds faults to the rows.
     */
    void check(List<SheetTable> tables);

    /** The same, told which rows a person has set aside: those are neither checked nor written, and hold the written text only. */
    default void check(List<SheetTable> tables, List<SheetRow> aside) {
        check(tables);
    }

    /** For each row without a fault: is it new, changed (and how) or already there? In the order of {@code rows}. */
    List<Difference> compare(List<SheetTable> tables, List<SheetRow> rows);

    /** Writes the accepted rows, in bulk, in the transaction it is called in; tells how far it is. */
    void commit(long batchId, List<SheetTable> tables, List<SheetRow> rows, Progress progress);

    /** Where the committed records can be seen. */
    String address(long batchId);

    /** What keeps the batch from being taken back, each in words; empty when nothing does. */
    List<String> obstacles(long batchId);

    /** Puts the register back as it was before the batch, in the transaction it is called in; tells how many records that were. */
    int undo(long batchId);

    /** How many records of this kind the present reader's college holds: what a mass change is measured against. */
    long recorded();

    /** Those records as the sheet would give them, so that reading them again changes nothing; one sheet each. */
    List<Extract> extract();

    /** One sheet of an export: its headers, the legend under them if there is one, and its rows. */
    record Extract(String name, List<String> headers, List<String> legend, List<List<String>> rows) {

        /** So many rows a sheet opens with everywhere. */
        private static final int MOST = 20_000;

        /** Sheets of at most 20,000 rows each, with what every row has in every field, as people read it. */
        public static <T> List<Extract> of(
                String name, List<Field> fields, List<T> rows, BiFunction<T, String, @Nullable String> value) {
            var headers = fields.stream().map(Field::label).toList();
            return IntStream.rangeClosed(0, Math.max(0, rows.size() - 1) / MOST)
                    .mapToObj(part -> new Extract(
                            part == 0 ? name : name + " " + (part + 1),
                            headers,
                            List.of(),
                            rows.subList(part * MOST, Math.min(rows.size(), (part + 1) * MOST)).stream()
                                    .map(row -> fields.stream()
                                            .map(field -> field.shown(value.apply(row, field.key())))
                                            .toList())
                                    .toList()))
                    .toList();
        }
    }

    /** How many rows are done. */
    interface Progress {
        void done(int rows);
    }
}
