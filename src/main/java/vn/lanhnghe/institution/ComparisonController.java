package vn.lanhnghe.institution;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
import vn.lanhnghe.document.Spreadsheets;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Download;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Vi;

/** Two lists side by side. */
@Controller
@PreAuthorize("hasAuthority('INSTITUTION_APPROVE')")
class ComparisonController {

    public record ListPage(List<Comparisons.Comparison> comparisons) {}

    public record ComparisonPage(
            Comparisons.Comparison comparison,
            Paging<Comparisons.Row> rows,
            Map<Long, Institution> institutions,
            String show,
            List<InstitutionRepository.Choice> missing) {

        public Institution institution(long id) {
            return Objects.requireNonNull(institutions.get(id));
        }
    }

    private static final Set<String> SHOWS = Set.of("OPEN", "ACCEPTED", "ABSENT", "MISSING");

    private final Comparisons comparisons;
    private final InstitutionRepository institutions;

    ComparisonController(Comparisons comparisons, InstitutionRepository institutions) {
        this.comparisons = comparisons;
        this.institutions = institutions;
    }

    @GetMapping("/institutions/comparisons")
    View list() {
        return new Page("institution/comparisons", new ListPage(comparisons.list()));
    }

    @PostMapping("/institutions/comparisons")
    View compare(@RequestParam MultipartFile file, RedirectAttributes flash) throws IOException {
        if (file.isEmpty()) {
            throw new Refusal("Bạn chưa chọn tệp, hoặc tệp trống. Chọn một tệp .xlsx hoặc .csv.");
        }
        var id = comparisons.compare(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes());
        return Go.to(
                "/institutions/comparisons/" + id,
                flash,
                "Đã so từng dòng với sổ. Chưa quyết định gì cho đến khi bạn bấm.");
    }

    @GetMapping("/institutions/comparisons/{comparison:\\d+}")
    View comparison(
            @PathVariable long comparison,
            @RequestParam(defaultValue = "OPEN") String show,
            @RequestParam(defaultValue = "1") int page) {
        var found = get(comparison);
        var shown = SHOWS.contains(show) ? show : "OPEN";
        var total = switch (shown) {
            case "ACCEPTED" -> found.accepted();
            case "ABSENT" -> found.absent();
            case "MISSING" -> 0;
            default -> found.open();
        };
        var paging = new Paging<Comparisons.Row>(List.of(), page, total, Paging.SIZE);
        var rows = shown.equals("MISSING")
                ? List.<Comparisons.Row>of()
                : comparisons.listRows(comparison, shown, Paging.SIZE, Paging.offset(paging.page()));
        return new Page(
                "institution/comparison",
                new ComparisonPage(
                        found,
                        new Paging<>(rows, paging.page(), total, Paging.SIZE),
                        named(rows),
                        shown,
                        shown.equals("MISSING") ? comparisons.listMissing(comparison) : List.of()));
    }

    private Map<Long, Institution> named(List<Comparisons.Row> rows) {
        var ids = new HashSet<Long>();
        rows.forEach(it -> ids.addAll(it.candidates()));
        return institutions.findByIds(ids);
    }

    private Comparisons.Comparison get(long id) {
        return comparisons.find(id).orElseThrow(() -> new NotFound("Không có bảng đối chiếu này."));
    }

    @PostMapping("/institutions/comparisons/{comparison}/decision")
    View decide(
            @PathVariable long comparison,
            @RequestParam long row,
            @RequestParam String institution,
            RedirectAttributes flash) {
        get(comparison);
        comparisons.decide(comparison, row, institution.matches("\\d{1,18}") ? Long.valueOf(institution) : null);
        return Go.to(
                "/institutions/comparisons/" + comparison,
                flash,
                "Đã ghi quyết định; mở lại được ở mục “Đã nhận” hoặc “Không có trong sổ”.");
    }

    @PostMapping("/institutions/comparisons/{comparison}/acceptance")
    View acceptAlike(@PathVariable long comparison, RedirectAttributes flash) {
        get(comparison);
        var done = comparisons.acceptAlike(comparison);
        return Go.to("/institutions/comparisons/" + comparison, flash, "Đã nhận %d cặp giống nhau.".formatted(done));
    }

    @PostMapping("/institutions/comparisons/{comparison}/reopening")
    View reopen(@PathVariable long comparison, @RequestParam(defaultValue = "") String row, RedirectAttributes flash) {
        get(comparison);
        comparisons.reopen(comparison, row.matches("\\d{1,18}") ? Long.valueOf(row) : null);
        return Go.to("/institutions/comparisons/" + comparison, flash, "Đã mở lại.");
    }

    @GetMapping("/institutions/comparisons/{comparison}.xlsx")
    ResponseEntity<byte[]> download(@PathVariable long comparison) {
        var found = get(comparison);
        var rows = comparisons.listRows(comparison, "", Integer.MAX_VALUE, 0);
        var known = named(rows);
        var lines = rows.stream()
                .map(it -> {
                    var ours = it.matchedId() == null ? null : known.get(it.matchedId());
                    return List.of(
                            Integer.toString(it.rowNo()),
                            Objects.toString(it.code(), ""),
                            it.name(),
                            ours == null ? "" : ours.code(),
                            ours == null ? "" : ours.name(),
                            Long.toString(Math.round(it.best() * 100)),
                            switch (it.decision()) {
                                case "ACCEPTED" -> "trùng";
                                case "ABSENT" -> "không có trong sổ";
                                default -> "chưa quyết định";
                            },
                            Objects.toString(it.decidedBy(), ""));
                })
                .toList();
        var about = new LinkedHashMap<String, String>();
        about.put("Danh sách", "Đối chiếu tệp " + found.fileName());
        about.put("Tải tệp lên", found.uploadedBy() + ", " + Vi.time(found.uploadedAt()));
        return Download.xlsx(
                Spreadsheets.xlsx(
                        "Đối chiếu",
                        List.of(
                                "Dòng",
                                "Mã bên kia",
                                "Tên bên kia",
                                "Mã trong sổ",
                                "Tên trong sổ",
                                "Độ giống (%)",
                                "Kết quả",
                                "Người quyết định"),
                        lines,
                        about),
                "doi-chieu-%d.xlsx".formatted(comparison));
    }
}
