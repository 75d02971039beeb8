package vn.lanhnghe.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.database.Scope.Reach;
import vn.lanhnghe.indicator.AsAt;
import vn.lanhnghe.ui.Download;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Reader;
import vn.lanhnghe.ui.Vi;

@Controller
@PreAuthorize("hasAuthority('TARGET_VIEW')")
class TargetController {

    public record BoardPage(List<Targets.Line> lines, AsAt asAt, StatusRule rule, boolean own) {}

    public record RulePage(List<StatusRule> rules, LocalDate today, Map<String, String> texts) {}

    /** {@code trouble} says what of the address was not understood; {@code unexplained} is what waits for a word, if anything does. */
    public record TargetPage(
            Target target,
            Standing standing,
            AsAt asAt,
            StatusRule rule,
            @Nullable String trouble,
            @Nullable Gap gap,
            @Nullable Remedy remedy,
            List<Revision> revisions,
            Map<String, String> texts,
            Targets.@Nullable Unexplained unexplained,
            List<Explanation> explanations,
            List<Proof> proofs,
            boolean own) {

        public String base() {
            return "/targets/" + target.code();
        }
    }

    private final Targets targets;
    private final Reminders reminders;
    private final Upkeep upkeep;

    TargetController(Targets targets, Reminders reminders, Upkeep upkeep) {
        this.targets = targets;
        this.reminders = reminders;
        this.upkeep = upkeep;
    }

    @GetMapping("/targets")
    View board(@RequestParam(required = false) @Nullable String asAt) {
        var day = targets.read(asAt);
        return new Page("target/board", new BoardPage(targets.list(day.day()), day, targets.getRule(day.day()), own()));
    }

    @GetMapping("/targets/rule")
    View rule() {
        return new Page(
                "target/status-rule",
                new RulePage(
                        targets.listRules(),
                        targets.read(null).today(),
                        Reader.may("TARGET_MANAGE") ? upkeep.texts() : Map.of()));
    }

    @PostMapping("/targets/rule")
    @PreAuthorize("hasAuthority('TARGET_MANAGE')")
    View changeRule(
            @RequestParam(defaultValue = "") String share,
            @RequestParam(defaultValue = "") String textCode,
            @RequestParam(required = false) @Nullable LocalDate since,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        upkeep.changeRule(new Upkeep.Change(percent(share), textCode, since, reason));
        return Go.to("/targets/rule", flash, "Đã ghi mức mới; mức cũ còn dùng cho những ngày trước.");
    }

    @GetMapping("/targets/{code}")
    View target(@PathVariable String code, @RequestParam Map<String, String> asked) {
        var day = targets.read(asked.get("asAt"));
        var target = targets.get(code, day.day());
        var year = year(target, asked.get("year"));
        var manages = Reader.may("TARGET_MANAGE");
        return new Page(
                "target/target",
                new TargetPage(
                        target,
                        targets.getStanding(target, year, day.day()),
                        day,
                        targets.getRule(day.day()),
                        trouble(target, asked.get("year")),
                        own() ? null : reminders.gap(code, year, day.day()).orElse(null),
                        targets.findRemedy(target.milestone(year)).orElse(null),
                        targets.listRevisions(code),
                        manages ? upkeep.texts() : Map.of(),
                        manages
                                ? targets.listUnexplained(day.today()).stream()
                                        .filter(it -> it.target().code().equals(code)
                                                && it.milestone().year() == year)
                                        .findFirst()
                                        .orElse(null)
                                : null,
                        targets.listExplanations(code),
                        targets.listProofs(code),
                        own()));
    }

    @PostMapping("/targets/{code}/reminders")
    @PreAuthorize("hasAuthority('TARGET_REMIND')")
    View remind(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(required = false) @Nullable List<Long> institution,
            @RequestParam(required = false) @Nullable LocalDate dueOn,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes flash) {
        var chosen = year(code, year);
        var count = reminders.remind(code, chosen, institution == null ? List.of() : institution, dueOn, note);
        return back(
                code,
                chosen,
                flash,
                "Đã nhắc %s cơ sở; việc này hiện ở “Việc hôm nay” của họ cho đến khi hồ sơ đủ."
                        .formatted(Vi.count(count)));
    }

    @PostMapping("/targets/{code}/revisions")
    @PreAuthorize("hasAuthority('TARGET_MANAGE')")
    View revise(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String threshold,
            @RequestParam(defaultValue = "") String textCode,
            @RequestParam(required = false) @Nullable LocalDate since,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        var chosen = year(code, year);
        upkeep.revise(code, chosen, new Upkeep.Change(percent(threshold), textCode, since, reason));
        return back(code, chosen, flash, "Đã đổi mốc theo văn bản; mức cũ còn ở phần Lịch sử của mốc.");
    }

    @PostMapping("/targets/{code}/explanations")
    @PreAuthorize("hasAuthority('TARGET_MANAGE')")
    View explain(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String cause,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(required = false) @Nullable LocalDate doneBy,
            RedirectAttributes flash) {
        var chosen = year(code, year);
        upkeep.explain(code, chosen, cause, action, doneBy);
        return back(code, chosen, flash, "Đã ghi giải trình.");
    }

    @PostMapping("/targets/{code}/proofs")
    @PreAuthorize("hasAuthority('TARGET_MANAGE')")
    View prove(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) @Nullable MultipartFile evidence,
            RedirectAttributes flash) {
        var chosen = year(code, year);
        upkeep.prove(code, chosen, words, evidence);
        return back(code, chosen, flash, "Đã gửi minh chứng; lãnh đạo thành phố xem và xác nhận.");
    }

    @PostMapping("/targets/{code}/proofs/{id}/judgement")
    @PreAuthorize("hasAuthority('TARGET_CONFIRM')")
    View judge(
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String accepted,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        var year = upkeep.proof(code, id).year();
        upkeep.judge(code, id, accepted.equals("yes"), reason);
        return back(code, year, flash, accepted.equals("yes") ? "Đã xác nhận mốc đạt." : "Đã trả lại minh chứng.");
    }

    @GetMapping("/targets/{code}/proofs/{id}/evidence")
    ResponseEntity<byte[]> evidence(@PathVariable String code, @PathVariable long id) {
        return Download.foreign(
                upkeep.evidence(code, id), upkeep.proof(code, id).evidenceName());
    }

    private static @Nullable BigDecimal percent(String written) {
        var number = written.strip().replace(',', '.');
        return number.matches("\\d{1,3}(\\.\\d{1,2})?") ? new BigDecimal(number) : null;
    }

    private static View back(String code, int year, RedirectAttributes flash, String notice) {
        return Go.to("/targets/%s?year=%d".formatted(code, year), flash, notice);
    }

    private static boolean own() {
        return Scope.current().reach() == Reach.COLLEGE;
    }

    private int year(String code, String asked) {
        return year(targets.get(code, targets.read(null).today()), asked);
    }

    private static int year(Target target, @Nullable String asked) {
        return String.valueOf(target.near().year()).equals(asked)
                ? target.near().year()
                : target.far().year();
    }

    private static @Nullable String trouble(Target target, @Nullable String asked) {
        var known = asked == null || asked.isBlank() || asked.equals(String.valueOf(year(target, asked)));
        return known
                ? null
                : "Kế hoạch chỉ có mốc " + target.near().year() + " và "
                        + target.far().year() + ". Trang đang xem mốc "
                        + target.far().year() + ".";
    }
}
