package vn.lanhnghe.document;

import java.security.cert.X509Certificate;
import java.util.List;

/** Whoever vouches for a document: certificates, the signer's own first, and the key that goes with it. */
public interface Seal {

    List<X509Certificate> chain();

    /** Signs with SHA-256 as the certificate's key demands: ECDSA in DER, or RSA by PKCS #1 v1.5. */
    byte[] sign(byte[] bytes);
}
