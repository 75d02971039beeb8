package vn.lanhnghe.person.paper;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.person.Evidence;

@Repository
class KeptFileRepository {

    private final JdbcClient jdbc;

    KeptFileRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Forms that were left behind days ago are forgotten. */
    void forget(long account) {
        jdbc.sql("delete from person.kept_file where account_id = :account and kept_at < now() - interval '2 days'")
                .param("account", account)
                .update();
    }

    UUID insert(Evidence scan, long account) {
        return jdbc.sql("""
                insert into person.kept_file (institution_id, account_id, sha256, file_name) values (:institution, :account, :sha256, :fileName)
                returning id
                """)
                .param("institution", scan.institutionId())
                .param("account", account)
                .param("sha256", scan.sha256())
                .param("fileName", scan.fileName())
                .query(UUID.class)
                .single();
    }

    Optional<KeptFile> find(UUID id, long account) {
        return jdbc.sql(
                        "select id, institution_id, sha256, file_name from person.kept_file where id = :id and account_id = :account")
                .param("id", id)
                .param("account", account)
                .query(KeptFile.class)
                .optional();
    }
}
