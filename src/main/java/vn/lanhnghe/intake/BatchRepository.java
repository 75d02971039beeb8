package vn.lanhnghe.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.ui.Paging;

@Repository
class BatchRepository {

    private static final String SELECT = """
            select id, institution_id, site_id, kind, file_name, sha256, state, uploaded_by, uploader, uploaded_at, version,
                   accepted, refused, committed_at, failure, good, bad, aside, streamed, override_reason, undone_at, undone_by
              from intake.batch
            """;

    /** The city reads its own files here, not the colleges'. */
    private static final String OF_SHELF = "(:shelf::bigint is null or institution_id = :shelf::bigint) ";

    /** How far a commit is, in rows. */
    record Progress(int done, int total) {}

    private final JdbcClient jdbc;

    BatchRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Batch> find(long id) {
        return jdbc.sql(SELECT + "where id = :id and " + OF_SHELF)
                .param("id", id)
                .param("shelf", Batch.shelf())
                .query(Batch.class)
                .optional();
    }

    Optional<Batch> lock(long id) {
        return jdbc.sql(SELECT + "where id = :id for update")
                .param("id", id)
                .query(Batch.class)
                .optional();
    }

    Paging<Batch> list(int page) {
        var rows = jdbc.sql(SELECT + "where state <> 'DROPPED' and " + OF_SHELF
                        + "order by id desc limit :size offset :offset")
                .param("shelf", Batch.shelf())
                .param("size", Paging.SIZE)
                .param("offset", Paging.offset(page))
                .query(Batch.class)
                .list();
        var total = jdbc.sql("select count(*) from intake.batch where state <> 'DROPPED' and " + OF_SHELF)
                .param("shelf", Batch.shelf())
                .query(Long.class)
                .single();
        return new Paging<>(rows, page, total, Paging.SIZE);
    }

    List<Batch> listOpen() {
        return jdbc.sql(SELECT + "where state in ('UPLOADED', 'CHECKED', 'READY', 'FAILED') and " + OF_SHELF
                        + "order by id desc limit 20")
                .param("shelf", Batch.shelf())
                .query(Batch.class)
                .list();
    }

    /** What the last check of a file found. */
    record Checked(@Nullable SheetKind kind, BatchState state, int good, int bad, int aside) {}

    long insert(Scope scope, long shelf, String kind, String fileName, String sha256, boolean streamed) {
        return jdbc.sql("""
                insert into intake.batch (institution_id, site_id, kind, file_name, sha256, state, uploaded_by, uploader, streamed)
                values (:institution, :site, :kind, :fileName, :sha256, 'UPLOADED', :account, :actor, :streamed) returning id
                """)
                .param("streamed", streamed)
                .param("institution", shelf)
                .param("site", scope.siteId())
                .param("kind", kind)
                .param("fileName", fileName)
                .param("sha256", sha256)
                .param("account", scope.accountId())
                .param("actor", scope.actor())
                .query(Long.class)
                .single();
    }

    Map<Reading.Cell, String> corrections(long batchId) {
        var corrections = new HashMap<Reading.Cell, String>();
        jdbc.sql("select sheet, row_no, col, value from intake.correction where batch_id = :id")
                .param("id", batchId)
                .query((result, i) -> corrections.put(
                        new Reading.Cell(result.getString(1), result.getInt(2), result.getInt(3)), result.getString(4)))
                .list();
        return corrections;
    }

    Set<Reading.Cell> aside(long batchId) {
        return new HashSet<>(jdbc.sql("select sheet, row_no from intake.set_aside where batch_id = :id")
                .param("id", batchId)
                .query((result, i) -> new Reading.Cell(result.getString(1), result.getInt(2), 0))
                .list());
    }

