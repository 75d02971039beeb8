package vn.lanhnghe.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class IndicatorRepository {

    /** The courses of study known by the end of the day, each with what was due and what was there. */
    private static final String STUDY = """
            with definition as (
              select d.*, p.types, (cast(:asAt as date) + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' as until
                from indicator.definition d join indicator.population p on p.definition_id = d.id
               where d.code = :code and d.version = :version and p.milestone = :milestone
            ), diploma as (
              select r.enrolment_id,
                     bool_or(r.released_at < d.until and (r.ended_at is null or r.ended_at >= d.until)) as living
                from credential.diploma_record r cross join definition d
               where r.decided_on <= :asAt and (cast(:institution as bigint) is null or r.institution_id = :institution)
               group by r.enrolment_id
            ), study as (
              select s.institution_id, s.enrolment_id, s.student_code, s.full_name, s.sort_key, s.admitted_on,
                     (s.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date as recorded_on,
                     coalesce(s.admitted_on, (s.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date)
                       <= cast(:asAt as date) - d.result_after_days as result_due,
                     coalesce(s.results_at < d.until, false) as has_result,
                     p.enrolment_id is not null as diploma_due, coalesce(p.living, false) as has_diploma
                from learning.study_record s cross join definition d left join diploma p on p.enrolment_id = s.enrolment_id
               where s.recorded_at < d.until and (cast(:institution as bigint) is null or s.institution_id = :institution)
            )
            """;

    /** Each institution of the milestone's types with its three parts. */
    private static final String MEASURED = STUDY + """
            , part as (
              select institution_id, count(*) as learners,
                     count(*) filter (where result_due) as results_due,
                     count(*) filter (where result_due and has_result) as results_done,
                     count(*) filter (where diploma_due) as diplomas_due,
                     count(*) filter (where diploma_due and has_diploma) as diplomas_done
                from study group by institution_id
            ), counted as (
              select i.id as institution_id, i.code, coalesce(h.name, i.name) as name, coalesce(h.type_label, i.type_label) as type_label,
                     coalesce(h.region, i.region) as region,
                     case when h.id is null or (h.status = 'OPEN' and h.status_from > :asAt) then 'chưa hoạt động tại ngày tính'
                          when h.status <> 'OPEN' then coalesce(x.reason, 'tình trạng ' || h.status) end as exclusion,
                     coalesce(p.learners, 0) as learners,
                     coalesce(p.results_due, 0) as results_due, coalesce(p.results_done, 0) as results_done,
                     coalesce(p.diplomas_due, 0) as diplomas_due, coalesce(p.diplomas_done, 0) as diplomas_done,
                     coalesce(p.learners > 0, false) as process,
                     coalesce(p.results_due > 0 and p.results_done * 100 >= d.result_share * p.results_due, false) as results,
                     coalesce(p.diplomas_done > 0 and p.diplomas_done * 100 >= d.diploma_share * p.diplomas_due, false) as diplomas
                from institution.directory i cross join definition d
                left join part p on p.institution_id = i.id
                left join institution.history h
                  on h.id = i.id and h.valid_from <= :asAt and (h.valid_to is null or h.valid_to > :asAt)
                left join indicator.exclusion x on x.status = h.status
               where (d.types is null or coalesce(h.type, i.type) = any (d.types))
                 and (cast(:institution as bigint) is null or i.id = :institution)
                 and ((select scope.reads_all()) or i.id = (select scope.institution()))
            ), measured as (
              select *, process and results and diplomas as met from counted
            )
            """;

    private static final String CHOSEN = """
             from measured where exclusion is null
              and (cast(:met as boolean) is null or met = :met) and (cast(:region as integer) is null or region = :region)
            """;

    private static final String MISSED = """
             from study
              where case cast(:missing as text) when 'RESULT' then result_due and not has_result
                                                when 'DIPLOMA' then diploma_due and not has_diploma else true end
            """;

    private final JdbcClient jdbc;

    IndicatorRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Definition> find(String code, int milestone, LocalDate asAt) {
        return jdbc.sql("""
                        select d.code, d.version, p.milestone, p.label as population, d.formula, d.numerator, d.denominator,
                               d.process_rule, d.result_rule, d.diploma_rule, d.exclusion_rule, d.result_share,
                               d.result_after_days, d.diploma_share, coalesce(r.label, d.clause_code) as clause,
                               d.verified and coalesce(r.verified, false) as verified, d.note, d.valid_from, d.valid_to
                          from indicator.definition d join indicator.population p on p.definition_id = d.id
                          left join law.reference r on r.clause_code = d.clause_code
                         where d.code = :code and p.milestone = :milestone
                           and d.valid_from <= :asAt and (d.valid_to is null or d.valid_to >= :asAt)
                         order by d.version desc limit 1
                        """)
                .param("code", code)
                .param("milestone", milestone)
                .param("asAt", asAt)
                .query(Definition.class)
                .optional();
    }

    Optional<LocalDate> findFirstDay(String code) {
        return jdbc.sql("select valid_from from indicator.definition where code = :code order by valid_from limit 1")
                .param("code", code)
                .query(LocalDate.class)
                .optional();
    }

    /** Indicators that have a formula, with it in words. */
    List<Computed> listComputed() {
        return jdbc.sql("""
                select distinct on (code) code, formula from indicator.definition order by code, version desc
                """).query(Computed.class).list();
    }

    record Computed(String code, String formula) {}

    /** The milestones a formula computes, the latest first. */
    List<Integer> listMilestones(String code) {
        return jdbc.sql("""
                select distinct p.milestone from indicator.population p join indicator.definition d on d.id = p.definition_id
                 where d.code = :code order by p.milestone desc
                """).param("code", code).query(Integer.class).list();
    }

    Figure compute(Definition definition, LocalDate asAt) {
        return ask(MEASURED + """
                        select cast(:code as text) as code, cast(:milestone as integer) as milestone, cast(:asAt as date) as as_at,
                               cast(:version as integer) as version, cast(:population as text) as population,
                               count(*) filter (where exclusion is null and met) as numerator,
                               count(*) filter (where exclusion is null) as denominator,
                               count(*) filter (where exclusion is not null) as excluded,
                               count(*) filter (where exclusion is null and process) as covered
                          from measured
                        """, definition, asAt, null)
                .param("population", definition.population())
                .query(Figure.class)
                .single();
    }

    long count(Definition definition, LocalDate asAt, Choice choice) {
        return choose(MEASURED + "select count(*)" + CHOSEN, definition, asAt, choice)
                .query(Long.class)
                .single();
    }

    List<Measured> list(Definition definition, LocalDate asAt, Choice choice, int limit, int offset) {
        return choose(
                        MEASURED + "select *" + CHOSEN
                                + " order by met, process, name, institution_id limit :limit offset :offset",
                        definition,
                        asAt,
                        choice)
                .param("limit", limit)
                .param("offset", offset)
                .query(Measured.class)
                .list();
    }

    List<Measured> listExcluded(Definition definition, LocalDate asAt) {
        return ask(
                        MEASURED + "select * from measured where exclusion is not null order by exclusion, name",
                        definition,
                        asAt,
                        null)
                .query(Measured.class)
                .list();
    }

    Optional<Measured> find(Definition definition, LocalDate asAt, long institution) {
        return ask(MEASURED + "select * from measured", definition, asAt, institution)
                .query(Measured.class)
                .optional();
    }

    long countRows(Definition definition, LocalDate asAt, long institution, @Nullable Missing missing) {
        return ask(STUDY + "select count(*)" + MISSED, definition, asAt, institution)
                .param("missing", missing == null ? null : missing.name())
                .query(Long.class)
                .single();
    }

    List<StudyRow> listRows(
            Definition definition,
            LocalDate asAt,
            long institution,
            @Nullable Missing missing,
            boolean names,
            int offset) {
        return ask(
                        STUDY + """
                        select enrolment_id, student_code, case when :names then full_name end as full_name, admitted_on, recorded_on,
                               result_due, has_result, diploma_due, has_diploma
                        """ + MISSED
                                + " order by case when :names then sort_key end, student_code limit 50 offset :offset",
                        definition,
                        asAt,
                        institution)
                .param("missing", missing == null ? null : missing.name())
                .param("names", names)
                .param("offset", offset)
                .query(StudyRow.class)
                .list();
    }

    private StatementSpec choose(String sql, Definition definition, LocalDate asAt, Choice choice) {
        return ask(sql, definition, asAt, choice.institution())
                .param("met", choice.met())
                .param("region", choice.region());
    }

    private StatementSpec ask(String sql, Definition definition, LocalDate asAt, @Nullable Long institution) {
        return jdbc.sql(sql)
                .param("code", definition.code())
                .param("version", definition.version())
                .param("milestone", definition.milestone())
                .param("asAt", asAt)
                .param("institution", institution);
    }
}
