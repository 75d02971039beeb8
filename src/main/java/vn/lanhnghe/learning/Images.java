package vn.lanhnghe.learning;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.database.Scope;

/** What a file found before it changed it: kept with the file's number, put back when the file is taken back. */
@Repository
public class Images {

    private static final String KEEP = """
            insert into learning.image (batch_id, institution_id, site_id, place, id, part, before)
            """;

    private final JdbcClient jdbc;

    Images(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keepLearners(long batchId, Collection<Long> ids) {
        jdbc.sql(KEEP + """
                select :batch, institution_id, site_id, 'learner', id, '', to_jsonb(l) from learning.learner l where id = any(:ids)
                on conflict do nothing
                """)
                .param("batch", batchId)
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    void keepEnrolments(long batchId, Collection<Long> ids) {
        jdbc.sql(KEEP + """
                select :batch, institution_id, site_id, 'enrolment', id, '', to_jsonb(e) from learning.enrolment e where id = any(:ids)
                on conflict do nothing
                """)
                .param("batch", batchId)
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    void keepResults(long batchId, Collection<Long> enrolmentIds) {
        jdbc.sql(KEEP + """
                select :batch, institution_id, site_id, 'result', enrolment_id, module_code, to_jsonb(r)
                  from learning.result r where enrolment_id = any(:ids)
                on conflict do nothing
                """)
                .param("batch", batchId)
                .param("ids", enrolmentIds.toArray(Long[]::new))
                .update();
    }

    /** Forgets the images of results that the file left as they were. */
    void dropUnchangedResults(long batchId) {
        jdbc.sql("""
                delete from learning.image i using learning.result r
                 where i.batch_id = :batch and i.place = 'result' and r.enrolment_id = i.id and r.module_code = i.part
                   and r.batch_id is distinct from :batch
                """).param("batch", batchId).update();
    }

    void keepModules(long batchId, Collection<String> occupations, Collection<Integer> cohorts) {
        jdbc.sql(KEEP + """
                select :batch, institution_id, null, 'module', id, '', to_jsonb(m) from learning.module m
                 where institution_id = :own and occupation_code = any(:occupations) and cohort = any(:cohorts)
                on conflict do nothing
                """)
                .param("batch", batchId)
                .param("own", Scope.current().institutionId())
                .param("occupations", occupations.toArray(String[]::new))
                .param("cohorts", cohorts.toArray(Integer[]::new))
                .update();
    }

    public void keepConduct(long batchId, Collection<Long> enrolmentIds) {
        jdbc.sql(KEEP + """
                select :batch, institution_id, site_id, 'conduct', enrolment_id, year || '-' || term, to_jsonb(c)
                  from learning.conduct c where enrolment_id = any(:ids)
                on conflict do nothing
                """)
                .param("batch", batchId)
                .param("ids", enrolmentIds.toArray(Long[]::new))
                .update();
    }

    /** Puts back what the file changed of learners and their courses of study, and removes what it brought. */
    int restoreLearners(long batchId) {
        return all(
                batchId,
                "delete from learning.enrolment where first_batch_id = :batch",
                "delete from learning.learner l where first_batch_id = :batch and not exists (select from learning.enrolment e where e.learner_id = l.id)",
                """
                update learning.learner l
                   set (full_name, name_folded, sort_key, birth_date, sex, citizen_id, passport, person_id, birth_place, ethnicity, phone,
                        policy_group, citizen_issued_on, citizen_issued_by, religion, nationality, home_town, email, permanent_address,
                        current_address, contact)
                     = (select r.full_name, r.name_folded, r.sort_key, r.birth_date, r.sex, r.citizen_id, r.passport, r.person_id,
                               r.birth_place, r.ethnicity, r.phone, r.policy_group, r.citizen_issued_on, r.citizen_issued_by, r.religion,
                               r.nationality, r.home_town, r.email, r.permanent_address, r.current_address, r.contact
                          from jsonb_populate_record(null::learning.learner, i.before) r)
                  from learning.image i where i.batch_id = :batch and i.place = 'learner' and i.id = l.id
                """,
                """
                update learning.enrolment e
                   set (occupation_code, level, admitted_on, note, batch_id, class_id, mode, entry_schooling, entry_year, admission_decision)
                     = (select r.occupation_code, r.level, r.admitted_on, r.note, r.batch_id, r.class_id, r.mode, r.entry_schooling,
                               r.entry_year, r.admission_decision
                          from jsonb_populate_record(null::learning.enrolment, i.before) r)
                  from learning.image i where i.batch_id = :batch and i.place = 'enrolment' and i.id = e.id
                """,
                "delete from learning.class where first_batch_id = :batch and not exists (select from learning.enrolment e where e.class_id = class.id)");
    }

    int restoreResults(long batchId) {
        return all(
                batchId,
                """
                update learning.enrolment e set results_at = null
                 where results_at is not null
                   and id in (select enrolment_id from learning.result where batch_id = :batch and first_batch_id = :batch)
                   and not exists (select from learning.result r where r.enrolment_id = e.id and r.first_batch_id is distinct from :batch)
                """,
                "delete from learning.result where batch_id = :batch and first_batch_id = :batch",
                """
                update learning.result r
                   set (module_id, mark, absent, batch_id, recorded_at, by_hand)
                     = (select b.module_id, b.mark, b.absent, b.batch_id, b.recorded_at, b.by_hand
                          from jsonb_populate_record(null::learning.result, i.before) b)
                  from learning.image i
                 where i.batch_id = :batch and i.place = 'result' and i.id = r.enrolment_id and i.part = r.module_code
                   and r.batch_id = :batch
                """,
                """
                update learning.module m set (credits, condition)
                     = (select b.credits, b.condition from jsonb_populate_record(null::learning.module, i.before) b)
                  from learning.image i where i.batch_id = :batch and i.place = 'module' and i.id = m.id
                """,
                "delete from learning.module m where first_batch_id = :batch and not exists (select from learning.result r where r.module_id = m.id)");
    }

    public int restoreConduct(long batchId) {
        return all(batchId, "delete from learning.conduct where first_batch_id = :batch", """
                update learning.conduct c
                   set (rules, study, activities, community, leadership, discipline, note, batch_id, by_hand, recorder, recorded_at)
                     = (select b.rules, b.study, b.activities, b.community, b.leadership, b.discipline, b.note, b.batch_id, b.by_hand,
                               b.recorder, b.recorded_at
                          from jsonb_populate_record(null::learning.conduct, i.before) b)
                  from learning.image i
                 where i.batch_id = :batch and i.place = 'conduct' and i.id = c.enrolment_id and i.part = c.year || '-' || c.term
                   and c.batch_id = :batch
                """);
    }

    /** How many rows the first two statements of weight touched: what was brought and what was changed. */
    private int all(long batchId, String... statements) {
        var touched = 0;
        for (var sql : List.of(statements)) {
            touched += jdbc.sql(sql).param("batch", batchId).update();
        }
        jdbc.sql("delete from learning.image where batch_id = :batch")
                .param("batch", batchId)
                .update();
        return touched;
    }
}
