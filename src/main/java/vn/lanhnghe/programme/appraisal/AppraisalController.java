package vn.lanhnghe.programme.appraisal;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.programme.design.Outcome;
import vn.lanhnghe.programme.design.Outcomes;
import vn.lanhnghe.programme.design.Programmes;
import vn.lanhnghe.programme.design.Version;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;

@Controller
@PreAuthorize("hasAuthority('PROGRAMME_VIEW')")
class AppraisalController {

    /** {@code typed} are minutes, {@code sent} another form, that were not taken; {@code faults} say why. */
    public record AppraisalPage(
            Version it,
            List<Appraisals.Lack> lacks,
            List<Appraisals.Lack> remarks,
            boolean submits,
            Council council,
            List<Comment> comments,
            List<Minutes> minutes,
            List<Outcome> outcomes,
            Map<String, String> degrees,
            @Nullable Version before,
            BindingResult member,
            @Nullable NewMinutes typed,
            Sent sent,
            List<String> faults,
            LocalDate today) {

        public boolean attended(Member member) {
            return typed != null && typed.attended().contains(member.id());
        }
    }

    /** One of the page's forms as it was sent: its name, its fields. */
    public record Sent(String form, Map<String, String> fields) {

        /** What was typed into a field of that form; nothing when another was sent. */
        public String said(String asked, String field) {
            return said(asked, field, "");
        }

        public String said(String asked, String field, String otherwise) {
            return form.equals(asked) ? fields.getOrDefault(field, otherwise) : otherwise;
        }
    }

    private static final Sent NOTHING = new Sent("", Map.of());

    private final Programmes programmes;
    private final Outcomes outcomes;
    private final Appraisals appraisals;
    private final Clock clock;

    AppraisalController(Programmes programmes, Outcomes outcomes, Appraisals appraisals, Clock clock) {
        this.programmes = programmes;
        this.outcomes = outcomes;
        this.appraisals = appraisals;
        this.clock = clock;
    }

    @GetMapping("/programmes/versions/{id}/appraisal")
    View appraisal(@PathVariable long id) {
        return page(programmes.get(id), blank(), null, NOTHING, List.of());
    }

    private static BindingResult blank() {
        return new BeanPropertyBindingResult(
                new NewMember("", "", "", Member.Post.MEMBER, false, false, false, "DAI_HOC", null), "member");
    }

