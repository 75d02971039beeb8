package vn.lanhnghe.person.training;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TrainingResultRepository {

    record Presence(long enrolmentId, long sessionId) {}

    record Score(long enrolmentId, long topicId, BigDecimal mark) {}

    /** How the survey of a class was answered. */
    public record Feedback(long answers, BigDecimal content, BigDecimal teaching, BigDecimal useful) {}

    private final JdbcClient jdbc;

    TrainingResultRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Presence> listPresence(List<Long> enrolments) {
        return jdbc.sql(
                        "select a.enrolment_id, a.session_id from person.training_attendance a where a.enrolment_id = any(:enrolments)")
                .param("enrolments", enrolments.toArray(Long[]::new))
                .query(Presence.class)
                .list();
    }

    /** Who was present after all, and who was not. */
    void attend(List<Presence> gone, List<Presence> came) {
        attend("""
                delete from person.training_attendance a using unnest(:enrolments::bigint[], :sessions::bigint[]) as g (enrolment_id, session_id)
                 where a.enrolment_id = g.enrolment_id and a.session_id = g.session_id
                """, gone);
        attend("""
                insert into person.training_attendance (enrolment_id, session_id) select * from unnest(:enrolments::bigint[], :sessions::bigint[])
                """, came);
    }

    private void attend(String sql, List<Presence> all) {
        jdbc.sql(sql)
                .param("enrolments", all.stream().map(Presence::enrolmentId).toArray(Long[]::new))
                .param("sessions", all.stream().map(Presence::sessionId).toArray(Long[]::new))
                .update();
    }

    List<Score> listScores(List<Long> enrolments) {
        return jdbc.sql(
                        "select s.enrolment_id, s.topic_id, s.mark from person.training_score s where s.enrolment_id = any(:enrolments)")
                .param("enrolments", enrolments.toArray(Long[]::new))
                .query(Score.class)
                .list();
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

    void confirm(List<Long> enrolments, OffsetDateTime at, String by) {
        jdbc.sql(
                        "update person.training_enrolment set confirmed_at = :at, confirmed_by = :by where id = any(:ids) and confirmed_at is null")
                .param("ids", enrolments.toArray(Long[]::new))
                .param("at", at)
                .param("by", by)
                .update();
    }

    /** One answer a person; false where they gave it already. */
    boolean answer(Member member, int content, int teaching, int useful, String remark, LocalDate today) {
        var first = jdbc.sql(
                                "update person.training_enrolment set answered_on = :today where id = :id and answered_on is null")
                        .param("id", member.id())
                        .param("today", today)
                        .update()
                == 1;
        if (!first) {
            return false;
        }
        jdbc.sql(
                        "insert into person.training_feedback (class_id, content, teaching, useful, remark) values (:class, :content, :teaching, :useful, :remark)")
                .param("class", member.classId())
                .param("content", content)
                .param("teaching", teaching)
                .param("useful", useful)
                .param("remark", remark)
                .update();
        return true;
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
}
