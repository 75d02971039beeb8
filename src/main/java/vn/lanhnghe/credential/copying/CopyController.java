package vn.lanhnghe.credential.copying;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.credential.Wording;
import vn.lanhnghe.credential.life.Annotation;
import vn.lanhnghe.credential.life.Lives;
import vn.lanhnghe.document.Documents;
import vn.lanhnghe.document.Qr;
import vn.lanhnghe.learning.Enrolments;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Rehearsal;
import vn.lanhnghe.ui.Vi;

/** Bản sao cấp từ sổ gốc: issued from a diploma's page, listed, printed. */
@Controller
class CopyController {

    public record CopiesPage(Paging<Copy> copies, String q) {}

    public record IssuePage(Diploma diploma, List<Copy> copies, BindingResult form) {
        public Map<String, String> relations() {
            var options = new LinkedHashMap<String, String>();
            List.of(Copy.Relation.values()).forEach(it -> options.put(it.name(), it.label()));
            return options;
        }
    }

    /** What the printed copy shows: the entry, what was decided about it since, and where it is checked. */
    public record CopyPaper(
            Copy copy,
            Diploma diploma,
            Wording wording,
            List<Annotation> annotations,
            String link,
            String qr,
            boolean rehearsal) {}

    private final Copies face;
    private final CopyRepository copies;
    private final Lives lives;
    private final Enrolments enrolments;
    private final Documents documents;
    private final Rehearsal rehearsal;

    CopyController(
            Copies face,
            CopyRepository copies,
            Lives lives,
            Enrolments enrolments,
            Documents documents,
            Rehearsal rehearsal) {
        this.face = face;
        this.copies = copies;
        this.lives = lives;
        this.enrolments = enrolments;
        this.documents = documents;
        this.rehearsal = rehearsal;
    }

    @GetMapping("/copies")
    @PreAuthorize("hasAuthority('CREDENTIAL_VIEW')")
    View list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page) {
        return new Page("credential/copying/copies", new CopiesPage(copies.list(q, page), q));
    }

    @GetMapping("/credentials/{id}/copies")
    @PreAuthorize("hasAuthority('CREDENTIAL_VIEW')")
    View ask(@PathVariable long id) {
        var empty = new CopyRequest(Copy.Relation.HOLDER, get(id).fullName(), "", "", "", 1);
        return page(id, new BeanPropertyBindingResult(empty, "copyRequest"), HttpStatus.OK);
    }

    @PostMapping("/credentials/{id}/copies")
    @PreAuthorize("hasAuthority('CREDENTIAL_COPY')")
    View issue(@PathVariable long id, @Valid CopyRequest request, BindingResult form, RedirectAttributes flash) {
        if (!form.hasErrors()) {
            try {
                var issued = face.issue(id, request);
                return Go.to(
                        "/credentials/" + id + "/copies",
                        flash,
                        issued.count() == 1
                                ? "Đã cấp bản sao số %s, không thu lệ phí.".formatted(issued.first())
                                : "Đã cấp %s bản sao, số %s đến %s, không thu lệ phí."
                                        .formatted(Vi.count(issued.count()), issued.first(), issued.last()));
            } catch (Refusal refusal) {
                form.reject("refused", String.valueOf(refusal.getMessage()));
            }
        }
        return page(id, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private View page(long id, BindingResult form, HttpStatus status) {
        return new Page("credential/copying/issue", new IssuePage(get(id), copies.listOf(id), form), status);
    }

    @GetMapping(value = "/copies/{id}/paper.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @PreAuthorize("hasAnyAuthority('CREDENTIAL_VIEW', 'SELF_VIEW')")
    ResponseEntity<byte[]> paper(@PathVariable long id) {
        var copy = copies.find(id).orElseThrow(() -> new NotFound("Không có bản sao này trong phạm vi của bạn."));
        var diploma = get(copy.diplomaId());
        var link = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/v/" + copy.printedCode())
                .toUriString();
        var paper = new CopyPaper(
                copy,
                diploma,
                Wording.of(diploma, enrolments.grading()),
                lives.annotations(diploma.code()).stream()
                        .filter(it -> !it.corrections().isEmpty())
                        .toList(),
                link,
                Qr.dataUri(link),
                rehearsal.rehearsal());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"ban-sao-%s.pdf\"".formatted(copy.printedCode()))
                .body(documents.pdf(Page.text("credential/copying/copy-paper", paper)));
    }

    private Diploma get(long id) {
        return copies.diploma(id).orElseThrow(() -> new NotFound("Không có văn bằng này trong phạm vi của bạn."));
    }
}
