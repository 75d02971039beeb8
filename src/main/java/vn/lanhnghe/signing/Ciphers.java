package vn.lanhnghe.signing;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Making, reading and using pairs of both kinds, by Corretto's provider where its native library passes a self-test. */
final class Ciphers {

    private static final Logger LOG = LoggerFactory.getLogger(Ciphers.class);
    private static final Provider ED25519 = fastestThatWorks(KeyUse.CREDENTIAL);
    private static final Provider ECDSA = fastestThatWorks(KeyUse.DOCUMENT);

    private Ciphers() {}

    static KeyPair generate(KeyUse use) {
        try {
            var generator = KeyPairGenerator.getInstance(family(use));
            if (use == KeyUse.DOCUMENT) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static PrivateKey privateKey(KeyUse use, byte[] pkcs8) throws GeneralSecurityException {
        return KeyFactory.getInstance(family(use)).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    static PublicKey publicKey(KeyUse use, byte[] x509) {
        try {
            return KeyFactory.getInstance(family(use)).generatePublic(new X509EncodedKeySpec(x509));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] sign(KeyUse use, PrivateKey key, byte[] message) {
        try {
            var signature = Signature.getInstance(use.algorithm(), provider(use));
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** False as well for what is no signature at all. */
    static boolean verify(KeyUse use, PublicKey key, byte[] message, byte[] signed) {
        try {
            var signature = Signature.getInstance(use.algorithm(), provider(use));
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Provider provider(KeyUse use) {
        return use == KeyUse.CREDENTIAL ? ED25519 : ECDSA;
    }

    private static String family(KeyUse use) {
        return use == KeyUse.CREDENTIAL ? "Ed25519" : "EC";
    }

    private static Provider fastestThatWorks(KeyUse use) {
        try {
            var corretto = AmazonCorrettoCryptoProvider.INSTANCE;
            var pair = generate(use);
            var message = new byte[] {1, 2, 3};
            var signature = Signature.getInstance(use.algorithm(), corretto);
            signature.initSign(pair.getPrivate());
            signature.update(message);
            var signed = signature.sign();
            signature.initVerify(pair.getPublic());
            signature.update(message);
            if (signature.verify(signed)) {
                return corretto;
            }
        } catch (GeneralSecurityException | LinkageError | IllegalStateException e) {
            LOG.info("{} by the JDK's own provider: {}", use.algorithm(), e.toString());
        }
        return Security.getProvider("SunEC");
    }
}
