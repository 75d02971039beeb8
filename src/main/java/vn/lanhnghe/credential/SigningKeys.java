package vn.lanhnghe.credential;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lanhnghe.database.DataFolder;

/**
 * The Ed25519 key that signs diplomas: made at first start, its private half in a file of mode 600 outside the database, its
 * public half in the database, where old keys stay for the diplomas they signed.
 */
@Component
public class SigningKeys {

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);
    private static final String ALGORITHM = "Ed25519";

    private final JdbcClient jdbc;
    private final Provider provider;
    private final PrivateKey privateKey;
    private final String id;
    private final Map<String, PublicKey> publicKeys = new ConcurrentHashMap<>();

    SigningKeys(DataFolder folder, JdbcClient jdbc) throws GeneralSecurityException {
        this.jdbc = jdbc;
        this.provider = fastestThatWorks();
        var stored = new String(folder.secret("diploma-key", SigningKeys::generate), StandardCharsets.US_ASCII)
                .split("\\s+");
        var factory = KeyFactory.getInstance(ALGORITHM);
        this.privateKey =
                factory.generatePrivate(new PKCS8EncodedKeySpec(HexFormat.of().parseHex(stored[0])));
        var publicBytes = HexFormat.of().parseHex(stored[1]);
        this.id = idOf(publicBytes);
        jdbc.sql("insert into credential.signing_key (id, public_key) values (:id, :key) on conflict do nothing")
                .param("id", id)
                .param("key", publicBytes)
                .update();
    }

    public String id() {
        return id;
    }

    public byte[] sign(String facts) {
        try {
            var signature = Signature.getInstance(ALGORITHM, provider);
            signature.initSign(privateKey);
            signature.update(facts.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the key of that id signed exactly these facts. */
    public boolean verify(String keyId, String facts, byte[] signed) {
        try {
            var signature = Signature.getInstance(ALGORITHM, provider);
            signature.initVerify(publicKeys.computeIfAbsent(keyId, this::publicKey));
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

    private static byte[] generate() {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return (HexFormat.of().formatHex(pair.getPrivate().getEncoded())
                            + "\n"
                            + HexFormat.of().formatHex(pair.getPublic().getEncoded())
                            + "\n")
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String idOf(byte[] publicKey) throws GeneralSecurityException {
        var digest = MessageDigest.getInstance("SHA-256").digest(publicKey);
        return HexFormat.of().formatHex(Arrays.copyOf(digest, 8));
    }

    /** Corretto's provider where its native library loads and passes a self-test, else the JDK's own. */
    private static Provider fastestThatWorks() {
        try {
            var corretto = AmazonCorrettoCryptoProvider.INSTANCE;
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            var signature = Signature.getInstance(ALGORITHM, corretto);
            signature.initSign(pair.getPrivate());
            signature.update(new byte[] {1, 2, 3});
            var signed = signature.sign();
            signature.initVerify(pair.getPublic());
            signature.update(new byte[] {1, 2, 3});
            if (signature.verify(signed)) {
                return corretto;
            }
        } catch (GeneralSecurityException | LinkageError | IllegalStateException e) {
            LOG.info("Ed25519 by the JDK's own provider: {}", e.toString());
        }
        return Security.getProvider("SunEC");
    }
}
