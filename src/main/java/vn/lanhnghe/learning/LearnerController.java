package vn.lanhnghe.learning;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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

    public record LearnerPage(
            Standing standing,
            Clause clause,
            List<Act> history,
            List<Awards.Award> diplomas,
            List<Step> steps,
            List<Steps.Rule> offered,
            List<Guardian> guardians,
            List<Enrolment> others,
            List<StudyMatters.Matter> matters,
            long elsewhere,
            boolean revealed,
            boolean young,
            LocalDate today) {

        /** A sensitive value, covered unless somebody said why they look. */
        public String covered(@Nullable String value) {
            return value == null ? "" : revealed ? value : "••••••";
        }

        public boolean own() {
            return Objects.equals(
                    standing.enrolment().institutionId(), Scope.current().institutionId());
        }
    }

    /** A learner's whole life in the registers: every course of study at every college, each with its steps and diplomas. */
    public record SelfPage(List<Life> lives) {}

    public record Life(Standing standing, List<Step> steps, List<Awards.Award> diplomas) {}

    private final Enrolments enrolments;
    private final EnrolmentRepository repository;
    private final Occupations occupations;
    private final Laws laws;
    private final Awards awards;
    private final Acts acts;
    private final LearnerRepository learners;
    private final Learners people;
    private final Steps steps;
    private final List<StudyMatters> matters;
    private final Clock clock;

    LearnerController(
            Enrolments enrolments,
            EnrolmentRepository repository,
            Occupations occupations,
            Laws laws,
            Awards awards,
            Acts acts,
            LearnerRepository learners,
            Learners people,
            Steps steps,
            List<StudyMatters> matters,
            Clock clock) {
        this.learners = learners;
        this.people = people;
        this.steps = steps;
        this.matters = matters;
        this.clock = clock;
        this.enrolments = enrolments;
        this.repository = repository;
        this.occupations = occupations;
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
        var page = page(standing, Scope.current().reach() == Scope.Reach.SELF);
        read(standing.enrolment(), "Xem hồ sơ và bảng điểm");
        return new Page("learning/learner", page);
    }

    /** The same page once, with what is covered otherwise. */
    @PostMapping("/learners/{id}/reveal")
    @PreAuthorize("hasAuthority('LEARNER_REVEAL')")
    View reveal(@PathVariable long id, @RequestParam(defaultValue = "") String reason) {
        people.reveal(id, reason);
        return new Page("learning/learner", page(get(id), true));
    }

    private LearnerPage page(Standing standing, boolean revealed) {
        var enrolment = standing.enrolment();
        var today = LocalDate.now(clock);
        return new LearnerPage(
                standing,
                laws.get(enrolments.grading().clauseCode()),
                acts.list("enrolment", enrolment.id()),
                awards.listOf(enrolment.id()),
                steps.list(enrolment.id()),
                steps.listOffered(enrolment.status()),
                learners.listGuardians(enrolment.learnerId()),
                repository.listOf(enrolment.learnerId()).stream()
                        .filter(it -> it.id() != enrolment.id())
                        .toList(),
                matters.stream()
                        .flatMap(it -> it.listMatters(enrolment.id()).stream())
                        .toList(),
                Scope.current().reach() == Scope.Reach.COLLEGE ? learners.countElsewhere(enrolment) : 0,
                revealed,
                enrolment.guarded(today),
                today);
    }

    /** Hồ sơ của tôi: a learner's own courses of study. */
    @GetMapping("/me")
    @PreAuthorize("hasAuthority('SELF_VIEW')")
    View self() {
        var lives = repository.listOwn().stream()
                .map(it -> enrolments.standing(it.id()).orElseThrow())
                .map(it -> new Life(
                        it,
                        steps.list(it.enrolment().id()),
                        awards.listOf(it.enrolment().id())))
                .toList();
        return new Page("learning/self", new SelfPage(lives));
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
