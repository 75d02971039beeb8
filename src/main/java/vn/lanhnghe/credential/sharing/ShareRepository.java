package vn.lanhnghe.credential.sharing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.credential.Diploma;

@Repository
class ShareRepository {

    private static final String SELECT = """
            select id, diploma_id, fields, label, created_at, expires_at, cancelled_at, views, viewed_at from credential.share
            """;

    private static final int CHECKS = 100;

    private final JdbcClient jdbc;

    ShareRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The diploma if it is one of the reader's own and was released. */
    Optional<Diploma> own(long id) {
        return jdbc.sql("select " + Diploma.COLUMNS + """
                from credential.diploma d where d.id = :id and d.released_at is not null and d.learner_id = any ((select learning.own_learners())::bigint[])
                """)
                .param("id", id)
                .query(Diploma.class)
                .optional();
    }

    void insert(Diploma diploma, String hash, Set<Shown> fields, String label, OffsetDateTime expiresAt) {
        jdbc.sql("""
                insert into credential.share (diploma_id, learner_id, token_hash, fields, label, expires_at)
                values (:diploma, :learner, :hash, :fields, :label, :expires)
                """)
                .param("diploma", diploma.id())
                .param("learner", diploma.learnerId())
                .param("hash", hash)
                .param("fields", fields.stream().map(Shown::name).toArray(String[]::new))
                .param("label", label)
                .param("expires", expiresAt)
                .update();
    }

    List<Share> list(long diplomaId) {
        return jdbc.sql(SELECT + "where diploma_id = :id order by id desc")
                .param("id", diplomaId)
                .query(ShareRepository::share)
                .list();
    }

    Optional<Share> find(long id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(ShareRepository::share)
                .optional();
    }

    private static Share share(ResultSet row, int number) throws SQLException {
        return new Share(
                row.getLong("id"),
                row.getLong("diploma_id"),
                fields(row),
                row.getString("label"),
                row.getObject("created_at", OffsetDateTime.class),
                row.getObject("expires_at", OffsetDateTime.class),
                row.getObject("cancelled_at", OffsetDateTime.class),
                row.getInt("views"),
                row.getObject("viewed_at", OffsetDateTime.class));
    }

    private static Set<Shown> fields(ResultSet row) throws SQLException {
        return Stream.of((String[]) row.getArray("fields").getArray())
                .map(Shown::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Shown.class)));
    }

    /** Says whether the link was still open. */
    boolean cancel(long id) {
        return jdbc.sql("update credential.share set cancelled_at = now() where id = :id and cancelled_at is null")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** What a link shows, whoever holds it. */
    record Held(
            Set<Shown> fields,
            OffsetDateTime expiresAt,
            @Nullable OffsetDateTime cancelledAt,
            String diplomaCode) {}

    Optional<Held> lookUp(String hash) {
        return jdbc.sql("select * from credential.look_up_share(:hash)")
                .param("hash", hash)
                .query((row, i) -> new Held(
                        fields(row),
                        row.getObject("expires_at", OffsetDateTime.class),
                        row.getObject("cancelled_at", OffsetDateTime.class),
                        row.getString("diploma_code")))
                .optional();
    }

    /** The diploma of this code, as the public meets it. */
    Optional<Diploma> released(String code) {
        return jdbc.sql("select " + Diploma.COLUMNS + "from credential.look_up(:code) d")
                .param("code", code)
                .query(Diploma.class)
                .optional();
    }

    long countChecks(long diplomaId) {
        return jdbc.sql("select count(*) from credential.verification where diploma_id = :id")
                .param("id", diplomaId)
                .query(Long.class)
                .single();
    }

    /** The last checks, the latest first. */
    List<Share.CheckSeen> listChecks(long diplomaId) {
        return jdbc.sql("""
                select at, way, outcome from credential.verification where diploma_id = :id order by at desc limit :most
                """)
                .param("id", diplomaId)
                .param("most", CHECKS)
                .query(Share.CheckSeen.class)
                .list();
    }
}
