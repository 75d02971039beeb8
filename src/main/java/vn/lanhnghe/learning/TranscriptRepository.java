package vn.lanhnghe.learning;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.lanhnghe.database.Scope;

@Repository
class TranscriptRepository {

    /** What a code's holder is told. */
    record Looked(Transcript.Facts facts, int edition, OffsetDateTime issuedAt, boolean latest) {}

    record Edition(int edition, String code, OffsetDateTime issuedAt, String issuedBy) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    TranscriptRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The latest edition, if it says just this. */
    Optional<Transcript> findSame(long enrolmentId, Transcript.Facts facts) {
        return jdbc.sql("""
                select id, code, edition, issued_at, facts = :facts::jsonb as same from learning.transcript
                 where enrolment_id = :id order by edition desc limit 1
                """)
                .param("facts", json.writeValueAsString(facts))
                .param("id", enrolmentId)
                .query((row, i) -> row.getBoolean(5)
                        ? Optional.of(new Transcript(
                                row.getLong(1),
                                row.getString(2),
                                row.getInt(3),
                                row.getObject(4, OffsetDateTime.class),
                                facts))
                        : Optional.<Transcript>empty())
                .optional()
                .flatMap(it -> it);
    }

    Transcript insert(Enrolment enrolment, String code, Transcript.Facts facts) {
        return jdbc.sql("""
                insert into learning.transcript (enrolment_id, institution_id, site_id, edition, code, facts, issued_by)
                select :id, :institution, :site::bigint, coalesce(max(edition), 0) + 1, :code, :facts::jsonb, :actor
                  from learning.transcript where enrolment_id = :id
                returning id, edition, issued_at
                """)
                .param("id", enrolment.id())
                .param("institution", enrolment.institutionId())
                .param("site", enrolment.siteId())
                .param("code", code)
                .param("facts", json.writeValueAsString(facts))
                .param("actor", Scope.current().actor())
                .query((row, i) -> new Transcript(
                        row.getLong(1), code, row.getInt(2), row.getObject(3, OffsetDateTime.class), facts))
                .single();
    }

    List<Edition> list(long enrolmentId) {
        return jdbc.sql("""
                select edition, code, issued_at, issued_by from learning.transcript where enrolment_id = :id order by edition desc limit 50
                """).param("id", enrolmentId).query(Edition.class).list();
    }

    /** The public's way in: one edition by its code. */
    Optional<Looked> lookUp(String code) {
        return jdbc.sql("select facts, edition, issued_at, latest from learning.look_up_transcript(:code)")
                .param("code", code)
                .query((row, i) -> new Looked(
                        json.readValue(row.getString(1), Transcript.Facts.class),
                        row.getInt(2),
                        row.getObject(3, OffsetDateTime.class),
                        row.getBoolean(4)))
                .optional();
    }
}
