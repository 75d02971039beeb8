package vn.lanhnghe.programme.appraisal;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** {@code typed} are minutes, or nothing, that were not taken, with {@code faults}. */
    public record AppraisalPage(
            Version it,
            List<Appraisals.Lack> lacks,
            Council council,
            List<Comment> comments,
            @Nullable Minutes minutes,
            List<Outcome> outcomes,
            Map<String, String> degrees,
            BindingResult member,
            @Nullable NewMinutes typed,
            List<String> faults,
            LocalDate today) {

        public long open() {
            return comments.stream().filter(Comment::open).count();
        }

        public boolean attended(Member member) {
            return typed != null && typed.attended().contains(member.id());
        }
    }

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
        return page(programmes.get(id), blank(), null, List.of());
    }

    private static BindingResult blank() {
        return new BeanPropertyBindingResult(
                new NewMember("", "", "", Member.Post.MEMBER, false, false, false, "DAI_HOC", null), "member");
    }

    private View page(Version it, BindingResult member, @Nullable NewMinutes typed, List<String> faults) {
        return new Page(
                "programme/appraisal/appraisal",
                new AppraisalPage(
                        it,
                        it.state().open() ? appraisals.lacks(it) : List.of(),
                        appraisals.council(it),
                        appraisals.listComments(it),
                        appraisals.findMinutes(it).orElse(null),
                        outcomes.list(it),
                        appraisals.degrees(),
                        member,
                        typed,
                        faults,
                        LocalDate.now(clock)),
                faults.isEmpty() && !member.hasErrors() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/programmes/versions/{id}/submission")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View submit(
            @PathVariable long id, @RequestParam(required = false) @Nullable LocalDate on, RedirectAttributes flash) {
        appraisals.submit(id, on);
        return back(id, flash, "Đã trình; hội đồng thẩm định, hiệu trưởng ban hành.");
    }

    @PostMapping("/programmes/versions/{id}/return")
    @PreAuthorize("hasAuthority('PROGRAMME_APPROVE')")
    View sendBack(@PathVariable long id, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        appraisals.sendBack(id, reason);
        return back(id, flash, "Đã trả lại cho tổ biên soạn.");
    }

    @PostMapping("/programmes/versions/{id}/comments")
    View comment(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long outcome,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String agrees,
            RedirectAttributes flash) {
        appraisals.comment(
                id,
                new NewComment(
                        outcome,
                        Stream.of(Comment.Source.values())
                                .filter(it -> it.name().equals(source))
                                .findFirst()
                                .orElse(null),
                        by,
                        organisation,
                        on,
                        words,
                        !agrees.isEmpty()));
        return Go.to("/programmes/versions/" + id + "/appraisal#y-kien", flash, "Đã ghi ý kiến.");
    }

    @PostMapping("/programmes/versions/{id}/comments/{comment}/answer")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View answer(
            @PathVariable long id,
            @PathVariable long comment,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String answer,
            RedirectAttributes flash) {
        appraisals.answer(
                id,
                comment,
                Stream.of(Comment.Decision.values())
                        .filter(it -> it.name().equals(decision))
                        .findFirst()
                        .orElse(null),
                answer);
        return Go.to("/programmes/versions/" + id + "/appraisal#y-kien", flash, "Đã trả lời ý kiến.");
    }

    @PostMapping("/programmes/versions/{id}/drafters")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View addDrafter(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String staffNumber,
            RedirectAttributes flash) {
        appraisals.addDrafter(id, name, staffNumber);
        return Go.to("/programmes/versions/" + id + "/appraisal#bien-soan", flash, "Đã ghi người biên soạn.");
    }

    @PostMapping("/programmes/versions/{id}/drafters/{drafter}/removal")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View removeDrafter(@PathVariable long id, @PathVariable long drafter, RedirectAttributes flash) {
        appraisals.removeDrafter(id, drafter);
        return Go.to("/programmes/versions/" + id + "/appraisal#bien-soan", flash, "Đã bỏ người biên soạn.");
    }

    @PostMapping("/programmes/versions/{id}/members")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
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
        return page(it, result, null, List.of());
    }

    @PostMapping("/programmes/versions/{id}/members/{member}/removal")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View removeMember(@PathVariable long id, @PathVariable long member, RedirectAttributes flash) {
        appraisals.removeMember(id, member);
        return Go.to("/programmes/versions/" + id + "/appraisal#hoi-dong", flash, "Đã bỏ thành viên.");
    }

    @PostMapping("/programmes/versions/{id}/minutes")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View conclude(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String council,
            @RequestParam(required = false) @Nullable LocalDate heldOn,
            @RequestParam(required = false) @Nullable List<Long> attended,
            @RequestParam(defaultValue = "") String inFavour,
            @RequestParam(defaultValue = "") String conclusion,
            RedirectAttributes flash) {
        var it = programmes.get(id);
        var form = new NewMinutes(
                council, heldOn, Objects.requireNonNullElse(attended, List.of()), number(inFavour), conclusion);
        try {
            appraisals.conclude(id, form);
        } catch (Refusal refused) {
            return page(
                    it,
                    blank(),
                    form,
                    String.valueOf(refused.getMessage()).lines().toList());
        }
        return back(id, flash, "Đã ghi biên bản thẩm định.");
    }

    @PostMapping("/programmes/versions/{id}/publication")
    @PreAuthorize("hasAuthority('PROGRAMME_APPROVE')")
    View publish(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(required = false) @Nullable LocalDate on,
            RedirectAttributes flash) {
        appraisals.publish(id, decision, on);
        return Go.to("/programmes/versions/" + id, flash, "Đã ban hành chương trình.");
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
