package vn.lanhnghe.learning;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.lanhnghe.audit.Act;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.law.Clause;
import vn.lanhnghe.law.Laws;
import vn.lanhnghe.programme.Occupation;
import vn.lanhnghe.programme.Occupations;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;

@Controller
class LearnerController {

    public record ListPage(
            Paging<Enrolment> enrolments, EnrolmentRepository.Filter filter, long all, List<Occupation> occupations) {
        /** The address of this list without its page number. */
        public String address() {
            return "/learners?q=" + URLEncoder.encode(filter.q(), StandardCharsets.UTF_8) + "&occupation="
                    + URLEncoder.encode(filter.occupation(), StandardCharsets.UTF_8) + "&status="
                    + URLEncoder.encode(filter.status(), StandardCharsets.UTF_8) + "&sort="
                    + URLEncoder.encode(filter.sort(), StandardCharsets.UTF_8)
                    + (filter.batch() == null ? "" : "&batch=" + filter.batch())
                    + (filter.institution() == null ? "" : "&institution=" + filter.institution())
                    + (filter.cohort() == null ? "" : "&cohort=" + filter.cohort());
        }
    }

    public record LearnerPage(Standing standing, Clause clause, List<Act> history, List<Awards.Award> diplomas) {}

    public record SelfPage(List<Enrolment> enrolments) {}

    private final Enrolments enrolments;
    private final EnrolmentRepository repository;
    private final Occupations occupations;
    private final Transcripts transcripts;
    private final Laws laws;
    private final Awards awards;
    private final Acts acts;

    LearnerController(
            Enrolments enrolments,
            EnrolmentRepository repository,
            Occupations occupations,
            Transcripts transcripts,
            Laws laws,
            Awards awards,
            Acts acts) {
        this.enrolments = enrolments;
        this.repository = repository;
        this.occupations = occupations;
        this.transcripts = transcripts;
        this.laws = laws;
        this.awards = awards;
        this.acts = acts;
    }

    @GetMapping("/learners")
    @PreAuthorize("hasAuthority('LEARNER_VIEW')")
    View list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String occupation,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(required = false) @Nullable Long batch,
            @RequestParam(required = false) @Nullable Long institution,
            @RequestParam(required = false) @Nullable Integer cohort,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "1") int page) {
        var filter = new EnrolmentRepository.Filter(q, occupation, status, batch, institution, cohort, sort);
        return new Page(
                "learning/list",
                new ListPage(repository.list(filter, page), filter, repository.count(), occupations.list()));
    }

    /** The record of one course of study; that somebody read it is written down. */
    @GetMapping("/learners/{id}")
    @PreAuthorize("hasAnyAuthority('LEARNER_VIEW', 'SELF_VIEW')")
    View learner(@PathVariable long id) {
        var standing = get(id);
        var history = acts.list("enrolment", id);
        read(standing.enrolment(), "Xem hồ sơ và bảng điểm");
        return new Page(
                "learning/learner",
                new LearnerPage(standing, laws.get(enrolments.grading().clauseCode()), history, awards.listOf(id)));
    }

    @GetMapping(value = "/learners/{id}/transcript.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @PreAuthorize("hasAnyAuthority('LEARNER_VIEW', 'SELF_VIEW')")
    ResponseEntity<byte[]> transcript(@PathVariable long id) {
        var standing = get(id);
        read(standing.enrolment(), "Mở bảng điểm PDF");
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        "Content-Disposition",
                        "inline; filename=\"bang-diem-"
                                + standing.enrolment().studentCode().replaceAll("[^A-Za-z0-9.-]", "_") + ".pdf\"")
                .body(transcripts.print(standing));
    }

    /** Hồ sơ của tôi: a learner's own courses of study. */
    @GetMapping("/me")
    @PreAuthorize("hasAuthority('SELF_VIEW')")
    View self() {
        var learner = Objects.requireNonNullElse(Scope.current().learnerId(), 0L);
        return new Page("learning/self", new SelfPage(repository.listOf(learner)));
    }

    private Standing get(long id) {
        return enrolments.standing(id).orElseThrow(() -> new NotFound("Không có hồ sơ này trong phạm vi của bạn."));
    }

    private void read(Enrolment enrolment, String summary) {
        acts.record(
                ActKind.LEARNER_READ,
                new Subject("enrolment", enrolment.id(), enrolment.institutionId()),
                summary,
                null);
    }
}
