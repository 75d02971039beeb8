package vn.lanhnghe.indicator.formula;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.indicator.formula.Share.Place;
import vn.lanhnghe.indicator.formula.Share.Tiers;
import vn.lanhnghe.indicator.formula.Term.Side;

/**
 * Counts facts. Relations and columns come from the catalogue, which migrations alone write; what a person typed is bound. A fact is
 * known on a day if it was recorded by the end of it, so that what is recorded later never moves an earlier day.
 */
@Repository
class FactRepository {

    private static final String KNOWN =
            " f.known_at < (cast(:day as date) + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'";

    private final JdbcClient jdbc;

    FactRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What both sides come to at an institution, whole ({@code by} is null) or at one part of it by a field. */
    record Sum(
            long institutionId,
            @Nullable String by,
            @Nullable String part,
            Amounts amounts,
            Tiers tiers) {}

    /** The institutions that a formula looks at, each with the reason why it does not count, if there is one. */
    List<Place> listPlaces(Formula formula, LocalDate asAt) {
        return jdbc.sql("""
                select i.id, i.code, coalesce(h.name, i.name) as name, coalesce(h.type, i.type) as type, coalesce(h.type_label, i.type_label) as type_label,
                       i.ownership, i.ownership_label, coalesce(h.region, i.region) as region, coalesce(w.name, h.ward_code, i.ward_code) as ward,
                       case when h.id is null or (h.status = 'OPEN' and h.status_from > :day) then 'chưa hoạt động tại ngày tính'
                            when h.status <> 'OPEN' then coalesce(x.reason, 'tình trạng ' || h.status) end as exclusion
                  from institution.directory i
                  left join institution.history h on h.id = i.id and h.valid_from <= :day and (h.valid_to is null or h.valid_to > :day)
                  left join place.unit w on w.code = coalesce(h.ward_code, i.ward_code)
                  left join indicator.exclusion x on x.status = h.status
                 where (cast(:types as text[]) is null or coalesce(h.type, i.type) = any(:types))
                   and ((select scope.reads_all()) or i.id = (select scope.institution()))
                 order by i.sort_key, i.id
                """)
                .param("day", asAt)
                .param(
                        "types",
                        formula.types().isEmpty() ? null : formula.types().toArray(String[]::new))
                .query(Place.class)
                .list();
    }

