package vn.lanhnghe.indicator.standard;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
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
import vn.lanhnghe.audit.Act;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.document.Documents;
import vn.lanhnghe.document.Spreadsheets;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Download;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Reader;
import vn.lanhnghe.ui.Rehearsal;
import vn.lanhnghe.ui.Vi;

@Controller
class StandardController {

    /** For a college. */
    public record OwnPage(List<Assessment> reports, int year, StandardRepository.Rule rule) {}

    /** For the department. */
    public record DutiesPage(
            Paging<StandardRepository.Duty> duties,
            Map<String, Long> counts,
            int year,
            String state,
            StandardRepository.Rule rule) {}

    public record ReportPage(Report report, List<Act> history) {}

    public record Paper(Report report, LocalDate printedOn, boolean rehearsal) {}

    public record PublicPage(Paging<Assessment> reports) {}

    private final Standards standards;
    private final Documents documents;
    private final Acts acts;
    private final Rehearsal rehearsal;
    private final Clock clock;

    StandardController(Standards standards, Documents documents, Acts acts, Rehearsal rehearsal, Clock clock) {
        this.standards = standards;
        this.documents = documents;
        this.acts = acts;
        this.rehearsal = rehearsal;
        this.clock = clock;
    }

    @GetMapping("/standards")
    @PreAuthorize("hasAuthority('TARGET_VIEW')")
    View list(
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") String page) {
        var asked = year(year);
        if (!Reader.may("STANDARD_JUDGE")) {
            return new Page("indicator/standard/own", new OwnPage(standards.listOwn(), asked, standards.rule()));
        }
        var known = List.of("NONE", "DRAFT", "SENT", "RETURNED", "ACCEPTED").contains(state) ? state : "";
        return new Page(
                "indicator/standard/list",
                new DutiesPage(
                        standards.listDuties(asked, known, Paging.number(page)),
                        standards.countDuties(asked),
                        asked,
                        known,
                        standards.rule()));
    }

    /** Every institution that must report, with its state and what follows. */
    @GetMapping("/standards.xlsx")
    @PreAuthorize("hasAuthority('STANDARD_JUDGE')")
    ResponseEntity<byte[]> sheet(@RequestParam(defaultValue = "") String year) {
        var asked = year(year);
        var about = new LinkedHashMap<String, String>();
        about.put("Báo cáo", "Tự đánh giá chuẩn cơ sở, TT 38/2026/TT-BGDĐT");
        about.put("Năm", String.valueOf(asked));
        about.put("Hạn", Vi.day(standards.rule().dueOn(asked)));
        return Download.xlsx(
                Spreadsheets.xlsx(
                        "Chuẩn cơ sở",
                        List.of("Mã", "Cơ sở", "Tình trạng", "Kết luận"),
                        standards.listAllDuties(asked).stream()
                                .map(it -> List.of(
                                        it.code(),
                                        it.name(),
                                        it.state() == null
                                                ? "chưa bắt đầu"
                                                : it.state().label(),
                                        it.verdict() == null ? "" : it.verdict().label()))
                                .toList(),
                        about),
                "chuan-co-so-" + asked + ".xlsx");
    }

    @PostMapping("/standards")
    @PreAuthorize("hasAuthority('STANDARD_EDIT')")
    View begin(@RequestParam(defaultValue = "") String year) {
        return Go.to("/standards/" + standards.begin(year(year)));
    }

    @GetMapping("/standards/{id}")
    @PreAuthorize("hasAuthority('TARGET_VIEW')")
    View report(@PathVariable long id) {
        return new Page("indicator/standard/report", new ReportPage(standards.get(id), acts.list("assessment", id)));
    }

    @PostMapping("/standards/{id}/lines/{code}")
    @PreAuthorize("hasAuthority('STANDARD_EDIT')")
    View say(
            @PathVariable long id,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String declared,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) @Nullable MultipartFile evidence,
            RedirectAttributes flash) {
        var number = declared.strip().replace(',', '.');
        if (!number.isEmpty() && !number.matches("-?\\d{1,6}(\\.\\d{1,2})?")) {
            throw new Refusal("Mục %s: giá trị là một số, ví dụ 62,5; bạn đã nhập “%s”.".formatted(code, declared));
        }
        standards.say(
                id,
                code,
                new Standards.Said(
                        verdict(verdict), number.isEmpty() ? null : new BigDecimal(number), words, evidence));
        return Go.to("/standards/" + id + "#muc-" + code, flash, "Đã ghi mục " + code + ".");
    }

    @GetMapping("/standards/{id}/lines/{code}/evidence")
    @PreAuthorize("hasAuthority('TARGET_VIEW')")
    ResponseEntity<byte[]> evidence(@PathVariable long id, @PathVariable String code) {
        var evidence = standards.evidence(id, code);
        return Download.foreign(evidence.bytes(), evidence.name());
    }

    @PostMapping("/standards/{id}/sending")
    @PreAuthorize("hasAuthority('STANDARD_SEND')")
    View send(@PathVariable long id, RedirectAttributes flash) {
        standards.send(id);
        return Go.to("/standards/" + id, flash, "Đã gửi báo cáo; Sở sẽ nhận hoặc trả lại ở đây.");
    }

    @PostMapping("/standards/{id}/judgement")
    @PreAuthorize("hasAuthority('STANDARD_JUDGE')")
    View judge(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String accepted,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        standards.judge(id, accepted.equals("yes"), reason);
        return Go.to("/standards/" + id, flash, accepted.equals("yes") ? "Đã nhận báo cáo." : "Đã trả lại báo cáo.");
    }

    /** The three forms: conditions, indicators, conclusion. */
    @GetMapping(value = "/standards/{id}/paper.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @PreAuthorize("hasAuthority('TARGET_VIEW')")
    ResponseEntity<byte[]> paper(@PathVariable long id) {
        var report = standards.get(id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        "Content-Disposition",
                        "inline; filename=\"chuan-co-so-%s-%d.pdf\""
                                .formatted(
                                        report.assessment().institutionCode(),
                                        report.assessment().year()))
                .body(documents.pdf(Page.text(
                        "indicator/standard/paper", new Paper(report, LocalDate.now(clock), rehearsal.rehearsal()))));
    }

    /** For anybody: what the department has taken. */
    @GetMapping("/chuan-co-so")
    View open(@RequestParam(defaultValue = "1") String page) {
        return new Page("indicator/standard/open", new PublicPage(standards.listAccepted(Paging.number(page))));
    }

    private int year(String asked) {
        return asked.matches("20[2-9][0-9]") ? Integer.parseInt(asked) : standards.year();
    }

    private static Line.@Nullable Verdict verdict(String asked) {
        return List.of(Line.Verdict.values()).stream()
                .filter(it -> it.name().equals(asked))
                .findFirst()
                .orElse(null);
    }
}
