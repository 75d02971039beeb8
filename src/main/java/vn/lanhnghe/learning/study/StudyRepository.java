package vn.lanhnghe.learning.study;

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
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.ui.Paging;

/** Classes, modules, mark books, sessions. */
@Repository
class StudyRepository {

    private static final String CLASS = """
            select c.id, c.institution_id, c.site_id, c.code, c.occupation_code, o.name as occupation, c.level, c.cohort, c.homeroom,
                   (select count(*) from learning.enrolment e where e.class_id = c.id)::integer as learners,
                   (select count(*) from learning.course k where k.class_id = c.id)::integer as courses
              from learning.class c join programme.listed o on o.code = c.occupation_code
            """;

    private static final String COURSE = """
            select k.id, k.institution_id, k.site_id, k.class_id, c.code as class_name, c.cohort, o.name as occupation, k.module_id,
                   m.code as module_code, m.name as module_name, m.credits, k.year, k.term, k.teacher, k.teacher_account, k.periods,
                   k.state, k.regular_tests, k.periodic_tests, k.edition, k.submitted_by, k.submitted_name, k.submitted_at,
                   k.approved_name, k.approved_at, k.returned_reason
              from learning.course k join learning.class c on c.id = k.class_id join learning.module m on m.id = k.module_id
              join programme.listed o on o.code = c.occupation_code
            """;

    /** A session of a course with how many were missing. */
    record Session(
            long id, long courseId, LocalDate heldOn, int periods, String content, String recorder, int missing) {}

    record Absence(long enrolmentId, int periods, boolean excused) {}

    /** A request to open a locked book; without an answer it waits. */
    record Unlock(
            long id,
            long courseId,
            String reason,
            long askedBy,
            String askedName,
            OffsetDateTime askedAt,
            @Nullable Boolean granted,
            @Nullable String answer,
            @Nullable String decidedName,
            @Nullable OffsetDateTime decidedAt) {}

    /** One change of one cell. */
    record Change(
            String studentCode,
            String fullName,
            String part,
            String before,
            String after,
            @Nullable String comment,
            String actor,
            OffsetDateTime changedAt) {}

    private final JdbcClient jdbc;

    StudyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Paging<SchoolClass> listClasses(String q, int page) {
        var where = " where (:q = '' or c.code ilike :like or o.name ilike :like) ";
        var rows = jdbc.sql(CLASS + where + "order by c.cohort desc, c.code limit :size offset :offset")
                .param("q", q)
                .param("like", "%" + literal(q) + "%")
                .param("size", Paging.SIZE)
                .param("offset", Paging.offset(page))
                .query(SchoolClass.class)
                .list();
        var total = jdbc.sql(
                        "select count(*) from learning.class c join programme.listed o on o.code = c.occupation_code"
                                + where)
                .param("q", q)
                .param("like", "%" + literal(q) + "%")
                .query(Long.class)
                .single();
        return new Paging<>(rows, page, total, Paging.SIZE);
    }

