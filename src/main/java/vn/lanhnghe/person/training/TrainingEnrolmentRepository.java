package vn.lanhnghe.person.training;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.ui.Paging;

@Repository
class TrainingEnrolmentRepository {

    /** People enrolled by one act. */
    public record Batch(
            long id,
            long classId,
            String way,
            int people,
            OffsetDateTime doneAt,
            String doneByName,
            @Nullable OffsetDateTime undoneAt) {}

    private static final String MEMBER = """
            select e.id, e.class_id, e.person_id, p.staff_number, p.full_name, p.birth_date, e.institution_id, i.name as institution, e.batch_id, e.state,
                   e.reason, e.exception, e.final_mark, e.confirmed_at, e.confirmed_by, e.changed_at, e.answered_on,
                   exists (select from person.login l where l.person_id = e.person_id) as account,
                   t.id as certificate_id, t.printed as certificate_number, t.state as certificate_state,
                   p.merged_into is not null
                   or exists (select from person.training_certificate c where c.class_id = e.class_id and c.revoked_at is null
                                 and c.person_id in (select g.id from person.person g where g.merged_into = e.person_id)) as twin,
                   not exists (select from person.spell s where s.person_id = e.person_id and s.principal
                                  and s.starts_on <= (now() at time zone 'Asia/Ho_Chi_Minh')::date
                                  and (s.ends_on is null or s.ends_on >= (now() at time zone 'Asia/Ho_Chi_Minh')::date)) as gone
              from person.training_enrolment e
              join person.person p on p.id = e.person_id
              join institution.directory i on i.id = e.institution_id
              left join person.training_certificate t on t.enrolment_id = e.id
            """;

    private final JdbcClient jdbc;

    TrainingEnrolmentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Member> listMembers(long classId) {
        return jdbc.sql(MEMBER + "where e.class_id = :class order by p.sort_key, e.id")
                .param("class", classId)
                .query(Member.class)
                .list();
    }

    /** Those who sit in the class, in the order of their names. */
    List<Member> listSeated(long classId, int page) {
        return jdbc.sql(MEMBER + """
                        where e.class_id = :class and e.state in ('ENROLLED', 'COMPLETED', 'FAILED') order by p.sort_key, e.id limit :size offset :offset
                        """)
                .param("class", classId)
                .param("size", Paging.SIZE)
                .param("offset", Paging.offset(page))
                .query(Member.class)
                .list();
    }

    Optional<Member> findMember(long id) {
        return jdbc.sql(MEMBER + "where e.id = :id")
                .param("id", id)
                .query(Member.class)
                .optional();
    }

    Optional<Member> findMember(long classId, long personId) {
        return jdbc.sql(MEMBER + "where e.class_id = :class and e.person_id = :person")
                .param("class", classId)
                .param("person", personId)
                .query(Member.class)
                .optional();
    }

    /** Nobody's name or birth date changes until this is done. */
    void holdPeople(long classId) {
        jdbc.sql("""
                select p.id from person.person p where p.id in (select e.person_id from person.training_enrolment e where e.class_id = :class)
                 order by p.id for share
                """).param("class", classId).query(rows -> {});
    }

    /** How many seats of a class are taken, over all colleges. */
    int countSeated(long classId) {
        return jdbc.sql(
                        "select count(*) from person.training_enrolment where class_id = :class and state in ('ENROLLED', 'COMPLETED', 'FAILED')")
                .param("class", classId)
                .query(Integer.class)
                .single();
    }

