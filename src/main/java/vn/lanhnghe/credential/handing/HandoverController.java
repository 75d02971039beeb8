package vn.lanhnghe.credential.handing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.file.Files;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Download;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Vi;

/** Trao văn bằng: the desk, the log, and what nobody has collected. */
@Controller
class HandoverController {

    /** {@code queue} is what the receiver at the desk takes; {@code found} what the search adds to it. */
    public record DeskPage(
            String q,
            List<Uncollected> queue,
            List<Uncollected> found,
            Receipt receipt,
            @Nullable String trouble) {

        /** Is it one person's diplomas that wait in the queue? */
        public boolean onePerson() {
            return queue.stream().map(Uncollected::learnerId).distinct().count() == 1;
        }

        public boolean standIn() {
            return Boolean.FALSE.equals(receipt.holder()) || !onePerson();
        }
    }

    public record LogPage(Paging<Handover> lines, LocalDate today) {
        public boolean undoable(Handover line) {
            return line.undoes() == null
                    && !line.undone()
                    && line.at().atZoneSameInstant(Vi.ZONE).toLocalDate().equals(today);
        }
    }

    public record UncollectedPage(
            Map<Uncollected.Age, Long> counts,
            Uncollected.Age age,
            Paging<Uncollected> waiting,
            LocalDate today,
            boolean city) {}

    private static final int FOUND = 30;
    private static final Receipt EMPTY = new Receipt(null, null, null, null, null, null, null, null, null);

    private final Handovers face;
    private final HandoverRepository handovers;
    private final Files files;
    private final Clock clock;

    HandoverController(Handovers face, HandoverRepository handovers, Files files, Clock clock) {
        this.face = face;
        this.handovers = handovers;
        this.files = files;
        this.clock = clock;
    }

    @GetMapping("/handovers")
    @PreAuthorize("hasAuthority('CREDENTIAL_HAND')")
    View desk(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable List<Long> diploma,
            @RequestParam(required = false) @Nullable Long out) {
        var chosen = Objects.requireNonNullElse(diploma, List.<Long>of()).stream()
                .filter(it -> !it.equals(out))
                .limit(Handovers.MOST)
                .toList();
        return desk(q, chosen, EMPTY, null, HttpStatus.OK);
    }

    private View desk(String q, List<Long> chosen, Receipt receipt, @Nullable String trouble, HttpStatus status) {
        return new Page(
                "credential/handing/desk",
                new DeskPage(
                        q,
                        chosen.isEmpty() ? List.of() : handovers.list(chosen),
                        q.isBlank()
                                ? List.of()
                                : handovers.search(q, FOUND).stream()
                                        .filter(it -> !chosen.contains(it.diplomaId()))
                                        .toList(),
                        receipt,
                        trouble),
                status);
    }

    @PostMapping("/handovers")
    @PreAuthorize("hasAuthority('CREDENTIAL_HAND')")
    View hand(Receipt receipt, RedirectAttributes flash) {
        try {
            var count = face.hand(receipt);
            return Go.to(
                    "/handovers", flash, "Đã ghi trao %s văn bằng vào sổ gốc và sổ trao.".formatted(Vi.count(count)));
        } catch (Refusal refusal) {
            return desk(
                    "",
                    Objects.requireNonNullElse(receipt.diploma(), List.of()),
                    receipt,
                    refusal.getMessage(),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/handovers/log")
    @PreAuthorize("hasAuthority('CREDENTIAL_VIEW')")
    View log(@RequestParam(defaultValue = "1") int page) {
        return new Page("credential/handing/log", new LogPage(handovers.log(page), LocalDate.now(clock)));
    }

    @GetMapping("/handovers/uncollected")
    @PreAuthorize("hasAuthority('CREDENTIAL_VIEW')")
    View uncollected(
            @RequestParam(defaultValue = "OLDER") Uncollected.Age age, @RequestParam(defaultValue = "1") int page) {
        var today = LocalDate.now(clock);
        return new Page(
                "credential/handing/uncollected",
                new UncollectedPage(
                        face.countWaiting(),
                        age,
                        handovers.page(age, today, page),
                        today,
                        Scope.current().institutionId() == null));
    }

    @PostMapping("/handovers/{id}/undoing")
    @PreAuthorize("hasAuthority('CREDENTIAL_HAND')")
    View undo(@PathVariable long id, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        face.undo(id, reason);
        return Go.to("/handovers/log", flash, "Đã huỷ lần trao ghi nhầm; văn bằng lại chờ trao.");
    }

    @GetMapping("/handovers/{id}/signature.png")
    @PreAuthorize("hasAuthority('CREDENTIAL_VIEW')")
    ResponseEntity<byte[]> signature(@PathVariable long id) {
        var line = get(id);
        if (line.signature() == null) {
            throw new NotFound("Lần trao này không có chữ ký vẽ.");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .body(files.get(line.institutionId(), line.signature()));
    }

    @GetMapping("/handovers/{id}/authorisation")
    @PreAuthorize("hasAuthority('CREDENTIAL_VIEW')")
    ResponseEntity<byte[]> authorisation(@PathVariable long id) {
        var line = get(id);
        if (line.authorisationScan() == null) {
            throw new NotFound("Lần trao này không kèm giấy uỷ quyền.");
        }
        return Download.foreign(
                files.get(line.institutionId(), line.authorisationScan()),
                Objects.requireNonNullElse(line.authorisationName(), "uy-quyen"));
    }

    private Handover get(long id) {
        return handovers.find(id).orElseThrow(() -> new NotFound("Không có lần trao này trong phạm vi của bạn."));
    }
}
