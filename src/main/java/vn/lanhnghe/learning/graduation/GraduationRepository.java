package vn.lanhnghe.learning.graduation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.lanhnghe.database.Scope;

@Repository
class GraduationRepository {

    private static final String SELECT = """
            select g.id, g.institution_id, g.site_id, g.name, g.occupation_code, o.name as occupation, g.cohort, g.class_id,
                   c.code as class_name, g.planned_on, g.state, g.decision_number, g.decided_on, g.opened_by, g.opened_name,
                   g.decided_name, g.decided_at,
                   (select count(*) from learning.graduation_run r where r.graduation_id = g.id)::integer as runs
              from learning.graduation g left join programme.listed o on o.code = g.occupation_code
              left join learning.class c on c.id = g.class_id
            """;

    private static final TypeReference<List<Condition>> CONDITIONS = new TypeReference<>() {};

    /** One who sits on the council. */
    record Member(long id, String fullName, String position, String role) {
        public String label() {
            return switch (role) {
                case "CHAIR" -> "Chủ tịch";
                case "DEPUTY" -> "Phó chủ tịch";
                case "SECRETARY" -> "Thư ký";
                default -> "Uỷ viên";
            };
        }
    }

    /** A run of the conditions over all learners. */
    record Run(long id, int number, String actor, OffsetDateTime runAt, int eligible, int total) {}

    record ClassOf(long id, String code) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    GraduationRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Graduation> list() {
        return jdbc.sql(SELECT + "order by g.id desc limit 200")
                .query(Graduation.class)
                .list();
    }

    Optional<Graduation> find(long id) {
        return jdbc.sql(SELECT + "where g.id = :id")
                .param("id", id)
                .query(Graduation.class)
                .optional();
    }