    private View page(Version it, BindingResult member, @Nullable NewMinutes typed, Sent sent, List<String> faults) {
        return new Page(
                "programme/appraisal/appraisal",
                new AppraisalPage(
                        it,
                        it.state().open() ? appraisals.lacks(it) : List.of(),
                        it.state().frozen() ? List.of() : appraisals.remarks(it),
                        it.state().open() && appraisals.maySubmit(it),
                        appraisals.council(it),
                        appraisals.listComments(it),
                        appraisals.listMinutes(it),
                        outcomes.list(it),
                        appraisals.degrees(),
                        programmes.listVersions(it.programmeId()).stream()
                                .filter(one -> one.number() == it.number() - 1)
                                .findFirst()
                                .orElse(null),
                        member,
                        typed,
                        sent,
                        faults,
                        LocalDate.now(clock)),
                faults.isEmpty() && !member.hasErrors() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Does it; refused, the page is shown again with what was typed. */
    private View tried(long id, Sent sent, Runnable deed, Supplier<View> done) {
        try {
            deed.run();
        } catch (Refusal refused) {
            return page(programmes.get(id), blank(), null, sent, lines(refused));
        }
        return done.get();
    }

    private static List<String> lines(Refusal refused) {
        return String.valueOf(refused.getMessage()).lines().toList();
    }

    /** A day as browsers send it; none where there is no such day. */
    private static @Nullable LocalDate day(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    @PostMapping("/programmes/versions/{id}/submission")
    @PreAuthorize("hasAnyAuthority('PROGRAMME_EDIT', 'PROGRAMME_APPRAISE')")
    View submit(@PathVariable long id, @RequestParam Map<String, String> sent, RedirectAttributes flash) {
        return tried(
                id,
                new Sent("submission", sent),
                () -> appraisals.submit(id, day(sent.getOrDefault("on", ""))),
                () -> back(id, flash, "Đã trình; hội đồng thẩm định, hiệu trưởng ban hành."));
    }

    @PostMapping("/programmes/versions/{id}/return")
    @PreAuthorize("hasAuthority('PROGRAMME_APPROVE')")
    View sendBack(@PathVariable long id, @RequestParam Map<String, String> sent, RedirectAttributes flash) {
        return tried(
                id,
                new Sent("return", sent),
                () -> appraisals.sendBack(id, sent.getOrDefault("reason", "")),
                () -> back(id, flash, "Đã trả lại cho tổ biên soạn."));
    }

    @PostMapping("/programmes/versions/{id}/comments")
    View comment(@PathVariable long id, @RequestParam Map<String, String> sent, RedirectAttributes flash) {
        var outcome = sent.getOrDefault("outcome", "");
        var form = new NewComment(
                outcome.matches("\\d{1,18}") ? Long.valueOf(outcome) : null,
                Stream.of(Comment.Source.values())
                        .filter(it -> it.name().equals(sent.get("source")))
                        .findFirst()
                        .orElse(null),
                sent.getOrDefault("by", ""),
                sent.getOrDefault("organisation", ""),
                day(sent.getOrDefault("on", "")),
                sent.getOrDefault("words", ""),
                !sent.getOrDefault("agrees", "").isEmpty());
        return tried(
                id,
                new Sent("comment", sent),
                () -> appraisals.comment(id, form),
                () -> Go.to("/programmes/versions/" + id + "/appraisal#y-kien", flash, "Đã ghi ý kiến."));
    }

    @PostMapping("/programmes/versions/{id}/comments/{comment}/answer")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View answer(
            @PathVariable long id,
            @PathVariable long comment,
            @RequestParam Map<String, String> sent,
            RedirectAttributes flash) {
        return tried(
                id,
                new Sent("answer-" + comment, sent),
                () -> appraisals.answer(
                        id,
                        comment,
                        Stream.of(Comment.Decision.values())
                                .filter(it -> it.name().equals(sent.get("decision")))
                                .findFirst()
                                .orElse(null),
                        sent.getOrDefault("answer", "")),
                () -> Go.to("/programmes/versions/" + id + "/appraisal#y-kien", flash, "Đã trả lời ý kiến."));
    }

    @PostMapping("/programmes/versions/{id}/drafters")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View addDrafter(@PathVariable long id, @RequestParam Map<String, String> sent, RedirectAttributes flash) {
        return tried(
                id,
                new Sent("drafter", sent),
                () -> appraisals.addDrafter(id, sent.getOrDefault("name", ""), sent.getOrDefault("staffNumber", "")),
                () -> Go.to("/programmes/versions/" + id + "/appraisal#bien-soan", flash, "Đã ghi người biên soạn."));
    }

    @PostMapping("/programmes/versions/{id}/drafters/{drafter}/removal")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View removeDrafter(@PathVariable long id, @PathVariable long drafter, RedirectAttributes flash) {
        return tried(
                id,
                NOTHING,
                () -> appraisals.removeDrafter(id, drafter),
                () -> Go.to("/programmes/versions/" + id + "/appraisal#bien-soan", flash, "Đã bỏ người biên soạn."));
    }

    @PostMapping("/programmes/versions/{id}/members")
    @PreAuthorize("hasAuthority('PROGRAMME_APPRAISE')")
    View addMember(
            @PathVariable long id,
            @Valid @ModelAttribute("member") NewMember form,
            BindingResult result,
            RedirectAttributes flash) {
        var it = programmes.get(id);
        if (!result.hasErrors()) {
            try {
                appraisals.addMember(id, form);
                return Go.to(
                        it.address() + "/appraisal#hoi-dong", flash, "Đã thêm %s vào hội đồng.".formatted(form.name()));
            } catch (Refusal refused) {
                result.reject("refused", String.valueOf(refused.getMessage()));
            }
        }
        return page(it, result, null, NOTHING, List.of());
    }

    @PostMapping("/programmes/versions/{id}/members/{member}/removal")
    @PreAuthorize("hasAuthority('PROGRAMME_APPRAISE')")
    View removeMember(@PathVariable long id, @PathVariable long member, RedirectAttributes flash) {
        return tried(
                id,
                NOTHING,
                () -> appraisals.removeMember(id, member),
                () -> Go.to("/programmes/versions/" + id + "/appraisal#hoi-dong", flash, "Đã bỏ thành viên."));
    }

    @PostMapping("/programmes/versions/{id}/minutes")
    @PreAuthorize("hasAuthority('PROGRAMME_APPRAISE')")
    View conclude(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String council,
            @RequestParam(defaultValue = "") String heldOn,
            @RequestParam(required = false) @Nullable List<Long> attended,
            @RequestParam(defaultValue = "") String inFavour,
            @RequestParam(defaultValue = "") String conclusion,
            RedirectAttributes flash) {
        var it = programmes.get(id);
        var form = new NewMinutes(
                council, day(heldOn), Objects.requireNonNullElse(attended, List.of()), number(inFavour), conclusion);
        try {
            appraisals.conclude(id, form);
        } catch (Refusal refused) {
            return page(it, blank(), form, NOTHING, lines(refused));
        }
        return back(id, flash, "Đã ghi biên bản thẩm định.");
    }

    @PostMapping("/programmes/versions/{id}/publication")
    @PreAuthorize("hasAuthority('PROGRAMME_APPROVE')")
    View publish(@PathVariable long id, @RequestParam Map<String, String> sent, RedirectAttributes flash) {
        return tried(
                id,
                new Sent("publication", sent),
                () -> appraisals.publish(id, sent.getOrDefault("decision", ""), day(sent.getOrDefault("on", ""))),
                () -> Go.to("/programmes/versions/" + id, flash, "Đã ban hành chương trình."));
    }

    @PostMapping("/programmes/versions/{id}/check")
    @PreAuthorize("hasAuthority('PROGRAMME_RULE')")
    View check(@PathVariable long id, @RequestParam(defaultValue = "") String agreed, RedirectAttributes flash) {
        appraisals.check(id, !agreed.isEmpty());
        return Go.to("/programmes/versions/" + id, flash, "Đã ghi: Sở đã đối chiếu.");
    }

    private static View back(long id, RedirectAttributes flash, String notice) {
        return Go.to("/programmes/versions/" + id + "/appraisal", flash, notice);
    }

    private static @Nullable Integer number(String text) {
        return text.strip().matches("\\d{1,3}") ? Integer.valueOf(text.strip()) : null;
    }
}