    void correct(Batch batch, Map<Reading.Cell, String> values) {
        var cells = List.copyOf(values.entrySet());
        jdbc.sql("""
                insert into intake.correction (batch_id, institution_id, site_id, sheet, row_no, col, value)
                select :batch, :institution, :site::bigint, c.sheet, c.row_no, c.col, c.value
                  from unnest(:sheets::text[], :rows::integer[], :cols::integer[], :values::text[]) as c (sheet, row_no, col, value)
                on conflict (batch_id, sheet, row_no, col) do update set value = excluded.value
                """)
                .param("batch", batch.id())
                .param("institution", batch.institutionId())
                .param("site", batch.siteId())
                .param("sheets", cells.stream().map(it -> it.getKey().sheet()).toArray(String[]::new))
                .param("rows", cells.stream().map(it -> it.getKey().row()).toArray(Integer[]::new))
                .param("cols", cells.stream().map(it -> it.getKey().column()).toArray(Integer[]::new))
                .param("values", cells.stream().map(Map.Entry::getValue).toArray(String[]::new))
                .update();
    }

    void setAside(Batch batch, String sheet, int row) {
        jdbc.sql("""
                insert into intake.set_aside (batch_id, institution_id, site_id, sheet, row_no)
                values (:batch, :institution, :site, :sheet, :row) on conflict do nothing
                """)
                .param("batch", batch.id())
                .param("institution", batch.institutionId())
                .param("site", batch.siteId())
                .param("sheet", sheet)
                .param("row", row)
                .update();
    }

    void takeBack(Batch batch, String sheet, int row) {
        jdbc.sql("delete from intake.set_aside where batch_id = :batch and sheet = :sheet and row_no = :row")
                .param("batch", batch.id())
                .param("sheet", sheet)
                .param("row", row)
                .update();
    }

    void touch(long id) {
        jdbc.sql("update intake.batch set version = version + 1 where id = :id")
                .param("id", id)
                .update();
    }

    /** Writes down what a check found; the kind stays when it has been recognised once. */
    void settle(long id, Checked checked) {
        var kind = checked.kind();
        jdbc.sql("""
                update intake.batch set state = :state, good = :good, bad = :bad, aside = :aside, failure = null,
                       kind = case when kind = '' then :kind else kind end
                 where id = :id and state in ('UPLOADED', 'CHECKED', 'READY', 'FAILED')
                """)
                .param("id", id)
                .param("state", checked.state().name())
                .param("good", checked.good())
                .param("bad", checked.bad())
                .param("aside", checked.aside())
                .param("kind", kind == null ? "" : kind.code())
                .update();
    }

    /** Says whether the batch was in a state it was expected in; why it failed before is of no account any more. */
    boolean move(long id, Collection<BatchState> from, BatchState to) {
        return jdbc.sql("update intake.batch set state = :to, failure = null where id = :id and state = any(:from)")
                        .param("id", id)
                        .param("from", from.stream().map(BatchState::name).toArray(String[]::new))
                        .param("to", to.name())
                        .update()
                == 1;
    }

    void ask(long id, int accepted, int refused, @Nullable String overrideReason) {
        jdbc.sql("""
                update intake.batch set accepted = :accepted, refused = :refused, override_reason = :reason where id = :id
                """)
                .param("id", id)
                .param("accepted", accepted)
                .param("refused", refused)
                .param("reason", overrideReason)
                .update();
    }

    void finish(long id) {
        jdbc.sql("""
                update intake.batch set state = case when refused > 0 then 'PARTIAL' else 'DONE' end, committed_at = now()
                 where id = :id
                """).param("id", id).update();
    }

    void takeBack(long id, String actor) {
        jdbc.sql("update intake.batch set state = 'UNDONE', undone_at = now(), undone_by = :actor where id = :id")
                .param("id", id)
                .param("actor", actor)
                .update();
    }

    /** What the check of a long file found; says whether the file still waited for it. */
    boolean settleStreamed(long id, BatchState state, int good, int bad) {
        return jdbc.sql("""
                update intake.batch set state = :state, good = :good, bad = :bad, version = version + 1
                 where id = :id and state = 'UPLOADED'
                """)
                        .param("id", id)
                        .param("state", state.name())
                        .param("good", good)
                        .param("bad", bad)
                        .update()
                == 1;
    }

    void forgetStreamed(long id) {
        jdbc.sql("delete from intake.streamed_fault where batch_id = :id")
                .param("id", id)
                .update();
    }

