package vn.lanhnghe.intake;

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
                   accepted, refused, committed_at, failure
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
        return jdbc.sql(SELECT + "where state in ('CHECKED', 'FAILED') and " + OF_SHELF + "order by id desc limit 20")
                .param("shelf", Batch.shelf())
                .query(Batch.class)
                .list();
    }

    long insert(Scope scope, long shelf, String kind, String fileName, String sha256) {
        return jdbc.sql("""
                insert into intake.batch (institution_id, site_id, kind, file_name, sha256, uploaded_by, uploader)
                values (:institution, :site, :kind, :fileName, :sha256, :account, :actor) returning id
                """)
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

    void correct(Batch batch, Reading.Cell cell, String value) {
        jdbc.sql("""
                insert into intake.correction (batch_id, institution_id, site_id, sheet, row_no, col, value)
                values (:batch, :institution, :site, :sheet, :row, :col, :value)
                on conflict (batch_id, sheet, row_no, col) do update set value = excluded.value
                """)
                .param("batch", batch.id())
                .param("institution", batch.institutionId())
                .param("site", batch.siteId())
                .param("sheet", cell.sheet())
                .param("row", cell.row())
                .param("col", cell.column())
                .param("value", value)
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

    /** Says whether the batch was in the state it was expected in. */
    boolean move(long id, BatchState from, BatchState to) {
        return jdbc.sql("update intake.batch set state = :to where id = :id and state = :from")
                        .param("id", id)
                        .param("from", from.name())
                        .param("to", to.name())
                        .update()
                == 1;
    }

    void ask(long id, int accepted, int refused) {
        jdbc.sql("update intake.batch set accepted = :accepted, refused = :refused, failure = null where id = :id")
                .param("id", id)
                .param("accepted", accepted)
                .param("refused", refused)
                .update();
    }

    void finish(long id) {
        jdbc.sql("update intake.batch set state = 'DONE', committed_at = now() where id = :id")
                .param("id", id)
                .update();
    }

    void fail(long id, @Nullable String failure) {
        jdbc.sql("update intake.batch set state = 'FAILED', failure = :failure where id = :id and state = 'COMMITTING'")
                .param("id", id)
                .param("failure", failure)
                .update();
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
