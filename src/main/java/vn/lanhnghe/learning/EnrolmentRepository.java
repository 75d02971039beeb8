package vn.lanhnghe.learning;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Paging;

@Repository
class EnrolmentRepository {

    private static final String SELECT = """
            select e.id, e.learner_id, e.institution_id, e.site_id, i.name as institution, e.student_code, l.full_name,
                   l.birth_date, l.sex, l.citizen_id, l.passport, l.person_id, l.citizen_issued_on, l.citizen_issued_by, l.birth_place,
                   l.home_town, l.religion, l.nationality, l.email, l.permanent_address, l.current_address, l.contact, l.ethnicity,
                   l.phone, l.policy_group, e.occupation_code, o.name as occupation, e.level, e.admitted_on, e.cohort, e.class_id,
                   c.code as class_name, e.mode, e.entry_schooling, e.entry_year, e.admission_decision, e.status, e.note, e.recorded_at,
                   e.results_at
              from learning.enrolment e
              join learning.learner l on l.id = e.learner_id
              join institution.directory i on i.id = e.institution_id
              join programme.listed o on o.code = e.occupation_code
              left join learning.class c on c.id = e.class_id
            """;

    private static final String MATCHES = """
             where (:folded = '' or l.name_folded like :like or e.student_code ilike :prefix or l.citizen_id = :q or l.passport = :q)
               and (:occupation = '' or e.occupation_code = :occupation)
               and (:status = '' or e.status = :status)
               and (:institution::bigint is null or e.institution_id = :institution::bigint)
               and (:cohort::integer is null or e.cohort = :cohort::integer)
               and (:batch::bigint is null or e.batch_id = :batch::bigint
                    or e.id in (select r.enrolment_id from learning.result r where r.batch_id = :batch::bigint)
                    or e.id in (select c.enrolment_id from learning.conduct c where c.batch_id = :batch::bigint))
            """;

    /** What a list of learners is filtered by; empty means all. */
    record Filter(
            String q,
            String occupation,
            String status,
            @Nullable Long batch,
            @Nullable Long institution,
            @Nullable Integer cohort,
            String sort) {

        /** Ready for a LIKE that takes the user's signs literally. */
        static String literal(String text) {
            return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        }

        String order() {
            return switch (sort) {
                case "code" -> "e.student_code";
                case "occupation" -> "e.occupation_code, l.sort_key";
                case "status" -> "e.status, l.sort_key";
                default -> "l.sort_key, e.student_code";
            };
        }
    }

    private final JdbcClient jdbc;

    EnrolmentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Enrolment> find(long id) {
        return jdbc.sql(SELECT + "where e.id = :id")
                .param("id", id)
                .query(Enrolment.class)
                .optional();
    }

    List<Enrolment> listOf(long learnerId) {
        return jdbc.sql(SELECT + "where e.learner_id = :id order by e.admitted_on")
                .param("id", learnerId)
                .query(Enrolment.class)
                .list();
    }

    /** Every course of study of the learner in scope, at every college, the latest first. */
    List<Enrolment> listOwn() {
        return jdbc.sql(
                        SELECT
                                + "where e.learner_id = any(learning.own_learners()) order by e.admitted_on desc nulls last, e.id desc")
                .query(Enrolment.class)
                .list();
    }

    Paging<Enrolment> list(Filter filter, int page) {
        var rows = matching(SELECT + MATCHES + "order by " + filter.order() + " limit :size offset :offset", filter)
                .param("size", Paging.SIZE)
                .param("offset", Paging.offset(page))
                .query(Enrolment.class)
                .list();
        var total = matching(
                        "select count(*) from learning.enrolment e join learning.learner l on l.id = e.learner_id"
                                + MATCHES,
                        filter)
                .query(Long.class)
                .single();
        return new Paging<>(rows, page, total, Paging.SIZE);
    }

