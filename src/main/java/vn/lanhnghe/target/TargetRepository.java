package vn.lanhnghe.target;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TargetRepository {

    private static final String TARGET = """
            with standing as (
              select m.target_code, m.year, coalesce(r.comparison, m.comparison) as comparison, coalesce(r.threshold, m.threshold) as threshold,
                     coalesce(r.wording, m.wording) as wording, m.scope, m.verified, m.formula_code, m.start_on, m.start_value, r.text_code as revision
                from target.milestone m
                left join lateral (select * from target.revision v where v.target_code = m.target_code and v.year = m.year and v.since <= :day
                                    order by v.since desc, v.id desc limit 1) r on true
            )
            select t.code, t.name, t.unit, t.numerator, t.denominator, t.owner, coalesce(r.label, t.clause_code) as clause,
                   coalesce(r.verified, false) as clause_verified, t.note, t.lacking, t.awaited,
                   n.year as n_year, n.comparison as n_comparison, n.threshold as n_threshold, n.wording as n_wording,
                   n.scope as n_scope, n.verified as n_verified, n.formula_code as n_formula, n.start_on as n_start_on, n.start_value as n_start_value,
                   n.revision as n_revision,
                   f.year as f_year, f.comparison as f_comparison, f.threshold as f_threshold, f.wording as f_wording,
                   f.scope as f_scope, f.verified as f_verified, f.formula_code as f_formula, f.start_on as f_start_on, f.start_value as f_start_value,
                   f.revision as f_revision
              from target.target t
              join standing n on n.target_code = t.code and n.year = 2025
              join standing f on f.target_code = t.code and f.year = 2030
              left join law.reference r on r.clause_code = t.clause_code
            """;

    private static final String PROOF = """
            select id, year, words, evidence, evidence_name, brought_by, brought_by_name, brought_at, accepted, reason, judged_by_name, judged_at
              from target.proof
            """;

    private static final RowMapper<Proof> PROOFS = new SimplePropertyRowMapper<>(Proof.class);

    private final JdbcClient jdbc;

    TargetRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Target> list(LocalDate day) {
        return jdbc.sql(TARGET + " order by t.code")
                .param("day", day)
                .query(TargetRepository::target)
                .list();
    }

    Optional<Target> find(String code, LocalDate day) {
        return jdbc.sql(TARGET + " where t.code = :code")
                .param("day", day)
                .param("code", code)
                .query(TargetRepository::target)
                .optional();
    }

    private static final String RULE =
            "select at_risk_from, note, valid_from, text_code, reason, made_by_name from target.status_rule ";

    StatusRule getRule(LocalDate asAt) {
        return jdbc.sql(RULE + """
                         where valid_from <= :asAt and (valid_to is null or valid_to >= :asAt) order by valid_from desc limit 1
                        """).param("asAt", asAt).query(StatusRule.class).single();
    }

    List<StatusRule> listRules() {
        return jdbc.sql(RULE + "order by valid_from desc limit 50")
                .query(StatusRule.class)
                .list();
    }

    boolean insertRule(BigDecimal atRiskFrom, String text, LocalDate from, String reason, String by) {
        return jdbc.sql("""
                insert into target.status_rule (at_risk_from, note, valid_from, text_code, reason, made_by_name)
                values (:atRiskFrom, :note, :from, :text, :reason, :by) on conflict (valid_from) do nothing
                """)
                        .param("atRiskFrom", atRiskFrom)
                        .param("note", "Mức phân biệt theo " + text + ".")
                        .param("from", from)
                        .param("text", text)
                        .param("reason", reason)
                        .param("by", by)
                        .update()
                == 1;
    }

    Optional<Remedy> findRemedy(String formulaCode) {
        return jdbc.sql("select formula_code, authority, label, address from target.remedy where formula_code = :code")
                .param("code", formulaCode)
                .query(Remedy.class)
                .optional();
    }

    List<Revision> listRevisions(String code) {
        return jdbc.sql("""
                select year, comparison, threshold, wording, text_code, since, reason, made_by_name, made_at from target.revision
                 where target_code = :code order by year, since desc, id desc
                """).param("code", code).query(Revision.class).list();
    }

    void insertRevision(
            String code,
            int year,
            String comparison,
            BigDecimal threshold,
            String wording,
            String text,
            LocalDate since,
            String reason,
            String by) {
        jdbc.sql("""
                insert into target.revision (target_code, year, comparison, threshold, wording, text_code, since, reason, made_by_name)
                values (:code, :year, :comparison, :threshold, :wording, :text, :since, :reason, :by)
                """)
                .param("code", code)
                .param("year", year)
                .param("comparison", comparison)
                .param("threshold", threshold)
                .param("wording", wording)
                .param("text", text)
                .param("since", since)
                .param("reason", reason)
                .param("by", by)
                .update();
    }

    /** Documents a milestone can be changed by: those of the register, by code. */
    Map<String, String> texts() {
        return jdbc
                .sql("select distinct text_code, text_code from law.reference order by 1")
                .query((row, i) -> row.getString(1))
                .list()
                .stream()
                .collect(Collectors.toMap(
                        Function.identity(), Function.identity(), (a, b) -> a, java.util.LinkedHashMap::new));
    }

    List<Explanation> listExplanations(String code) {
        return jdbc.sql("""
                select year, month, cause, action, done_by, by_name, at from target.explanation where target_code = :code order by month desc, year
                """).param("code", code).query(Explanation.class).list();
    }

    boolean explain(String code, int year, LocalDate month, String cause, String action, LocalDate doneBy, String by) {
        return jdbc.sql("""
                insert into target.explanation (target_code, year, month, cause, action, done_by, by_name)
                values (:code, :year, :month, :cause, :action, :done, :by) on conflict do nothing
                """)
                        .param("code", code)
                        .param("year", year)
                        .param("month", month)
                        .param("cause", cause)
                        .param("action", action)
                        .param("done", doneBy)
                        .param("by", by)
                        .update()
                == 1;
    }

    /** Evidence of a target, or of one of its milestones, the newest first. */
    List<Proof> listProofs(String code, @Nullable Integer year) {
        return jdbc.sql(
                        PROOF
                                + "where target_code = :code and (cast(:year as integer) is null or year = :year) order by id desc limit 50")
                .param("code", code)
                .param("year", year)
                .query(Proof.class)
                .list();
    }

    /** The evidence of each milestone as it stood at the end of a day, by code and year: an accepted one, else the last that was brought. */
    Map<String, Proof> proofs(LocalDate day) {
        var proofs = new HashMap<String, Proof>();
        jdbc.sql("""
                select distinct on (p.target_code, p.year) p.target_code, p.id, p.year, p.words, p.evidence, p.evidence_name, p.brought_by, p.brought_by_name,
                       p.brought_at, p.accepted, p.reason, p.judged_by_name, p.judged_at
                  from (select t.target_code, t.id, t.year, t.words, t.evidence, t.evidence_name, t.brought_by, t.brought_by_name, t.brought_at,
                               case when t.judged_at < d.until then t.accepted end as accepted, case when t.judged_at < d.until then t.reason end as reason,
                               case when t.judged_at < d.until then t.judged_by_name end as judged_by_name,
                               case when t.judged_at < d.until then t.judged_at end as judged_at
                          from target.proof t, (select (cast(:day as date) + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' as until) d
                         where t.brought_at < d.until) p
                 order by p.target_code, p.year, coalesce(p.accepted, false) desc, p.id desc
                """)
                .param("day", day)
                .query((row, i) -> proofs.put(row.getString("target_code") + row.getInt("year"), PROOFS.mapRow(row, i)))
                .list();
        return proofs;
    }

    /** Which months of which milestones have been explained. */
    Set<String> listExplained() {
        return new HashSet<>(jdbc.sql("select target_code, year, month from target.explanation")
                .query((row, i) -> key(row.getString(1), row.getInt(2), row.getObject(3, LocalDate.class)))
                .list());
    }

    static String key(String code, int year, LocalDate month) {
        return code + " " + year + " " + month;
    }

    void insertProof(String code, int year, String words, String evidence, String name, long account, String by) {
        jdbc.sql("""
                insert into target.proof (target_code, year, words, evidence, evidence_name, brought_by, brought_by_name)
                values (:code, :year, :words, :evidence, :name, :account, :by)
                """)
                .param("code", code)
                .param("year", year)
                .param("words", words)
                .param("evidence", evidence)
                .param("name", name)
                .param("account", account)
                .param("by", by)
                .update();
    }

    boolean judge(long id, boolean accepted, String reason, long account, String by) {
        return jdbc.sql("""
                update target.proof set accepted = :accepted, reason = :reason, judged_by = :account, judged_by_name = :by, judged_at = now()
                 where id = :id and accepted is null
                """)
                        .param("id", id)
                        .param("accepted", accepted)
                        .param("reason", reason)
                        .param("account", account)
                        .param("by", by)
                        .update()
                == 1;
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
                row.getBoolean(side + "verified"),
                row.getString(side + "formula"),
                row.getObject(side + "start_on", LocalDate.class),
                row.getBigDecimal(side + "start_value"),
                row.getString(side + "revision"));
    }
}
