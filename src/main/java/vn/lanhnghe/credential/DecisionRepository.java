package vn.lanhnghe.credential;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DecisionRepository {

    private static final String SELECT = """
            select d.id, d.institution_id, d.number, d.decided_on, d.prepared_by, d.prepared_by_name, d.prepared_at, d.signed_by_name,
                   d.signed_at, count(p.id) as diplomas, count(p.id) filter (where p.state = 'PREPARED') as waiting
              from credential.decision d left join credential.diploma p on p.decision_id = d.id
            """;

    private final JdbcClient jdbc;

    DecisionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Decision> find(long id) {
        return jdbc.sql(SELECT + "where d.id = :id group by d.id")
                .param("id", id)
                .query(Decision.class)
                .optional();
    }

    List<Decision> list() {
        return jdbc.sql(SELECT + """
                group by d.id order by count(p.id) filter (where p.state = 'PREPARED') = 0, d.decided_on desc, d.id desc limit 200
                """).query(Decision.class).list();
    }

    /** The open decision of this number and day at the college, made when it is not there yet. */
    long prepare(long institutionId, String number, LocalDate decidedOn, long batchId, long by, String name) {
        return jdbc.sql("""
                insert into credential.decision (institution_id, number, decided_on, batch_id, prepared_by, prepared_by_name)
                values (:institution, :number, :decidedOn, :batch, :by, :name)
                on conflict (institution_id, number, decided_on) do update
                  set state = 'PREPARED', signed_by = null, signed_by_name = null, signed_at = null,
                      prepared_by = excluded.prepared_by, prepared_by_name = excluded.prepared_by_name
                returning id
                """)
                .param("institution", institutionId)
                .param("number", number)
                .param("decidedOn", decidedOn)
                .param("batch", batchId)
                .param("by", by)
                .param("name", name)
                .query(Long.class)
                .single();
    }

    void sign(long id, long by, String name, OffsetDateTime at) {
        jdbc.sql("""
                update credential.decision set state = 'SIGNED', signed_by = :by, signed_by_name = :name, signed_at = :at where id = :id
                """)
                .param("id", id)
                .param("by", by)
                .param("name", name)
                .param("at", at)
                .update();
    }
}
