package vn.lanhnghe.credential;

import java.security.cert.X509Certificate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lanhnghe.document.Documents;
import vn.lanhnghe.document.Enclosure;
import vn.lanhnghe.document.Qr;
import vn.lanhnghe.document.Seal;
import vn.lanhnghe.document.SignedDocuments;
import vn.lanhnghe.learning.Enrolments;
import vn.lanhnghe.learning.Level;
import vn.lanhnghe.programme.Occupations;
import vn.lanhnghe.signing.KeyOwner;
import vn.lanhnghe.signing.KeyUse;
import vn.lanhnghe.signing.Signers;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Rehearsal;

/**
 * Diplomas on paper, rendered from the register. A released one is sealed with its college's key and carries its credential, and
 * whoever asks again is given the same bytes.
 */
@Component
class Papers {

    private static final String CREDENTIAL = "credential";
    private static final String DESCRIPTION = "Verifiable credential of this diploma (W3C VC 2.0, Open Badges 3.0)";

    private final Documents documents;
    private final SignedDocuments signed;
    private final Credentials credentials;
    private final Signers signers;
    private final Enrolments enrolments;
    private final Occupations occupations;
    private final Rehearsal rehearsal;

    Papers(
            Documents documents,
            SignedDocuments signed,
            Credentials credentials,
            Signers signers,
            Enrolments enrolments,
            Occupations occupations,
            Rehearsal rehearsal) {
        this.documents = documents;
        this.signed = signed;
        this.credentials = credentials;
        this.signers = signers;
        this.enrolments = enrolments;
        this.occupations = occupations;
        this.rehearsal = rehearsal;
    }

    /** The PDF of a diploma; {@code link} is where its QR code leads. */
    byte[] print(Diploma diploma, String link) {
        var paper = new DiplomaPaper(
                diploma,
                enrolments.grading().band(diploma.rank()),
                title(diploma),
                link,
                Qr.dataUri(link),
                rehearsal.rehearsal());
        var text = Page.text("credential/diploma-paper", paper);
        return credentials
                .json(diploma)
                .filter(it -> diploma.releasedAt() != null)
                .map(it -> signed.get(text, List.of(new Enclosure(CREDENTIAL, DESCRIPTION, it)), seal(diploma)))
                .orElseGet(() -> documents.pdf(text));
    }

    private Seal seal(Diploma diploma) {
        var signer = signers.current(new KeyOwner(diploma.institutionId(), diploma.institutionName()), KeyUse.DOCUMENT);
        return new Seal() {
            @Override
            public List<X509Certificate> chain() {
                return List.of(signer.certificate());
            }

            @Override
            public byte[] sign(byte[] bytes) {
                return signer.sign(bytes);
            }
        };
    }

    /** Danh hiệu on graduation from a college: kỹ sư or cử nhân thực hành by field (TT 04/2022, Điều 18). */
    private String title(Diploma diploma) {
        if (diploma.level() != Level.CAO_DANG) {
            return "";
        }
        var occupation = occupations.find(List.of(diploma.occupationCode())).get(diploma.occupationCode());
        return occupation != null && occupation.engineering() ? "Kỹ sư thực hành" : "Cử nhân thực hành";
    }
}
