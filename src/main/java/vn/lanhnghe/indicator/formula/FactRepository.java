package vn.lanhnghe.indicator.formula;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.indicator.formula.Share.Place;
import vn.lanhnghe.indicator.formula.Share.Tiers;

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

    /** What a term comes to at an institution, or at one part of it. */
    record Sum(long institutionId, @Nullable String part, BigDecimal amount, Tiers tiers) {}

    /** The institutions that a formula looks at, each with the reason why it does not count, if there is one. */
    List<Place> listPlaces(Formula formula, LocalDate asAt) {
        return jdbc.sql("""
                select i.id, i.code, coalesce(h.name, i.name) as name, coalesce(h.type, i.type) as type, coalesce(h.type_label, i.type_label) as type_label,
                       i.ownership, i.ownership_label, coalesce(h.region, i.region) as region, coalesce(h.ward_code, i.ward_code) as ward,
                       case when h.id is null or (h.status = 'OPEN' and h.status_from > :day) then 'chưa hoạt động tại ngày tính'
                            when h.status <> 'OPEN' then coalesce(x.reason, 'tình trạng ' || h.status) end as exclusion
                  from institution.directory i
                  left join institution.history h on h.id = i.id and h.valid_from <= :day and (h.valid_to is null or h.valid_to > :day)
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
    Set<Long> listPresent(FactSet set, LocalDate asAt) {
        return new HashSet<>(jdbc.sql("select i.id from institution.directory i where exists (select from "
                        + set.relation() + " f where f.institution_id = i.id and" + KNOWN + ")")
                .param("day", asAt)
                .query(Long.class)
                .list());
    }

    /** By institution, and by a field of the set where one is named. */
    List<Sum> sum(Term term, LocalDate asAt, FactSet.@Nullable Field by, @Nullable Long institution) {
        var part = by == null ? "null::text" : "f." + by.code();
        return ask(
                        "select f.institution_id, %s as part, %s as amount, %s as declared, %s as confirmed, %s as verified"
                                .formatted(
                                        part,
                                        amount(term, null),
                                        amount(term, "DECLARED"),
                                        amount(term, "CONFIRMED"),
                                        amount(term, "VERIFIED")),
                        term,
                        asAt,
                        institution,
                        " group by 1, 2")
                .query((row, i) -> new Sum(
                        row.getLong("institution_id"),
                        row.getString("part"),
                        row.getBigDecimal("amount"),
                        new Tiers(
                                row.getBigDecimal("declared"),
                                row.getBigDecimal("confirmed"),
                                row.getBigDecimal("verified"))))
                .list();
    }

    /** Every single breakdown of a term at once, by the code of the field. */
    Map<String, List<Sum>> sumAll(Term term, LocalDate asAt) {
        var fields = term.set().fields().stream().filter(FactSet.Field::parts).toList();
        var sets = new ArrayList<String>();
        var columns = new ArrayList<String>();
        for (var field : fields) {
            sets.add("(f.institution_id, f." + field.code() + ")");
            columns.add("f." + field.code() + " as p_" + field.code() + ", grouping(f." + field.code() + ") as g_"
                    + field.code());
        }
        var result = new LinkedHashMap<String, List<Sum>>();
        if (fields.isEmpty()) {
            return result;
        }
        ask(
                        "select f.institution_id, %s, %s as amount"
                                .formatted(String.join(", ", columns), amount(term, null)),
                        term,
                        asAt,
                        null,
                        " group by grouping sets (" + String.join(", ", sets) + ")")
                .query((row, i) -> {
                    for (var field : fields) {
                        if (row.getInt("g_" + field.code()) == 0) {
                            result.computeIfAbsent(field.code(), key -> new ArrayList<>())
                                    .add(new Sum(
                                            row.getLong("institution_id"),
                                            row.getString("p_" + field.code()),
                                            row.getBigDecimal("amount"),
                                            Tiers.NONE));
                        }
                    }
                    return i;
                })
                .list();
        return result;
    }

    long countRows(Term term, LocalDate asAt, long institution) {
        return ask("select count(*)", term, asAt, institution, "")
                .query(Long.class)
                .single();
    }

    List<Row> listRows(Term term, LocalDate asAt, long institution, boolean names, int limit, int offset) {
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
                        term,
                        asAt,
                        institution,
                        " order by case when :names then f.sort_key end, f.label, f.id limit :limit offset :offset")
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

    private static String amount(Term term, @Nullable String tier) {
        return (term.summed() == null
                        ? "count(*)"
                        : "coalesce(sum(f." + term.summed().code() + ")")
                + (tier == null ? "" : " filter (where f.tier = '" + tier + "')")
                + (term.summed() == null ? "" : ", 0)");
    }

    private StatementSpec ask(String select, Term term, LocalDate asAt, @Nullable Long institution, String rest) {
        var day = asAt.minusYears(term.yearsBack());
        var parameters = new HashMap<String, Object>();
        var sql = new StringBuilder(select)
                .append(" from ")
                .append(term.set().relation())
                .append(" f where ((select scope.reads_all()) or f.institution_id = (select scope.institution())) and")
                .append(KNOWN.replace(":day", ":known"));
        if (institution != null) {
            sql.append(" and f.institution_id = :institution");
            parameters.put("institution", institution);
        }
        var number = 0;
        for (var condition : term.conditions()) {
            var name = "v" + number++;
            var operator = condition.operator();
            sql.append(" and ").append(operator.sql("f." + condition.field().code(), name));
            if (!operator.wordless()) {
                parameters.put(
                        name,
                        operator.several()
                                ? condition.values().toArray(String[]::new)
                                : condition.values().getFirst());
            }
        }
        parameters.put("day", day);
        parameters.put("known", asAt);
        return jdbc.sql(sql.append(rest).toString()).params(parameters);
    }
}
