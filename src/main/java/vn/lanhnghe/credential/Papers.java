package vn.lanhnghe.credential;

import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lanhnghe.document.Documents;
import vn.lanhnghe.document.Enclosure;
import vn.lanhnghe.document.Qr;
import vn.lanhnghe.document.Seal;
import vn.lanhnghe.document.SignedDocuments;
import vn.lanhnghe.learning.Enrolments;
import vn.lanhnghe.learning.Level;
import vn.lanhnghe.programme.Occupation;
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
public class Papers {

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

    /** The PDF of a diploma. */
    byte[] print(Diploma diploma) {
        var text =
                Page.text("credential/diploma-paper", papers(List.of(diploma)).getFirst());
        return credentials
                .json(diploma)
                .filter(it -> diploma.releasedAt() != null)
                .map(it -> signed.get(text, List.of(new Enclosure(CREDENTIAL, DESCRIPTION, it)), seal(diploma)))
                .orElseGet(() -> documents.pdf(text));
    }

    /** What the papers of these diplomas say. */
    public List<DiplomaPaper> papers(List<Diploma> diplomas) {
        var grading = enrolments.grading();
        var known = occupations.find(
                diplomas.stream().map(Diploma::occupationCode).distinct().toList());
        return diplomas.stream()
                .map(it -> {
                    var link = CredentialController.link(it);
                    return new DiplomaPaper(
                            it,
                            Wording.of(it, grading),
                            title(it.level(), known.get(it.occupationCode())),
                            link,
                            Qr.dataUri(link),
                            rehearsal.rehearsal());
                })
                .toList();
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
    private static String title(Level level, @Nullable Occupation occupation) {
        if (level != Level.CAO_DANG) {
            return "";
        }
        return occupation != null && occupation.engineering() ? "Kỹ sư thực hành" : "Cử nhân thực hành";
    }
}
