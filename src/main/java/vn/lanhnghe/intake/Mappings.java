package vn.lanhnghe.intake;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.database.Scope;

/** What a college's people have said their own headers mean; the next file with the same header is read by it. */
@Repository
class Mappings {

    /** A header as the college writes it, and the field it was taken for; empty: a column nobody wants. */
    record Mapping(String kind, String header, String field, String toldBy) {}

    private final JdbcClient jdbc;

    Mappings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Mapping> list(long shelf) {
        return jdbc.sql("""
                select kind, header, field, told_by from intake.mapping where institution_id = :shelf order by kind, header
                """).param("shelf", shelf).query(Mapping.class).list();
    }

    void tell(Batch batch, String kind, String header, String field) {
        jdbc.sql("""
                insert into intake.mapping (institution_id, site_id, kind, header, field, told_by)
                values (:shelf, :site, :kind, :header, :field, :actor)
                on conflict (institution_id, kind, header) do update
                  set field = excluded.field, told_by = excluded.told_by, told_at = now()
                """)
                .param("shelf", batch.institutionId())
                .param("site", batch.siteId())
                .param("kind", kind)
                .param("header", header)
                .param("field", field)
                .param("actor", Scope.current().actor())
                .update();
    }

    void forget(long shelf, String kind, String header) {
        jdbc.sql("delete from intake.mapping where institution_id = :shelf and kind = :kind and header = :header")
                .param("shelf", shelf)
                .param("kind", kind)
                .param("header", header)
                .update();
    }

    /** The kinds with what this college calls their columns. */
    List<SheetKind> known(List<SheetKind> kinds, long shelf) {
        var told = list(shelf);
        return told.isEmpty()
                ? kinds
                : kinds.stream()
                        .map(kind -> (SheetKind) new Spoken(
                                kind,
                                told.stream()
                                        .filter(it -> it.kind().equals(kind.code())
                                                && !it.field().isEmpty())
                                        .collect(toMap(Mapping::header, Mapping::field))))
                        .toList();
    }

    /** A kind of sheet in one college's own words. */
    private record Spoken(SheetKind kind, Map<String, String> words) implements SheetKind {

        @Override
        public List<Field> fields() {
            return kind.fields().stream()
                    .map(field -> field.alsoKnownAs(words.entrySet().stream()
                            .filter(it -> it.getValue().equals(field.key()))
                            .map(Map.Entry::getKey)
                            .toList()))
                    .toList();
        }

        @Override
        public String code() {
            return kind.code();
        }

        @Override
        public String label() {
            return kind.label();
        }

        @Override
        public boolean ofTheDepartment() {
            return kind.ofTheDepartment();
        }

        @Override
        public boolean takes(String header) {
            return kind.takes(header);
        }

        @Override
        public java.util.Set<String> legends() {
            return kind.legends();
        }

        @Override
        public void check(List<SheetTable> tables) {
            kind.check(tables);
        }

        @Override
        public void check(List<SheetTable> tables, List<SheetRow> aside) {
            kind.check(tables, aside);
        }

        @Override
        public List<Difference> compare(List<SheetTable> tables, List<SheetRow> rows) {
            return kind.compare(tables, rows);
        }

        @Override
        public void commit(long batchId, List<SheetTable> tables, List<SheetRow> rows, Progress progress) {
            kind.commit(batchId, tables, rows, progress);
        }

        @Override
        public String address(long batchId) {
            return kind.address(batchId);
        }

        @Override
        public List<String> obstacles(long batchId) {
            return kind.obstacles(batchId);
        }

        @Override
        public int undo(long batchId) {
            return kind.undo(batchId);
        }

        @Override
        public long recorded() {
            return kind.recorded();
        }

        @Override
        public List<Extract> extract() {
            return kind.extract();
        }
    }
}
