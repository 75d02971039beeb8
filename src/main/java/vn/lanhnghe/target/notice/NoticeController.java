package vn.lanhnghe.target.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import vn.lanhnghe.document.Spreadsheets;
import vn.lanhnghe.target.notice.Consultation.Clause;
import vn.lanhnghe.target.notice.Consultation.Opinion;
import vn.lanhnghe.target.notice.Consultation.Outcome;
import vn.lanhnghe.target.notice.Distribution.Receipt;
import vn.lanhnghe.ui.Download;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Vi;

@Controller
@PreAuthorize("hasAuthority('LAW_VIEW')")
class NoticeController {

    public record ListPage(Paging<Distribution> sent) {}

    public record NewPage(Map<String, String> texts, Map<String, String> types, String text) {}

    /** {@code own} is the reader's own receipt, null for the department. */
    public record SentPage(
            Distribution it,
            Paging<Receipt> receipts,
            String state,
            @Nullable Receipt own) {}

    public record ConsultationsPage(Paging<Consultation> consultations, LocalDate today) {}

    public record NewConsultationPage(Map<String, String> editions) {}

    public record ConsultationPage(Consultation it, List<Clause> clauses, List<Opinion> opinions, LocalDate today) {

        public List<Opinion> of(Clause clause) {
            return opinions.stream()
                    .filter(one -> one.anchor().equals(clause.anchor()))
                    .toList();
        }

        public long count(Outcome outcome) {
            return opinions.stream().filter(one -> one.outcome() == outcome).count();
        }
    }

    private final Notices notices;
    private final Clock clock;

