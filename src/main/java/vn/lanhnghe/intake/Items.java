package vn.lanhnghe.intake;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.file.Files;

/** The import centre for programs: the same checks, comparison and commit as for files, on records that came one by one. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Items {

    private final List<SheetKind> kinds;
    private final BatchRepository batches;
    private final Readings readings;
    private final Files files;
    private final Acts acts;

    Items(List<SheetKind> kinds, BatchRepository batches, Readings readings, Files files, Acts acts) {
        this.kinds = kinds;
        this.batches = batches;
        this.readings = readings;
        this.files = files;
        this.acts = acts;
    }

    /** What a college may send. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<SheetKind> kinds() {
        return kinds.stream().filter(it -> !it.ofTheDepartment()).toList();
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<SheetKind> find(String code) {
        return kinds().stream().filter(it -> it.code().equals(code)).findFirst();
    }

    /** Checks the items as the rows of one sheet, in the scope of whoever sends them. */
    public ItemSheet check(SheetKind kind, List<ItemSheet.Item> items) {
        var sheet = lay(kind, items);
        Checks.run(kind.fields(), sheet.tables());
        kind.check(sheet.tables());
        return sheet;
    }

    private static ItemSheet lay(SheetKind kind, List<ItemSheet.Item> items) {
        var fields = kind.fields();
        var tables = new LinkedHashMap<Map<String, String>, SheetTable>();
        var rows = new ArrayList<SheetRow>();
        for (var item : items) {
            var extras = new TreeMap<String, String>();
            item.extras().forEach((header, extra) -> extras.put(header, extra.legend()));
            var table = tables.computeIfAbsent(
                    extras,
                    it -> new SheetTable(
                            tables.isEmpty() ? "" : "nhóm " + (tables.size() + 1),
                            0,
                            columns(fields, it),
                            new ArrayList<>()));
            var written = new LinkedHashMap<Integer, String>();
            for (var column : table.columns()) {
                var extra = item.extras().get(column.header());
                written.put(
                        column.index(),
                        column.field() != null
                                ? item.fields().getOrDefault(column.field(), "")
                                : extra == null ? "" : extra.written());
            }
            var row = new SheetRow(table.name(), rows.size() + 1, table.columns(), written);
            table.rows().add(row);
            rows.add(row);
        }
        return new ItemSheet(kind, List.copyOf(tables.values()), rows);
    }

    private static List<Column> columns(List<Field> fields, Map<String, String> extras) {
        var columns = new ArrayList<Column>();
        for (var field : fields) {
            columns.add(new Column(columns.size(), Grid.letter(columns.size()), field.label(), field.key(), null));
        }
        extras.forEach((header, legend) -> columns.add(new Column(
                columns.size(), Grid.letter(columns.size()), header, null, legend.isEmpty() ? null : legend)));
        return columns;
    }

    /** Says of every right item what committing it would do. */
    public void compare(ItemSheet sheet) {
        var right = sheet.right();
        var differences = sheet.kind()
                .compare(sheet.tables(), right.stream().map(sheet::row).toList());
        for (var i = 0; i < right.size(); i++) {
            sheet.differs(right.get(i), differences.get(i));
        }
    }

    /** Writes the chosen items as a batch of their own, seen in the import centre like any file; answers with its number. */
    public long commit(ItemSheet sheet, String name, List<Integer> chosen) {
        var scope = Scope.current();
        var institution = Objects.requireNonNull(scope.institutionId());
        var id = batches.insert(
                scope,
                institution,
                sheet.kind().code(),
                name,
                files.put(institution, file(sheet).getBytes(StandardCharsets.UTF_8)),
                false);
        sheet.kind().commit(id, sheet.tables(), chosen.stream().map(sheet::row).toList(), done -> {});
        batches.ask(id, chosen.size(), sheet.size() - chosen.size(), null);
        batches.finish(id);
        acts.record(
                ActKind.BATCH_COMMITTED,
                new Subject("batch", id, institution),
                "%s: ghi %d dòng vào sổ, để lại %d dòng".formatted(name, chosen.size(), sheet.size() - chosen.size()),
                null);
        readings.forget();
        return id;
    }

    /** The items as a college would have sent them in a file, so that whoever opens the batch reads a table. */
    private static String file(ItemSheet sheet) {
        var fields = sheet.kind().fields();
        var extras = new LinkedHashMap<String, String>();
        sheet.tables()
                .forEach(table -> table.extras()
                        .forEach(it -> extras.merge(
                                it.header(), Objects.toString(it.legend(), ""), (a, b) -> a.isEmpty() ? b : a)));
        var text = new StringWriter();
        try (var csv = de.siegmar.fastcsv.writer.CsvWriter.builder().build(text)) {
            var header = new ArrayList<>(fields.stream().map(Field::label).toList());
            header.addAll(extras.keySet());
            csv.writeRecord(header);
            if (extras.values().stream().anyMatch(it -> !it.isEmpty())) {
                var legend = new ArrayList<>(fields.stream().map(it -> "").toList());
                legend.set(0, new TreeSet<>(sheet.kind().legends()).first());
                legend.addAll(extras.values());
                csv.writeRecord(legend);
            }
            for (var i = 0; i < sheet.size(); i++) {
                csv.writeRecord(line(sheet, i, extras.keySet()));
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> line(ItemSheet sheet, int item, Iterable<String> extras) {
        var row = sheet.row(item);
        var columns = row.columns();
        var line = new ArrayList<String>();
        columns.stream().filter(it -> it.field() != null).forEach(it -> line.add(row.written(it)));
        var byHeader = new LinkedHashMap<String, String>();
        columns.stream().filter(it -> it.field() == null).forEach(it -> byHeader.put(it.header(), row.written(it)));
        extras.forEach(it -> line.add(byHeader.getOrDefault(it, "")));
        return line;
    }
}
