package vn.lanhnghe.person.training;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TrainingRepository {

    /** People enrolled by one act. */
    public record Batch(
            long id,
            long classId,
            String way,
            int people,
            OffsetDateTime doneAt,
            String doneByName,
            @Nullable OffsetDateTime undoneAt) {}

    record Presence(long enrolmentId, long sessionId) {}

    record Score(long enrolmentId, long topicId, BigDecimal mark) {}

    /** How the survey of a class was answered. */
    public record Feedback(long answers, BigDecimal content, BigDecimal teaching, BigDecimal useful) {}

    private static final String CLASS = """
            select c.id, c.course_id, c.institution_id, coalesce(i.name, 'Sở Giáo dục và Đào tạo') as institution, o.code as course_code,
                   o.title as course_title, o.kind, k.label as kind_label, o.hours, c.name, c.starts_on, c.ends_on, c.place, c.capacity, c.evaluators,
                   c.self_enrol, c.state, c.closed_at, c.closed_by_name,
                   (select count(*) from person.training_enrolment e where e.class_id = c.id and e.state in ('ENROLLED', 'COMPLETED', 'FAILED')) as enrolled,
                   (select count(*) from person.training_enrolment e where e.class_id = c.id and e.state = 'ASKED') as asked
              from person.training_class c
              join person.training_course o on o.id = c.course_id
              join person.training_kind k on k.code = o.kind
              left join institution.directory i on i.id = c.institution_id
            """;

    private static final String VISIBLE = " (:own::bigint is null or c.institution_id in (0, :own)) ";

    private static final String MEMBER = """
            select e.id, e.class_id, e.person_id, p.staff_number, p.full_name, p.birth_date, e.institution_id, i.name as institution, e.batch_id, e.state,
                   e.reason, e.final_mark, e.confirmed_at, e.confirmed_by, e.answered_on,
                   exists (select from person.login l where l.person_id = e.person_id) as account,
                   t.id as certificate_id, t.printed as certificate_number, t.state as certificate_state
              from person.training_enrolment e
              join person.person p on p.id = e.person_id
              join institution.directory i on i.id = e.institution_id
              left join person.training_certificate t on t.enrolment_id = e.id
            """;

    private final JdbcClient jdbc;

    TrainingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<TrainingClass> list(@Nullable Long own, boolean open, int size, int offset) {
        return jdbc.sql(
                        CLASS + "where " + VISIBLE
                                + " and (c.state <> 'ISSUED' or not :open) order by c.starts_on desc, c.id desc limit :size offset :offset")
                .param("own", own)
                .param("open", open)
                .param("size", size)
                .param("offset", offset)
                .query(TrainingClass.class)
                .list();
    }

    long count(@Nullable Long own, boolean open) {
        return jdbc.sql("select count(*) from person.training_class c where " + VISIBLE
                        + " and (c.state <> 'ISSUED' or not :open)")
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

    /** Open classes of one provider into which people can be enrolled. */
    List<TrainingClass> listOpen(long institutionId, String kind) {
        return jdbc.sql(CLASS + """
                                where c.institution_id = :institution and c.state = 'OPEN'
                                  and (o.kind = :kind or o.kind in (select b.kind from person.counted_kind a join person.counted_kind b on b.figure = a.figure where a.kind = :kind))
                                order by o.kind <> :kind, c.starts_on, c.id
                                """)
                .param("institution", institutionId)
                .param("kind", kind)
                .query(TrainingClass.class)
                .list();
    }

    /** Classes for which people may ask. */
    List<TrainingClass> listOffered(@Nullable Long own, LocalDate today) {
        return jdbc.sql(
                        CLASS + "where " + VISIBLE
                                + " and c.state = 'OPEN' and c.self_enrol and c.ends_on >= :today order by c.starts_on, c.id limit 30")
                .param("own", own)
                .param("today", today)
                .query(TrainingClass.class)
                .list();
    }

    /** Classes that ended and were not closed. */
    List<TrainingClass> listEnded(long institutionId, LocalDate today) {
        return jdbc.sql(
                        CLASS
                                + "where c.institution_id = :institution and c.state = 'OPEN' and c.ends_on < :today order by c.ends_on limit 20")
                .param("institution", institutionId)
                .param("today", today)
                .query(TrainingClass.class)
                .list();
    }

    Optional<TrainingClass> find(long id, @Nullable Long own) {
        return jdbc.sql(CLASS + "where c.id = :id and " + VISIBLE)
                .param("id", id)
                .param("own", own)
                .query(TrainingClass.class)
                .optional();
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

    List<Member> listMembers(long classId) {
        return jdbc.sql(MEMBER + "where e.class_id = :class order by p.sort_key, e.id")
                .param("class", classId)
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

    void enrol(long classId, long batchId, List<LackRepository.Worker> people) {
        jdbc.sql("""
                insert into person.training_enrolment (class_id, person_id, institution_id, batch_id, state)
                select :class, u.person, u.institution, :batch, 'ENROLLED' from unnest(:people::bigint[], :institutions::bigint[]) u (person, institution)
                on conflict (class_id, person_id) do update set state = 'ENROLLED', reason = '', batch_id = excluded.batch_id,
                   institution_id = excluded.institution_id
                """)
                .param("class", classId)
                .param("batch", batchId)
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

    /** Whether something was written about people of the batch since they were enrolled. */
    boolean used(long batchId) {
        return jdbc.sql("""
                select exists (select from person.training_enrolment e where e.batch_id = :batch
                    and (e.state <> 'ENROLLED' or e.final_mark is not null
                         or exists (select from person.training_attendance a where a.enrolment_id = e.id)
                         or exists (select from person.training_score s where s.enrolment_id = e.id)))
                """).param("batch", batchId).query(Boolean.class).single();
    }

    int undo(long batchId, OffsetDateTime at) {
        jdbc.sql("update person.training_batch set undone_at = :at where id = :id")
                .param("id", batchId)
                .param("at", at)
                .update();
        return jdbc.sql("delete from person.training_enrolment where batch_id = :batch")
                .param("batch", batchId)
                .update();
    }

    void ask(long classId, long personId, long institutionId) {
        jdbc.sql("""
                insert into person.training_enrolment (class_id, person_id, institution_id, state) values (:class, :person, :institution, 'ASKED')
                on conflict (class_id, person_id) do update set state = 'ASKED', reason = '', batch_id = null
                """)
                .param("class", classId)
                .param("person", personId)
                .param("institution", institutionId)
                .update();
    }

    void turn(long enrolmentId, Member.State state, String reason) {
        jdbc.sql("update person.training_enrolment set state = :state, reason = :reason where id = :id")
                .param("id", enrolmentId)
                .param("state", state.name())
                .param("reason", reason)
                .update();
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

    List<Presence> listPresence(long classId) {
        return jdbc.sql("""
                select a.enrolment_id, a.session_id from person.training_attendance a join person.training_session s on s.id = a.session_id
                 where s.class_id = :class
                """).param("class", classId).query(Presence.class).list();
    }

    /** Who was present, in place of what was written of those sessions before. */
    void attend(List<Long> sessions, List<Presence> present) {
        jdbc.sql("delete from person.training_attendance where session_id = any(:sessions)")
                .param("sessions", sessions.toArray(Long[]::new))
                .update();
        jdbc.sql("""
                insert into person.training_attendance (enrolment_id, session_id) select * from unnest(:enrolments::bigint[], :sessions::bigint[])
                """)
                .param("enrolments", present.stream().map(Presence::enrolmentId).toArray(Long[]::new))
                .param("sessions", present.stream().map(Presence::sessionId).toArray(Long[]::new))
                .update();
    }

    List<Score> listScores(long classId) {
        return jdbc.sql("""
                select s.enrolment_id, s.topic_id, s.mark from person.training_score s join person.training_enrolment e on e.id = s.enrolment_id
                 where e.class_id = :class
                """).param("class", classId).query(Score.class).list();
    }

    /** A mark, or none, of one person in one topic. */
    void score(List<Marked> marks) {
        var finals = marks.stream().filter(it -> it.topicId() == null).toList();
        var topics = marks.stream().filter(it -> it.topicId() != null).toList();
        marks("""
                update person.training_enrolment e set final_mark = m.mark
                  from unnest(:enrolments::bigint[], :topics::bigint[], :marks::numeric[]) as m (enrolment_id, topic_id, mark) where e.id = m.enrolment_id
                """, finals);
        marks("""
                delete from person.training_score s using unnest(:enrolments::bigint[], :topics::bigint[], :marks::numeric[]) as m (enrolment_id, topic_id, mark)
                 where s.enrolment_id = m.enrolment_id and s.topic_id = m.topic_id and m.mark is null
                """, topics);
        marks("""
                insert into person.training_score (enrolment_id, topic_id, mark)
                select m.enrolment_id, m.topic_id, m.mark from unnest(:enrolments::bigint[], :topics::bigint[], :marks::numeric[]) as m (enrolment_id, topic_id, mark)
                 where m.mark is not null
                on conflict (enrolment_id, topic_id) do update set mark = excluded.mark
                """, topics);
    }

    private void marks(String sql, List<Marked> marks) {
        jdbc.sql(sql)
                .param("enrolments", marks.stream().map(Marked::enrolmentId).toArray(Long[]::new))
                .param("topics", marks.stream().map(Marked::topicId).toArray(Long[]::new))
                .param("marks", marks.stream().map(Marked::mark).toArray(BigDecimal[]::new))
                .update();
    }

    /** {@code topicId} null is the final test; {@code mark} null is none. */
    record Marked(
            long enrolmentId,
            @Nullable Long topicId,
            @Nullable BigDecimal mark) {}

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

    void confirm(List<Long> enrolments, OffsetDateTime at, String by) {
        jdbc.sql(
                        "update person.training_enrolment set confirmed_at = :at, confirmed_by = :by where id = any(:ids) and confirmed_at is null")
                .param("ids", enrolments.toArray(Long[]::new))
                .param("at", at)
                .param("by", by)
                .update();
    }

    void answer(Member member, int content, int teaching, int useful, String remark, LocalDate today) {
        jdbc.sql("update person.training_enrolment set answered_on = :today where id = :id")
                .param("id", member.id())
                .param("today", today)
                .update();
        jdbc.sql(
                        "insert into person.training_feedback (class_id, content, teaching, useful, remark) values (:class, :content, :teaching, :useful, :remark)")
                .param("class", member.classId())
                .param("content", content)
                .param("teaching", teaching)
                .param("useful", useful)
                .param("remark", remark)
                .update();
    }

    Optional<Feedback> feedback(long classId) {
        return jdbc.sql("""
                select count(*) as answers, round(avg(content), 1) as content, round(avg(teaching), 1) as teaching, round(avg(useful), 1) as useful
                  from person.training_feedback where class_id = :class having count(*) > 0
                """).param("class", classId).query(Feedback.class).optional();
    }

    List<String> listRemarks(long classId) {
        return jdbc.sql(
                        "select remark from person.training_feedback where class_id = :class and remark <> '' order by id")
                .param("class", classId)
                .query(String.class)
                .list();
    }

    /** People of a college who ask to learn. */
    long countAsked(long institutionId) {
        return Objects.requireNonNull(jdbc.sql(
                        "select count(*) from person.training_enrolment where institution_id = :id and state = 'ASKED'")
                .param("id", institutionId)
                .query(Long.class)
                .single());
    }

    List<Member> listAsked(long institutionId) {
        return jdbc.sql(MEMBER + "where e.institution_id = :id and e.state = 'ASKED' order by e.id limit 200")
                .param("id", institutionId)
                .query(Member.class)
                .list();
    }
}
