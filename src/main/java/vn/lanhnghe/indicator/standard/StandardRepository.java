package vn.lanhnghe.indicator.standard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.file.Scan;

@Repository
class StandardRepository {

    private static final String SELECT = """
            select a.id, a.institution_id, i.code as institution_code, i.name as institution, a.year, a.as_at, a.due_on, a.state, a.verdict
              from indicator.assessment a join institution.directory i on i.id = a.institution_id
            """;

    private final JdbcClient jdbc;

    StandardRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When figures of a year are frozen and when its report is due. */
    record Rule(LocalDate validFrom, int freezeMonth, int freezeDay, int dueMonth, int dueDay, String clause) {

        /** The first year that is reported on. */
        int firstYear() {
            return validFrom.getYear();
        }

        LocalDate asAt(int year) {
            return LocalDate.of(year, freezeMonth, freezeDay);
        }

        LocalDate dueOn(int year) {
            return LocalDate.of(year + 1, dueMonth, dueDay);
        }
    }

    Rule rule(LocalDate day) {
        return jdbc.sql("""
                select (select min(b.valid_from) from indicator.report_rule b) as valid_from, r.freeze_month, r.freeze_day, r.due_month, r.due_day, coalesce(l.label, r.clause_code) as clause
                  from indicator.report_rule r left join law.reference l on l.clause_code = r.clause_code
                 where r.valid_from <= :day order by r.valid_from desc limit 1
                """).param("day", day).query(Rule.class).single();
    }

