package vn.lanhnghe.learning;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.database.Scope;

/** Which fields of which records a person has written by hand; a file leaves them alone unless its row says otherwise. */
@Repository
class HandEdits {

    private final JdbcClient jdbc;

    HandEdits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Long, Set<String>> list(Collection<Long> enrolmentIds) {
        var fields = new HashMap<Long, Set<String>>();
        jdbc.sql(
                        "select enrolment_id, field from learning.hand_edit where enrolment_id = any(:ids) and superseded_by is null")
                .param("ids", enrolmentIds.toArray(Long[]::new))
                .query((row, i) -> fields.computeIfAbsent(row.getLong(1), id -> new HashSet<>())
                        .add(row.getString(2)))
                .list();
        return fields;
    }

    void mark(Enrolment enrolment, String field, String before, String after) {
        jdbc.sql("""
                insert into learning.hand_edit (enrolment_id, institution_id, site_id, field, before, after, actor)
                values (:id, :institution, :site, :field, :before, :after, :actor)
                on conflict (enrolment_id, field) do update
                  set before = excluded.before, after = excluded.after, actor = excluded.actor, edited_at = now(), superseded_by = null
                """)
                .param("id", enrolment.id())
                .param("institution", enrolment.institutionId())
                .param("site", enrolment.siteId())
                .param("field", field)
                .param("before", before)
                .param("after", after)
                .param("actor", Scope.current().actor())
                .update();
    }

    /** A row that says so takes the word back from the person. */
    void supersede(Collection<Long> enrolmentIds, long batchId) {
        jdbc.sql("""
                update learning.hand_edit set superseded_by = :batch where enrolment_id = any(:ids) and superseded_by is null
                """)
                .param("batch", batchId)
                .param("ids", enrolmentIds.toArray(Long[]::new))
                .update();
    }

    void restore(long batchId) {
        jdbc.sql("update learning.hand_edit set superseded_by = null where superseded_by = :batch")
                .param("batch", batchId)
                .update();
    }

    /** Is there a hand edit on what this file brought or changed, later than the file itself? */
    long countSince(long batchId) {
        return jdbc.sql("""
                select count(distinct h.enrolment_id) from learning.hand_edit h
                  join learning.enrolment e on e.id = h.enrolment_id join intake.file f on f.id = e.batch_id
                 where e.batch_id = :batch and h.superseded_by is null and h.edited_at > f.committed_at
                """).param("batch", batchId).query(Long.class).single();
    }
}
