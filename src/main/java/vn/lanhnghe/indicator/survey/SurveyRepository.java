package vn.lanhnghe.indicator.survey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.indicator.survey.Survey.Door;
import vn.lanhnghe.indicator.survey.Survey.Link;
import vn.lanhnghe.indicator.survey.Survey.Option;
import vn.lanhnghe.indicator.survey.Survey.Question;
import vn.lanhnghe.indicator.survey.Survey.Rule;
import vn.lanhnghe.indicator.survey.Survey.Stratum;
import vn.lanhnghe.indicator.survey.Survey.Tally;

@Repository
class SurveyRepository {

    private static final String SELECT = """
            select s.id, s.institution_id, i.name as institution, s.audience, s.title, s.opens_on, s.closes_on, s.eligible,
                   indicator.survey_standing(s.id) as standing, s.made_by_name, s.made_at
              from indicator.survey s join institution.directory i on i.id = s.institution_id
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate template;

    SurveyRepository(JdbcClient jdbc, NamedParameterJdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    List<Survey> list(int limit, int offset) {
        return jdbc.sql(SELECT + "order by s.id desc limit :limit offset :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query(Survey.class)
                .list();
    }

    long count() {
        return jdbc.sql("select count(*) from indicator.survey")
                .query(Long.class)
                .single();
    }

    Optional<Survey> find(long id) {
        return jdbc.sql(SELECT + "where s.id = :id")
                .param("id", id)
                .query(Survey.class)
                .optional();
    }

    List<Rule> listRules() {
        return jdbc.sql("""
                select r.audience, r.months, r.least_invited, r.least_answered, r.least_each, coalesce(l.label, r.clause_code) as clause, r.note
                  from indicator.survey_rule r left join law.reference l on l.clause_code = r.clause_code
                """).query(Rule.class).list();
    }

    /** Fields of education whose graduates are asked after another span: “Lĩnh vực sức khoẻ …: 24 tháng”. */
    List<String> listSpans() {
        return jdbc.sql(
                        "select note || ' ' || months || ' tháng.' from indicator.survey_span order by audience, occupation")
                .query(String.class)
                .list();
    }

    List<Question> listQuestions(Audience audience) {
        var options = new LinkedHashMap<String, List<Option>>();
        jdbc.sql("select question, value, label, english from indicator.answer_choice order by question, place")
                .query((row, i) -> options.computeIfAbsent(row.getString(1), key -> new ArrayList<>())
                        .add(new Option(row.getString(2), row.getString(3), row.getString(4))))
                .list();
        return jdbc.sql("select code, text, english from indicator.question where audience = :audience order by place")
                .param("audience", audience.name())
                .query((row, i) -> new Question(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        options.getOrDefault(row.getString(1), List.of())))
                .list();
    }

    /** Somebody who may be asked. */
    record Person(
            String name,
            String sortKey,
            @Nullable String occupationCode,
            @Nullable String level,
            @Nullable String cohort) {}

    /** Those who graduated in so many months before the day, or who study on it. */
    List<Person> listPeople(Audience audience, LocalDate day, int months) {
        return jdbc.sql("""
                select f.person as name, f.sort_key, f.occupation_code, f.level, f.cohort from learning.study_fact f
                 where f.institution_id = :own and f.person is not null
                   and case when :graduates then f.graduated_on <= :day and f.graduated_on > cast(:day as date) - make_interval(months => coalesce(
                               (select p.months from indicator.survey_span p where p.audience = 'GRADUATE' and p.occupation = substr(f.occupation_code, 2, 2)), :months))
                            else f.graduated_on is null and f.left_on is null end
                 order by f.occupation_code, f.level, f.cohort, f.id
                """)
                .param("own", Scope.current().institutionId())
                .param("graduates", audience == Audience.GRADUATE)
                .param("day", day)
                .param("months", months)
                .query(Person.class)
                .list();
    }

    Map<String, String> occupations() {
        var names = new LinkedHashMap<String, String>();
        jdbc.sql("select code, name from programme.listed")
                .query((row, i) -> names.put(row.getString(1), row.getString(2)))
                .list();
        return names;
    }

    long insert(NewSurvey plan, int eligible) {
        return jdbc.sql("""
                insert into indicator.survey (institution_id, audience, title, opens_on, closes_on, eligible, made_by_name)
                values (:own, :audience, :title, :opens, :closes, :eligible, :maker) returning id
                """)
                .param("own", Scope.current().institutionId())
                .param("audience", Objects.requireNonNull(plan.audience()).name())
                .param("title", plan.title())
                .param("opens", plan.opensOn())
                .param("closes", plan.closesOn())
                .param("eligible", eligible)
                .param("maker", Scope.current().actor())
                .query(Long.class)
                .single();
    }

    void invite(long survey, Map<String, Person> people) {
        template.batchUpdate(
                """
                insert into indicator.invitation (survey_id, institution_id, token, name, sort_key, occupation_code, level, cohort)
                values (:survey, :own, :token, :name, :sort, :occupation, :level, :cohort)
                """,
                people.entrySet().stream()
                        .map(it -> new MapSqlParameterSource()
                                .addValue("survey", survey)
                                .addValue("own", Scope.current().institutionId())
                                .addValue("token", it.getKey())
                                .addValue("name", it.getValue().name())
                                .addValue("sort", it.getValue().sortKey())
                                .addValue("occupation", it.getValue().occupationCode())
                                .addValue("level", it.getValue().level())
                                .addValue("cohort", it.getValue().cohort()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    List<Link> listLinks(long survey) {
        return jdbc.sql("""
                select name, token, occupation_code, answered from indicator.invitation where survey_id = :id order by answered, sort_key, id
                """).param("id", survey).query(Link.class).list();
    }

    List<Stratum> listStrata(long survey) {
        return jdbc.sql("""
                select occupation_code, level, invited, answered from indicator.survey_progress(array[cast(:id as bigint)]) order by 1, 2
                """).param("id", survey).query(Stratum.class).list();
    }

    List<Tally> listTallies(long survey) {
        return jdbc.sql("""
                select question, value, count(*) as count
                  from indicator.answer a cross join lateral (values ('work', a.work), ('satisfied', a.satisfied)) as q (question, value)
                 where a.survey_id = :id and q.value is not null group by 1, 2
                """).param("id", survey).query(Tally.class).list();
    }

    Optional<Door> lookUp(String token) {
        return jdbc.sql("select * from indicator.look_up_invitation(:token)")
                .param("token", token)
                .query(Door.class)
                .optional();
    }

    boolean answer(String token, @Nullable String work, String satisfied, LocalDate today) {
        return jdbc.sql("select indicator.answer_once(:token, :work, :satisfied, :today)")
                .param("token", token)
                .param("work", work)
                .param("satisfied", satisfied)
                .param("today", today)
                .query(Boolean.class)
                .single();
    }
}
