package vn.lanhnghe.credential;

import org.springframework.stereotype.Component;
import vn.lanhnghe.document.Documents;
import vn.lanhnghe.document.Qr;
import vn.lanhnghe.learning.Enrolments;
import vn.lanhnghe.learning.Level;
import vn.lanhnghe.programme.Occupations;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Rehearsal;

/** Diplomas on paper: rendered from the register each time they are asked for. */
@Component
class Papers {

    private final Documents documents;
    private final Enrolments enrolments;
    private final Occupations occupations;
    private final Rehearsal rehearsal;

    Papers(Documents documents, Enrolments enrolments, Occupations occupations, Rehearsal rehearsal) {
        this.documents = documents;
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
        return documents.pdf(Page.text("credential/diploma-paper", paper));
    }

    /** Danh hiệu on graduation from a college: kỹ sư or cử nhân thực hành by field (TT 04/2022, Điều 18). */
    private String title(Diploma diploma) {
        if (diploma.level() != Level.CAO_DANG) {
            return "";
        }
        var occupation =
                occupations.find(java.util.List.of(diploma.occupationCode())).get(diploma.occupationCode());
        return occupation != null && occupation.engineering() ? "Kỹ sư thực hành" : "Cử nhân thực hành";
    }
}
