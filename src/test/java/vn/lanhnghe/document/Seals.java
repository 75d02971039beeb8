package vn.lanhnghe.document;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Seals for tests, each with a key and a self-made certificate of its own. */
public record Seals(String algorithm, KeyPair pair, X509Certificate certificate) implements Seal {

    public static Seals ecdsa(String name) {
        return make("EC", 256, "SHA256withECDSA", name);
    }

    public static Seals rsa(String name) {
        return make("RSA", 2048, "SHA256withRSA", name);
    }

    private static Seals make(String kind, int bits, String algorithm, String name) {
        try {
            var generator = KeyPairGenerator.getInstance(kind);
            generator.initialize(bits);
            var pair = generator.generateKeyPair();
            var issuer = new X500Name("CN=" + name + ",C=VN");
            var now = Instant.now();
            var builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    BigInteger.valueOf(now.toEpochMilli()),
                    Date.from(now.minus(Duration.ofDays(1))),
                    Date.from(now.plus(Duration.ofDays(3650))),
                    issuer,
                    pair.getPublic());
            builder.addExtension(
                    Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            var certificate = new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate())));
            return new Seals(algorithm, pair, certificate);
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<X509Certificate> chain() {
        return List.of(certificate);
    }

    @Override
    public byte[] sign(byte[] bytes) {
        try {
            var signature = Signature.getInstance(algorithm);
            signature.initSign(pair.getPrivate());
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
