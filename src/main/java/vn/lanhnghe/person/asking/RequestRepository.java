package vn.lanhnghe.person.asking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.lanhnghe.person.Evidence;
import vn.lanhnghe.person.PersonFact;

@Repository
class RequestRepository {

    private static final String SELECT = """
            select r.id, r.person_id, r.institution_id, p.full_name, p.staff_number, r.facts::text, r.note, r.sha256, r.file_name, r.state, r.asked_at,
                   r.reply, r.decided_by, r.decided_at, coalesce(r.stood, '{}')::text as stood,
                   jsonb_build_object('FULL_NAME', p.full_name, 'BIRTH_DATE', p.birth_date, 'SEX', p.sex, 'CITIZEN_ID', p.citizen_id,
                                      'DEGREE', p.degree, 'PHONE', p.phone, 'EMAIL', p.email)::text as now
              from person.request r join person.person p on p.id = r.person_id
            """;

    private static final TypeReference<Map<PersonFact, @Nullable String>> FACTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RequestRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private Request read(ResultSet row, int number) throws SQLException {
        return new Request(
                row.getLong("id"),
                row.getLong("person_id"),
                row.getLong("institution_id"),
                row.getString("full_name"),
                row.getString("staff_number"),
                facts(row.getString("facts")),
                row.getString("note"),
                row.getString("sha256"),
                row.getString("file_name"),
                Request.State.valueOf(row.getString("state")),
                row.getObject("asked_at", OffsetDateTime.class),
                row.getString("reply"),
                row.getString("decided_by"),
                row.getObject("decided_at", OffsetDateTime.class),
                facts(row.getString("now")),
                facts(row.getString("stood")));
    }

    private Map<PersonFact, String> facts(String text) {
        var facts = new EnumMap<PersonFact, String>(PersonFact.class);
        json.readValue(text, FACTS).forEach((fact, value) -> facts.put(fact, value == null ? "" : value));
        return facts;
    }

    List<Request> listOf(long personId) {
        return jdbc.sql(SELECT + "where r.person_id = :person order by r.id desc limit 50")
                .param("person", personId)
                .query(this::read)
                .list();
    }

    List<Request> list(long institution, Request.State state) {
        return jdbc.sql(SELECT
                        + "where r.institution_id = :institution and r.state = :state order by r.id desc limit 200")
                .param("institution", institution)
                .param("state", state.name())
                .query(this::read)
                .list();
    }

    Optional<Request> find(long id) {
        return jdbc.sql(SELECT + "where r.id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    List<Request> listAnswered(long personId) {
        return jdbc.sql(
                        SELECT
                                + "where r.person_id = :person and r.state in ('APPROVED', 'REJECTED') and r.answer_seen_at is null order by r.id")
                .param("person", personId)
                .query(this::read)
                .list();
    }

    void seen(long personId) {
        jdbc.sql(
                        "update person.request set answer_seen_at = now() where person_id = :person and state in ('APPROVED', 'REJECTED') and answer_seen_at is null")
                .param("person", personId)
                .update();
    }

    boolean pending(long personId) {
        return jdbc.sql("select exists (select from person.request where person_id = :person and state = 'PENDING')")
                .param("person", personId)
                .query(Boolean.class)
                .single();
    }

    long countPending(long institution) {
        return jdbc.sql("select count(*) from person.request where institution_id = :institution and state = 'PENDING'")
                .param("institution", institution)
                .query(Long.class)
                .single();
    }

    long insert(
            long personId,
            long institution,
            long account,
            Map<PersonFact, String> facts,
            Map<PersonFact, String> stood,
            String note,
            Evidence scan) {
        return jdbc.sql("""
                insert into person.request (person_id, institution_id, account_id, facts, stood, note, sha256, file_name)
                values (:person, :institution, :account, :facts::jsonb, :stood::jsonb, :note, :sha256, :fileName) returning id
                """)
                .param("person", personId)
                .param("institution", institution)
                .param("account", account)
                .param("facts", json.writeValueAsString(facts))
                .param("stood", json.writeValueAsString(stood))
                .param("note", note)
                .param("sha256", scan.sha256())
                .param("fileName", scan.fileName())
                .query(Long.class)
                .single();
    }

    /** Says whether the request still waited. */
    boolean decide(long id, Request.State state, @Nullable String reply, String by) {
        return jdbc.sql("""
                update person.request set state = :state, reply = :reply, decided_by = :by, decided_at = now()
                 where id = :id and state = 'PENDING'
                """)
                        .param("state", state.name())
                        .param("reply", reply, Types.VARCHAR)
                        .param("by", by)
                        .param("id", id)
                        .update()
                == 1;
    }
}