    NoticeController(Notices notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    @GetMapping("/distributions")
    View list(@RequestParam(defaultValue = "1") String page) {
        return new Page("target/notice/list", new ListPage(notices.list(Paging.number(page))));
    }

    @GetMapping("/distributions/new")
    @PreAuthorize("hasAuthority('LAW_MANAGE')")
    View blank(@RequestParam(defaultValue = "") String text) {
        return new Page("target/notice/new", new NewPage(notices.texts(), notices.types(), text));
    }

    @PostMapping("/distributions")
    @PreAuthorize("hasAuthority('LAW_MANAGE')")
    View send(
            @RequestParam(defaultValue = "") String textCode,
            @RequestParam(required = false) @Nullable List<String> type,
            @RequestParam(defaultValue = "") String codes,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes flash) {
        var id = notices.send(textCode, type == null ? List.of() : type, codes, note);
        return Go.to(
                "/distributions/" + id,
                flash,
                "Đã gửi đến %s cơ sở; cơ sở nào đọc thì hiện ở đây."
                        .formatted(Vi.count(notices.get(id).sent())));
    }

    @GetMapping("/distributions/{id}")
    View sent(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") String page) {
        var it = notices.get(id);
        var receipts = notices.listReceipts(it, state, Paging.number(page));
        var own = Scope.current().reach() == Scope.Reach.COLLEGE
                ? receipts.rows().stream().findFirst().orElse(null)
                : null;
        return new Page("target/notice/sent", new SentPage(it, receipts, state, own));
    }

    @PostMapping("/distributions/{id}/receipt")
    @PreAuthorize("hasAuthority('TASK_REPORT')")
    View read(@PathVariable long id, RedirectAttributes flash) {
        notices.read(id);
        return Go.to("/distributions/" + id, flash, "Đã ghi: cơ sở đã đọc văn bản này.");
    }

    @GetMapping("/distributions/{id}/receipts.xlsx")
    @PreAuthorize("hasAuthority('LAW_MANAGE')")
    ResponseEntity<byte[]> receipts(@PathVariable long id) {
        var it = notices.get(id);
        var about = new LinkedHashMap<String, String>();
        about.put("Văn bản", it.textCode() + " – " + it.title());
        about.put("Gửi lúc", Vi.time(it.sentAt()));
        return Download.xlsx(
                Spreadsheets.xlsx(
                        "Đã đọc",
                        List.of("Mã", "Cơ sở", "Đọc lúc", "Người đọc"),
                        notices.listAllReceipts(id).stream()
                                .map(one -> List.of(
                                        one.code(),
                                        one.name(),
                                        one.readAt() == null ? "chưa" : Vi.time(one.readAt()),
                                        Objects.requireNonNullElse(one.readByName(), "")))
                                .toList(),
                        about),
                "pho-bien-" + id + ".xlsx");
    }

    @GetMapping("/consultations")
    View consultations(@RequestParam(defaultValue = "1") String page) {
        return new Page(
                "target/notice/consultations",
                new ConsultationsPage(notices.listConsultations(Paging.number(page)), LocalDate.now(clock)));
    }

    @GetMapping("/consultations/new")
    @PreAuthorize("hasAuthority('LAW_MANAGE')")
    View blankConsultation() {
        return new Page("target/notice/new-consultation", new NewConsultationPage(notices.editions()));
    }

    @PostMapping("/consultations")
    @PreAuthorize("hasAuthority('LAW_MANAGE')")
    View open(
            @RequestParam(defaultValue = "") String edition,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(required = false) @Nullable LocalDate closesOn,
            RedirectAttributes flash) {
        return Go.to(
                "/consultations/" + notices.open(edition, title, note, closesOn),
                flash,
                "Đã mở; các cơ sở thấy ở “Việc hôm nay”.");
    }

    @GetMapping("/consultations/{id}")
    View consultation(@PathVariable long id) {
        var it = notices.getConsultation(id);
        return new Page(
                "target/notice/consultation",
                new ConsultationPage(
                        it,
                        Stream.concat(Stream.of(Clause.WHOLE), notices.listClauses(it).stream())
                                .toList(),
                        notices.listOpinions(it),
                        LocalDate.now(clock)));
    }

    @PostMapping("/consultations/{id}/opinions")
    @PreAuthorize("hasAuthority('TASK_REPORT')")
    View say(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String anchor,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes flash) {
        notices.say(id, anchor, words);
        return Go.to("/consultations/" + id + "#y-kien-" + anchor, flash, "Đã ghi ý kiến.");
    }

    @PostMapping("/consultations/{id}/opinions/{opinion}/answer")
    @PreAuthorize("hasAuthority('LAW_MANAGE')")
    View answer(
            @PathVariable long id,
            @PathVariable long opinion,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String answer,
            RedirectAttributes flash) {
        notices.answer(
                id,
                opinion,
                Stream.of(Outcome.values())
                        .filter(it -> it.name().equals(outcome))
                        .findFirst()
                        .orElse(null),
                answer);
        return Go.to("/consultations/" + id, flash, "Đã trả lời ý kiến.");
    }

    /** Bảng tổng hợp, tiếp thu, giải trình: every opinion by clause, with what was done about it. */
    @GetMapping("/consultations/{id}/synthesis.xlsx")
    @PreAuthorize("hasAuthority('LAW_MANAGE')")
    ResponseEntity<byte[]> synthesis(@PathVariable long id) {
        var it = notices.getConsultation(id);
        var about = new LinkedHashMap<String, String>();
        about.put("Dự thảo", it.textCode() + " – " + it.title());
        about.put("Hạn góp ý", Vi.day(it.closesOn()));
        about.put("Số ý kiến", Vi.count(it.opinions()) + ", đã trả lời " + Vi.count(it.answered()));
        return Download.xlsx(
                Spreadsheets.xlsx(
                        "Tổng hợp ý kiến",
                        List.of("Điều, khoản", "Cơ sở góp ý", "Ý kiến", "Tiếp thu", "Giải trình"),
                        notices.listOpinions(it).stream()
                                .map(one -> List.of(
                                        one.label(),
                                        one.institution(),
                                        one.words(),
                                        one.outcome() == null
                                                ? "chưa trả lời"
                                                : one.outcome().label(),
                                        Objects.requireNonNullElse(one.answer(), "")))
                                .toList(),
                        about),
                "tong-hop-y-kien-" + id + ".xlsx");
    }
}
