package vn.lanhnghe.signing;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/** A key that can sign: the public half at hand, the private half in its keystore. Safe for many threads. */
public final class Signer {

    private final SigningKey key;
    private final Keystore.Handle handle;
    private final X509Certificate certificate;

    Signer(SigningKey key, Keystore.Handle handle) {
        this.key = key;
        this.handle = handle;
        this.certificate = read(key.certificate());
    }

    public SigningKey key() {
        return key;
    }

    /** The certificate that the key issued to itself; it names the owner. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** The signature over these bytes: 64 bytes of Ed25519, or ECDSA as DER. */
    public byte[] sign(byte[] message) {
        return handle.sign(message);
    }

    private static X509Certificate read(byte[] bytes) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }
}
