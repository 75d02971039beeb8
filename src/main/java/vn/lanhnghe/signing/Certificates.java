package vn.lanhnghe.signing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.PublicKey;
import java.time.OffsetDateTime;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.bouncycastle.operator.ContentSigner;

/** Certificates that keys issue to themselves (X.509 v3): they name the owner and serve no other end than signing. */
final class Certificates {

    /** The longest that X.520 lets a common name or an organisation be. */
    private static final int LONGEST_NAME = 64;

    private Certificates() {}

    /** The certificate's bytes, signed by the key it certifies. */
    static byte[] certify(
            KeyOwner owner,
            String keyId,
            KeyUse use,
            PublicKey key,
            Keystore.Handle handle,
            OffsetDateTime from,
            int years) {
        var name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "VN")
                .addRDN(BCStyle.O, cut(owner.name()))
                .addRDN(BCStyle.CN, cut(owner.name()))
                .addRDN(BCStyle.SERIALNUMBER, owner.id() + "-" + keyId)
                .build();
        var info = SubjectPublicKeyInfo.getInstance(key.getEncoded());
        var ids = new BcX509ExtensionUtils();
        try {
            return new X509v3CertificateBuilder(
                            name,
                            new BigInteger(1, java.util.HexFormat.of().parseHex("01" + keyId)),
                            Date.from(from.toInstant()),
                            Date.from(from.plusYears(years).toInstant()),
                            name,
                            info)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(
                            Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
                    .addExtension(Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(info))
                    .addExtension(Extension.authorityKeyIdentifier, false, ids.createAuthorityKeyIdentifier(info))
                    .build(new ByHandle(use, handle))
                    .getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, LONGEST_NAME - 1).strip() + "…";
    }

    /** Hands what is to be signed to the keystore. */
    private static final class ByHandle implements ContentSigner {

        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private final ASN1ObjectIdentifier algorithm;
        private final Keystore.Handle handle;

        ByHandle(KeyUse use, Keystore.Handle handle) {
            this.algorithm =
                    use == KeyUse.CREDENTIAL ? EdECObjectIdentifiers.id_Ed25519 : X9ObjectIdentifiers.ecdsa_with_SHA256;
            this.handle = handle;
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return new AlgorithmIdentifier(algorithm);
        }

        @Override
        public OutputStream getOutputStream() {
            return content;
        }

        @Override
        public byte[] getSignature() {
            return handle.sign(content.toByteArray());
        }
    }
}
