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
                   c.attendance_share, c.final_pass, c.state, c.edition, c.version,
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
                                + "where c.state <> 'REPLACED' and (:kind = '' or c.kind = :kind) and (c.institution_id = 0 or :own::bigint is null or c.institution_id = :own) order by c.state, k.place, c.code")
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

    long insert(long institutionId, NewTrainingCourse it, int edition) {
        return with(jdbc.sql("""
                insert into person.training_course (institution_id, code, edition, title, kind, purpose, hours, audience, prerequisites, provider,
                       framework_code, level_code, description, attendance_share, final_pass)
                values (:institution, :code, :edition, :title, :kind, :purpose, :hours, :audience, :prerequisites, :provider,
                       nullif(split_part(:level, '|', 1), ''), nullif(split_part(:level, '|', 2), ''), :description, :share,
                       replace(nullif(:final, ''), ',', '.')::numeric) returning id
                """), it)
                .param("institution", institutionId)
                .param("edition", edition)
                .query(Long.class)
                .single();
    }

    void update(long id, NewTrainingCourse it) {
        with(jdbc.sql("""
                update person.training_course
                   set code = :code, title = :title, kind = :kind, purpose = :purpose, hours = :hours, audience = :audience, prerequisites = :prerequisites,
                       provider = :provider, framework_code = nullif(split_part(:level, '|', 1), ''), level_code = nullif(split_part(:level, '|', 2), ''),
                       description = :description, attendance_share = :share, final_pass = replace(nullif(:final, ''), ',', '.')::numeric,
                       version = version + 1
                 where id = :id
                """), it).param("id", id).update();
    }

    private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec sql, NewTrainingCourse it) {
        return sql.param("code", it.code())
                .param("title", it.title())
                .param("kind", it.kind())
                .param("purpose", it.purpose())
                .param("hours", it.hours())
                .param("audience", Objects.requireNonNull(it.audience()).name())
                .param("prerequisites", it.prerequisites())
                .param("provider", it.provider())
                .param("level", it.level())
                .param("description", it.description())
                .param("share", it.attendanceShare())
                .param("final", it.finalPass());
    }

    /** Its classes keep it; nobody opens another. */
    void replace(long id) {
        jdbc.sql("update person.training_course set state = 'REPLACED', version = version + 1 where id = :id")
                .param("id", id)
                .update();
    }

    void removeTopics(long courseId) {
        jdbc.sql("delete from person.training_topic where course_id = :id")
                .param("id", courseId)
                .update();
    }

    List<TrainingCourse> listEditions(long institutionId, String code) {
        return jdbc.sql(COURSE + "where c.institution_id = :institution and c.code = :code order by c.edition desc")
                .param("institution", institutionId)
                .param("code", code)
                .query(TrainingCourse.class)
                .list();
    }

    /** What a course needs first, in the edition that is in force. */
    List<Need> listNeeds(long courseId) {
        return jdbc.sql("""
                select c.id, c.code, c.title, coalesce(i.name, 'Sở Giáo dục và Đào tạo') as institution
                  from person.training_prerequisite r
                  join person.training_course n on n.id = r.needs_id
                  join person.training_course c on c.institution_id = n.institution_id and c.code = n.code and c.state <> 'REPLACED'
                  left join institution.directory i on i.id = c.institution_id
                 where r.course_id = :id order by c.code, c.id
                """).param("id", courseId).query(Need.class).list();
    }

    /** The courses of these codes: the provider's own before the department's. */
    List<Need> listByCode(long provider, List<String> codes) {
        return jdbc.sql("""
                select distinct on (c.code) c.id, c.code, c.title, coalesce(i.name, 'Sở Giáo dục và Đào tạo') as institution
                  from person.training_course c left join institution.directory i on i.id = c.institution_id
                 where c.code = any(:codes) and c.institution_id in (0, :provider) and c.state <> 'REPLACED' order by c.code, c.institution_id desc
                """)
                .param("codes", codes.toArray(String[]::new))
                .param("provider", provider)
                .query(Need.class)
                .list();
    }

    /** Which of these need the course of that code first, directly or by way of others. */
    List<String> listCircular(List<Long> needs, long provider, String code) {
        return jdbc.sql("""
                with recursive way (origin, institution_id, code) as (
                  select c.code, c.institution_id, c.code from person.training_course c where c.id = any(:needs)
                  union
                  select w.origin, n.institution_id, n.code from way w
                    join person.training_course c on c.institution_id = w.institution_id and c.code = w.code and c.state <> 'REPLACED'
                    join person.training_prerequisite r on r.course_id = c.id
                    join person.training_course n on n.id = r.needs_id)
                select distinct origin from way where institution_id = :provider and code = :code and origin <> :code order by origin
                """)
                .param("needs", needs.toArray(Long[]::new))
                .param("provider", provider)
                .param("code", code)
                .query(String.class)
                .list();
    }

    /** What has to be completed first, in place of what had to be. */
    void need(long courseId, List<Need> needs) {
        jdbc.sql("delete from person.training_prerequisite where course_id = :id")
                .param("id", courseId)
                .update();
        jdbc.sql("insert into person.training_prerequisite (course_id, needs_id) select :id, unnest(:needs::bigint[])")
                .param("id", courseId)
                .param("needs", needs.stream().map(Need::id).toArray(Long[]::new))
                .update();
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
        return jdbc.sql(
                                "update person.training_course set state = :to, version = version + 1 where id = :id and state = :from")
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
