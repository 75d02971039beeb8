package vn.lanhnghe.credential.printing;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.credential.DiplomaPaper;
import vn.lanhnghe.credential.Papers;
import vn.lanhnghe.document.Documents;
import vn.lanhnghe.ui.Page;

/** Sheets for the printer, each as large as a form: what a form lacks, drafts of it, and test pages. */
@Component
class FormSheets {

    /** {@code crosses} are those of a test page; {@code papers} is empty there. */
    public record Sheets(String title, Layout layout, Correction correction, List<DiplomaPaper> papers, boolean draft) {

        public boolean test() {
            return papers.isEmpty();
        }

        public double right() {
            return layout.width() - Layout.MARGIN;
        }

        public double bottom() {
            return layout.height() - Layout.MARGIN;
        }
    }

    private final Documents documents;
    private final Papers papers;

    FormSheets(Documents documents, Papers papers) {
        this.documents = documents;
        this.papers = papers;
    }

    /** What goes on the forms themselves. */
    byte[] forms(Layout layout, Correction correction, List<Diploma> diplomas) {
        return set(new Sheets("In phôi văn bằng", layout, correction, papers.papers(diplomas), false));
    }

    /** The same on plain paper, marked on every sheet as worth nothing. */
    byte[] drafts(Layout layout, List<Diploma> diplomas) {
        return set(new Sheets("Bản nháp văn bằng", layout, Correction.NONE, papers.papers(diplomas), true));
    }

    byte[] test(Layout layout, Correction correction) {
        return set(new Sheets("Trang thử", layout, correction, List.of(), false));
    }

    private byte[] set(Sheets sheets) {
        return documents.pdf(Page.text("credential/printing/sheets", sheets));
    }
}
