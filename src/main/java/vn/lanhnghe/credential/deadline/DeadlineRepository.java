package vn.lanhnghe.credential.deadline;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.database.Scope;

@Repository
class DeadlineRepository {

    /** Each clock's start once, with the term that was in force on that day. */
    private static final String RUNNING = """
            with running as (
              select institution_id, decision_id, step, medium, started_on, count(*) as diplomas from credential.running_clock
               where (:institution::bigint is null or institution_id = :institution::bigint)
               group by institution_id, decision_id, step, medium, started_on),
            term as (
              select s.step, s.medium, s.started_on, t.days, t.working, t.clause_code, credential.due(s.started_on, t.days, t.working) as due_on
                from (select distinct step, medium, started_on from running) s
                join credential.deadline t on t.step = s.step and t.medium = s.medium and t.valid_from <= s.started_on
                 and (t.valid_to is null or t.valid_to >= s.started_on))
            """;

    private final JdbcClient jdbc;

    DeadlineRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The running clocks by decision, the one that ends first before the others. */
    List<Overdue> list(@Nullable Long institutionId, @Nullable LocalDate dueBefore) {
        return jdbc.sql(RUNNING + """
                select r.institution_id, i.name as institution, r.decision_id, c.number as decision, r.step, r.started_on, t.days, t.working, t.due_on,
                       l.label as clause, sum(r.diplomas) as diplomas
                  from running r join term t using (step, medium, started_on)
                  join credential.decision c on c.id = r.decision_id
                  join institution.plate i on i.id = r.institution_id
                  join law.reference l on l.clause_code = t.clause_code
                 where (:before::date is null or t.due_on < :before::date)
                 group by r.institution_id, i.name, r.decision_id, c.number, r.step, r.started_on, t.days, t.working, t.due_on, l.label
                 order by t.due_on, i.name, c.number limit 500
                """)
                .param("institution", institutionId)
                .param("before", dueBefore)
                .query(Overdue.class)
                .list();
    }

    /** A college's clocks: how many run, how many are late, and how long the latest has been. */
    record College(
            long institutionId,
            String name,
            long issuing,
            long issuingLate,
            long handing,
            long handingLate,
            @Nullable LocalDate earliest) {}

    List<College> listColleges(LocalDate today) {
        return jdbc.sql(RUNNING + """
                select r.institution_id, i.name,
                       coalesce(sum(r.diplomas) filter (where r.step = 'ISSUE'), 0) as issuing,
                       coalesce(sum(r.diplomas) filter (where r.step = 'ISSUE' and t.due_on < :today), 0) as issuing_late,
                       coalesce(sum(r.diplomas) filter (where r.step = 'HAND_OVER'), 0) as handing,
                       coalesce(sum(r.diplomas) filter (where r.step = 'HAND_OVER' and t.due_on < :today), 0) as handing_late,
                       min(t.due_on) filter (where t.due_on < :today) as earliest
                  from running r join term t using (step, medium, started_on)
                  join institution.plate i on i.id = r.institution_id
                 group by r.institution_id, i.name order by min(t.due_on), i.name
                """)
                .param("institution", null)
                .param("today", today)
                .query(College.class)
                .list();
    }

    /** The terms of one diploma, those that have started. */
    List<Term> terms(long diplomaId) {
        return jdbc.sql("""
                with step as (
                  select d.id, 'ISSUE' as step, d.medium, c.decided_on as started_on, (d.released_at at time zone 'Asia/Ho_Chi_Minh')::date as done_on
                    from credential.diploma d join credential.decision c on c.id = d.decision_id where d.id = :id and d.state <> 'VOID'
                  union all
                  select d.id, 'HAND_OVER', d.medium, (d.released_at at time zone 'Asia/Ho_Chi_Minh')::date,
                         (d.handed_over_at at time zone 'Asia/Ho_Chi_Minh')::date
                    from credential.diploma d where d.id = :id and d.released_at is not null
                     and (d.handed_over_at is not null or d.state in ('VALID', 'SUSPENDED')))
                select s.step, s.started_on, t.days, t.working, credential.due(s.started_on, t.days, t.working) as due_on, s.done_on, l.label as clause
                  from step s join credential.deadline t on t.step = s.step and t.medium = s.medium and t.valid_from <= s.started_on
                   and (t.valid_to is null or t.valid_to >= s.started_on)
                  join law.reference l on l.clause_code = t.clause_code
                 order by s.started_on, s.step desc
                """).param("id", diplomaId).query(Term.class).list();
    }

