package vn.lanhnghe.exchange;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.database.Scope;

@Repository
class KeyRepository {

    private static final String COLUMNS = """
            k.id, k.institution_id, k.site_id, k.client_id, k.name, k.scopes, k.created_by, k.creator, k.created_at,
            k.old_secret_until, k.revoked_at, k.last_used_at, k.calls, k.items
            """;

    private final JdbcClient jdbc;

    KeyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ApiKey> list() {
        return jdbc.sql("select " + COLUMNS + " from exchange.api_key k order by k.revoked_at is not null, k.id desc")
                .query(ApiKey.class)
                .list();
    }

    Optional<ApiKey> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from exchange.api_key k where k.id = :id")
                .param("id", id)
                .query(ApiKey.class)
                .optional();
    }

    long insert(Scope scope, String clientId, String name, String scopes, String secretHash) {
        return jdbc.sql("""
                insert into exchange.api_key (institution_id, site_id, client_id, name, secret_hash, scopes, created_by, creator)
                values (:institution, :site, :clientId, :name, :hash, :scopes, :account, :actor) returning id
                """)
                .param("institution", scope.institutionId())
                .param("site", scope.siteId())
                .param("clientId", clientId)
                .param("name", name)
                .param("hash", secretHash)
                .param("scopes", scopes)
                .param("account", scope.accountId())
                .param("actor", scope.actor())
                .query(Long.class)
                .single();
    }

    /** Says whether the key was still open. */
    boolean rotate(long id, String secretHash) {
        return jdbc.sql("""
                update exchange.api_key set old_secret_hash = secret_hash, old_secret_until = now() + interval '24 hours',
                       secret_hash = :hash
                 where id = :id and revoked_at is null
                """).param("id", id).param("hash", secretHash).update() == 1;
    }

    /** Says whether the key was still open. */
    boolean revoke(long id) {
        return jdbc.sql("update exchange.api_key set revoked_at = now() where id = :id and revoked_at is null")
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<ApiKey> findBySecret(String clientId, String secretHash) {
        return jdbc.sql("select " + COLUMNS + """
                 from exchange.api_key k where client_id = :clientId and revoked_at is null
                  and (secret_hash = :hash or old_secret_hash = :hash and old_secret_until > now())
                """)
                .param("clientId", clientId)
                .param("hash", secretHash)
                .query(ApiKey.class)
                .optional();
    }

    void insertToken(String hash, ApiKey key, String scopes, Duration life) {
        jdbc.sql("""
                insert into exchange.token (hash, api_key_id, institution_id, scopes, expires_at)
                values (:hash, :key, :institution, :scopes, now() + :seconds * interval '1 second')
                """)
                .param("hash", hash)
                .param("key", key.id())
                .param("institution", key.institutionId())
                .param("scopes", scopes)
                .param("seconds", life.toSeconds())
                .update();
    }

    Optional<ApiCaller> findCaller(String tokenHash) {
        return jdbc.sql("""
                select k.id as key_id, k.name, k.institution_id, k.site_id, k.created_by as account_id, t.scopes
                  from exchange.token t join exchange.api_key k on k.id = t.api_key_id
                 where t.hash = :hash and t.expires_at > now() and k.revoked_at is null
                """).param("hash", tokenHash).query(ApiCaller.class).optional();
    }

    void forgetOldTokens() {
        jdbc.sql("delete from exchange.token where expires_at < now()").update();
    }
}
