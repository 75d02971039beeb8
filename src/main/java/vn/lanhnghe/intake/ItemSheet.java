package vn.lanhnghe.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Records as another system sends them, checked as the rows of a sheet are: row 1 is the first item. Items with different
 * extra columns stand in different tables, so that no item is given a column that it does not have.
 */
public final class ItemSheet {

    /** One record: what is written for each field, and for each extra column with its legend (empty when there is none). */
    public record Item(Map<String, String> fields, Map<String, Extra> extras) {}

    /** The value of an extra column, and the legend of that column: a mark and the credits of its module. */
    public record Extra(String written, String legend) {}

    /** One thing wrong with one item; {@code pointer} is a JSON pointer within the item. */
    public record Wrong(
            String pointer,
            String written,
            FaultKind kind,
            String message,
            @Nullable String fix) {}

    private final SheetKind kind;
    private final List<SheetTable> tables;
    private final List<SheetRow> rows;
    private final List<List<Wrong>> wrongs;
    private final @Nullable Difference[] differences;

    ItemSheet(SheetKind kind, List<SheetTable> tables, List<SheetRow> rows) {
        this.kind = kind;
        this.tables = tables;
        this.rows = rows;
        this.wrongs = rows.stream().<List<Wrong>>map(it -> new ArrayList<>()).toList();
        this.differences = new @Nullable Difference[rows.size()];
    }

    public SheetKind kind() {
        return kind;
    }

    public int size() {
        return rows.size();
    }

    List<SheetTable> tables() {
        return tables;
    }

    SheetRow row(int item) {
        return rows.get(item);
    }

    /** The field by which a record of this kind is known: a required one that no two rows share. */
    public static @Nullable Field key(SheetKind kind) {
        return kind.fields().stream()
                .filter(it -> it.required() && it.unique())
                .findFirst()
                .orElse(null);
    }

    /** What the item is known by in the register; null when that is missing or faulty. */
    public @Nullable String key(int item) {
        var field = key(kind);
        return field == null ? null : rows.get(item).text(field.key());
    }

    /** Adds what no check of the sheet can know of: the item's own id, a property that does not exist. */
    public void wrong(int item, Wrong wrong) {
        wrongs.get(item).add(wrong);
    }

    /** Everything wrong with an item, at once. */
    public List<Wrong> wrongs(int item) {
        var all = new ArrayList<>(wrongs.get(item));
        for (var fault : rows.get(item).faults()) {
            all.add(new Wrong(
                    "/"
                            + Objects.requireNonNullElse(
                                            fault.column().field(),
                                            fault.column().header())
                                    .replace("~", "~0")
                                    .replace("/", "~1"),
                    fault.written(),
                    fault.kind(),
                    fault.message(),
                    fault.fix()));
        }
        return all;
    }

    public boolean right(int item) {
        return wrongs.get(item).isEmpty() && rows.get(item).faults().isEmpty();
    }

    /** The items without any fault, in order. */
    public List<Integer> right() {
        return IntStream.range(0, rows.size()).filter(this::right).boxed().toList();
    }

    void differs(int item, Difference difference) {
        differences[item] = difference;
    }

    /** What committing a right item would do; asked for after {@link Items#compare}. */
    public Difference.Effect effect(int item) {
        return Objects.requireNonNull(differences[item], "not compared").effect();
    }

    /** What the item would change and does not, because a person has written it by hand since. */
    public List<Difference.Change> kept(int item) {
        return Objects.requireNonNull(differences[item], "not compared").kept();
    }
}
