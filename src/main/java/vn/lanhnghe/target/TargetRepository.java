package vn.lanhnghe.target;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TargetRepository {

    private static final String TARGET = """
            select t.code, t.name, t.unit, t.numerator, t.denominator, t.owner, coalesce(r.label, t.clause_code) as clause,
                   coalesce(r.verified, false) as clause_verified, t.note, t.lacking, t.awaited,
                   n.year as n_year, n.comparison as n_comparison, n.threshold as n_threshold, n.wording as n_wording,
                   n.scope as n_scope, n.verified as n_verified,
                   f.year as f_year, f.comparison as f_comparison, f.threshold as f_threshold, f.wording as f_wording,
                   f.scope as f_scope, f.verified as f_verified
              from target.target t
              join target.milestone n on n.target_code = t.code and n.year = 2025
              join target.milestone f on f.target_code = t.code and f.year = 2030
              left join law.reference r on r.clause_code = t.clause_code
            """;

    private final JdbcClient jdbc;

    TargetRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Target> list() {
        return jdbc.sql(TARGET + " order by t.code")
                .query(TargetRepository::target)
                .list();
    }

    Optional<Target> find(String code) {
        return jdbc.sql(TARGET + " where t.code = :code")
                .param("code", code)
                .query(TargetRepository::target)
                .optional();
    }

    StatusRule getRule(LocalDate asAt) {
        return jdbc.sql("""
                        select at_risk_from, note from target.status_rule
                         where valid_from <= :asAt and (valid_to is null or valid_to >= :asAt) order by valid_from desc limit 1
                        """).param("asAt", asAt).query(StatusRule.class).single();
    }

    private static Target target(ResultSet row, int number) throws SQLException {
        return new Target(
                row.getString("code"),
                row.getString("name"),
                row.getString("unit"),
                row.getString("numerator"),
                row.getString("denominator"),
                row.getString("owner"),
                row.getString("clause"),
                row.getBoolean("clause_verified"),
                row.getString("note"),
                row.getString("lacking"),
                row.getString("awaited"),
                milestone(row, "n_"),
                milestone(row, "f_"));
    }

    private static Milestone milestone(ResultSet row, String side) throws SQLException {
        return new Milestone(
                row.getInt(side + "year"),
                row.getString(side + "comparison"),
                row.getBigDecimal(side + "threshold"),
                row.getString(side + "wording"),
                row.getString(side + "scope"),
                row.getBoolean(side + "verified"));
    }
}