    long count() {
        return jdbc.sql("select count(*) from learning.enrolment")
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec matching(String sql, Filter filter) {
        var folded = Vietnamese.fold(filter.q());
        return jdbc.sql(sql)
                .param("folded", folded)
                .param("like", "%" + Filter.literal(folded) + "%")
                .param("prefix", Filter.literal(filter.q().strip()) + "%")
                .param("q", filter.q().strip())
                .param("occupation", filter.occupation())
                .param("status", filter.status())
                .param("batch", filter.batch())
                .param("institution", filter.institution())
                .param("cohort", filter.cohort());
    }

    /** The courses of study with these codes at the college in scope. */
    List<Enrolment> list(Collection<String> studentCodes) {
        return jdbc.sql(
                        SELECT
                                + "where e.student_code = any(:codes) and (:own::bigint is null or e.institution_id = :own::bigint)")
                .param("own", Scope.current().institutionId())
                .param("codes", studentCodes.toArray(String[]::new))
                .query(Enrolment.class)
                .list();
    }

    List<Enrolment> listByIds(Collection<Long> ids) {
        return jdbc.sql(SELECT + "where e.id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query(Enrolment.class)
                .list();
    }

    /** Those of the learners in scope who have one of these citizen numbers or passports. */
    List<Holder> listHolders(Collection<String> citizenIds, Collection<String> passports) {
        return jdbc.sql("""
                        select id, citizen_id, passport, full_name from learning.learner
                         where (citizen_id = any(:ids) or passport = any(:passports)) and merged_into is null
                           and (:own::bigint is null or institution_id = :own::bigint)
                        """)
                .param("own", Scope.current().institutionId())
                .param("ids", citizenIds.toArray(String[]::new))
                .param("passports", passports.toArray(String[]::new))
                .query(Holder.class)
                .list();
    }

    record Holder(
            long id, @Nullable String citizenId, @Nullable String passport, String fullName) {}

    /** The occupations that the college in scope may teach. */
    Set<String> listLicensed() {
        return new HashSet<>(
                jdbc.sql("select distinct occupation_code from institution.licensed where institution_id = :own")
                        .param("own", Scope.current().institutionId())
                        .query(String.class)
                        .list());
    }

    record ClassOf(String code, String occupationCode) {}

    Map<String, ClassOf> listClasses(Collection<String> codes) {
        return jdbc
                .sql("""
                select code, occupation_code from learning.class
                 where code = any(:codes) and (:own::bigint is null or institution_id = :own::bigint)
                """)
                .param("codes", codes.toArray(String[]::new))
                .param("own", Scope.current().institutionId())
                .query(ClassOf.class)
                .list()
                .stream()
                .collect(Collectors.toMap(ClassOf::code, Function.identity()));
    }

    /** The courses of study of a cohort at the college in scope that may come to an end. */
    List<Enrolment> listCohort(int cohort, @Nullable String occupationCode, @Nullable Long classId) {
        return jdbc.sql(SELECT + """
                where e.institution_id = :own and e.cohort = :cohort and e.status in ('STUDYING', 'SLOWED')
                  and (:occupation::text is null or e.occupation_code = :occupation::text)
                  and (:class::bigint is null or e.class_id = :class::bigint)
                order by l.sort_key, e.student_code
                """)
                .param("own", Scope.current().institutionId())
                .param("cohort", cohort)
                .param("occupation", occupationCode)
                .param("class", classId)
                .query(Enrolment.class)
                .list();
    }

    /** Every course of study of the college in scope. */
    List<Enrolment> listAll() {
        return jdbc.sql(SELECT + "where e.institution_id = :own order by l.sort_key, e.student_code")
                .param("own", Scope.current().institutionId())
                .query(Enrolment.class)
                .list();
    }

    /** The modules of each course of study, with their marks as far as there are any. */
    List<ModuleResult> listResults(Collection<Long> enrolmentIds) {
        return jdbc.sql("""
                select r.enrolment_id, m.code, m.name, m.credits, m.condition, r.mark, r.absent, r.exempt, r.sittings
                  from learning.result r join learning.module m on m.id = r.module_id
                 where r.enrolment_id = any(:ids)
                 order by r.enrolment_id, regexp_replace(m.code, '\\D', '', 'g'), m.code
                """)
                .param("ids", enrolmentIds.toArray(Long[]::new))
                .query(ModuleResult.class)
                .list();
    }

    /** Those of the courses of study whose learner has had a disciplinary warning. */
    Set<Long> listWarned(Collection<Long> ids) {
        return new HashSet<>(jdbc.sql("""
                select distinct enrolment_id from learning.conduct where enrolment_id = any(:ids) and discipline = 'WARNING'
                """)
                .param("ids", ids.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    /** By the decision of a day; who graduated before keeps that day, unless that was taken back. */
    void graduate(Collection<Long> ids, LocalDate on) {
        jdbc.sql("""
                update learning.enrolment
                   set status = 'GRADUATED', graduated_on = case when reopened_at is null then coalesce(graduated_on, :on) else :on end,
                       graduated_at = case when reopened_at is null then coalesce(graduated_at, now()) else now() end, reopened_at = null
                 where id = any(:ids) and status in ('STUDYING', 'SLOWED')
                """).param("on", on).param("ids", ids.toArray(Long[]::new)).update();
    }

    void reopen(Collection<Long> ids) {
        jdbc.sql("""
                update learning.enrolment set status = 'STUDYING', reopened_at = case when graduated_at is not null then now() end
                 where id = any(:ids) and status = 'GRADUATED'
                """).param("ids", ids.toArray(Long[]::new)).update();
    }
}
