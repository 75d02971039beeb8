package vn.lanhnghe.indicator.formula;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.document.Spreadsheets;
import vn.lanhnghe.indicator.AsAt;
import vn.lanhnghe.indicator.formula.Opened.Which;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Download;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Vi;

@Controller
@PreAuthorize("hasAuthority('TARGET_VIEW')")
class FormulaController {

    public record ListPage(AsAt day, Map<Formula.Family, List<Result>> families, boolean own) {}

    public record FigurePage(
            AsAt day,
            Result result,
            Map<String, String> offered,
            String by,
            List<Part> parts,
            Paging<Share> shares,
            String met,
            String region,
            List<Frozen> months,
            Trend trend,
            List<NextSteps.Step> steps,
            List<LeftOut> leftOut,
            boolean own) {}

    /** {@code opened} is null for a formula that has no rows of its own. */
    public record RowsPage(
            AsAt day,
            Result result,
            Share share,
            @Nullable Opened opened,
            List<Opened> others,
            Paging<Row> rows,
            List<Formulas.Demanded> demanded,
            List<NextSteps.Step> steps,
            List<LeftOut> leftOut) {}

    public record MonthPage(
            Frozen frozen,
            Result recomputed,
            List<Frozen.Difference> differences,
            List<Frozen.Correction> corrections) {}

    private final Formulas formulas;
    private final Freezing freezing;
    private final List<NextSteps> steps;
    private final Acts acts;
    private final Clock clock;

    FormulaController(Formulas formulas, Freezing freezing, List<NextSteps> steps, Acts acts, Clock clock) {
        this.formulas = formulas;
        this.steps = steps;
        this.freezing = freezing;
        this.acts = acts;
        this.clock = clock;
    }

    @GetMapping("/indicators")
    View list(@RequestParam(required = false) @Nullable String asAt) {
        var day = day(asAt, null);
        var families = new LinkedHashMap<Formula.Family, List<Result>>();
        for (var family : Formula.Family.values()) {
            families.put(family, new ArrayList<>());
        }
        formulas.list(day.day())
                .forEach(it -> Objects.requireNonNull(families.get(it.formula().family()))
                        .add(it));
        families.values().removeIf(List::isEmpty);
        return new Page("indicator/formula/list", new ListPage(day, families, own()));
    }

    /** The set and its data for other systems. */
    @GetMapping("/indicators.json")
    ResponseEntity<Packet> packet(@RequestParam(required = false) @Nullable String asAt) {
        var day = day(asAt, null).day();
        return ResponseEntity.ok().header("Cache-Control", "no-store").body(Packet.of(day, formulas.list(day)));
    }

    /** What QCVN 125 calls the packet's fields. */
    @GetMapping(value = "/indicators.mapping.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Resource> mapping() {
        return ResponseEntity.ok(new ClassPathResource("indicator/qcvn-125.json"));
    }