    /** Institutions that have any fact of the set by the end of the day: of the others nothing is known, which is not nothing. */
    List<Long> listPresent(FactSet set, LocalDate asAt, @Nullable List<Long> institutions) {
        return jdbc.sql(
                        "select i.id from institution.directory i where (cast(:institutions as bigint[]) is null or i.id = any(:institutions))"
                                + " and exists (select from " + set.relation() + " f where f.institution_id = i.id and"
                                + KNOWN + ")")
                .param("day", asAt)
                .param("institutions", institutions == null ? null : institutions.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    /** What is seen now, to be asked about later. */
    String snapshot() {
        return jdbc.sql("select pg_current_snapshot()::text")
                .query(String.class)
                .single();
    }

    /** Institutions about which something was done that the snapshot does not see yet. */
    List<Long> listTouched(String snapshot) {
        return jdbc.sql("""
                select t.institution_id from audit.touched t
                 where t.xid >= pg_snapshot_xmin(cast(:seen as pg_snapshot)) and not pg_visible_in_snapshot(t.xid, cast(:seen as pg_snapshot))
                union
                select t.institution_id from indicator.stir t
                 where t.xid >= pg_snapshot_xmin(cast(:seen as pg_snapshot)) and not pg_visible_in_snapshot(t.xid, cast(:seen as pg_snapshot))
                """).param("seen", snapshot).query(Long.class).list();
    }

    /** One term of one formula among those that are counted in one reading of a set; {@code column} is what it is called there. */
    private record Counted(Formula formula, Term term, List<String> fields, String column) {}

    /**
     * Every institution whole and by every field that a formula can be broken down by, for each formula by its id. However many
     * formulas ask a set, its facts are read once.
     */
    Map<Long, List<Sum>> sum(List<Formula> formulas, LocalDate asAt, @Nullable List<Long> institutions) {
        var sets = new LinkedHashMap<String, List<Counted>>();
        var sums = new HashMap<Long, List<Sum>>();
        for (var formula : formulas) {
            sums.put(formula.id(), new ArrayList<>());
            var fields = Breakdown.fields(formula);
            for (var term : formula.terms()) {
                var ofSet = sets.computeIfAbsent(term.set().code(), code -> new ArrayList<>());
                ofSet.add(new Counted(formula, term, fields, "n" + ofSet.size()));
            }
        }
        if (institutions == null && !sets.isEmpty()) {
            // the planner takes the combinations of fields for many more than there are, and would sort millions of
            // rows
            jdbc.sql("select set_config('hash_mem_multiplier', '8', true)")
                    .query(String.class)
                    .single();
        }
        for (var counted : sets.values()) {
            sum(counted, asAt, institutions, sums);
        }
        return sums;
    }

    private void sum(
            List<Counted> counted, LocalDate asAt, @Nullable List<Long> institutions, Map<Long, List<Sum>> sums) {
        var fields =
                counted.stream().flatMap(it -> it.fields().stream()).distinct().toList();
        var parameters = new HashMap<String, Object>();
        var keys = new StringBuilder("f.institution_id, f.tier");
        var amounts = new StringBuilder();
        var columns = new StringBuilder("select c.institution_id");
        var groups = new ArrayList<String>(List.of("(c.institution_id)"));
        for (var field : fields) {
            keys.append(", f.").append(field);
            columns.append(", c.%1$s as p_%1$s, grouping(c.%1$s) as g_%1$s".formatted(field));
            groups.add("(c.institution_id, c." + field + ")");
        }
        var asked = new ArrayList<String>();
        for (var it : counted) {
            var conditions = conditions(it.term(), asAt, parameters, it.column());
            asked.add("(" + conditions + ")");
            amounts.append(", ")
                    .append(amount(it.term(), conditions))
                    .append(" as ")
                    .append(it.column());
            columns.append(", sum(c.%1$s) as %1$s".formatted(it.column()));
            if (it.term().side() == Side.NUMERATOR) {
                for (var tier : List.of("DECLARED", "CONFIRMED", "VERIFIED")) {
                    columns.append(", coalesce(sum(c.%1$s) filter (where c.tier = '%2$s'), 0) as %1$s_%3$s"
                            .formatted(it.column(), tier, tier.toLowerCase(Locale.ROOT)));
                }
            }
        }
        // every fact is looked at once, for all parts together; the parts are added up from what is left, which is
        // little
        var sql = "with counted as (select " + keys + amounts
                + from(counted.getFirst().term().set(), asAt, institutions, parameters) + " and ("
                + String.join(" or ", asked) + ") group by " + keys + ") " + columns
                + " from counted c group by grouping sets (" + String.join(", ", groups) + ")";
        jdbc.sql(sql).params(parameters).query((ResultSet row) -> {
            String by = null;
            for (var field : fields) {
                if (row.getInt("g_" + field) == 0) {
                    by = field;
                }
            }
            for (var it : counted) {
                // a row is there because some formula asks for it, not each
                if (row.getBigDecimal(it.column()).signum() != 0
                        && (by == null || it.fields().contains(by))) {
                    Objects.requireNonNull(sums.get(it.formula().id())).add(sum(row, it, by));
                }
            }
        });
    }

    private static Sum sum(ResultSet row, Counted it, @Nullable String by) throws SQLException {
        var amount = row.getBigDecimal(it.column());
        var counts = it.term().side() == Side.NUMERATOR;
        return new Sum(
                row.getLong("institution_id"),
                by,
                by == null ? null : row.getString("p_" + by),
                counts ? new Amounts(amount, null) : new Amounts(BigDecimal.ZERO, amount),
                counts
                        ? new Tiers(
                                row.getBigDecimal(it.column() + "_declared"),
                                row.getBigDecimal(it.column() + "_confirmed"),
                                row.getBigDecimal(it.column() + "_verified"))
                        : Tiers.NONE);
    }

    long countRows(Opened opened, LocalDate asAt, long institution) {
        return ask("select count(*)", opened, asAt, institution, "")
                .query(Long.class)
                .single();
    }

    List<Row> listRows(Opened opened, LocalDate asAt, long institution, boolean names, int limit, int offset) {
        var term = opened.term();
        var codes = term.set().fields().stream()
                .filter(it -> it.kind() == FactSet.Kind.CODE)
                .toList();
        var columns = codes.stream()
                .map(it -> ", f." + it.code() + " as c_" + it.code())
                .collect(Collectors.joining());
        return ask(
                        "select f.id, f.label, case when :names then f.person end as person, %s as amount, f.tier%s"
                                .formatted(
                                        term.summed() == null
                                                ? "1"
                                                : "f." + term.summed().code(),
                                        columns),
                        opened,
                        asAt,
                        institution,
                        " order by " + (names ? "f.sort_key" : "f.label") + ", f.id limit :limit offset :offset")
                .param("names", names)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, i) -> {
                    var about = new ArrayList<String>();
                    for (var code : codes) {
                        var value = row.getString("c_" + code.code());
                        if (value != null) {
                            about.add(code.label() + ": " + code.said(value));
                        }
                    }
                    return new Row(
                            row.getLong("id"),
                            row.getString("label"),
                            row.getString("person"),
                            row.getBigDecimal("amount"),
                            row.getString("tier"),
                            String.join(" · ", about));
                })
                .list();
    }

