package vn.lanhnghe.learning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class GradingRepository {

    private record Rule(
            long id,
            String name,
            String clauseCode,
            BigDecimal scale,
            int decimals,
            BigDecimal passMark,
            int regularWeight,
            int periodicWeight,
            BigDecimal testsShare,
            BigDecimal examShare,
            BigDecimal attendanceLeast,
            BigDecimal testsLeast,
            int mostSittings) {}

    private final JdbcClient jdbc;
    private final Map<LocalDate, Grading> byDay = new ConcurrentHashMap<>();

    GradingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The rule in force on the day; rules change by migration only, so a day's rule is asked for once. */
    Grading get(LocalDate on) {
        return byDay.computeIfAbsent(on, this::read);
    }

    private Grading read(LocalDate on) {
        var rule = jdbc.sql("""
                select id, name, clause_code, scale, decimals, pass_mark, regular_weight, periodic_weight, tests_share, exam_share,
                       attendance_least, tests_least, most_sittings
                  from learning.grading_rule
                 where valid_from <= :on and (valid_to is null or valid_to >= :on) order by valid_from desc limit 1
                """).param("on", on).query(Rule.class).single();
        var bands =
                jdbc.sql("""
                select code, label, english, at_least, most_resits from learning.rank_band where rule_id = :id order by at_least desc
                """).param("id", rule.id()).query(Grading.Band.class).list();
        var conditions = jdbc.sql("select folded from learning.condition_subject where rule_id = :id")
                .param("id", rule.id())
                .query(String.class)
                .list();
        return new Grading(
                rule.id(),
                rule.name(),
                rule.clauseCode(),
                rule.scale(),
                rule.decimals(),
                rule.passMark(),
                new Grading.Parts(
                        rule.regularWeight(),
                        rule.periodicWeight(),
                        rule.testsShare(),
                        rule.examShare(),
                        rule.attendanceLeast(),
                        rule.testsLeast(),
                        rule.mostSittings()),
                bands,
                conditions);
    }
}