    void keepFaults(Batch batch, List<Fault> faults) {
        jdbc.sql("""
                insert into intake.streamed_fault (batch_id, institution_id, site_id, row_no, col, header, kind, written, message, fix)
                select :batch, :institution, :site::bigint, f.*
                  from unnest(:rows::integer[], :cols::integer[], :headers::text[], :kinds::text[], :written::text[], :messages::text[],
                              :fixes::text[]) as f
                on conflict do nothing
                """)
                .param("batch", batch.id())
                .param("institution", batch.institutionId())
                .param("site", batch.siteId())
                .param("rows", faults.stream().map(Fault::row).toArray(Integer[]::new))
                .param("cols", faults.stream().map(it -> it.column().index()).toArray(Integer[]::new))
                .param(
                        "headers",
                        faults.stream().map(it -> it.column().header()).toArray(String[]::new))
                .param("kinds", faults.stream().map(it -> it.kind().name()).toArray(String[]::new))
                .param("written", faults.stream().map(Fault::written).toArray(String[]::new))
                .param("messages", faults.stream().map(Fault::message).toArray(String[]::new))
                .param("fixes", faults.stream().map(Fault::fix).toArray(String[]::new))
                .update();
    }

    /** The kept faults of a long file, in the order of its rows. */
    List<Fault> listFaults(long batchId) {
        return jdbc.sql("""
                select row_no, col, header, kind, written, message, fix from intake.streamed_fault
                 where batch_id = :id order by row_no, col
                """)
                .param("id", batchId)
                .query((row, i) -> new Fault(
                        "",
                        row.getInt(1),
                        new Column(row.getInt(2), Grid.letter(row.getInt(2)), row.getString(3), null, null),
                        FaultKind.valueOf(row.getString(4)),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7)))
                .list();
    }

    /** Why rows were left, by place; the empty reason is a person's own decision. */
    void refuse(Batch batch, Map<Reading.Cell, String> reasons) {
        var rows = List.copyOf(reasons.entrySet());
        jdbc.sql("""
                insert into intake.refused_row (batch_id, institution_id, site_id, sheet, row_no, why)
                select :batch, :institution, :site::bigint, r.sheet, r.row_no, r.why
                  from unnest(:sheets::text[], :rows::integer[], :reasons::text[]) as r (sheet, row_no, why)
                on conflict do nothing
                """)
                .param("batch", batch.id())
                .param("institution", batch.institutionId())
                .param("site", batch.siteId())
                .param("sheets", rows.stream().map(it -> it.getKey().sheet()).toArray(String[]::new))
                .param("rows", rows.stream().map(it -> it.getKey().row()).toArray(Integer[]::new))
                .param("reasons", rows.stream().map(Map.Entry::getValue).toArray(String[]::new))
                .update();
    }

    Map<Reading.Cell, String> refused(long batchId) {
        var reasons = new HashMap<Reading.Cell, String>();
        jdbc.sql("select sheet, row_no, why from intake.refused_row where batch_id = :id")
                .param("id", batchId)
                .query((result, i) ->
                        reasons.put(new Reading.Cell(result.getString(1), result.getInt(2), 0), result.getString(3)))
                .list();
        return reasons;
    }

    /** Says whether the batch was still on its way. */
    boolean fail(long id, @Nullable String failure) {
        return jdbc.sql("""
                update intake.batch set state = 'FAILED', failure = :failure
                 where id = :id and (state = 'COMMITTING' or state = 'UPLOADED' and streamed)
                """).param("id", id).param("failure", failure).update() == 1;
    }

    void tell(Batch batch, int done, int total) {
        jdbc.sql("""
                insert into intake.progress (batch_id, institution_id, site_id, done, total)
                values (:batch, :institution, :site, :done, :total)
                on conflict (batch_id) do update set done = excluded.done, total = excluded.total
                """)
                .param("batch", batch.id())
                .param("institution", batch.institutionId())
                .param("site", batch.siteId())
                .param("done", done)
                .param("total", total)
                .update();
    }

    Progress progress(long id) {
        return jdbc.sql("select done, total from intake.progress where batch_id = :id")
                .param("id", id)
                .query(Progress.class)
                .optional()
                .orElse(new Progress(0, 0));
    }
}
