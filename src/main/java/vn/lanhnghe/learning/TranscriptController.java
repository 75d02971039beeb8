package vn.lanhnghe.learning;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.ui.Page;

/** Bảng điểm: given out as a PDF, and looked up by its code by whoever holds the paper. */
@Controller
class TranscriptController {

    public record LookUpPage(String code, boolean asked, TranscriptRepository.@Nullable Looked found) {}

    private final Enrolments enrolments;
    private final Transcripts transcripts;
    private final TranscriptRepository repository;
    private final Acts acts;

    TranscriptController(Enrolments enrolments, Transcripts transcripts, TranscriptRepository repository, Acts acts) {
        this.enrolments = enrolments;
        this.transcripts = transcripts;
        this.repository = repository;
        this.acts = acts;
    }

    @GetMapping(value = "/learners/{id}/transcript.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @PreAuthorize("hasAnyAuthority('LEARNER_VIEW', 'SELF_VIEW')")
    ResponseEntity<byte[]> pdf(@PathVariable long id) {
        var standing =
                enrolments.standing(id).orElseThrow(() -> new NotFound("Không có hồ sơ này trong phạm vi của bạn."));
        var enrolment = standing.enrolment();
        var transcript = transcripts.issue(standing);
        acts.record(
                ActKind.LEARNER_READ,
                new Subject("enrolment", enrolment.id(), enrolment.institutionId()),
                "Mở bảng điểm PDF",
                null);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        "Content-Disposition",
                        "inline; filename=\"bang-diem-"
                                + enrolment.studentCode().replaceAll("[^A-Za-z0-9.-]", "_") + ".pdf\"")
                .body(transcripts.print(
                        transcript,
                        ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()));
    }

    @GetMapping("/bang-diem")
    View ask(@RequestParam(defaultValue = "") String code) {
        return code.isBlank() ? new Page("learning/look-up", new LookUpPage("", false, null)) : looked(code);
    }

    @GetMapping("/bang-diem/{code}")
    View byCode(@PathVariable String code) {
        return looked(code);
    }

    private Page looked(String typed) {
        var code = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        var found = code.length() > 20 ? null : repository.lookUp(code).orElse(null);
        return new Page(
                "learning/look-up",
                new LookUpPage(typed.length() > 40 ? typed.substring(0, 40) : typed, true, found),
                found == null ? HttpStatus.NOT_FOUND : HttpStatus.OK);
    }
}
