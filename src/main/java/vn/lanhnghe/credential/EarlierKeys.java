package vn.lanhnghe.credential;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The Ed25519 keys that signed diplomas before colleges had keys of their own: they sign nothing more and verify for good. */
@Component
class EarlierKeys {

    private static final String ALGORITHM = "Ed25519";

    private final JdbcClient jdbc;
    private final Map<String, PublicKey> keys = new ConcurrentHashMap<>();

    EarlierKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the key of that id signed exactly these facts. */
    boolean verify(String keyId, String facts, byte[] signed) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(keys.computeIfAbsent(keyId, this::publicKey));
            signature.update(facts.getBytes(StandardCharsets.UTF_8));
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private PublicKey publicKey(String keyId) {
        var bytes = jdbc.sql("select public_key from credential.signing_key where id = :id")
                .param("id", keyId)
                .query(byte[].class)
                .single();
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
