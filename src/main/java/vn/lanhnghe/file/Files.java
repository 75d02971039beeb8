package vn.lanhnghe.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The store of files, one shelf a college. */
@Service
@Transactional
public class Files {

    private final JdbcClient jdbc;

    Files(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the bytes, once, and answers with their SHA-256 in hexadecimal. */
    public String put(long institutionId, byte[] bytes) {
        var sha256 = sha256(bytes);
        jdbc.sql("""
                insert into file.content (institution_id, sha256, bytes) values (:institution, :sha256, :bytes) on conflict do nothing
                """)
                .param("institution", institutionId)
                .param("sha256", sha256)
                .param("bytes", bytes)
                .update();
        return sha256;
    }

    @Transactional(readOnly = true)
    public byte[] get(long institutionId, String sha256) {
        return jdbc.sql("select bytes from file.content where institution_id = :institution and sha256 = :sha256")
                .param("institution", institutionId)
                .param("sha256", sha256)
                .query(byte[].class)
                .single();
    }

    /** Does this lie on that shelf? */
    @Transactional(readOnly = true)
    public boolean has(long institutionId, String sha256) {
        return jdbc.sql(
                        "select exists (select from file.content where institution_id = :institution and sha256 = :sha256)")
                .param("institution", institutionId)
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
