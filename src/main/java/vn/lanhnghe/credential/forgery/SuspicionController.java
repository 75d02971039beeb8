package vn.lanhnghe.credential.forgery;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import vn.lanhnghe.credential.verifying.Gate;
import vn.lanhnghe.file.Files;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Download;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;

/** The public's door to report and to follow, and the college's desk that answers. */
@Controller
class SuspicionController {

    public record ReportPage(
            String code,
            String told,
            String contact,
            @Nullable String trouble,
            Suspicions.@Nullable Opened opened) {}

    public record FollowPage(Suspicion.@Nullable Followed found) {}

    public record CasesPage(Paging<Suspicion> cases, LocalDate today) {}

    public record CasePage(
            Suspicion suspicion,
            LocalDate today,
            boolean answerable,
            String answer,
            @Nullable String trouble) {}

    private static final int WEIGHT = 20;

    private final Suspicions face;
    private final SuspicionRepository suspicions;
    private final Files files;
    private final Gate gate;
    private final Clock clock;

    SuspicionController(Suspicions face, SuspicionRepository suspicions, Files files, Gate gate, Clock clock) {
        this.face = face;
        this.suspicions = suspicions;
        this.files = files;
        this.gate = gate;
        this.clock = clock;
    }

    @GetMapping("/bao-gia-mao")
    View ask(@RequestParam(defaultValue = "") String code) {
        return report(new ReportPage(code, "", "", null, null), HttpStatus.OK);
    }

    @PostMapping("/bao-gia-mao")
    View report(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String told,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request) {
        try {
            if (!gate.admits(request.getRemoteAddr(), WEIGHT)) {
                throw new Refusal("Bạn vừa gửi quá nhiều lần. Hãy chờ một phút rồi thử lại.");
            }
            return report(
                    new ReportPage(code, told, contact, null, face.report(code, told, contact, file)), HttpStatus.OK);
        } catch (Refusal refusal) {
            return report(
                    new ReportPage(code, told, contact, refusal.getMessage(), null), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static View report(ReportPage page, HttpStatus status) {
        return new Page("credential/forgery/report", page, status);
    }

    @GetMapping("/bao-gia-mao/{code}")
    View follow(@PathVariable String code, HttpServletRequest request) {
        var found = gate.admits(request.getRemoteAddr(), 1) ? face.follow(code).orElse(null) : null;
        return new Page(
                "credential/forgery/follow",
                new FollowPage(found),
                found == null ? HttpStatus.NOT_FOUND : HttpStatus.OK);
    }

    @GetMapping("/suspicions")
    @PreAuthorize("hasAuthority('CREDENTIAL_VIEW')")
    View list(@RequestParam(defaultValue = "1") int page) {
        return new Page("credential/forgery/cases", new CasesPage(suspicions.list(page), today()));
    }

    @GetMapping("/suspicions/{id}")
    @PreAuthorize("hasAuthority('CREDENTIAL_VIEW')")
    View one(@PathVariable long id) {
        return one(get(id), "", null, HttpStatus.OK);
    }

    private View one(Suspicion suspicion, String answer, @Nullable String trouble, HttpStatus status) {
        return new Page(
                "credential/forgery/case",
                new CasePage(suspicion, today(), suspicion.finding() == null, answer, trouble),
                status);
    }

    @PostMapping("/suspicions/{id}/answer")
    @PreAuthorize("hasAuthority('CREDENTIAL_CHECK')")
    View answer(
            @PathVariable long id,
            @RequestParam(required = false) Suspicion.@Nullable Finding finding,
            @RequestParam(defaultValue = "") String answer,
            RedirectAttributes flash) {
        try {
            face.answer(id, finding, answer);
            return Go.to("/suspicions/" + id, flash, "Đã trả lời. Người báo xem được bằng mã của họ.");
        } catch (Refusal refusal) {
            return one(get(id), answer, refusal.getMessage(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/suspicions/{id}/file")
    @PreAuthorize("hasAuthority('CREDENTIAL_VIEW')")
    ResponseEntity<byte[]> file(@PathVariable long id) {
        var it = get(id);
        if (it.file() == null) {
            throw new NotFound("Báo cáo này không kèm tệp.");
        }
        return Download.foreign(
                files.get(it.institutionId(), it.file()), Objects.requireNonNullElse(it.fileName(), "tep-kem"));
    }

    private Suspicion get(long id) {
        return suspicions.find(id).orElseThrow(() -> new NotFound("Không có báo cáo này trong phạm vi của bạn."));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
