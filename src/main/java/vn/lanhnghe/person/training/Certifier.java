package vn.lanhnghe.person.training;

import java.time.OffsetDateTime;
import java.util.List;

/** Who can sign: certificates of training become credentials by the same keys and status lists as diplomas. */
public interface Certifier {

    /** A certificate's code, its signature and its place in the issuer's status lists. */
    record Sealed(String code, String keyId, byte[] signature, OffsetDateTime signedAt, long status) {}

    /** Signs certificates of one issuer, in their order, within the caller's transaction. */
    List<Sealed> certify(List<CertificateText> texts);

    /** Tells programs that it is taken back. */
    void revoke(TrainingCertificate it);

    /** The page as a PDF that its issuer sealed and that carries the credential. */
    byte[] paper(String xhtml, TrainingCertificate it);

    /** A code as it is printed. */
    String printed(String code);
}