    @GetMapping("/indicators/{code}")
    View figure(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String asAt,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String met,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "1") String page) {
        var day = day(asAt, code);
        var result = formulas.get(code, day.day());
        var chosen = result.shares().stream()
                .filter(it -> met.isEmpty() || met.equals(standing(result, it)))
                .filter(it -> region.isEmpty()
                        || region.equals(String.valueOf(it.place().region())))
                .toList();
        var last = Math.max(1, Math.ceilDiv(chosen.size(), Paging.SIZE));
        var number = Math.min(Paging.number(page), last);
        var from = (number - 1) * Paging.SIZE;
        var months = freezing.list(code);
        return new Page(
                "indicator/formula/figure",
                new FigurePage(
                        day,
                        result,
                        Breakdown.of(result.formula()),
                        by,
                        by.isEmpty() || result.formula().lacking() != null ? List.of() : formulas.parts(result, by),
                        new Paging<>(
                                chosen.subList(from, Math.min(from + Paging.SIZE, chosen.size())),
                                number,
                                chosen.size(),
                                Paging.SIZE),
                        met,
                        region,
                        months,
                        Trend.of(result.formula(), months),
                        steps(code, own() ? Scope.current().institutionId() : null),
                        formulas.listLeftOut(
                                result.formula(),
                                day.day(),
                                own() ? Scope.current().institutionId() : null),
                        own()));
    }

    @GetMapping("/indicators/{code}/institutions.xlsx")
    ResponseEntity<byte[]> institutions(
            @PathVariable String code, @RequestParam(required = false) @Nullable String asAt) {
        var result = formulas.get(code, day(asAt, code).day());
        var formula = result.formula();
        var rows = new ArrayList<List<String>>();
        for (var it : result.shares()) {
            rows.add(List.of(
                    it.place().code(),
                    it.place().name(),
                    it.place().typeLabel(),
                    it.place().ownershipLabel(),
                    it.place().region() == null ? "" : String.valueOf(it.place().region()),
                    Amounts.plain(it.amounts().numerator()),
                    it.amounts().denominator() == null
                            ? ""
                            : Amounts.plain(it.amounts().denominator()),
                    it.amounts().said(formula),
                    Objects.requireNonNullElse(said(result.met(it)), "")));
        }
        return Download.xlsx(
                Spreadsheets.xlsx(
                        code,
                        List.of(
                                "Mã",
                                "Cơ sở",
                                "Loại hình",
                                "Sở hữu",
                                "Khu vực",
                                "Tử số",
                                "Mẫu số",
                                "Giá trị",
                                "Yêu cầu"),
                        rows,
                        about(result)),
                code + "-" + result.asAt() + ".xlsx");
    }

    /** How an institution stands, as the list is narrowed by it. */
    private static String standing(Result result, Share share) {
        var met = result.met(share);
        return met == null ? "none" : met ? "yes" : "no";
    }

    private static @Nullable String said(@Nullable Boolean met) {
        return met == null ? null : met ? "đạt" : "chưa đạt";
    }

    private static Map<String, String> about(Result result) {
        var about = new LinkedHashMap<String, String>();
        about.put("Chỉ số", result.formula().code() + " – " + result.formula().name());
        about.put("Giá trị", result.value());
        about.put("Tính đến hết ngày", Vi.day(result.asAt()));
        about.put(
                "Công thức",
                result.formula().kind().label() + ", phiên bản "
                        + result.formula().version());
        result.formula().terms().forEach(it -> about.put(it.side().label(), it.said()));
        about.put("Căn cứ", result.formula().clause() + (result.formula().verified() ? "" : " (chưa xác minh)"));
        about.put("Độ phủ", result.coverage());
        return about;
    }

    @GetMapping("/indicators/{code}/institutions/{id}")
    View rows(
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String asAt,
            @RequestParam(defaultValue = "NUMERATOR") String side,
            @RequestParam(defaultValue = "1") String page) {
        var day = day(asAt, code);
        var result = formulas.get(code, day.day());
        var opened = Formulas.opened(result.formula(), which(side)).orElse(null);
        var share = Formulas.share(result, id);
        return new Page(
                "indicator/formula/rows",
                new RowsPage(
                        day,
                        result,
                        share,
                        opened,
                        Formulas.opened(result.formula()),
                        opened == null
                                ? new Paging<>(List.of(), 1, 0, Paging.SIZE)
                                : formulas.listRows(opened, result, share, Paging.number(page)),
                        formulas.demanded(result.formula(), day.day()),
                        steps(code, share.place().id()),
                        formulas.listLeftOut(
                                result.formula(), day.day(), share.place().id())));
    }

    @GetMapping("/indicators/{code}/institutions/{id}/rows.xlsx")
    ResponseEntity<byte[]> sheet(
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String asAt,
            @RequestParam(defaultValue = "NUMERATOR") String side) {
        var result = formulas.get(code, day(asAt, code).day());
        var share = Formulas.share(result, id);
        var opened = Formulas.opened(result.formula(), which(side))
                .orElseThrow(() -> new NotFound(
                        "Công thức %s tính từ công thức khác, không có dòng hồ sơ của riêng nó.".formatted(code)));
        var rows = formulas.listAllRows(opened, result.asAt(), id);
        acts.record(
                ActKind.FILE_DOWNLOADED,
                new Subject("institution", id, id),
                "Tải %s dòng phía sau %s của %s tại %s"
                        .formatted(
                                Vi.count(rows.size()),
                                opened.which().label().toLowerCase(Vi.LOCALE),
                                code,
                                share.place().name()),
                null);
        return Download.xlsx(
                Spreadsheets.xlsx(
                        code,
                        List.of("Mã, số hiệu", "Họ và tên", "Số lượng", "Chi tiết", "Minh chứng"),
                        rows.stream()
                                .map(it -> List.of(
                                        it.label(),
                                        Objects.requireNonNullElse(it.person(), ""),
                                        Amounts.plain(it.amount()),
                                        it.about(),
                                        it.evidence()))
                                .toList(),
                        about(result)),
                code + "-" + share.place().code() + "-" + result.asAt() + ".xlsx");
    }

    @GetMapping("/indicators/{code}/months/{asAt}")
    View month(@PathVariable String code, @PathVariable LocalDate asAt) {
        var published = freezing.get(code, asAt);
        var recomputed = formulas.get(code, asAt);
        return new Page(
                "indicator/formula/month",
                new MonthPage(
                        published,
                        recomputed,
                        freezing.listDifferences(recomputed),
                        freezing.listCorrections(code, asAt)));
    }

    @PostMapping("/indicators/{code}/months/{asAt}/correction")
    @PreAuthorize("hasAuthority('INDICATOR_EDIT')")
    View correct(
            @PathVariable String code,
            @PathVariable LocalDate asAt,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        freezing.correct(code, asAt, reason);
        return Go.to(
                "/indicators/%s/months/%s".formatted(code, asAt),
                flash,
                "Đã ghi lý do. Số đã chốt giữ nguyên, số tính lại đứng bên cạnh.");
    }

    private List<NextSteps.Step> steps(String code, @Nullable Long institution) {
        return steps.stream().flatMap(it -> it.of(code, institution).stream()).toList();
    }

    private AsAt day(@Nullable String asked, @Nullable String code) {
        return AsAt.of(asked, formulas.firstDay(code), LocalDate.now(clock));
    }

    private static Which which(String asked) {
        try {
            return Which.valueOf(asked);
        } catch (IllegalArgumentException e) {
            throw new Refusal("Chỉ xem được tử số, mẫu số và phần còn thiếu; mở từ trang của cơ sở.");
        }
    }

    private static boolean own() {
        return Scope.current().reach() == Scope.Reach.COLLEGE;
    }
}