    List<Requirement> listRequirements() {
        return jdbc.sql("""
                select r.code, r.name, coalesce(l.label, r.clause_code) as clause, r.exempt,
                       array(select f.formula_code from indicator.requirement_figure f where f.requirement = r.code order by 1) as figures
                  from indicator.requirement r left join law.reference l on l.clause_code = r.clause_code order by r.place
                """)
                .query((row, i) -> new Requirement(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), List.of((String[])
                                row.getArray(5).getArray())))
                .list();
    }

    /** Reports of an institution, the newest year first. */
    List<Assessment> listOf(long institution) {
        return jdbc.sql(SELECT + "where a.institution_id = :institution order by a.year desc")
                .param("institution", institution)
                .query(Assessment.class)
                .list();
    }

    Optional<Assessment> find(long id) {
        return jdbc.sql(SELECT + "where a.id = :id")
                .param("id", id)
                .query(Assessment.class)
                .optional();
    }

    /** Institutions that must report for a year, or have; without one that is begun the state is null. */
    record Duty(
            long institutionId,
            String code,
            String name,
            @Nullable Long id,
            Assessment.@Nullable State state,
            Assessment.@Nullable Verdict verdict) {}

    private static final String DUTIES = """
            with graduated as (
              select distinct f.institution_id from learning.study_fact f
               where f.graduated_on <= :asAt and f.graduated_on > cast(:asAt as date) - interval '12 months'
                 and f.level in ('CAO_DANG', 'TRUNG_CAP', 'TRUNG_HOC_NGHE')
            ), due as (
              select i.id as institution_id, i.code, i.name, i.sort_key, a.id, a.state, a.verdict
                from institution.directory i left join graduated g on g.institution_id = i.id
                left join indicator.assessment a on a.institution_id = i.id and a.year = :year
               where g.institution_id is not null or a.id is not null
            )
            """;

    List<Duty> listDuties(int year, LocalDate asAt, String state, int limit, int offset) {
        return jdbc.sql(DUTIES + """
                select institution_id, code, name, id, state, verdict from due
                 where :state = '' or coalesce(state, 'NONE') = :state order by sort_key, institution_id limit :limit offset :offset
                """)
                .param("year", year)
                .param("asAt", asAt)
                .param("state", state)
                .param("limit", limit)
                .param("offset", offset)
                .query(Duty.class)
                .list();
    }

    /** How many there are in each state; NONE is not begun. */
    Map<String, Long> countDuties(int year, LocalDate asAt) {
        var counts = new LinkedHashMap<String, Long>();
        jdbc.sql(DUTIES + "select coalesce(state, 'NONE'), count(*) from due group by 1 order by 1")
                .param("year", year)
                .param("asAt", asAt)
                .query((row, i) -> counts.put(row.getString(1), row.getLong(2)))
                .list();
        return counts;
    }

    /** Whether an institution must report: it has graduated somebody in the twelve months before. */
    boolean mustReport(long institution, LocalDate asAt) {
        return jdbc.sql("""
                select exists (select from learning.study_fact f where f.institution_id = :institution and f.graduated_on <= :asAt
                   and f.graduated_on > cast(:asAt as date) - interval '12 months' and f.level in ('CAO_DANG', 'TRUNG_CAP', 'TRUNG_HOC_NGHE'))
                """)
                .param("institution", institution)
                .param("asAt", asAt)
                .query(Boolean.class)
                .single();
    }

    long countSent() {
        return jdbc.sql("select count(*) from indicator.assessment where state = 'SENT'")
                .query(Long.class)
                .single();
    }

    long insert(long institution, int year, LocalDate asAt, LocalDate dueOn) {
        return jdbc.sql("""
                insert into indicator.assessment (institution_id, year, as_at, due_on) values (:institution, :year, :asAt, :dueOn) returning id
                """)
                .param("institution", institution)
                .param("year", year)
                .param("asAt", asAt)
                .param("dueOn", dueOn)
                .query(Long.class)
                .single();
    }

    Map<String, Line> lines(long assessment) {
        var lines = new LinkedHashMap<String, Line>();
        jdbc.sql("""
                select code, verdict, declared, words, evidence, evidence_name, by_name, at from indicator.assessment_line
                 where assessment_id = :id order by code
                """).param("id", assessment).query(Line.class).list().forEach(it -> lines.put(it.code(), it));
        return lines;
    }

    /** Says something of a line, in place of what was said before; evidence stays when none is brought. */
    void say(
            Assessment assessment,
            String code,
            Line.Verdict verdict,
            @Nullable BigDecimal declared,
            String words,
            @Nullable String evidence,
            @Nullable Scan scan,
            String by) {
        jdbc.sql("""
                insert into indicator.assessment_line (assessment_id, institution_id, code, verdict, declared, words, evidence, evidence_name, by_name)
                values (:id, :institution, :code, :verdict, :declared, :words, :evidence, :name, :by)
                on conflict (assessment_id, code) do update
                  set verdict = excluded.verdict, declared = excluded.declared, words = excluded.words, by_name = excluded.by_name, at = now(),
                      evidence = coalesce(excluded.evidence, assessment_line.evidence),
                      evidence_name = coalesce(excluded.evidence_name, assessment_line.evidence_name)
                """)
                .param("id", assessment.id())
                .param("institution", assessment.institutionId())
                .param("code", code)
                .param("verdict", verdict.name())
                .param("declared", declared)
                .param("words", words)
                .param("evidence", evidence)
                .param("name", scan == null ? null : scan.name())
                .param("by", by)
                .update();
    }

    List<Measure> figures(long assessment) {
        return jdbc.sql("""
                select code, version, name, asked, said, met from indicator.assessment_figure where assessment_id = :id order by code
                """).param("id", assessment).query(Measure.class).list();
    }

    void keep(Assessment assessment, List<Measure> measures) {
        jdbc.sql("delete from indicator.assessment_figure where assessment_id = :id")
                .param("id", assessment.id())
                .update();
        for (var it : measures) {
            jdbc.sql("""
                    insert into indicator.assessment_figure (assessment_id, institution_id, code, version, name, asked, said, met)
                    values (:id, :institution, :code, :version, :name, :asked, :said, :met)
                    """)
                    .param("id", assessment.id())
                    .param("institution", assessment.institutionId())
                    .param("code", it.code())
                    .param("version", it.version())
                    .param("name", it.name())
                    .param("asked", it.asked())
                    .param("said", it.said())
                    .param("met", it.met())
                    .update();
        }
    }

    /** Whether the report was still in the state it was thought to be in. */
    boolean move(Assessment assessment, Assessment.State to, Assessment.@Nullable Verdict verdict) {
        return jdbc.sql("""
                update indicator.assessment set state = :to, verdict = coalesce(:verdict, verdict) where id = :id and state = :from
                """)
                        .param("id", assessment.id())
                        .param("from", assessment.state().name())
                        .param("to", to.name())
                        .param("verdict", verdict == null ? null : verdict.name())
                        .update()
                == 1;
    }

    /** Reports that the department has taken, for anybody. */
    List<Assessment> listAccepted(int limit, int offset) {
        return jdbc.sql(
                        SELECT
                                + "where a.state = 'ACCEPTED' order by a.year desc, i.sort_key, a.id limit :limit offset :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query(Assessment.class)
                .list();
    }

    long countAccepted() {
        return jdbc.sql("select count(*) from indicator.assessment where state = 'ACCEPTED'")
                .query(Long.class)
                .single();
    }
}
