package vn.lanhnghe.person.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.lanhnghe.person.PersonFact;
import vn.lanhnghe.person.paper.KeptFile;

@Repository
class DraftRepository {

    private static final TypeReference<Map<PersonFact, String>> FACTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DraftRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    UUID insert(
            long personId,
            long account,
            KeptFile file,
            Map<PersonFact, String> changes,
            Map<PersonFact, String> before,
            Map<String, String> typed,
            String reason) {
        return jdbc.sql("""
                insert into person.draft (person_id, institution_id, account_id, file_id, changes, before, typed, reason)
                values (:person, :institution, :account, :file, :changes::jsonb, :before::jsonb, :typed::jsonb, :reason) returning id
                """)
                .param("person", personId)
                .param("institution", file.institutionId())
                .param("account", account)
                .param("file", file.id())
                .param("changes", json.writeValueAsString(changes))
                .param("before", json.writeValueAsString(before))
                .param("typed", json.writeValueAsString(typed))
                .param("reason", reason)
                .query(UUID.class)
                .single();
    }

    Optional<Draft> find(UUID id, long personId, long account) {
        return jdbc.sql("""
                select id, person_id, file_id, changes::text, before::text, typed::text, reason, written_at from person.draft
                 where id = :id and person_id = :person and account_id = :account
                """)
                .param("id", id)
                .param("person", personId)
                .param("account", account)
                .query(this::read)
                .optional();
    }

    private Draft read(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getObject("id", UUID.class),
                row.getLong("person_id"),
                row.getObject("file_id", UUID.class),
                facts(row.getString("changes")),
                facts(row.getString("before")),
                json.readValue(row.getString("typed"), FIELDS),
                row.getString("reason"),
                row.getObject("written_at", OffsetDateTime.class));
    }

    private Map<PersonFact, String> facts(String text) {
        var facts = new EnumMap<PersonFact, String>(PersonFact.class);
        facts.putAll(json.readValue(text, FACTS));
        return facts;
    }

    void renew(UUID id, Map<PersonFact, String> before) {
        jdbc.sql("update person.draft set before = :before::jsonb where id = :id and written_at is null")
                .param("before", json.writeValueAsString(before))
                .param("id", id)
                .update();
    }

    /** Says whether it was not written before; what it held is forgotten. */
    boolean write(UUID id) {
        return jdbc.sql("""
                update person.draft set written_at = now(), changes = '{}', before = '{}', typed = '{}' where id = :id and written_at is null
                """).param("id", id).update() == 1;
    }
}