    /** Who is not in a set on a day, by reason; the set's own module tells. */
    List<LeftOut> listLeftOut(FactSet set, LocalDate asAt, @Nullable Long institution) {
        return set.leftOut() == null
                ? List.of()
                : jdbc.sql("""
                        select l.label, l.opens, count(distinct l.person_id) as amount from %s l
                         where l.set_code = :set and (:institution::bigint is null or l.institution_id = :institution)
                           and l.from_on <= :day and (l.until_on is null or l.until_on > :day)
                         group by l.label, l.opens, l.place order by l.place
                        """.formatted(set.leftOut()))
                        .param("set", set.code())
                        .param("institution", institution, Types.BIGINT)
                        .param("day", asAt)
                        .query(LeftOut.class)
                        .list();
    }

    private static String amount(Term term, String conditions) {
        return term.summed() == null
                ? "count(*) filter (where " + conditions + ")"
                : "coalesce(sum(f." + term.summed().code() + ") filter (where " + conditions + "), 0)";
    }

    private StatementSpec ask(String select, Opened opened, LocalDate asAt, long institution, String rest) {
        var parameters = new HashMap<String, Object>();
        var conditions = conditions(opened.term(), asAt, parameters, "a");
        if (opened.without() != null) {
            conditions += " and (" + conditions(opened.without(), asAt, parameters, "b") + ") is not true";
        }
        return jdbc.sql(select
                        + from(opened.term().set(), asAt, List.of(institution), parameters) + " and " + conditions
                        + rest)
                .params(parameters);
    }

    /** The set, within the reader's scope, as known by the end of the day. */
    private static String from(
            FactSet set, LocalDate asAt, @Nullable List<Long> institutions, Map<String, Object> parameters) {
        parameters.put("known", asAt);
        var sql = " from " + set.relation()
                + " f where ((select scope.reads_all()) or f.institution_id = (select scope.institution())) and"
                + KNOWN.replace(":day", ":known");
        if (institutions == null) {
            return sql;
        }
        if (institutions.size() == 1) { // the rows of one come in the order of its index
            parameters.put("institution", institutions.getFirst());
            return sql + " and f.institution_id = :institution";
        }
        parameters.put("institutions", institutions.toArray(Long[]::new));
        return sql + " and f.institution_id = any(:institutions)";
    }

    /** All conditions of a term, as of its own day; what a person typed is bound. */
    private static String conditions(Term term, LocalDate asAt, Map<String, Object> parameters, String named) {
        parameters.put("day_" + named, asAt.minusYears(term.yearsBack()));
        var sql = new StringBuilder("true");
        var number = 0;
        for (var condition : term.conditions()) {
            var name = named + "_" + number++;
            var operator = condition.operator();
            sql.append(" and ").append(operator.sql(condition.field(), name).replace(":day", ":day_" + named));
            if (!operator.wordless()) {
                parameters.put(
                        name,
                        operator.several()
                                ? condition.values().toArray(String[]::new)
                                : condition.values().getFirst());
            }
        }
        return sql.toString();
    }
}
