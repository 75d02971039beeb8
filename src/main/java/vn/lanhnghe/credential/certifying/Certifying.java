package vn.lanhnghe.credential.certifying;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.credential.Code;
import vn.lanhnghe.document.Enclosure;
import vn.lanhnghe.document.Seal;
import vn.lanhnghe.document.SignedDocuments;
import vn.lanhnghe.person.training.CertificateText;
import vn.lanhnghe.person.training.Certifier;
import vn.lanhnghe.person.training.TrainingCertificate;
import vn.lanhnghe.proof.Award;
import vn.lanhnghe.proof.Issuer;
import vn.lanhnghe.proof.Proof;
import vn.lanhnghe.proof.Proofs;
import vn.lanhnghe.proof.StatusPurpose;
import vn.lanhnghe.proof.Statuses;
import vn.lanhnghe.proof.Verdict;
import vn.lanhnghe.signing.KeyOwner;
import vn.lanhnghe.signing.KeyUse;
import vn.lanhnghe.signing.Signers;

/**
 * Makes certificates of training credentials like diplomas. A college's are signed by its own key, the department's by the key of
 * owner 0, made for its name at the first signature; the course stands where a diploma has the occupation.
 */
@Component
public class Certifying implements Certifier {

    private static final String CREDENTIAL = "credential";
    private static final String DESCRIPTION = "Verifiable credential of this certificate (W3C VC 2.0, Open Badges 3.0)";

    private final Proofs proofs;
    private final Statuses statuses;
    private final Signers signers;
    private final SignedDocuments signed;
    private final Clock clock;

    Certifying(Proofs proofs, Statuses statuses, Signers signers, SignedDocuments signed, Clock clock) {
        this.proofs = proofs;
        this.statuses = statuses;
        this.signers = signers;
        this.signed = signed;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Sealed> certify(List<CertificateText> texts) {
        var signing = proofs.open(issuer(texts.getFirst()));
        var at = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        var status = statuses.allot(texts.getFirst().issuerId(), texts.size());
        var sealed = new ArrayList<Sealed>(texts.size());
        for (var text : texts) {
            var code = Code.random();
            var proof = signing.sign(award(text, code, at, status), at);
            sealed.add(new Sealed(code, proof.keyId(), proof.value(), at, status++));
        }
        return sealed;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void revoke(TrainingCertificate it) {
        statuses.set(it.institutionId(), StatusPurpose.REVOCATION, List.of(it.status()), true);
    }

    @Override
    public String printed(String code) {
        return Code.printed(code);
    }

    @Override
    public byte[] paper(String xhtml, TrainingCertificate it) {
        var signer = signers.current(new KeyOwner(it.institutionId(), it.issuerName()), KeyUse.DOCUMENT);
        var seal = new Seal() {
            @Override
            public List<X509Certificate> chain() {
                return List.of(signer.certificate());
            }

            @Override
            public byte[] sign(byte[] bytes) {
                return signer.sign(bytes);
            }
        };
        return signed.get(
                xhtml, List.of(new Enclosure(CREDENTIAL, DESCRIPTION, proofs.json(award(it), proof(it)))), seal);
    }

    /** Whether the signature stands over exactly what the register says, and whether the key's word counted then. */
    public Verdict verify(TrainingCertificate it) {
        return proofs.verify(award(it), proof(it));
    }

    /** What the certificate says, as its credential does. */
    public Award award(TrainingCertificate it) {
        return award(it.text(), it.code(), it.signedAt(), it.status());
    }

    private static Proof proof(TrainingCertificate it) {
        return new Proof(it.signature(), it.signedAt(), it.keyId());
    }

    private static Issuer issuer(CertificateText text) {
        return new Issuer(text.issuerId(), text.issuerSlug(), text.issuerName());
    }

    private static Award award(CertificateText text, String code, OffsetDateTime at, long status) {
        return new Award(
                issuer(text),
                code,
                text.printed(),
                text.printed(),
                "Chứng nhận bồi dưỡng",
                "Certificate of training",
                text.fullName(),
                text.birthDate(),
                null,
                text.courseCode(),
                text.courseTitle(),
                text.kind(),
                "%d tiết".formatted(text.hours()),
                "%d class hours".formatted(text.hours()),
                text.result(),
                "Hoàn thành",
                "Completed",
                text.printed(),
                text.issuedOn(),
                at,
                status);
    }
}
