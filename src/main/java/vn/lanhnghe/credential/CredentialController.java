package vn.lanhnghe.credential;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.lanhnghe.audit.Act;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.document.Qr;
import vn.lanhnghe.learning.Enrolments;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;

@Controller
class CredentialController {

    public record ListPage(Paging<Diploma> diplomas, DiplomaRepository.Filter filter, long all) {
        /** The address of this list without its page number. */
        public String address() {
            return "/credentials?q=" + java.net.URLEncoder.encode(filter.q(), StandardCharsets.UTF_8)
                    + "&state=" + filter.state() + "&sort=" + filter.sort()
                    + (filter.batch() == null ? "" : "&batch=" + filter.batch());
        }
    }

    public record DiplomaPage(
            Diploma diploma,
            Wording wording,
            String qr,
            String link,
            List<DiplomaMatters.Matter> matters,
            List<Act> history) {}

    private final DiplomaRepository diplomas;
    private final Papers papers;
    private final Credentials credentials;
    private final Enrolments enrolments;
    private final List<DiplomaMatters> matters;
    private final Acts acts;

    CredentialController(
            DiplomaRepository diplomas,
            Papers papers,
            Credentials credentials,
            Enrolments enrolments,
            List<DiplomaMatters> matters,
            Acts acts) {
        this.diplomas = diplomas;
        this.papers = papers;
        this.credentials = credentials;
        this.enrolments = enrolments;
        this.matters = matters;
        this.acts = acts;
    }

    @GetMapping("/credentials")
    @PreAuthorize("hasAuthority('CREDENTIAL_VIEW')")
    View list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable Long batch,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "1") int page) {
        var filter = new DiplomaRepository.Filter(q, state, batch, null, sort);
        return new Page("credential/list", new ListPage(diplomas.list(filter, page), filter, diplomas.count()));
    }

    @GetMapping("/credentials/{id}")
    @PreAuthorize("hasAnyAuthority('CREDENTIAL_VIEW', 'SELF_VIEW')")
    View diploma(@PathVariable long id) {
        return show(get(id));
    }

    @GetMapping(value = "/credentials/{id}/paper.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @PreAuthorize("hasAnyAuthority('CREDENTIAL_VIEW', 'SELF_VIEW')")
    ResponseEntity<byte[]> paper(@PathVariable long id) {
        var diploma = get(id);
        if (diploma.releasedAt() == null) {
            acts.record(
                    ActKind.DIPLOMA_PREVIEWED,
                    new Subject("diploma", id, diploma.institutionId()),
                    "Xem bản nháp văn bằng của %s".formatted(diploma.fullName()),
                    null);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"van-bang-" + diploma.printedCode() + ".pdf\"")
                .body(papers.print(diploma));
    }

    /** The credential itself, for a wallet or a program of others. */
    @GetMapping(value = "/credentials/{id}/credential.json", produces = "application/vc")
    @PreAuthorize("hasAnyAuthority('CREDENTIAL_VIEW', 'SELF_VIEW')")
    ResponseEntity<byte[]> credential(@PathVariable long id) {
        var diploma = get(id);
        var json = credentials
                .json(diploma)
                .filter(it -> diploma.releasedAt() != null)
                .orElseThrow(() -> new NotFound("Văn bằng này chưa phát hành nên chưa có chứng chỉ số."));
        return ResponseEntity.ok()
                .header("Content-Disposition", "attachment; filename=\"van-bang-" + diploma.printedCode() + ".json\"")
                .body(json.getBytes(StandardCharsets.UTF_8));
    }

    private View show(Diploma diploma) {
        return new Page(
                "credential/diploma",
                new DiplomaPage(
                        diploma,
                        Wording.of(diploma, enrolments.grading()),
                        Qr.svg(link(diploma)),
                        link(diploma),
                        matters.stream()
                                .flatMap(it -> it.listMatters(diploma).stream())
                                .toList(),
                        acts.list("diploma", diploma.id())));
    }

    private Diploma get(long id) {
        return diplomas.find(id).orElseThrow(() -> new NotFound("Không có văn bằng này trong phạm vi của bạn."));
    }

    /** Where the QR code of a diploma leads. */
    public static String link(Diploma diploma) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/v/" + diploma.printedCode())
                .toUriString();
    }
}
