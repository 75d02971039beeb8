package vn.lanhnghe.learning;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.lanhnghe.document.Documents;
import vn.lanhnghe.law.Laws;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Rehearsal;

/** Bảng điểm on paper: rendered from the register each time it is asked for. */
@Component
class Transcripts {

    private final Documents documents;
    private final Enrolments enrolments;
    private final Laws laws;
    private final Rehearsal rehearsal;
    private final Clock clock;

    Transcripts(Documents documents, Enrolments enrolments, Laws laws, Rehearsal rehearsal, Clock clock) {
        this.documents = documents;
        this.enrolments = enrolments;
        this.laws = laws;
        this.rehearsal = rehearsal;
        this.clock = clock;
    }

    /** The PDF of a transcript. */
    byte[] print(Standing standing) {
        var paper = new TranscriptPaper(
                standing, laws.get(enrolments.grading().clauseCode()), LocalDate.now(clock), rehearsal.rehearsal());
        return documents.pdf(Page.text("learning/transcript-paper", paper));
    }
}