    /** Who of these sits in the class already. */
    List<Long> listSeated(long classId, List<Long> people) {
        return jdbc.sql("""
                select person_id from person.training_enrolment
                 where class_id = :class and person_id = any(:people) and state in ('ENROLLED', 'COMPLETED', 'FAILED')
                """)
                .param("class", classId)
                .param("people", people.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    long insertBatch(long classId, String way, int people, OffsetDateTime at, String by) {
        return jdbc.sql("""
                insert into person.training_batch (class_id, way, people, done_at, done_by_name) values (:class, :way, :people, :at, :by) returning id
                """)
                .param("class", classId)
                .param("way", way)
                .param("people", people)
                .param("at", at)
                .param("by", by)
                .query(Long.class)
                .single();
    }

    List<Batch> listBatches(long classId) {
        return jdbc.sql(
                        "select id, class_id, way, people, done_at, done_by_name, undone_at from person.training_batch where class_id = :class order by id desc")
                .param("class", classId)
                .query(Batch.class)
                .list();
    }

    Optional<Batch> findBatch(long id) {
        return jdbc.sql(
                        "select id, class_id, way, people, done_at, done_by_name, undone_at from person.training_batch where id = :id")
                .param("id", id)
                .query(Batch.class)
                .optional();
    }

    /** Who of these has not completed what their course needs first, or is not whom it is for; a course and a person at a time, in their order. */
    List<Unready.Person> listUnready(List<Long> courses, List<Long> people, LocalDate today) {
        return jdbc.sql("""
                with asked as (
                  select u.course, u.person, d.audience,
                         (select string_agg(n.code, ', ' order by n.code)
                            from person.training_prerequisite r
                            join person.training_course n on n.id = r.needs_id
                           where r.course_id = u.course and not exists (
                                 select from person.training_enrolment e
                                   join person.training_class c on c.id = e.class_id
                                   join person.training_course d on d.id = c.course_id and d.institution_id = n.institution_id and d.code = n.code
                                   left join person.training_certificate t on t.enrolment_id = e.id
                                  where e.state = 'COMPLETED' and t.revoked_at is null
                                    and e.person_id in (select m.id from person.person m where m.id = u.person or m.merged_into = u.person))) as codes,
                         coalesce((select bool_or(s.post = 'MANAGER') from person.staff s
                                    where s.person_id = u.person and s.starts_on <= :today and (s.ends_on is null or s.ends_on >= :today)), false) as manages,
                         coalesce((select bool_or(s.teaches) from person.staff s
                                    where s.person_id = u.person and s.starts_on <= :today and (s.ends_on is null or s.ends_on >= :today)), false) as teaches
                    from unnest(:courses::bigint[], :people::bigint[]) as u (course, person)
                    join person.training_course d on d.id = u.course)
                select a.person as person_id, p.staff_number, p.full_name, a.course as course_id,
                       concat_ws('; ', 'chưa hoàn thành ' || a.codes,
                                 case when a.audience = 'MANAGER' and not a.manages then 'khoá dành cho cán bộ quản lý'
                                      when a.audience = 'TEACHER' and not a.teaches then 'khoá dành cho nhà giáo' end) as lacks
                  from asked a join person.person p on p.id = a.person
                 where a.codes is not null or a.audience = 'MANAGER' and not a.manages or a.audience = 'TEACHER' and not a.teaches
                 order by p.sort_key, a.person
                """)
                .param("courses", courses.toArray(Long[]::new))
                .param("people", people.toArray(Long[]::new))
                .param("today", today)
                .query(Unready.Person.class)
                .list();
    }

    /** {@code unready} of them lack what the course needs first and come all the same, for a reason. */
    void enrol(long classId, long batchId, List<LackRepository.Worker> people, List<Long> unready, String reason) {
        jdbc.sql("""
                insert into person.training_enrolment (class_id, person_id, institution_id, batch_id, state, exception)
                select :class, u.person, u.institution, :batch, 'ENROLLED', case when u.person = any(:unready) then :reason else '' end
                  from unnest(:people::bigint[], :institutions::bigint[]) u (person, institution)
                on conflict (class_id, person_id) do update set state = 'ENROLLED', reason = '', batch_id = excluded.batch_id,
                   institution_id = excluded.institution_id, exception = excluded.exception
                """)
                .param("class", classId)
                .param("batch", batchId)
                .param("unready", unready.toArray(Long[]::new))
                .param("reason", reason)
                .param(
                        "people",
                        people.stream().map(LackRepository.Worker::personId).toArray(Long[]::new))
                .param(
                        "institutions",
                        people.stream()
                                .map(LackRepository.Worker::institutionId)
                                .toArray(Long[]::new))
                .update();
    }

    private static final String USED = """
             (e.state <> 'ENROLLED' or e.final_mark is not null
              or exists (select from person.training_attendance a where a.enrolment_id = e.id)
              or exists (select from person.training_score s where s.enrolment_id = e.id))
            """;

    /** Of the batch those about whom something was written since they were enrolled. */
    List<String> listUsed(long batchId) {
        return jdbc.sql("""
                select p.full_name from person.training_enrolment e join person.person p on p.id = e.person_id where e.batch_id = :batch and
                """ + USED + " order by p.sort_key, e.id")
                .param("batch", batchId)
                .query(String.class)
                .list();
    }

    /** False where somebody else took it back first. */
    boolean turnBack(long batchId, OffsetDateTime at) {
        return jdbc.sql("update person.training_batch set undone_at = :at where id = :id and undone_at is null")
                        .param("id", batchId)
                        .param("at", at)
                        .update()
                == 1;
    }

    /** Of the batch those about whom nothing was written. */
    int remove(long batchId) {
        return jdbc.sql("delete from person.training_enrolment e where e.batch_id = :batch and not " + USED)
                .param("batch", batchId)
                .update();
    }

    /** Who sits in a class or asked for a seat leaves it. */
    int leaveAll(long classId, String reason) {
        return jdbc.sql("""
                update person.training_enrolment set state = case state when 'ASKED' then 'REFUSED' else 'WITHDREW' end, reason = :reason
                 where class_id = :class and state in ('ENROLLED', 'ASKED')
                """).param("class", classId).param("reason", reason).update();
    }

    /** Somebody with another open class of the same course, whichever edition. */
    record Busy(long personId, String fullName, String className) {}

    List<Busy> listBusy(TrainingClass it, List<Long> people) {
        return jdbc.sql("""
                select e.person_id, p.full_name, max(c.name) as class_name
                  from person.training_course o
                  join person.training_course d on d.institution_id = o.institution_id and d.code = o.code
                  join person.training_class c on c.course_id = d.id and c.state = 'OPEN' and c.id <> :class
                  join person.training_enrolment e on e.class_id = c.id and e.state = 'ENROLLED' and e.person_id = any(:people)
                  join person.person p on p.id = e.person_id
                 where o.id = :course group by e.person_id, p.full_name, p.sort_key order by p.sort_key, e.person_id
                """)
                .param("class", it.id())
                .param("course", it.courseId())
                .param("people", people.toArray(Long[]::new))
                .query(Busy.class)
                .list();
    }

    /** Who of these is on leave on days of the class. */
    record Away(
            String fullName, LocalDate startsOn, @Nullable LocalDate endsOn) {}

    List<Away> listAway(TrainingClass it, List<Long> people) {
        return jdbc.sql("""
                select p.full_name, min(a.starts_on) as starts_on, case when bool_or(a.ends_on is null) then null else max(a.ends_on) end as ends_on
                  from person.leave a join person.spell s on s.id = a.spell_id join person.person p on p.id = s.person_id
                 where s.person_id = any(:people) and a.starts_on <= :to and (a.ends_on is null or a.ends_on >= :from)
                 group by p.id order by p.sort_key, p.id
                """)
                .param("people", people.toArray(Long[]::new))
                .param("from", it.startsOn())
                .param("to", it.endsOn())
                .query(Away.class)
                .list();
    }

    void ask(long classId, long personId, long institutionId) {
        jdbc.sql("""
                insert into person.training_enrolment (class_id, person_id, institution_id, state) values (:class, :person, :institution, 'ASKED')
                on conflict (class_id, person_id) do update
                   set state = 'ASKED', institution_id = excluded.institution_id, reason = '', exception = '', batch_id = null
                """)
                .param("class", classId)
                .param("person", personId)
                .param("institution", institutionId)
                .update();
    }

    /** Why somebody comes who lacks what the course needs first. */
    void except(long enrolmentId, String reason) {
        jdbc.sql("update person.training_enrolment set exception = :reason where id = :id")
                .param("id", enrolmentId)
                .param("reason", reason)
                .update();
    }

    /** False where somebody else turned it first. */
    boolean turn(long enrolmentId, Member.State from, Member.State to, String reason) {
        return jdbc.sql(
                                "update person.training_enrolment set state = :to, reason = :reason where id = :id and state = :from")
                        .param("id", enrolmentId)
                        .param("from", from.name())
                        .param("to", to.name())
                        .param("reason", reason)
                        .update()
                == 1;
    }

    /** What each came to and why, of a whole class. */
    void turn(List<Long> enrolmentIds, List<Member.State> states, List<String> reasons) {
        jdbc.sql("""
                update person.training_enrolment e set state = t.state, reason = t.reason
                  from unnest(:ids::bigint[], :states::text[], :reasons::text[]) as t (id, state, reason) where e.id = t.id
                """)
                .param("ids", enrolmentIds.toArray(Long[]::new))
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .param("reasons", reasons.toArray(String[]::new))
                .update();
    }

    /** People of a college who ask to learn. */
    long countAsked(long institutionId) {
        return Objects.requireNonNull(jdbc.sql(
                        "select count(*) from person.training_enrolment where institution_id = :id and state = 'ASKED'")
                .param("id", institutionId)
                .query(Long.class)
                .single());
    }

    List<Member> listAsked(long institutionId, int page) {
        return jdbc.sql(MEMBER
                        + "where e.institution_id = :id and e.state = 'ASKED' order by e.id limit :size offset :offset")
                .param("id", institutionId)
                .param("size", Paging.SIZE)
                .param("offset", Paging.offset(page))
                .query(Member.class)
                .list();
    }
}