    private static String literal(String text) {
        return text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    Optional<SchoolClass> findClass(long id) {
        return jdbc.sql(CLASS + "where c.id = :id")
                .param("id", id)
                .query(SchoolClass.class)
                .optional();
    }

    Optional<Long> insertClass(NewClass it) {
        return jdbc.sql("""
                insert into learning.class (institution_id, site_id, code, occupation_code, level, cohort, homeroom)
                values (:own, :site, :code, :occupation, :level, :cohort, nullif(:homeroom, ''))
                on conflict (institution_id, code) do nothing returning id
                """)
                .param("own", Scope.current().institutionId())
                .param("site", Scope.current().siteId())
                .param("code", it.code())
                .param("occupation", it.occupationCode())
                .param("level", it.level())
                .param("cohort", it.cohort())
                .param("homeroom", it.homeroom())
                .query(Long.class)
                .optional();
    }

    /** Puts learners of the class's occupation into it; answers with the codes that were found. */
    List<String> enter(SchoolClass it, Collection<String> codes) {
        return jdbc.sql("""
                update learning.enrolment e set class_id = :class
                 where e.institution_id = :own and e.student_code = any(:codes) and e.occupation_code = :occupation
                returning e.student_code
                """)
                .param("class", it.id())
                .param("own", it.institutionId())
                .param("codes", codes.toArray(String[]::new))
                .param("occupation", it.occupationCode())
                .query(String.class)
                .list();
    }

    List<Member> listMembers(long classId) {
        return jdbc.sql("""
                select e.id as enrolment_id, e.site_id, e.student_code, l.full_name, l.birth_date, e.status,
                       coalesce(l.policy_group ilike '%khuyết tật%', false) as disabled
                  from learning.enrolment e join learning.learner l on l.id = e.learner_id
                 where e.class_id = :id order by l.sort_key, e.student_code
                """).param("id", classId).query(Member.class).list();
    }

    List<Module> listModules(SchoolClass it) {
        return jdbc.sql("""
                select id, code, name, credits, condition, theory_periods, practice_periods, semester from learning.module
                 where institution_id = :institution and occupation_code = :occupation and cohort = :cohort
                 order by semester nulls last, regexp_replace(code, '\\D', '', 'g'), code
                """)
                .param("institution", it.institutionId())
                .param("occupation", it.occupationCode())
                .param("cohort", it.cohort())
                .query(Module.class)
                .list();
    }

    boolean insertModule(SchoolClass it, NewModule module, boolean condition) {
        return jdbc.sql("""
                insert into learning.module (institution_id, occupation_code, cohort, code, name, credits, condition, theory_periods,
                                             practice_periods, semester)
                select :institution, :occupation, :cohort, :code, :name, :credits, :condition, :theory::integer, :practice::integer, :semester::integer
                 where not exists (select from learning.module m where m.institution_id = :institution and m.occupation_code = :occupation
                                      and m.cohort = :cohort and m.code = :code)
                """)
                        .param("institution", it.institutionId())
                        .param("occupation", it.occupationCode())
                        .param("cohort", it.cohort())
                        .param("code", module.code())
                        .param("name", module.name())
                        .param("credits", module.credits())
                        .param("condition", condition)
                        .param("theory", module.theoryPeriods())
                        .param("practice", module.practicePeriods())
                        .param("semester", module.semester())
                        .update()
                == 1;
    }

    List<Teacher> listTeachers() {
        return jdbc.sql("select id, full_name from access.teacher where institution_id = :own order by full_name")
                .param("own", Scope.current().institutionId())
                .query(Teacher.class)
                .list();
    }

    Optional<Long> insertCourse(SchoolClass it, NewCourse course, String teacher) {
        return jdbc.sql("""
                insert into learning.course (institution_id, site_id, class_id, module_id, year, term, teacher, teacher_account, periods,
                                             regular_tests, periodic_tests)
                select :institution, :site::bigint, :class, m.id, :year, :term, :teacher, :account::bigint, :periods, :regular, :periodic
                  from learning.module m where m.id = :module and m.institution_id = :institution and m.occupation_code = :occupation
                   and m.cohort = :cohort
                on conflict (class_id, module_id, year, term) do nothing returning id
                """)
                .param("institution", it.institutionId())
                .param("site", it.siteId())
                .param("class", it.id())
                .param("module", course.moduleId())
                .param("occupation", it.occupationCode())
                .param("cohort", it.cohort())
                .param("year", course.year())
                .param("term", course.term())
                .param("teacher", teacher)
                .param("account", course.teacherAccount())
                .param("periods", course.periods())
                .param("regular", course.regularTests())
                .param("periodic", course.periodicTests())
                .query(Long.class)
                .optional();
    }

    /** The books of a teacher, or of the whole college when {@code teacher} is null. */
    Paging<Course> listCourses(@Nullable Long teacher, @Nullable String state, int page) {
        var where =
                " where (:teacher::bigint is null or k.teacher_account = :teacher::bigint) and (:state::text is null or k.state = :state::text) ";
        var rows = jdbc.sql(
                        COURSE + where
                                + "order by k.state <> 'OPEN', k.year desc, k.term desc, c.code, m.code limit :size offset :offset")
                .param("teacher", teacher)
                .param("state", state)
                .param("size", Paging.SIZE)
                .param("offset", Paging.offset(page))
                .query(Course.class)
                .list();
        var total = jdbc.sql("select count(*) from learning.course k" + where)
                .param("teacher", teacher)
                .param("state", state)
                .query(Long.class)
                .single();
        return new Paging<>(rows, page, total, Paging.SIZE);
    }

    List<Course> listCoursesOf(long classId) {
        return jdbc.sql(COURSE + "where k.class_id = :id order by k.year, k.term, m.code")
                .param("id", classId)
                .query(Course.class)
                .list();
    }

    List<Course> listCoursesOfLearner(long enrolmentId) {
        return jdbc.sql(
                        COURSE
                                + "where k.class_id = (select class_id from learning.enrolment where id = :id) order by k.year desc, k.term desc, m.code limit 40")
                .param("id", enrolmentId)
                .query(Course.class)
                .list();
    }

    Optional<Course> findCourse(long id) {
        return jdbc.sql(COURSE + "where k.id = :id")
                .param("id", id)
                .query(Course.class)
                .optional();
    }

    void lockCourse(long id) {
        jdbc.sql("select id from learning.course where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .list();
    }

    /** The cells of a book, by course of study and part. */
    Map<Long, Map<String, Mark>> listMarks(long courseId) {
        return jdbc.sql("""
                select enrolment_id, part, mark, absent, comment, version, written_by, written_at from learning.mark where course_id = :id
                """).param("id", courseId).query(Mark.class).list().stream()
                .collect(groupingBy(Mark::enrolmentId, toMap(Mark::part, it -> it)));
    }

    Map<String, Mark> listMarks(long courseId, long enrolmentId) {
        return jdbc.sql("""
                select enrolment_id, part, mark, absent, comment, version, written_by, written_at from learning.mark
                 where course_id = :id and enrolment_id = :enrolment
                """).param("id", courseId).param("enrolment", enrolmentId).query(Mark.class).list().stream()
                .collect(toMap(Mark::part, it -> it));
    }

    /** Writes the cell if it is still at the version the writer saw; says whether it was. */
    boolean writeMark(Course course, Member member, String part, Mark.Typed typed, @Nullable String comment, int seen) {
        return jdbc.sql("""
                insert into learning.mark as m (course_id, enrolment_id, part, institution_id, site_id, mark, absent, comment, written_by)
                select :course, :enrolment, :part, :institution, :site::bigint, :mark::numeric, :absent, :comment::text, :actor
                on conflict (course_id, enrolment_id, part) do update
                  set mark = excluded.mark, absent = excluded.absent, comment = coalesce(excluded.comment, m.comment),
                      version = m.version + 1, written_by = excluded.written_by, written_at = now()
                  where m.version = :seen
                """)
                        .param("course", course.id())
                        .param("enrolment", member.enrolmentId())
                        .param("part", part)
                        .param("institution", course.institutionId())
                        .param("site", course.siteId())
                        .param("mark", typed.mark())
                        .param("absent", typed.absent())
                        .param("comment", comment)
                        .param("actor", Scope.current().actor())
                        .param("seen", seen)
                        .update()
                == 1;
    }

    void recordChange(
            Course course, long enrolmentId, String part, String before, String after, @Nullable String comment) {
        jdbc.sql("""
                insert into learning.mark_change (course_id, enrolment_id, part, institution_id, site_id, before, after, comment, actor)
                values (:course, :enrolment, :part, :institution, :site, :before, :after, :comment, :actor)
                """)
                .param("course", course.id())
                .param("enrolment", enrolmentId)
                .param("part", part)
                .param("institution", course.institutionId())
                .param("site", course.siteId())
                .param("before", before)
                .param("after", after)
                .param("comment", comment)
                .param("actor", Scope.current().actor())
                .update();
    }

    List<Change> listChanges(long courseId, @Nullable Long enrolmentId) {
        return jdbc.sql("""
                select e.student_code, l.full_name, h.part, h.before, h.after, h.comment, h.actor, h.changed_at
                  from learning.mark_change h join learning.enrolment e on e.id = h.enrolment_id join learning.learner l on l.id = e.learner_id
                 where h.course_id = :id and (:enrolment::bigint is null or h.enrolment_id = :enrolment::bigint)
                 order by h.id desc limit 500
                """)
                .param("id", courseId)
                .param("enrolment", enrolmentId)
                .query(Change.class)
                .list();
    }

    /** Periods held so far. */
    int held(long courseId) {
        return jdbc.sql("select coalesce(sum(periods), 0) from learning.session where course_id = :id")
                .param("id", courseId)
                .query(Integer.class)
                .single();
    }

    Map<Long, Integer> listMissed(long courseId, @Nullable Long enrolmentId) {
        var missed = new HashMap<Long, Integer>();
        jdbc.sql("""
                select a.enrolment_id, sum(a.periods) from learning.absence a join learning.session s on s.id = a.session_id
                 where s.course_id = :id and (:enrolment::bigint is null or a.enrolment_id = :enrolment::bigint)
                 group by a.enrolment_id
                """)
                .param("id", courseId)
                .param("enrolment", enrolmentId)
                .query((row, i) -> missed.put(row.getLong(1), row.getInt(2)))
                .list();
        return missed;
    }

    void submit(long id, long by, String name) {
        jdbc.sql("""
                update learning.course set state = 'SUBMITTED', submitted_by = :by, submitted_name = :name, submitted_at = now(),
                       returned_reason = null where id = :id
                """).param("id", id).param("by", by).param("name", name).update();
    }

    void approve(long id, long by, String name) {
        jdbc.sql("""
                update learning.course set state = 'APPROVED', approved_by = :by, approved_name = :name, approved_at = now(),
                       edition = edition + 1 where id = :id
                """).param("id", id).param("by", by).param("name", name).update();
    }

    void reopen(long id, @Nullable String reason) {
        jdbc.sql("""
                update learning.course set state = 'OPEN', approved_by = null, approved_name = null, approved_at = null,
                       submitted_by = null, submitted_name = null, submitted_at = null, returned_reason = :reason where id = :id
                """).param("id", id).param("reason", reason).update();
    }

    /** The module marks of an approved book, into the register; a mark that stands there from elsewhere is replaced. */
    void writeResults(Course course, Map<Long, Outcome> outcomes) {
        var ids = List.copyOf(outcomes.keySet());
        var found = ids.stream().map(outcomes::get).toList();
        jdbc.sql("""
                insert into learning.result (enrolment_id, module_code, module_id, institution_id, site_id, mark, absent, course_id, sittings,
                                             by_hand)
                select n.enrolment, :code, :module, :institution, :site::bigint, n.mark, n.absent, :course, greatest(1, n.sittings), true
                  from unnest(:enrolments::bigint[], :marks::numeric[], :absents::boolean[], :sittings::integer[])
                         as n (enrolment, mark, absent, sittings)
                on conflict (enrolment_id, module_code) do update
                  set module_id = excluded.module_id, mark = excluded.mark, absent = excluded.absent, course_id = excluded.course_id,
                      sittings = excluded.sittings, by_hand = true, recorded_at = now()
                  where not result.exempt
                """)
                .param("code", course.moduleCode())
                .param("module", course.moduleId())
                .param("institution", course.institutionId())
                .param("site", course.siteId())
                .param("course", course.id())
                .param("enrolments", ids.toArray(Long[]::new))
                .param("marks", found.stream().map(Outcome::mark).toArray(BigDecimal[]::new))
                .param("absents", found.stream().map(Outcome::absent).toArray(Boolean[]::new))
                .param("sittings", found.stream().map(Outcome::sittings).toArray(Integer[]::new))
                .update();
        jdbc.sql("update learning.enrolment set results_at = now() where id = any(:ids) and results_at is null")
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    void exempt(Course course, Member member, @Nullable BigDecimal mark, String reason, String decision) {
        jdbc.sql("""
                insert into learning.result (enrolment_id, module_code, module_id, institution_id, site_id, mark, exempt, exempt_reason,
                                             exempt_decision, by_hand)
                values (:enrolment, :code, :module, :institution, :site, :mark, true, :reason, :decision, true)
                on conflict (enrolment_id, module_code) do update
                  set mark = excluded.mark, absent = false, exempt = true, exempt_reason = excluded.exempt_reason,
                      exempt_decision = excluded.exempt_decision, by_hand = true, recorded_at = now()
                """)
                .param("enrolment", member.enrolmentId())
                .param("code", course.moduleCode())
                .param("module", course.moduleId())
                .param("institution", course.institutionId())
                .param("site", course.siteId())
                .param("mark", mark)
                .param("reason", reason)
                .param("decision", decision)
                .update();
    }

    void endExemption(Course course, long enrolmentId) {
        jdbc.sql("""
                update learning.result set exempt = false, mark = null, exempt_reason = null, exempt_decision = null, recorded_at = now()
                 where enrolment_id = :enrolment and module_code = :code and exempt
                """)
                .param("enrolment", enrolmentId)
                .param("code", course.moduleCode())
                .update();
    }

    /** Who need not take the module, and by which decision. */
    Map<Long, String> listExempt(Course course) {
        var exempt = new HashMap<Long, String>();
        jdbc.sql("""
                select r.enrolment_id, concat_ws(', QĐ ', r.exempt_reason, r.exempt_decision) from learning.result r
                  join learning.enrolment e on e.id = r.enrolment_id
                 where e.class_id = :class and r.module_code = :code and r.exempt
                """)
                .param("class", course.classId())
                .param("code", course.moduleCode())
                .query((row, i) -> exempt.put(row.getLong(1), row.getString(2)))
                .list();
        return exempt;
    }

    List<Unlock> listUnlocks(long courseId) {
        return jdbc.sql("""
                select id, course_id, reason, asked_by, asked_name, asked_at, granted, answer, decided_name, decided_at from learning.unlock
                 where course_id = :id order by id desc
                """).param("id", courseId).query(Unlock.class).list();
    }

    void askUnlock(Course course, String reason) {
        jdbc.sql("""
                insert into learning.unlock (course_id, institution_id, site_id, reason, asked_by, asked_name)
                values (:course, :institution, :site, :reason, :by, :name)
                """)
                .param("course", course.id())
                .param("institution", course.institutionId())
                .param("site", course.siteId())
                .param("reason", reason)
                .param("by", Scope.current().accountId())
                .param("name", Scope.current().actor())
                .update();
    }

    void decideUnlock(long id, boolean granted, String answer) {
        jdbc.sql("""
                update learning.unlock set granted = :granted, answer = :answer, decided_by = :by, decided_name = :name, decided_at = now()
                 where id = :id
                """)
                .param("id", id)
                .param("granted", granted)
                .param("answer", answer)
                .param("by", Scope.current().accountId())
                .param("name", Scope.current().actor())
                .update();
    }

    /** Books of the college in scope that wait for somebody's word: submitted ones, and locked ones asked to be opened. */
    List<Course> listWaiting() {
        return jdbc.sql(COURSE + """
                where k.institution_id = :own
                  and (k.state = 'SUBMITTED' or k.state = 'APPROVED' and exists (select from learning.unlock u where u.course_id = k.id and u.granted is null))
                order by k.submitted_at limit 50
                """)
                .param("own", Scope.current().institutionId())
                .query(Course.class)
                .list();
    }

    List<Session> listSessions(long courseId) {
        return jdbc.sql("""
                select s.id, s.course_id, s.held_on, s.periods, s.content, s.recorder,
                       (select count(*) from learning.absence a where a.session_id = s.id)::integer as missing
                  from learning.session s where s.course_id = :id order by s.held_on, s.id
                """).param("id", courseId).query(Session.class).list();
    }

    long insertSession(Course course, LocalDate heldOn, int periods, String content) {
        return jdbc.sql("""
                insert into learning.session (course_id, institution_id, site_id, held_on, periods, content, recorder)
                values (:course, :institution, :site, :held, :periods, :content, :actor) returning id
                """)
                .param("course", course.id())
                .param("institution", course.institutionId())
                .param("site", course.siteId())
                .param("held", heldOn)
                .param("periods", periods)
                .param("content", content)
                .param("actor", Scope.current().actor())
                .query(Long.class)
                .single();
    }

    int removeSession(long courseId, long sessionId) {
        return jdbc.sql("delete from learning.session where id = :id and course_id = :course")
                .param("id", sessionId)
                .param("course", courseId)
                .update();
    }

    Map<Long, Absence> listAbsences(long sessionId) {
        return jdbc
                .sql("select enrolment_id, periods, excused from learning.absence where session_id = :id")
                .param("id", sessionId)
                .query(Absence.class)
                .list()
                .stream()
                .collect(toMap(Absence::enrolmentId, it -> it));
    }

    /** By session and course of study. */
    Map<Long, Map<Long, Absence>> listAllAbsences(long courseId) {
        var all = new HashMap<Long, Map<Long, Absence>>();
        jdbc.sql("""
                select a.session_id, a.enrolment_id, a.periods, a.excused
                  from learning.absence a join learning.session s on s.id = a.session_id where s.course_id = :id
                """)
                .param("id", courseId)
                .query((row, i) -> all.computeIfAbsent(row.getLong(1), id -> new HashMap<>())
                        .put(row.getLong(2), new Absence(row.getLong(2), row.getInt(3), row.getBoolean(4))))
                .list();
        return all;
    }

    void writeAbsences(Course course, long sessionId, Collection<Absence> absences) {
        jdbc.sql("delete from learning.absence where session_id = :id")
                .param("id", sessionId)
                .update();
        jdbc.sql("""
                insert into learning.absence (session_id, enrolment_id, institution_id, site_id, periods, excused)
                select :session, n.enrolment, :institution, :site::bigint, n.periods, n.excused
                  from unnest(:enrolments::bigint[], :periods::integer[], :excused::boolean[]) as n (enrolment, periods, excused)
                """)
                .param("session", sessionId)
                .param("institution", course.institutionId())
                .param("site", course.siteId())
                .param("enrolments", absences.stream().map(Absence::enrolmentId).toArray(Long[]::new))
                .param("periods", absences.stream().map(Absence::periods).toArray(Integer[]::new))
                .param("excused", absences.stream().map(Absence::excused).toArray(Boolean[]::new))
                .update();
    }
}
