package vn.lanhnghe.person.training;

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
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.lanhnghe.document.Qr;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Rehearsal;
import vn.lanhnghe.ui.Vi;

/** Chứng nhận bồi dưỡng: issued, shown, printed, taken back. */
@Controller
class TrainingCertificateController {

    /** {@code trouble} with the {@code reason} for taking it back that was just sent; both empty before. */
    public record CertificatePage(TrainingCertificate it, String code, boolean signs, String trouble, String reason) {}

    /** What the paper prints. */
    public record CertificatePaper(TrainingCertificate it, String code, String link, String qr, boolean rehearsal) {}

    private final TrainingCertificates certificates;
    private final Certifier certifier;
    private final Rehearsal rehearsal;

    TrainingCertificateController(TrainingCertificates certificates, Certifier certifier, Rehearsal rehearsal) {
        this.certificates = certificates;
        this.certifier = certifier;
        this.rehearsal = rehearsal;
    }

    @PostMapping("/trainings/classes/{id}/certificates")
    @PreAuthorize("hasAuthority('TRAINING_RUN') or hasAuthority('TRAINING_CONFIRM')")
    View issue(@PathVariable long id, RedirectAttributes flash) {
        return Go.to(
                TrainingController.address(id),
                flash,
                "Đã cấp %s chứng nhận.".formatted(Vi.count(certificates.issue(id))));
    }

    @GetMapping("/trainings/certificates/{id}")
    @PreAuthorize("hasAnyAuthority('TRAINING_VIEW', 'PERSON_SELF')")
    View certificate(@PathVariable long id) {
        return certificate(id, "", "", HttpStatus.OK);
    }

    private View certificate(long id, String trouble, String reason, HttpStatus status) {
        var it = certificates.get(id);
        return new Page(
                "person/training/certificate",
                new CertificatePage(
                        it,
                        certifier.printed(it.code()),
                        TrainingCertificates.signs(it.institutionId()),
                        trouble,
                        reason),
                status);
    }

    @GetMapping(value = "/trainings/certificates/{id}/paper.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @PreAuthorize("hasAnyAuthority('TRAINING_VIEW', 'PERSON_SELF')")
    ResponseEntity<byte[]> paper(@PathVariable long id) {
        var it = certificates.take(id);
        var code = certifier.printed(it.code());
        var link = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/v/" + code)
                .toUriString();
        var text = Page.text(
                "person/training/certificate-paper",
                new CertificatePaper(it, code, link, Qr.dataUri(link), rehearsal.rehearsal()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"chung-nhan-%s.pdf\"".formatted(it.printed()))
                .header("Cache-Control", "no-store")
                .body(certifier.paper(text, it));
    }

    @PostMapping("/trainings/certificates/{id}/revocation")
    @PreAuthorize("hasAuthority('TRAINING_RUN') or hasAuthority('TRAINING_CONFIRM')")
    View revoke(@PathVariable long id, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        try {
            certificates.revoke(id, reason);
        } catch (Refusal refused) {
            return certificate(id, String.valueOf(refused.getMessage()), reason, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return Go.to(
                "/trainings/certificates/" + id,
                flash,
                "Đã thu hồi chứng nhận; tra cứu công khai trả lời như vậy ngay.");
    }
}
