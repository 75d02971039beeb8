package vn.lanhnghe.person.training;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TrainingRepository {

    private static final String CLASS = """
            select c.id, c.course_id, c.institution_id, coalesce(i.name, 'Sở Giáo dục và Đào tạo') as institution, o.code as course_code,
                   o.title as course_title, o.kind, k.label as kind_label, o.hours, c.name, c.starts_on, c.ends_on, c.place, c.capacity, c.evaluators,
                   c.self_enrol, c.state, c.closed_at, c.closed_by_name, c.version, c.cancel_reason,
                   (select count(*) from person.training_enrolment e where e.class_id = c.id and e.state in ('ENROLLED', 'COMPLETED', 'FAILED')) as enrolled,
                   (select count(*) from person.training_enrolment e where e.class_id = c.id and e.state = 'ASKED') as asked
              from person.training_class c
              join person.training_course o on o.id = c.course_id
              join person.training_kind k on k.code = o.kind
              left join institution.directory i on i.id = c.institution_id
            """;

    private static final String VISIBLE = " (:own::bigint is null or c.institution_id in (0, :own)) ";

    private static final String ROOM =
            " and c.capacity > (select count(*) from person.training_enrolment e where e.class_id = c.id and e.state in ('ENROLLED', 'COMPLETED', 'FAILED')) ";

    private final JdbcClient jdbc;

    TrainingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<TrainingClass> list(@Nullable Long own, boolean open, int size, int offset) {
        return jdbc.sql(
                        CLASS + "where " + VISIBLE
                                + " and (c.state in ('OPEN', 'CLOSED') or not :open) order by c.starts_on desc, c.id desc limit :size offset :offset")
                .param("own", own)
                .param("open", open)
                .param("size", size)
                .param("offset", offset)
                .query(TrainingClass.class)
                .list();
    }

    long count(@Nullable Long own, boolean open) {
        return jdbc.sql("select count(*) from person.training_class c where " + VISIBLE
                        + " and (c.state in ('OPEN', 'CLOSED') or not :open)")
                .param("own", own)
                .param("open", open)
                .query(Long.class)
                .single();
    }

    List<TrainingClass> listOf(long courseId, @Nullable Long own) {
        return jdbc.sql(CLASS + "where c.course_id = :course and " + VISIBLE + " order by c.starts_on desc, c.id desc")
                .param("course", courseId)
                .param("own", own)
                .query(TrainingClass.class)
                .list();
    }

    /** Open classes of one provider that have not ended and have a seat. */
    List<TrainingClass> listOpen(long institutionId, String kind, LocalDate today) {
        return jdbc.sql(CLASS + """
                                where c.institution_id = :institution and c.state = 'OPEN' and c.ends_on >= :today
                                """ + ROOM + """
                                  and (o.kind = :kind or o.kind in (select b.kind from person.counted_kind a join person.counted_kind b on b.figure = a.figure where a.kind = :kind))
                                order by o.kind <> :kind, c.starts_on, c.id
                                """)
                .param("institution", institutionId)
                .param("kind", kind)
                .param("today", today)
                .query(TrainingClass.class)
                .list();
    }

    /** Classes with a seat for which people may ask. */
    List<TrainingClass> listOffered(@Nullable Long own, LocalDate today) {
        return jdbc.sql(CLASS + "where " + VISIBLE + " and c.state = 'OPEN' and c.self_enrol and c.ends_on >= :today"
                        + ROOM + " order by c.starts_on, c.id limit 30")
                .param("own", own)
                .param("today", today)
                .query(TrainingClass.class)
                .list();
    }

    /** Classes that ended with people in them and were not closed. */
    List<TrainingClass> listEnded(long institutionId, LocalDate today) {
        return jdbc.sql(
                        CLASS
                                + "where c.institution_id = :institution and c.state = 'OPEN' and c.ends_on < :today and exists (select from person.training_enrolment e where e.class_id = c.id and e.state = 'ENROLLED') order by c.ends_on limit 20")
                .param("institution", institutionId)
                .param("today", today)
                .query(TrainingClass.class)
                .list();
    }

    /** A class with how many of it wait for nothing but the signature. */
    record Unsigned(long classId, String name, long people) {}

    List<Unsigned> listUnsigned(long institutionId) {
        return jdbc.sql("""
                select c.id as class_id, c.name, count(*) as people
                  from person.training_class c
                  join person.training_enrolment e on e.class_id = c.id
                  join person.person p on p.id = e.person_id
                 where c.institution_id = :institution and c.state in ('CLOSED', 'ISSUED') and e.state = 'COMPLETED'
                   and e.confirmed_at is not null and p.birth_date is not null and p.merged_into is null
                   and not exists (select from person.training_certificate t where t.enrolment_id = e.id)
                   and not exists (select from person.training_certificate t where t.class_id = c.id and t.revoked_at is null
                                      and t.person_id in (select g.id from person.person g where g.merged_into = e.person_id))
                 group by c.id, c.name order by c.id limit 20
                """)
                .param("institution", institutionId)
                .query(Unsigned.class)
                .list();
    }

    Optional<TrainingClass> find(long id, @Nullable Long own) {
        return jdbc.sql(CLASS + "where c.id = :id and " + VISIBLE)
                .param("id", id)
                .param("own", own)
                .query(TrainingClass.class)
                .optional();
    }

    List<TrainingClass> list(List<Long> ids) {
        return jdbc.sql(CLASS + "where c.id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query(TrainingClass.class)
                .list();
    }

    long insert(long institutionId, NewTrainingClass it, String by) {
        return jdbc.sql("""
                insert into person.training_class (course_id, institution_id, name, starts_on, ends_on, place, capacity, evaluators, self_enrol, made_by_name)
                values (:course, :institution, :name, :starts, :ends, :place, :capacity, :evaluators, :self, :by) returning id
                """)
                .param("course", it.courseId())
                .param("institution", institutionId)
                .param("name", it.name())
                .param("starts", it.startsOn())
                .param("ends", it.endsOn())
                .param("place", it.place())
                .param("capacity", it.capacity())
                .param("evaluators", it.evaluators())
                .param("self", it.selfEnrol())
                .param("by", by)
                .query(Long.class)
                .single();
    }

    void update(long classId, NewTrainingClass it) {
        jdbc.sql("""
                update person.training_class set name = :name, starts_on = :starts, ends_on = :ends, place = :place, capacity = :capacity,
                       evaluators = :evaluators, self_enrol = :self, version = version + 1 where id = :id
                """)
                .param("id", classId)
                .param("name", it.name())
                .param("starts", it.startsOn())
                .param("ends", it.endsOn())
                .param("place", it.place())
                .param("capacity", it.capacity())
                .param("evaluators", it.evaluators())
                .param("self", it.selfEnrol())
                .update();
    }

    void cancel(long classId, OffsetDateTime at, String by, String reason) {
        jdbc.sql("""
                update person.training_class set state = 'CANCELLED', closed_at = :at, closed_by_name = :by, cancel_reason = :reason where id = :id
                """)
                .param("id", classId)
                .param("at", at)
                .param("by", by)
                .param("reason", reason)
                .update();
    }

    /** Whoever changes a class or who is in it waits for whoever did before. */
    void hold(long classId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what, 0))")
                .param("what", "person.training_class " + classId)
                .query(rows -> {});
    }

    TrainingClass.State state(long classId) {
        return TrainingClass.State.valueOf(jdbc.sql("select state from person.training_class where id = :id")
                .param("id", classId)
                .query(String.class)
                .single());
    }

    List<Sitting> listSittings(long classId) {
        return jdbc.sql("""
                select s.id, s.held_on, s.starts_at, s.topic_id, t.place as topic_place, s.mode, s.place,
                       (select count(*) from person.training_attendance a where a.session_id = s.id) as present
                  from person.training_session s left join person.training_topic t on t.id = s.topic_id
                 where s.class_id = :class order by s.held_on, s.starts_at
                """).param("class", classId).query(Sitting.class).list();
    }

    void insert(long classId, List<Sitting> sittings) {
        jdbc.sql("""
                insert into person.training_session (class_id, topic_id, held_on, starts_at, mode, place)
                select :class, s.* from unnest(:topics::bigint[], cast(:days as text[])::date[], cast(:times as text[])::time[], :modes::text[], :places::text[]) s
                """)
                .param("class", classId)
                .param("topics", sittings.stream().map(Sitting::topicId).toArray(Long[]::new))
                .param(
                        "days",
                        sittings.stream().map(it -> it.heldOn().toString()).toArray(String[]::new))
                .param(
                        "times",
                        sittings.stream().map(it -> it.startsAt().toString()).toArray(String[]::new))
                .param("modes", sittings.stream().map(it -> it.mode().name()).toArray(String[]::new))
                .param("places", sittings.stream().map(Sitting::place).toArray(String[]::new))
                .update();
    }

    /** A session that nobody was marked present at. */
    boolean removeSitting(long classId, long sessionId) {
        return jdbc.sql("""
                delete from person.training_session s
                 where s.id = :id and s.class_id = :class and not exists (select from person.training_attendance a where a.session_id = s.id)
                """).param("id", sessionId).param("class", classId).update() == 1;
    }

    void close(long classId, OffsetDateTime at, String by) {
        jdbc.sql(
                        "update person.training_class set state = 'CLOSED', closed_at = :at, closed_by_name = :by where id = :id")
                .param("id", classId)
                .param("at", at)
                .param("by", by)
                .update();
    }

    void reopen(long classId) {
        jdbc.sql(
                        "update person.training_class set state = 'OPEN', closed_at = null, closed_by_name = null where id = :id")
                .param("id", classId)
                .update();
        jdbc.sql(
                        "update person.training_enrolment set state = 'ENROLLED', reason = '' where class_id = :id and state in ('COMPLETED', 'FAILED')")
                .param("id", classId)
                .update();
    }

    void issued(long classId) {
        jdbc.sql("update person.training_class set state = 'ISSUED' where id = :id")
                .param("id", classId)
                .update();
    }
}
