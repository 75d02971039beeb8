package vn.lanhnghe.signing;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SigningRepository {

    private static final String KEY = """
            select k.id, k.owner_id, k.owner_name, k.use, k.public_key, k.certificate, k.valid_from, k.valid_to, k.compromised_from
              from signing.key k
            """;

    private final JdbcClient jdbc;

    SigningRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SigningKey> find(String id) {
        return jdbc.sql(KEY + " where k.id = :id")
                .param("id", id)
                .query(SigningKey.class)
                .optional();
    }

    Optional<SigningKey> findCurrent(long ownerId, KeyUse use) {
        return jdbc.sql(KEY + " where k.owner_id = :owner and k.use = :use and k.valid_to is null")
                .param("owner", ownerId)
                .param("use", use.name())
                .query(SigningKey.class)
                .optional();
    }

    List<SigningKey> list(long ownerId) {
        return jdbc.sql(KEY + " where k.owner_id = :owner order by k.use, k.valid_from desc, k.id")
                .param("owner", ownerId)
                .query(SigningKey.class)
                .list();
    }

    /** Whoever signs holds on to the owner's current key until the transaction ends, so that it is not retired meanwhile. */
    void hold(long ownerId, KeyUse use) {
        jdbc.sql("select pg_advisory_xact_lock_shared(hashtextextended(:what, 0))")
                .param("what", "signing.key " + ownerId + " " + use)
                .query(rows -> {});
    }

    /** Whoever retires a key waits for all who are signing with it. */
    void holdAlone(long ownerId, KeyUse use) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what, 0))")
                .param("what", "signing.key " + ownerId + " " + use)
                .query(rows -> {});
    }

    /** Says whether it went in: an owner has one current key for each use. */
    boolean insert(SigningKey key) {
        return jdbc.sql("""
                insert into signing.key (id, owner_id, owner_name, use, public_key, certificate, valid_from)
                values (:id, :owner, :name, :use, :key, :certificate, :from)
                on conflict (owner_id, use) where valid_to is null do nothing
                """)
                        .param("id", key.id())
                        .param("owner", key.ownerId())
                        .param("name", key.ownerName())
                        .param("use", key.use().name())
                        .param("key", key.publicKey())
                        .param("certificate", key.certificate())
                        .param("from", key.validFrom())
                        .update()
                == 1;
    }

    /** Says whether the key was current until now. */
    boolean retire(String id, OffsetDateTime at) {
        return jdbc.sql("update signing.key set valid_to = :at where id = :id and valid_to is null")
                        .param("id", id)
                        .param("at", at)
                        .update()
                == 1;
    }

    /** Says whether that is news: a day once told only moves back. */
    boolean compromise(String id, OffsetDateTime from) {
        return jdbc.sql("""
                update signing.key set compromised_from = :from
                 where id = :id and (compromised_from is null or compromised_from > :from)
                """).param("id", id).param("from", from).update() == 1;
    }
}
