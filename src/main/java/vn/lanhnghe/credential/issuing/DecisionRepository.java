package vn.lanhnghe.credential.issuing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.database.Scope;

@Repository
class DecisionRepository {

    private static final String SELECT = """
            select d.id, d.institution_id, d.kind, d.number, d.decided_on, d.graduation_id, d.prepared_by, d.prepared_by_name, d.prepared_at,
                   n.diplomas, n.prepared, n.checked, n.signed,
                   (select max(r.id) from credential.run r where r.decision_id = d.id and r.state <> 'DONE'
                       and r.id = (select max(id) from credential.run where decision_id = d.id)) as run_id
              from credential.decision d cross join lateral (
                select count(*) as diplomas, count(*) filter (where state = 'PREPARED') as prepared,
                       count(*) filter (where state = 'CHECKED') as checked, count(*) filter (where state = 'SIGNED') as signed
                  from credential.diploma where decision_id = d.id) n
            """;

    private final JdbcClient jdbc;

    DecisionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Decision> find(long id) {
        return jdbc.sql(SELECT + "where d.id = :id")
                .param("id", id)
                .query(Decision.class)
                .optional();
    }

    List<Decision> list() {
        return jdbc.sql(SELECT
                        + "order by n.prepared + n.checked + n.signed = 0, d.decided_on desc, d.id desc limit 200")
                .query(Decision.class)
                .list();
    }

    /** Those with diplomas that wait for a step. */
    List<Decision> listOpen() {
        return jdbc.sql(SELECT + """
                where d.id in (select decision_id from credential.diploma where state in ('PREPARED', 'CHECKED', 'SIGNED'))
                order by d.decided_on, d.id limit 200
                """).query(Decision.class).list();
    }

    /** The decision of this number and day at the college, made when it is not there yet. */
    long prepare(
            long institutionId,
            String number,
            LocalDate decidedOn,
            @Nullable Long batchId,
            @Nullable Long graduationId,
            long by,
            String name) {
        return jdbc.sql("""
                insert into credential.decision (institution_id, number, decided_on, batch_id, graduation_id, prepared_by, prepared_by_name)
                values (:institution, :number, :decidedOn, :batch, :graduation, :by, :name)
                on conflict (institution_id, number, decided_on) do update
                  set graduation_id = coalesce(excluded.graduation_id, decision.graduation_id)
                returning id
                """)
                .param("institution", institutionId)
                .param("number", number)
                .param("decidedOn", decidedOn)
                .param("batch", batchId)
                .param("graduation", graduationId)
                .param("by", by)
                .param("name", name)
                .query(Long.class)
                .single();
    }

    /** The decision of this number and day that orders diplomas to be issued again; empty when one of that number orders something else. */
    Optional<Long> prepareReissue(long institutionId, String number, LocalDate decidedOn, long by, String name) {
        return jdbc.sql("""
                insert into credential.decision (institution_id, kind, number, decided_on, prepared_by, prepared_by_name)
                values (:institution, 'REISSUE', :number, :decidedOn, :by, :name)
                on conflict (institution_id, number, decided_on) do update set kind = decision.kind where decision.kind = 'REISSUE'
                returning id
                """)
                .param("institution", institutionId)
                .param("number", number)
                .param("decidedOn", decidedOn)
                .param("by", by)
                .param("name", name)
                .query(Long.class)
                .optional();
    }

    /** The sessions whose diplomas have been prepared, all of them. */
    List<Long> listPreparedSessions() {
        return jdbc.sql("select distinct graduation_id from credential.decision where graduation_id is not null")
                .query(Long.class)
                .list();
    }

    private static final String RUN = """
            select id, institution_id, site_id, decision_id, step, state,
                   greatest(done, coalesce((select p.done from credential.run_progress p where p.run_id = run.id), 0)) as done,
                   total, trouble, plan, account_id, actor, at from credential.run
            """;

    long insertRun(Decision decision, Step step, long total, @Nullable String plan) {
        var scope = Scope.current();
        return jdbc.sql("""
                insert into credential.run (institution_id, site_id, decision_id, step, total, plan, account_id, actor)
                values (:institution, :site, :decision, :step, :total, :plan, :account, :actor)
                on conflict do nothing returning id
                """)
                .param("institution", decision.institutionId())
                .param("site", scope.siteId())
                .param("decision", decision.id())
                .param("step", step.name())
                .param("total", total)
                .param("plan", plan)
                .param("account", scope.accountId())
                .param("actor", scope.actor())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    Optional<Run> findRun(long id) {
        return jdbc.sql(RUN + "where id = :id").param("id", id).query(Run.class).optional();
    }

    /** Holds a run; others may still tell how far it is. */
    Optional<Run> lockRun(long id) {
        return jdbc.sql(RUN + "where id = :id for no key update")
                .param("id", id)
                .query(Run.class)
                .optional();
    }

    /** The last step asked for. */
    Optional<Run> lastRun(long decisionId) {
        return jdbc.sql(RUN + "where decision_id = :id order by id desc limit 1")
                .param("id", decisionId)
                .query(Run.class)
                .optional();
    }

    void tell(long runId, int done) {
        jdbc.sql("""
                insert into credential.run_progress (run_id, done) values (:id, :done)
                on conflict (run_id) do update set done = excluded.done
                """).param("done", done).param("id", runId).update();
    }

    void finish(long runId, int done) {
        jdbc.sql("update credential.run set state = 'DONE', done = :done where id = :id")
                .param("done", done)
                .param("id", runId)
                .update();
    }

    void fail(long runId, String trouble) {
        jdbc.sql(
                        "update credential.run set state = 'FAILED', done = 0, trouble = :trouble where id = :id and state = 'RUNNING'")
                .param("trouble", trouble)
                .param("id", runId)
                .update();
    }
}
