package vn.lanhnghe.person.training;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CatalogueRepository {

    private static final String COURSE = """
            select c.id, c.institution_id, coalesce(i.name, 'Sở Giáo dục và Đào tạo') as institution, c.code, c.title, c.kind, k.label as kind_label, c.purpose,
                   u.label as purpose_label, c.hours, c.audience, c.prerequisites, c.provider, c.framework_code, c.level_code, c.description,
                   c.attendance_share, c.final_pass, c.state,
                   (select count(*) from person.training_topic t where t.course_id = c.id) as topics,
                   (select count(*) from person.training_class l where l.course_id = c.id) as classes
              from person.training_course c
              join person.training_kind k on k.code = c.kind
              join person.training_purpose u on u.code = c.purpose
              left join institution.directory i on i.id = c.institution_id
            """;

    private final JdbcClient jdbc;

    CatalogueRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Kind> kinds() {
        return jdbc.sql("select code, label, about, planned from person.training_kind order by place")
                .query(Kind.class)
                .list();
    }

    List<Purpose> purposes(LocalDate day) {
        return jdbc.sql("""
                select u.code, u.label, u.weeks, u.hours_a_week, c.label as clause
                  from person.training_purpose u left join law.reference c on c.clause_code = u.clause_code
                 where u.valid_from <= :day and (u.valid_to is null or u.valid_to >= :day) order by u.place
                """).param("day", day).query(Purpose.class).list();
    }

    List<TrainingCourse> list(String kind, @Nullable Long institutionId) {
        return jdbc.sql(
                        COURSE
                                + "where (:kind = '' or c.kind = :kind) and (c.institution_id = 0 or :own::bigint is null or c.institution_id = :own) order by c.state, k.place, c.code")
                .param("kind", kind)
                .param("own", institutionId)
                .query(TrainingCourse.class)
                .list();
    }

    Optional<TrainingCourse> find(long id) {
        return jdbc.sql(COURSE + "where c.id = :id")
                .param("id", id)
                .query(TrainingCourse.class)
                .optional();
    }

    List<Topic> listTopics(long courseId) {
        return jdbc.sql(
                        "select id, place, title, hours, mode, pass_mark from person.training_topic where course_id = :id order by place")
                .param("id", courseId)
                .query(Topic.class)
                .list();
    }

    /** Whoever changes a catalogue waits for whoever did before. */
    void hold(long institutionId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what, 0))")
                .param("what", "person.training_course " + institutionId)
                .query(rows -> {});
    }

    boolean has(long institutionId, String code) {
        return jdbc.sql(
                        "select exists (select from person.training_course where institution_id = :institution and code = :code)")
                .param("institution", institutionId)
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    long insert(long institutionId, NewTrainingCourse it, @Nullable String framework, @Nullable String level) {
        return jdbc.sql("""
                insert into person.training_course (institution_id, code, title, kind, purpose, hours, audience, prerequisites, provider, framework_code,
                       level_code, description, attendance_share, final_pass)
                values (:institution, :code, :title, :kind, :purpose, :hours, :audience, :prerequisites, :provider, :framework, :level, :description,
                       :share, :final) returning id
                """)
                .param("institution", institutionId)
                .param("code", it.code())
                .param("title", it.title())
                .param("kind", it.kind())
                .param("purpose", it.purpose())
                .param("hours", it.hours())
                .param("audience", Objects.requireNonNull(it.audience()).name())
                .param("prerequisites", it.prerequisites())
                .param("provider", it.provider())
                .param("framework", framework)
                .param("level", level)
                .param("description", it.description())
                .param("share", it.attendanceShare())
                .param("final", it.finalPass())
                .query(Long.class)
                .single();
    }

    void insert(long courseId, List<Topic> topics) {
        jdbc.sql("""
                insert into person.training_topic (course_id, place, title, hours, mode, pass_mark)
                select :course, t.* from unnest(:places::integer[], :titles::text[], :hours::integer[], :modes::text[], :passes::numeric[]) t
                """)
                .param("course", courseId)
                .param("places", topics.stream().map(Topic::place).toArray(Integer[]::new))
                .param("titles", topics.stream().map(Topic::title).toArray(String[]::new))
                .param("hours", topics.stream().map(Topic::hours).toArray(Integer[]::new))
                .param("modes", topics.stream().map(it -> it.mode().name()).toArray(String[]::new))
                .param("passes", topics.stream().map(Topic::passMark).toArray(BigDecimal[]::new))
                .update();
    }

    /** False where it was not in the state that was left. */
    boolean turn(long id, TrainingCourse.State from, TrainingCourse.State to) {
        return jdbc.sql("update person.training_course set state = :to where id = :id and state = :from")
                        .param("id", id)
                        .param("from", from.name())
                        .param("to", to.name())
                        .update()
                == 1;
    }

    /** For each kind those that bring a person into the same figure of the plan. */
    Map<String, List<String>> alike() {
        var alike = new HashMap<String, List<String>>();
        jdbc.sql("""
                select distinct a.kind, b.kind as other from person.counted_kind a join person.counted_kind b on b.figure = a.figure and b.kind <> a.kind
                """).query((RowCallbackHandler)
                row -> alike.computeIfAbsent(row.getString("kind"), kind -> new ArrayList<>())
                        .add(row.getString("other")));
        return alike;
    }
}
