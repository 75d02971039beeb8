package vn.lanhnghe.credential.issuing;

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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.audit.Act;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.credential.DiplomaState;
import vn.lanhnghe.credential.Medium;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.learning.graduation.Graduation;
import vn.lanhnghe.learning.graduation.Graduations;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Vi;

/** Cấp văn bằng theo quyết định: what waits, the dry run, the three steps. */
@Controller
class DecisionController {

    /** {@code sessions} are decided and have learners without a diploma. */
    public record DecisionsPage(List<Decision> decisions, List<Graduation> sessions) {}

    /** {@code plan} is there while diplomas wait to be numbered and its reader may look at it. */
    public record DecisionPage(
            Decision decision,
            Paging<Diploma> diplomas,
            @Nullable Plan plan,
            @Nullable Run run,
            List<Act> history,
            boolean hadAHand) {

        /** How many paper diplomas lie numbered and unprinted on this page. */
        public boolean printing() {
            return diplomas.rows().stream()
                    .anyMatch(it -> it.state() == DiplomaState.CHECKED && it.medium() == Medium.PAPER);
        }
    }

    public record RunPage(Run run) {}

    private final Issuing issuing;
    private final IssuingRepository diplomas;
    private final DecisionRepository decisions;
    private final Graduations graduations;
    private final Acts acts;

    DecisionController(
            Issuing issuing,
            IssuingRepository diplomas,
            DecisionRepository decisions,
            Graduations graduations,
            Acts acts) {
        this.issuing = issuing;
        this.diplomas = diplomas;
        this.decisions = decisions;
        this.graduations = graduations;
        this.acts = acts;
    }

    @GetMapping("/decisions")
    @PreAuthorize("hasAuthority('CREDENTIAL_VIEW')")
    View list() {
        var prepared = decisions.listPreparedSessions();
        return new Page(
                "credential/issuing/decisions",
                new DecisionsPage(
                        decisions.list(),
                        graduations.listDecided().stream()
                                .filter(it -> Objects.equals(
                                                it.institutionId(),
                                                Scope.current().institutionId())
                                        && !prepared.contains(it.id()))
                                .toList()));
    }

    @PostMapping("/decisions")
    @PreAuthorize("hasAuthority('CREDENTIAL_PREPARE')")
    View prepare(@RequestParam long session, @RequestParam Medium medium, RedirectAttributes flash) {
        var id = issuing.prepare(session, medium);
        return Go.to("/decisions/" + id, flash, "Đã lập danh sách. Người kiểm tra thấy nó ở “Việc hôm nay”.");
    }

    @GetMapping("/decisions/{id}")
    @PreAuthorize("hasAuthority('CREDENTIAL_VIEW')")
    View one(@PathVariable long id, @RequestParam(defaultValue = "1") int page) {
        var decision = get(id);
        var account = Scope.current().accountId();
        var own = Objects.equals(decision.institutionId(), Scope.current().institutionId());
        var listed = diplomas.page(decision, page);
        return new Page(
                "credential/issuing/decision",
                new DecisionPage(
                        decision,
                        listed,
                        own && decision.prepared() > 0 ? issuing.plan(id) : null,
                        decisions
                                .lastRun(id)
                                .filter(it -> it.state() != Run.State.DONE)
                                .orElse(null),
                        acts.list("decision", id),
                        account != null && diplomas.hadAHand(id, account)));
    }

    @PostMapping("/decisions/{id}/steps")
    @PreAuthorize("hasAuthority('CREDENTIAL_VIEW')")
    View start(@PathVariable long id, @RequestParam Step step, @RequestParam(required = false) @Nullable String plan) {
        get(id);
        issuing.start(id, step, plan);
        return Go.to("/decisions/" + id);
    }

    /** The piece of the page that tells how far a step is. */
    @GetMapping("/decisions/{id}/progress")
    @PreAuthorize("hasAuthority('CREDENTIAL_VIEW')")
    View progress(@PathVariable long id) {
        get(id);
        return new Page(
                "credential/issuing/progress",
                new RunPage(decisions.lastRun(id).orElseThrow(() -> new NotFound("Chưa có bước nào được chạy."))));
    }

    @PostMapping("/decisions/{id}/printed")
    @PreAuthorize("hasAuthority('BLANK_MANAGE')")
    View printed(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable List<Long> diploma,
            @RequestParam(defaultValue = "false") boolean all,
            RedirectAttributes flash) {
        if (!all && diploma == null) {
            throw new Refusal("Chọn ít nhất một tờ đã in.");
        }
        var count = issuing.printed(id, all || diploma == null ? List.of() : diploma);
        return Go.to(
                all ? "/decisions/" + id : "/decisions/%d/forms".formatted(id),
                flash,
                "Đã đánh dấu in %s văn bằng.".formatted(Vi.count(count)));
    }

    @PostMapping("/decisions/{id}/spoilt-forms")
    @PreAuthorize("hasAuthority('BLANK_MANAGE')")
    View spoil(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable List<Long> diploma,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        var serials = issuing.spoil(id, diploma == null ? List.of() : diploma, reason);
        return Go.to(
                "/decisions/%d/forms".formatted(id),
                flash,
                "Đã ghi %s phôi hỏng; in lại trên phôi %s."
                        .formatted(Vi.count(serials.size()), String.join(", ", serials)));
    }

    @PostMapping("/credentials/{id}/spoilt-form")
    @PreAuthorize("hasAuthority('BLANK_MANAGE')")
    View spoil(@PathVariable long id, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        var serial = issuing.spoil(id, reason);
        return Go.to(
                "/credentials/" + id, flash, "Đã ghi phôi hỏng. Văn bằng này nay in trên phôi %s.".formatted(serial));
    }

    @PostMapping("/credentials/{id}/return")
    @PreAuthorize("hasAnyAuthority('CREDENTIAL_CHECK', 'CREDENTIAL_SIGN', 'CREDENTIAL_RELEASE')")
    View giveBack(@PathVariable long id, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        var decision = issuing.giveBack(id, reason);
        return Go.to(
                "/decisions/" + decision,
                flash,
                "Đã trả lại một văn bằng. Người lập thấy lý do trong lịch sử của quyết định.");
    }

    private Decision get(long id) {
        return decisions.find(id).orElseThrow(() -> new NotFound("Không có quyết định này trong phạm vi của bạn."));
    }
}
