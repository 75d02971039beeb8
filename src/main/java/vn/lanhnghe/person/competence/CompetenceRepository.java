package vn.lanhnghe.person.competence;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.person.competence.Question.Choice;
import vn.lanhnghe.person.competence.Report.Intent;

/** What is asked is anybody's to read; what was answered is read in the program's own scope alone, after the face asked whose it is. */
@Repository
class CompetenceRepository {

    private static final String ATTEMPT = """
            select a.id, a.version_id, v.minutes, a.submitted_on, a.overall, n.name as overall_name, q.questions, q.answered, q.next
              from person.competence_attempt a join person.competence_version v on v.id = a.version_id
              left join person.competence_level_name n on n.version_id = a.version_id and n.level = a.overall
              cross join lateral (
                select count(*) as questions, count(w.attempt_id) as answered, coalesce(min(q.place) filter (where w.attempt_id is null), max(q.place)) as next
                  from person.competence_question q left join person.competence_answer w on w.question_id = q.id and w.attempt_id = a.id
                 where q.version_id = a.version_id) q
            """;
    private static final String VERSION = """
            select id, code, title, minutes, round_up_from, most_above_lowest, least_group, year_starts from person.competence_version
            """;
    private static final String QUESTION = """
            select q.place, q.domain, d.name as domain_name, q.title, q.asks, w.level as chosen,
                   array(select f.framework_code || ' ' || f.code from person.competence_question_item i
                     join framework.item_list f on f.identifier = i.item_identifier and f.state = 'ACTIVE'
                    where i.question_id = q.id order by f.framework_code, f.code) as items,
                   array(select n.name from person.competence_choice c join person.competence_level_name n on n.version_id = q.version_id and n.level = c.level
                    where c.question_id = q.id order by c.level) as names,
                   array(select c.says from person.competence_choice c where c.question_id = q.id order by c.level) as sayings
              from person.competence_question q
              join person.competence_domain d on d.version_id = q.version_id and d.domain = q.domain
              left join person.competence_answer w on w.question_id = q.id and w.attempt_id = :attempt
             where q.version_id = :version
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate template;

    CompetenceRepository(JdbcClient jdbc, NamedParameterJdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    Optional<QuestionSet> findVersion(LocalDate on) {
        return jdbc.sql(VERSION + "where :on between valid_from and coalesce(valid_to, 'infinity')")
                .param("on", on)
                .query(QuestionSet.class)
                .optional();
    }

    QuestionSet getVersion(long id) {
        return jdbc.sql(VERSION + "where id = :id")
                .param("id", id)
                .query(QuestionSet.class)
                .single();
    }

    List<QuestionSet> listVersions() {
        return jdbc.sql(VERSION + "order by id").query(QuestionSet.class).list();
    }

    int countQuestions(long version) {
        return jdbc.sql("select count(*) from person.competence_question where version_id = :version")
                .param("version", version)
                .query(Integer.class)
                .single();
    }

    List<Domain> listDomains(long version) {
        return jdbc.sql("""
                select d.domain, d.name, d.about, d.training_kind, k.label as training_label
                  from person.competence_domain d join person.training_kind k on k.code = d.training_kind where d.version_id = :version order by d.domain
                """).param("version", version).query(Domain.class).list();
    }

    Map<Integer, Rung> mapRungs(long version) {
        return jdbc
                .sql(
                        "select level, name, about, stands_for from person.competence_level_name where version_id = :version")
                .param("version", version)
                .query(Rung.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Rung::level, it -> it));
    }

    /** All questions of an attempt with what was chosen. */
    List<Question> listQuestions(long version, long attempt) {
        return jdbc.sql(QUESTION + "order by q.place")
                .param("version", version)
                .param("attempt", attempt)
                .query(CompetenceRepository::question)
                .list();
    }

    Optional<Question> findQuestion(long version, long attempt, int place) {
        return jdbc.sql(QUESTION + "and q.place = :place")
                .param("version", version)
                .param("attempt", attempt)
                .param("place", place)
                .query(CompetenceRepository::question)
                .optional();
    }

    private static Question question(ResultSet row, int number) throws SQLException {
        var names = texts(row.getArray("names"));
        var sayings = texts(row.getArray("sayings"));
        var choices = new ArrayList<Choice>();
        for (var level = 1; level <= sayings.size(); level++) {
            choices.add(new Choice(level, names.get(level - 1), sayings.get(level - 1)));
        }
        return new Question(
                row.getInt("place"),
                row.getInt("domain"),
                row.getString("domain_name"),
                row.getString("title"),
                row.getString("asks"),
                texts(row.getArray("items")),
                choices,
                row.getObject("chosen", Integer.class));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    /** The one under way; the younger of two, where two records were merged. */
    Optional<Attempt> findOpen(long person) {
        return jdbc.sql(ATTEMPT + "where a.person_id = :person and a.submitted_on is null order by a.id desc limit 1")
                .param("person", person)
                .query(Attempt.class)
                .optional();
    }

    Optional<Attempt> find(long id, long person) {
        return jdbc.sql(ATTEMPT + "where a.id = :id and a.person_id = :person")
                .param("id", id)
                .param("person", person)
                .query(Attempt.class)
                .optional();
    }

    List<Attempt> listSubmitted(long person) {
        return jdbc.sql(
                        ATTEMPT
                                + "where a.person_id = :person and a.submitted_on is not null order by a.submitted_on desc, a.id desc")
                .param("person", person)
                .query(Attempt.class)
                .list();
    }

    long insert(long person, long version, OffsetDateTime at) {
        return jdbc.sql("""
                insert into person.competence_attempt (person_id, version_id, started_at) values (:person, :version, :at) returning id
                """)
                .param("person", person)
                .param("version", version)
                .param("at", at)
                .query(Long.class)
                .single();
    }

    boolean answer(long attempt, int place, int level, OffsetDateTime at) {
        return jdbc.sql("""
                insert into person.competence_answer (attempt_id, question_id, level, answered_at)
                select a.id, q.id, :level, :at from person.competence_attempt a join person.competence_question q on q.version_id = a.version_id
                 where a.id = :attempt and a.submitted_on is null and q.place = :place
                on conflict (attempt_id, question_id) do update set level = excluded.level, answered_at = excluded.answered_at
                """)
                        .param("attempt", attempt)
                        .param("place", place)
                        .param("level", level)
                        .param("at", at)
                        .update()
                == 1;
    }

    /** Closes an attempt, noting where its owner teaches on the day. */
    void submit(long attempt, LocalDate on, Reckoning result) {
        jdbc.sql("""
                update person.competence_attempt a set submitted_on = :on, overall = :overall, institution_id = s.institution_id, department = coalesce(s.department, '')
                  from (select 1) one left join lateral (select s.institution_id, trim(s.department) as department from person.spell s
                        where s.person_id = (select person_id from person.competence_attempt where id = :id)
                          and s.principal and s.starts_on <= :on and coalesce(s.ends_on, 'infinity') >= :on
                        order by s.starts_on desc limit 1) s on true
                 where a.id = :id and a.submitted_on is null
                """)
                .param("id", attempt)
                .param("on", on)
                .param("overall", result.overall())
                .update();
        template.batchUpdate(
                "insert into person.competence_result (attempt_id, domain, average, level) values (:attempt, :domain, :average, :level)",
                result.domains().entrySet().stream()
                        .map(it -> new MapSqlParameterSource("attempt", attempt)
                                .addValue("domain", it.getKey())
                                .addValue("average", it.getValue().average())
                                .addValue("level", it.getValue().level()))
                        .toArray(SqlParameterSource[]::new));
    }

    /** A domain's part of a result. */
    record ResultLine(int domain, BigDecimal average, int level) {}

    List<ResultLine> listResults(long attempt) {
        return jdbc.sql(
                        "select domain, average, level from person.competence_result where attempt_id = :id order by domain")
                .param("id", attempt)
                .query(ResultLine.class)
                .list();
    }

    /**
     * What an earlier attempt comes to in the domains of this version: by the identifiers its questions share with these, or that a
     * crosswalk holds to be the same.
     */
    Map<Integer, BigDecimal> mapEarlier(long earlier, long version) {
        return jdbc
                .sql("""
                select x.domain, round(avg(x.level), 2) as average from (
                  select distinct q.domain, w.question_id, w.level
                    from person.competence_question q join person.competence_question_item i on i.question_id = q.id
                    join lateral (select i.item_identifier as same
                                   union select c.to_identifier from framework.crosswalk_list c where c.from_identifier = i.item_identifier and c.relation = 'EXACT'
                                   union select c.from_identifier from framework.crosswalk_list c where c.to_identifier = i.item_identifier and c.relation = 'EXACT') s on true
                    join person.competence_question_item o on o.item_identifier = s.same
                    join person.competence_answer w on w.question_id = o.question_id and w.attempt_id = :earlier
                   where q.version_id = :version) x
                 group by x.domain
                """)
                .param("earlier", earlier)
                .param("version", version)
                .query((row, i) -> Map.entry(row.getInt("domain"), row.getBigDecimal("average")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A step with the domain it belongs to. */
    record StepLine(int domain, int fromLevel, int toLevel, int place, String says) {}

    List<StepLine> listSteps(long version) {
        return jdbc.sql(
                        "select domain, from_level, to_level, place, says from person.competence_step where version_id = :version order by domain, from_level, place")
                .param("version", version)
                .query(StepLine.class)
                .list();
    }

    /** A course that helps, by kind of training. */
    record CourseLine(long id, String kind, String title, int hours) {}

    List<CourseLine> listCourses(int most) {
        return jdbc.sql("""
                select id, kind, title, hours from (
                  select c.id, c.kind, c.title, c.hours, row_number() over (partition by c.kind order by c.institution_id, c.code) as n
                    from person.training_course c where c.state = 'ACTIVE' and c.audience <> 'MANAGER') c where n <= :most order by kind, n
                """).param("most", most).query(CourseLine.class).list();
    }

    List<Intent> listIntents(long attempt) {
        return jdbc.sql(
                        "select domain, what, course_id, until_on, made_on from person.competence_intent where attempt_id = :id order by until_on, domain, id")
                .param("id", attempt)
                .query(Intent.class)
                .list();
    }

    void replaceIntents(long attempt, List<Intent> intents) {
        jdbc.sql("delete from person.competence_intent where attempt_id = :id")
                .param("id", attempt)
                .update();
        template.batchUpdate(
                "insert into person.competence_intent (attempt_id, domain, what, course_id, until_on, made_on) values (:attempt, :domain, :what, :course, :until, :made)",
                intents.stream()
                        .map(it -> new MapSqlParameterSource("attempt", attempt)
                                .addValue("domain", it.domain())
                                .addValue("what", it.what())
                                .addValue("course", it.courseId())
                                .addValue("until", it.untilOn())
                                .addValue("made", it.madeOn()))
                        .toArray(SqlParameterSource[]::new));
    }

    /** Whoever has been assessed since the year began and was not counted yet: the last time each. */
    List<Waiting> listWaiting(long version, LocalDate from, LocalDate before) {
        return jdbc.sql("""
                select distinct on (a.person_id) a.id as attempt_id, a.person_id, d.type, a.institution_id, nullif(a.department, '') as department
                  from person.competence_attempt a left join institution.directory d on d.id = a.institution_id
                 where a.version_id = :version and a.submitted_on >= :from and a.submitted_on < :before
                   and not exists (select 1 from person.competence_attempt c join person.competence_batch b on b.id = c.batch_id
                                    where c.person_id = a.person_id and c.version_id = :version and b.year = :year)
                 order by a.person_id, a.submitted_on desc, a.id desc
                """)
                .param("version", version)
                .param("from", from)
                .param("before", before)
                .param("year", from.getYear())
                .query(Waiting.class)
                .list();
    }

    /** Makes lots, each of a place of its own, marks who is in which and sums them up. */
    void insert(long version, int year, LocalDate on, List<Lots.Lot> lots) {
        var attempts = new ArrayList<Long>();
        var numbers = new ArrayList<Integer>();
        for (var n = 0; n < lots.size(); n++) {
            for (var it : lots.get(n).members()) {
                attempts.add(it.attemptId());
                numbers.add(n + 1);
            }
        }
        jdbc.sql("""
                with lot as (
                  select l.* from unnest(:types::text[], :institutions::bigint[], :departments::text[], :people::integer[])
                         with ordinality as l (type, institution_id, department, people, n)),
                made as (
                  insert into person.competence_batch (version_id, year, made_on, type, institution_id, department, people)
                  select :version, :year, :on, l.type, l.institution_id, l.department, l.people from lot l returning id, type, institution_id, department),
                member as (
                  select m.attempt_id, b.id as batch_id from unnest(:attempts::bigint[], :lots::bigint[]) as m (attempt_id, n) join lot l on l.n = m.n
                    join made b on (b.type, b.institution_id, b.department) is not distinct from (l.type, l.institution_id, l.department)),
                marked as (
                  update person.competence_attempt a set batch_id = m.batch_id from member m where a.id = m.attempt_id)
                insert into person.competence_batch_sum (batch_id, domain, total)
                select m.batch_id, r.domain, sum(r.average) from member m join person.competence_result r on r.attempt_id = m.attempt_id group by m.batch_id, r.domain
                """)
                .param("version", version)
                .param("year", year)
                .param("on", on)
                .param("types", lots.stream().map(Lots.Lot::type).toArray(String[]::new))
                .param(
                        "institutions",
                        lots.stream().map(Lots.Lot::institutionId).toArray(Long[]::new))
                .param("departments", lots.stream().map(Lots.Lot::department).toArray(String[]::new))
                .param("people", lots.stream().map(it -> it.members().size()).toArray(Integer[]::new))
                .param("attempts", attempts.toArray(Long[]::new))
                .param("lots", numbers.toArray(Integer[]::new))
                .update();
    }

    /** People of a college who teach there and have no account. */
    List<Long> listWithoutAccount(long institution, int most) {
        return jdbc.sql("""
                select s.person_id from person.staff s
                 where s.institution_id = :institution and s.principal and s.ends_on is null and s.teaches
                   and not exists (select 1 from person.login l where l.person_id = s.person_id)
                   and not exists (select 1 from person.competence_attempt a where a.person_id = s.person_id)
                 order by s.department, s.person_id limit :most
                """)
                .param("institution", institution)
                .param("most", most)
                .query(Long.class)
                .list();
    }

    /** Closes a month once. */
    boolean close(LocalDate month, OffsetDateTime at) {
        return jdbc.sql(
                                "insert into person.competence_month (month, made_at) values (:month, :at) on conflict do nothing")
                        .param("month", month)
                        .param("at", at)
                        .update()
                == 1;
    }

    /** A figure of a group: a domain's average over all its lots. */
    record GroupLine(
            String kind, String name, @Nullable Long institutionId, int people, int domain, BigDecimal average) {}

    /** The last year of which the scope may read a lot. */
    Optional<Integer> findLastYear(long version) {
        return jdbc.sql(
                        "select max(year) from person.competence_batch where version_id = :version having max(year) is not null")
                .param("version", version)
                .query(Integer.class)
                .optional();
    }

    /** Every group of a year that the scope may read: the city and its types, the schools, their faculties. */
    List<GroupLine> listGroups(long version, int year, @Nullable Long institution) {
        return jdbc.sql("""
                with lot as (
                  select b.id, b.type, b.institution_id, b.department, b.people, d.name as institution, d.type_label
                    from person.competence_batch b left join institution.directory d on d.id = b.institution_id
                   where b.version_id = :version and b.year = :year and (cast(:institution as bigint) is null or b.institution_id = :institution)),
                member as (
                  select 'CITY' as kind, 'Toàn thành phố' as name, null::bigint as institution_id, id, people from lot where cast(:institution as bigint) is null
                  union all select 'TYPE', coalesce((select max(t.type_label) from institution.directory t where t.type = lot.type), lot.type), null, id, people
                    from lot where type is not null and cast(:institution as bigint) is null
                  union all select 'SCHOOL', institution, institution_id, id, people from lot where institution_id is not null
                  union all select 'FACULTY', department, institution_id, id, people from lot where department is not null and cast(:institution as bigint) is not null)
                select m.kind, m.name, m.institution_id, sum(m.people)::int as people, s.domain, round(sum(s.total) / sum(m.people), 2) as average
                  from member m join person.competence_batch_sum s on s.batch_id = m.id
                 group by m.kind, m.name, m.institution_id, s.domain order by m.kind, m.name, m.institution_id, s.domain
                """)
                .param("version", version)
                .param("year", year)
                .param("institution", institution)
                .query(GroupLine.class)
                .list();
    }
}
