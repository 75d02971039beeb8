package vn.lanhnghe.indicator.formula;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FrozenRepository {

    private static final String MONTHS = """
            select f.code, z.as_at, sum(z.numerator) as numerator, sum(z.denominator) as denominator, count(*) as institutions,
                   count(*) filter (where z.numerator > 0 or z.denominator > 0) as covered, min(z.frozen_at) as frozen_at
              from indicator.frozen z join indicator.formula f on f.id = z.formula_id
             where %s z.exclusion is null group by f.code, z.as_at order by f.code, z.as_at
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate template;

    FrozenRepository(JdbcClient jdbc, NamedParameterJdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    boolean has(long formulaId, LocalDate asAt) {
        return jdbc.sql("select exists (select from indicator.frozen where formula_id = :id and as_at = :day)")
                .param("id", formulaId)
                .param("day", asAt)
                .query(Boolean.class)
                .single();
    }

    void insert(Result result) {
        template.batchUpdate(
                """
                insert into indicator.frozen (formula_id, as_at, institution_id, numerator, denominator, exclusion)
                values (:formula, :day, :institution, :numerator, :denominator, :exclusion) on conflict do nothing
                """,
                Stream.concat(result.shares().stream(), result.excluded().stream())
                        .map(it -> new MapSqlParameterSource()
                                .addValue("formula", result.formula().id())
                                .addValue("day", result.asAt())
                                .addValue("institution", it.place().id())
                                .addValue("numerator", it.amounts().numerator())
                                .addValue("denominator", it.amounts().denominator())
                                .addValue("exclusion", it.place().exclusion()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /** The months of every version of a formula, the oldest first. */
    List<Frozen> list(String code) {
        return jdbc.sql(MONTHS.formatted("f.code = :code and"))
                .param("code", code)
                .query((row, i) -> month(row))
                .list();
    }

    /** Every formula's months, by its code. */
    Map<String, List<Frozen>> listAll() {
        var months = new HashMap<String, List<Frozen>>();
        jdbc.sql(MONTHS.formatted(""))
                .query((row, i) -> months.computeIfAbsent(row.getString("code"), key -> new ArrayList<>())
                        .add(month(row)))
                .list();
        return months;
    }

    private static Frozen month(ResultSet row) throws SQLException {
        return new Frozen(
                row.getObject("as_at", LocalDate.class),
                new Amounts(row.getBigDecimal("numerator"), row.getBigDecimal("denominator")),
                row.getLong("institutions"),
                row.getLong("covered"),
                row.getObject("frozen_at", OffsetDateTime.class));
    }

    record Line(String name, Amounts amounts) {}

    Map<Long, Line> lines(String code, LocalDate asAt) {
        var lines = new HashMap<Long, Line>();
        jdbc.sql("""
                select z.institution_id, i.name, z.numerator, z.denominator
                  from indicator.frozen z join indicator.formula f on f.id = z.formula_id join institution.directory i on i.id = z.institution_id
                 where f.code = :code and z.as_at = :day and z.exclusion is null
                """)
                .param("code", code)
                .param("day", asAt)
                .query((row, i) -> lines.put(
                        row.getLong(1),
                        new Line(row.getString(2), new Amounts(row.getBigDecimal(3), row.getBigDecimal(4)))))
                .list();
        return lines;
    }

    List<Frozen.Correction> listCorrections(String code, LocalDate asAt) {
        return jdbc.sql("""
                select c.published, c.recomputed, c.reason, c.made_by_name, c.made_at
                  from indicator.correction c join indicator.formula f on f.id = c.formula_id
                 where f.code = :code and c.as_at = :day order by c.id
                """)
                .param("code", code)
                .param("day", asAt)
                .query(Frozen.Correction.class)
                .list();
    }

    void insertCorrection(
            long formulaId, LocalDate asAt, String published, String recomputed, String reason, String maker) {
        jdbc.sql("""
                insert into indicator.correction (formula_id, as_at, published, recomputed, reason, made_by_name)
                values (:id, :day, :published, :recomputed, :reason, :maker)
                """)
                .param("id", formulaId)
                .param("day", asAt)
                .param("published", published)
                .param("recomputed", recomputed)
                .param("reason", reason)
                .param("maker", maker)
                .update();
    }

    static boolean same(Amounts a, Amounts b) {
        return equal(a.numerator(), b.numerator())
                && equal(
                        a.denominator() == null ? BigDecimal.ZERO : a.denominator(),
                        b.denominator() == null ? BigDecimal.ZERO : b.denominator());
    }

    private static boolean equal(BigDecimal a, BigDecimal b) {
        return a.setScale(2, java.math.RoundingMode.HALF_UP).compareTo(b.setScale(2, java.math.RoundingMode.HALF_UP))
                == 0;
    }
}