    /** Until when the diplomas of these decisions are to be released, the earliest of each. */
    Map<Long, LocalDate> due(Collection<Long> decisionIds) {
        return jdbc
                .sql("""
                select r.decision_id, min(credential.due(r.started_on, t.days, t.working)) as due_on
                  from (select distinct decision_id, step, medium, started_on from credential.running_clock
                         where step = 'ISSUE' and decision_id = any(:ids)) r
                  join credential.deadline t on t.step = r.step and t.medium = r.medium and t.valid_from <= r.started_on
                   and (t.valid_to is null or t.valid_to >= r.started_on)
                 group by r.decision_id
                """)
                .param("ids", decisionIds.toArray(Long[]::new))
                .query((row, i) -> Map.entry(row.getLong("decision_id"), row.getObject("due_on", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** When diplomas of each medium would have to be released by a decision of that day. */
    Map<String, LocalDate> issueBy(LocalDate decidedOn) {
        return jdbc
                .sql("""
                select medium, credential.due(:day, days, working) as due_on from credential.deadline
                 where step = 'ISSUE' and valid_from <= :day and (valid_to is null or valid_to >= :day)
                """)
                .param("day", decidedOn)
                .query((row, i) -> Map.entry(
                        Objects.requireNonNull(row.getString("medium")), row.getObject("due_on", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The lengths themselves, as the clauses have them. */
    record Length(
            Term.Step step,
            String medium,
            int days,
            boolean working,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String clause,
            boolean verified) {}

    List<Length> listLengths() {
        return jdbc.sql("""
                select t.step, t.medium, t.days, t.working, t.valid_from, t.valid_to, l.label as clause, l.verified
                  from credential.deadline t join law.reference l on l.clause_code = t.clause_code
                 order by t.step desc, t.medium desc, t.valid_from desc
                """).query(Length.class).list();
    }

    /** The decided sessions whose diplomas have been prepared. */
    List<Long> listPreparedSessions() {
        return jdbc.sql("select distinct graduation_id from credential.decision where graduation_id is not null")
                .query(Long.class)
                .list();
    }

    /** A day that is no working day, or is one against the week's order. */
    record Holiday(LocalDate onDay, String name, boolean worked, String clause, boolean verified) {}

    List<Holiday> listHolidays(int year) {
        return jdbc.sql("""
                select h.on_day, h.name, h.worked, l.label as clause, h.verified
                  from credential.holiday h join law.reference l on l.clause_code = h.clause_code
                 where h.on_day between make_date(:year, 1, 1) and make_date(:year, 12, 31) order by h.on_day
                """).param("year", year).query(Holiday.class).list();
    }

    /** Says whether the day was new. */
    boolean insertHoliday(LocalDate day, String name, boolean worked) {
        return jdbc.sql("""
                        insert into credential.holiday (on_day, name, worked, clause_code, recorded_by_name) values (:day, :name, :worked, 'BLLD.112', :by)
                        on conflict do nothing
                        """)
                        .param("day", day)
                        .param("name", name)
                        .param("worked", worked)
                        .param("by", Scope.current().actor())
                        .update()
                == 1;
    }

    boolean deleteHoliday(LocalDate day) {
        return jdbc.sql("delete from credential.holiday where on_day = :day")
                        .param("day", day)
                        .update()
                == 1;
    }
}
