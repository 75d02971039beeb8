package vn.lanhnghe.access;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountRepository {

    private static final String SELECT = """
            select id, username, full_name, role, institution_id, site_id, learner_id, place, persona, closed_at
              from access.account
            """;

    private final JdbcClient jdbc;

    AccountRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Account> find(String username) {
        return jdbc.sql(SELECT + "where username = :username and closed_at is null")
                .param("username", username)
                .query(Account.class)
                .optional();
    }

    Optional<Account> find(long id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(Account.class)
                .optional();
    }

    List<Account> listPersonas() {
        return jdbc.sql(SELECT + "where persona and closed_at is null order by id")
                .query(Account.class)
                .list();
    }

    List<Account> list(int offset, int size) {
        return jdbc.sql(SELECT + "order by closed_at is not null, id limit :size offset :offset")
                .param("size", size)
                .param("offset", offset)
                .query(Account.class)
                .list();
    }

    List<Account> listOf(long institutionId) {
        return jdbc.sql(SELECT
                        + "where institution_id = :institution and closed_at is null order by full_name, username")
                .param("institution", institutionId)
                .query(Account.class)
                .list();
    }

    long count() {
        return jdbc.sql("select count(*) from access.account").query(Long.class).single();
    }

    Optional<String> findPasswordHash(long id) {
        return jdbc.sql("select password_hash from access.account where id = :id and password_hash is not null")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    boolean hasAdministratorWithPassword() {
        return jdbc.sql("""
                select exists (select from access.account where role = 'ADMINISTRATOR' and password_hash is not null
                                  and closed_at is null)
                """).query(Boolean.class).single();
    }

    long insert(NewAccount account, String place, @Nullable String passwordHash, boolean persona) {
        return jdbc.sql("""
                insert into access.account
                  (username, full_name, role, institution_id, site_id, learner_id, place, password_hash, persona)
                values (:username, :fullName, :role, :institutionId, :siteId, :learnerId, :place, :passwordHash, :persona)
                returning id
                """)
                .param("username", account.username())
                .param("fullName", account.fullName())
                .param("role", account.role().name())
                .param("institutionId", account.institutionId())
                .param("siteId", account.siteId())
                .param("learnerId", account.learnerId())
                .param("place", place)
                .param("passwordHash", passwordHash)
                .param("persona", persona)
                .query(Long.class)
                .single();
    }

    void setPassword(long id, String hash) {
        jdbc.sql("update access.account set password_hash = :hash where id = :id")
                .param("hash", hash)
                .param("id", id)
                .update();
    }

    /** Says whether it was still open. */
    boolean close(long id) {
        return jdbc.sql("update access.account set closed_at = now() where id = :id and closed_at is null")
                        .param("id", id)
                        .update()
                == 1;
    }

    void endSessions(String username) {
        jdbc.sql("delete from access.session where principal_name = :username")
                .param("username", username)
                .update();
    }

    void insertInvitation(String tokenHash, long accountId, Duration life) {
        jdbc.sql("""
                insert into access.invitation (token_hash, account_id, expires_at)
                values (:hash, :account, now() + :seconds * interval '1 second')
                """)
                .param("hash", tokenHash)
                .param("account", accountId)
                .param("seconds", life.toSeconds())
                .update();
    }

    Optional<Account> findInvited(String tokenHash) {
        return jdbc.sql(SELECT + """
                where closed_at is null and id = (select account_id from access.invitation
                         where token_hash = :hash and used_at is null and expires_at > now())
                """)
                .param("hash", tokenHash)
                .query(Account.class)
                .optional();
    }

    /** Says whether the link was still good. */
    boolean useInvitation(String tokenHash) {
        return jdbc.sql("""
                update access.invitation set used_at = now()
                 where token_hash = :hash and used_at is null and expires_at > now()
                """).param("hash", tokenHash).update() == 1;
    }

    /** Seconds still to wait before this user name may try again; 0 when it may. */
    long waitingSeconds(String username) {
        return jdbc.sql("""
                select ceil(greatest(0, extract(epoch from locked_until - now())))::bigint
                  from access.attempt where username = :username
                """)
                .param("username", username)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** One more failure; from the third on each doubles the wait, up to fifteen minutes. */
    void countFailure(String username) {
        jdbc.sql("""
                insert into access.attempt as a (username, failures, locked_until) values (:username, 1, now())
                on conflict (username) do update set failures = a.failures + 1,
                  locked_until = now() + case when a.failures < 2 then interval '0'
                    else least(900, 2 ^ least(a.failures - 1, 10)) * interval '1 second' end
                """).param("username", username).update();
    }

    void forgetFailures(String username) {
        jdbc.sql("delete from access.attempt where username = :username")
                .param("username", username)
                .update();
    }
}
