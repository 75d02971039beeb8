package vn.lanhnghe.document;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Repository
class KeptRepository {

    private record Found(byte[] bytes, boolean stale) {}

    private final JdbcClient jdbc;

    KeptRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes once a day that a document is still asked for. */
    Optional<byte[]> find(byte[] key) {
        var found = jdbc.sql("select bytes, stale from document.find(:key)")
                .param("key", key)
                .query(Found.class)
                .optional();
        if (found.isPresent() && found.get().stale() && !reading()) {
            jdbc.sql("select document.touch(:key)").param("key", key).query(rows -> {});
        }
        return found.map(Found::bytes);
    }

    /** What is kept from now on: these bytes, or those of whoever came first. In a transaction that only reads nothing is kept. */
    byte[] insert(byte[] key, byte[] bytes) {
        return reading()
                ? bytes
                : jdbc.sql("select document.keep(:key, :bytes)")
                        .param("key", key)
                        .param("bytes", bytes)
                        .query(byte[].class)
                        .single();
    }

    long deleteUnused(int days, long mostBytes) {
        return jdbc.sql("select document.forget(:days, :most)")
                .param("days", days)
                .param("most", mostBytes)
                .query(Long.class)
                .single();
    }

    private static boolean reading() {
        return TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }
}