    void lock(long id) {
        jdbc.sql("select id from learning.graduation where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .list();
    }

    Rule rule(LocalDate on) {
        return jdbc.sql("""
                select clause_code, council_least, exam_least, average_share, practice_share, theory_share, thesis_share
                  from learning.graduation_rule where valid_from <= :on and (valid_to is null or valid_to >= :on)
                 order by valid_from desc limit 1
                """).param("on", on).query(Rule.class).single();
    }

    List<ClassOf> listClasses() {
        return jdbc.sql(
                        "select id, code from learning.class where institution_id = :own order by cohort desc, code limit 500")
                .param("own", Scope.current().institutionId())
                .query(ClassOf.class)
                .list();
    }

    long insert(String name, @Nullable String occupation, int cohort, @Nullable Long classId, LocalDate plannedOn) {
        return jdbc.sql("""
                insert into learning.graduation (institution_id, site_id, name, occupation_code, cohort, class_id, planned_on, opened_by, opened_name)
                values (:own, :site, :name, :occupation, :cohort, :class, :planned, :by, :actor) returning id
                """)
                .param("own", Scope.current().institutionId())
                .param("site", Scope.current().siteId())
                .param("name", name)
                .param("occupation", occupation)
                .param("cohort", cohort)
                .param("class", classId)
                .param("planned", plannedOn)
                .param("by", Scope.current().accountId())
                .param("actor", Scope.current().actor())
                .query(Long.class)
                .single();
    }

    List<Member> listCouncil(long graduationId) {
        return jdbc.sql("""
                select id, full_name, position, role from learning.council_member where graduation_id = :id
                 order by array_position(array['CHAIR', 'DEPUTY', 'SECRETARY', 'MEMBER'], role), id
                """).param("id", graduationId).query(Member.class).list();
    }

    void addMember(Graduation it, String name, String position, String role) {
        jdbc.sql("""
                insert into learning.council_member (graduation_id, institution_id, site_id, full_name, position, role)
                values (:id, :institution, :site, :name, :position, :role)
                """)
                .param("id", it.id())
                .param("institution", it.institutionId())
                .param("site", it.siteId())
                .param("name", name)
                .param("position", position)
                .param("role", role)
                .update();
    }

    int removeMember(long graduationId, long memberId) {
        return jdbc.sql("delete from learning.council_member where id = :member and graduation_id = :id")
                .param("member", memberId)
                .param("id", graduationId)
                .update();
    }

    /** How many modules the programme of each occupation has for the cohort. */
    Map<String, Integer> countModules(int cohort) {
        var counts = new HashMap<String, Integer>();
        jdbc.sql("""
                select occupation_code, count(distinct code) from learning.module where institution_id = :own and cohort = :cohort
                 group by occupation_code
                """)
                .param("own", Scope.current().institutionId())
                .param("cohort", cohort)
                .query((row, i) -> counts.put(row.getString(1), row.getInt(2)))
                .list();
        return counts;
    }

    private record Exam(long enrolmentId, String part, BigDecimal mark) {}

    Map<Long, Map<String, BigDecimal>> listExams(Collection<Long> enrolmentIds) {
        return jdbc
                .sql("select enrolment_id, part, mark from learning.final_exam where enrolment_id = any(:ids)")
                .param("ids", enrolmentIds.toArray(Long[]::new))
                .query(Exam.class)
                .list()
                .stream()
                .collect(groupingBy(Exam::enrolmentId, toMap(Exam::part, Exam::mark)));
    }

    void putExam(Graduation it, long enrolmentId, String part, BigDecimal mark) {
        jdbc.sql("""
                insert into learning.final_exam (enrolment_id, part, institution_id, site_id, mark, recorder)
                values (:id, :part, :institution, :site, :mark, :actor)
                on conflict (enrolment_id, part) do update
                  set mark = excluded.mark, sitting = final_exam.sitting + 1, recorder = excluded.recorder, recorded_at = now()
                  where final_exam.mark <> excluded.mark
                """)
                .param("id", enrolmentId)
                .param("part", part)
                .param("institution", it.institutionId())
                .param("site", it.siteId())
                .param("mark", mark)
                .param("actor", Scope.current().actor())
                .update();
    }

    int insertRun(Graduation it, List<Verdict> verdicts) {
        var number = it.runs() + 1;
        var run = jdbc.sql("""
                insert into learning.graduation_run (graduation_id, institution_id, site_id, number, actor)
                values (:id, :institution, :site, :number, :actor) returning id
                """)
                .param("id", it.id())
                .param("institution", it.institutionId())
                .param("site", it.siteId())
                .param("number", number)
                .param("actor", Scope.current().actor())
                .query(Long.class)
                .single();
        jdbc.sql("""
                insert into learning.verdict (run_id, enrolment_id, institution_id, site_id, eligible, average, rank, conditions)
                select :run, n.enrolment, :institution, :site::bigint, n.eligible, n.average, n.rank, n.conditions::jsonb
                  from unnest(:enrolments::bigint[], :eligibles::boolean[], :averages::numeric[], :ranks::text[], :conditions::text[])
                         as n (enrolment, eligible, average, rank, conditions)
                """)
                .param("run", run)
                .param("institution", it.institutionId())
                .param("site", it.siteId())
                .param("enrolments", verdicts.stream().map(Verdict::enrolmentId).toArray(Long[]::new))
                .param("eligibles", verdicts.stream().map(Verdict::eligible).toArray(Boolean[]::new))
                .param("averages", verdicts.stream().map(Verdict::average).toArray(BigDecimal[]::new))
                .param("ranks", verdicts.stream().map(Verdict::rank).toArray(String[]::new))
                .param(
                        "conditions",
                        verdicts.stream()
                                .map(v -> json.writeValueAsString(v.conditions()))
                                .toArray(String[]::new))
                .update();
        return number;
    }

    List<Run> listRuns(long graduationId) {
        return jdbc.sql("""
                select r.id, r.number, r.actor, r.run_at, count(*) filter (where v.eligible)::integer as eligible, count(v.enrolment_id)::integer as total
                  from learning.graduation_run r left join learning.verdict v on v.run_id = r.id
                 where r.graduation_id = :id group by r.id order by r.number desc
                """).param("id", graduationId).query(Run.class).list();
    }

    List<Verdict> listVerdicts(long runId) {
        return jdbc.sql("""
                select v.enrolment_id, e.student_code, l.full_name, o.name as occupation, v.eligible, v.average, v.rank, v.conditions
                  from learning.verdict v join learning.enrolment e on e.id = v.enrolment_id join learning.learner l on l.id = e.learner_id
                  join programme.listed o on o.code = e.occupation_code
                 where v.run_id = :id order by l.sort_key, e.student_code
                """)
                .param("id", runId)
                .query((row, i) -> new Verdict(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getBoolean(5),
                        row.getBigDecimal(6),
                        row.getString(7),
                        json.readValue(row.getString(8), CONDITIONS)))
                .list();
    }

    void decide(long id, String number, LocalDate on) {
        jdbc.sql("""
                update learning.graduation set state = 'DECIDED', decision_number = :number, decided_on = :on, decided_by = :by,
                       decided_name = :actor, decided_at = now() where id = :id
                """)
                .param("id", id)
                .param("number", number)
                .param("on", on)
                .param("by", Scope.current().accountId())
                .param("actor", Scope.current().actor())
                .update();
    }

    boolean decisionTaken(String number, LocalDate on) {
        return jdbc.sql("""
                select count(*) from learning.graduation where institution_id = :own and decision_number = :number and decided_on = :on
                """)
                        .param("own", Scope.current().institutionId())
                        .param("number", number)
                        .param("on", on)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
