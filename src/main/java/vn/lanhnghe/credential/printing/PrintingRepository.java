package vn.lanhnghe.credential.printing;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.learning.Level;
import vn.lanhnghe.ui.Paging;

@Repository
class PrintingRepository {

    /** As many forms as one file prints. */
    static final int SHEETS = 100;

    private static final String UNPRINTED =
            " where d.decision_id = :decision and d.state = 'CHECKED' and d.medium = 'PAPER' and d.printed_at is null ";

    private record LayoutRow(
            long id,
            @Nullable Long institutionId,
            Level level,
            int version,
            double width,
            double height,
            @Nullable String clause,
            String actorName,
            java.time.OffsetDateTime at) {}

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate template;

    PrintingRepository(JdbcClient jdbc, NamedParameterJdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** The layout in use for each level: the college's own, or the common one. */
    Map<Level, Layout> listCurrent(long institutionId) {
        var rows = jdbc.sql("""
                select distinct on (l.level) l.id, l.institution_id, l.level, l.version, l.width, l.height, r.label as clause, l.actor_name, l.at
                  from credential.layout l left join law.reference r on r.clause_code = l.clause_code
                 where l.institution_id = :institution or l.institution_id is null
                 order by l.level, l.institution_id nulls last, l.version desc
                """)
                .param("institution", institutionId)
                .query(LayoutRow.class)
                .list();
        var placements = jdbc.sql("""
                select layout_id, item, shown, x, y, width, size, align, bold, capitals from credential.placement where layout_id = any(:ids)
                """)
                .param("ids", rows.stream().map(LayoutRow::id).toArray(Long[]::new))
                .query((row, i) -> Map.entry(
                        row.getLong("layout_id"),
                        new Placement(
                                Item.valueOf(row.getString("item")),
                                row.getBoolean("shown"),
                                row.getDouble("x"),
                                row.getDouble("y"),
                                row.getDouble("width"),
                                row.getDouble("size"),
                                Placement.Align.valueOf(row.getString("align")),
                                row.getBoolean("bold"),
                                row.getBoolean("capitals"))))
                .list();
        var layouts = new EnumMap<Level, Layout>(Level.class);
        for (var it : rows) {
            layouts.put(
                    it.level(),
                    new Layout(
                            it.id(),
                            it.institutionId(),
                            it.level(),
                            it.version(),
                            it.width(),
                            it.height(),
                            it.clause(),
                            it.actorName(),
                            it.at(),
                            placements.stream()
                                    .filter(at -> at.getKey() == it.id())
                                    .map(Map.Entry::getValue)
                                    .sorted(java.util.Comparator.comparing(Placement::item))
                                    .toList()));
        }
        return layouts;
    }

    /** Writes the next version of a college's layout, after the one that was looked at; empty when another came between. */
    Optional<Long> insertLayout(
            long institutionId, Level level, int after, double width, double height, List<Placement> placements) {
        var scope = Scope.current();
        var id = jdbc.sql("""
                insert into credential.layout (institution_id, level, version, width, height, actor_id, actor_name)
                values (:institution, :level, :version, :width, :height, :account, :actor)
                on conflict do nothing returning id
                """)
                .param("institution", institutionId)
                .param("level", level.name())
                .param("version", after + 1)
                .param("width", width)
                .param("height", height)
                .param("account", scope.accountId())
                .param("actor", scope.actor())
                .query(Long.class)
                .optional();
        id.ifPresent(layout -> template.batchUpdate(
                """
                insert into credential.placement (layout_id, item, shown, x, y, width, size, align, bold, capitals)
                values (:layout, :item, :shown, :x, :y, :width, :size, :align, :bold, :capitals)
                """,
                placements.stream()
                        .map(it -> new MapSqlParameterSource()
                                .addValue("layout", layout)
                                .addValue("item", it.item().name())
                                .addValue("shown", it.shown())
                                .addValue("x", it.x())
                                .addValue("y", it.y())
                                .addValue("width", it.width())
                                .addValue("size", it.size())
                                .addValue("align", it.align().name())
                                .addValue("bold", it.bold())
                                .addValue("capitals", it.capitals()))
                        .toArray(MapSqlParameterSource[]::new)));
        return id;
    }

    List<Printer> listPrinters() {
        return jdbc.sql(PRINTER + "where institution_id = :own and removed_at is null order by name")
                .param("own", Scope.current().institutionId())
                .query(Printer.class)
                .list();
    }

    Optional<Printer> findPrinter(long id) {
        return jdbc.sql(PRINTER + "where id = :id and institution_id = :own and removed_at is null")
                .param("id", id)
                .param("own", Scope.current().institutionId())
                .query(Printer.class)
                .optional();
    }

    private static final String PRINTER = """
            select id, institution_id, name, scale_x, scale_y, offset_x, offset_y, corrected_at from credential.printer
            """;

    /** Empty when the college has a printer of this name. */
    Optional<Long> insertPrinter(long institutionId, String name) {
        return jdbc.sql("""
                insert into credential.printer (institution_id, name) values (:institution, :name) on conflict do nothing returning id
                """)
                .param("institution", institutionId)
                .param("name", name)
                .query(Long.class)
                .optional();
    }

    void correct(long id, Correction correction) {
        jdbc.sql("""
                update credential.printer set scale_x = :scaleX, scale_y = :scaleY, offset_x = :offsetX, offset_y = :offsetY, corrected_at = now()
                 where id = :id
                """)
                .param("id", id)
                .param("scaleX", correction.scaleX())
                .param("scaleY", correction.scaleY())
                .param("offsetX", correction.offsetX())
                .param("offsetY", correction.offsetY())
                .update();
    }

    void remove(long id) {
        jdbc.sql("update credential.printer set removed_at = now() where id = :id")
                .param("id", id)
                .update();
    }

    /** The numbered paper diplomas of a decision that are not printed yet, in the order of their forms, a file's worth to a page. */
    Paging<Diploma> page(long decisionId, int page) {
        var rows = jdbc.sql("select " + Diploma.COLUMNS + "from credential.diploma d" + UNPRINTED
                        + "order by d.level, length(d.serial), d.serial, d.id limit :size offset :offset")
                .param("decision", decisionId)
                .param("size", SHEETS)
                .param("offset", (Math.max(1, page) - 1L) * SHEETS)
                .query(Diploma.class)
                .list();
        var total = jdbc.sql("select count(*) from credential.diploma d" + UNPRINTED)
                .param("decision", decisionId)
                .query(Long.class)
                .single();
        return new Paging<>(rows, page, total, SHEETS);
    }

    /** Who confirmed these diplomas, by their ids. */
    Map<Long, String> listConfirmed(Collection<Long> ids) {
        return jdbc
                .sql("select diploma_id, account_name from credential.confirmation where diploma_id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, i) ->
                        Map.entry(row.getLong("diploma_id"), Objects.toString(row.getString("account_name"), "")))
                .list()
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Confirms the data of those of these diplomas that wait to be printed and are not confirmed; answers with their ids. */
    List<Long> confirm(long decisionId, Collection<Long> ids) {
        var scope = Scope.current();
        return jdbc.sql("""
                insert into credential.confirmation (diploma_id, institution_id, account_id, account_name)
                select d.id, d.institution_id, :account, :actor from credential.diploma d
                """ + UNPRINTED + " and d.id = any(:ids) on conflict do nothing returning diploma_id")
                .param("decision", decisionId)
                .param("ids", ids.toArray(Long[]::new))
                .param("account", scope.accountId())
                .param("actor", scope.actor())
                .query(Long.class)
                .list();
    }
}
