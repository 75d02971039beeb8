package vn.lanhnghe.target;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.database.Scope.Reach;
import vn.lanhnghe.indicator.Choice;
import vn.lanhnghe.indicator.Definition;
import vn.lanhnghe.indicator.Indicators;
import vn.lanhnghe.indicator.Measured;
import vn.lanhnghe.indicator.Missing;
import vn.lanhnghe.indicator.StudyRow;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Vi;

@Controller
@PreAuthorize("hasAuthority('TARGET_VIEW')")
class TargetController {

    private static final String COMPUTED = "CT06";

    public record BoardPage(List<Targets.Line> lines, AsAt asAt, StatusRule rule, boolean own) {}

    /** {@code definition} is null where the target is not computed; {@code trouble} says what of the address was not understood. */
    public record TargetPage(
            Target target,
            Standing standing,
            @Nullable Definition definition,
            AsAt asAt,
            StatusRule rule,
            @Nullable String trouble,
            Choice choice,
            @Nullable Paging<Measured> institutions,
            List<Measured> excluded,
            @Nullable Gap gap,
            boolean own,
            String base,
            String query) {}

    public record InstitutionPage(
            Target target,
            Definition definition,
            Measured institution,
            AsAt asAt,
            @Nullable Missing missing,
            Paging<StudyRow> rows,
            String base) {}

    private final Targets targets;
    private final Indicators indicators;
    private final Reminders reminders;

    TargetController(Targets targets, Indicators indicators, Reminders reminders) {
        this.targets = targets;
        this.indicators = indicators;
        this.reminders = reminders;
    }

    @GetMapping("/targets")
    View board(@RequestParam(required = false) @Nullable String asAt) {
        return new Page("target/board", board(targets.read(asAt, COMPUTED)));
    }

    @GetMapping("/targets/scorecard")
    View scorecard(@RequestParam(required = false) @Nullable String asAt) {
        return new Page("target/scorecard", board(targets.read(asAt, COMPUTED)));
    }

    private BoardPage board(AsAt day) {
        return new BoardPage(targets.list(day.day()), day, targets.getRule(day.day()), own());
    }

    @GetMapping("/targets/{code}")
    View target(@PathVariable String code, @RequestParam Map<String, String> asked) {
        var target = targets.get(code);
        var day = targets.read(asked.get("asAt"), code);
        var year = year(target, asked.get("year"));
        var standing = targets.getStanding(target, year, day.day());
        var choice = choice(asked);
        var definition = indicators.find(code, year, day.day()).orElse(null);
        var computed = definition != null;
        return new Page(
                "target/target",
                new TargetPage(
                        target,
                        standing,
                        definition,
                        day,
                        targets.getRule(day.day()),
                        trouble(target, asked.get("year")),
                        choice,
                        computed ? indicators.list(code, year, day.day(), choice, page(asked.get("page"))) : null,
                        computed ? indicators.listExcluded(code, year, day.day()) : List.of(),
                        own() ? null : reminders.gap(code, year, day.day()).orElse(null),
                        own(),
                        "/targets/" + code,
                        query(year, day.day(), choice)));
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
        var chosen = year(targets.get(code), year);
        var count = reminders.remind(code, chosen, institution == null ? List.of() : institution, dueOn, note);
        return Go.to(
                "/targets/%s?year=%d".formatted(code, chosen),
                flash,
                "Đã nhắc %s cơ sở; việc này hiện ở “Việc hôm nay” của họ cho đến khi hồ sơ đủ."
                        .formatted(Vi.count(count)));
    }

    @GetMapping("/targets/{code}/institutions.csv")
    ResponseEntity<String> sheet(@PathVariable String code, @RequestParam Map<String, String> asked) {
        var target = targets.get(code);
        var day = targets.read(asked.get("asAt"), code).day();
        var rows = indicators.listAll(code, year(target, asked.get("year")), day, choice(asked));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=utf-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + target.code() + "-" + day + ".csv\"")
                .body(InstitutionSheet.of(rows));
    }

    @GetMapping("/targets/{code}/institutions/{id}")
    View institution(@PathVariable String code, @PathVariable long id, @RequestParam Map<String, String> asked) {
        var target = targets.get(code);
        var day = targets.read(asked.get("asAt"), code);
        var year = year(target, asked.get("year"));
        var institution = indicators.get(code, year, day.day(), id);
        var missing = missing(asked.get("missing"));
        return new Page(
                "target/institution",
                new InstitutionPage(
                        target,
                        indicators.find(code, year, day.day()).orElseThrow(),
                        institution,
                        day,
                        missing,
                        indicators.listRows(code, year, day.day(), id, missing, page(asked.get("page"))),
                        "/targets/" + code + "/institutions/" + id + "?year=" + year + "&asAt=" + day.day()));
    }

    private static boolean own() {
        return Scope.current().reach() == Reach.COLLEGE;
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

    private static Choice choice(Map<String, String> asked) {
        var met = switch (asked.getOrDefault("met", "")) {
            case "yes" -> Boolean.TRUE;
            case "no" -> Boolean.FALSE;
            default -> null;
        };
        var region = asked.getOrDefault("region", "");
        return new Choice(met, region.matches("[1-3]") ? Integer.valueOf(region) : null, null);
    }

    private static String query(int year, LocalDate day, Choice choice) {
        return "?year=" + year + "&asAt=" + day
                + (choice.met() == null ? "" : "&met=" + (choice.met() ? "yes" : "no"))
                + (choice.region() == null ? "" : "&region=" + choice.region());
    }

    private static @Nullable Missing missing(@Nullable String asked) {
        for (var it : Missing.values()) {
            if (it.name().equals(asked)) {
                return it;
            }
        }
        return null;
    }

    private static int page(@Nullable String asked) {
        return asked != null && asked.matches("[1-9][0-9]{0,7}") ? Integer.parseInt(asked) : 1;
    }
}
