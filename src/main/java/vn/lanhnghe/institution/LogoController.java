package vn.lanhnghe.institution;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
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
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.file.Scan;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Go;

/** Biểu trưng: put in by the college or the department, shown to everybody. */
@Controller
class LogoController {

    private final InstitutionRepository institutions;
    private final Pen pen;
    private final Acts acts;

    LogoController(InstitutionRepository institutions, Pen pen, Acts acts) {
        this.institutions = institutions;
        this.pen = pen;
        this.acts = acts;
    }

    @GetMapping(value = "/co-so/{slug}/logo.png", produces = MediaType.IMAGE_PNG_VALUE)
    ResponseEntity<byte[]> logo(@PathVariable String slug) {
        var picture = institutions.findLogo(slug).orElseThrow(() -> new NotFound("Cơ sở này chưa có biểu trưng."));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .header("X-Content-Type-Options", "nosniff")
                .body(picture);
    }

    @PostMapping("/institutions/{id}/logo")
    @PreAuthorize("hasAuthority('INSTITUTION_EDIT')")
    View put(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes flash) {
        var picture = Logo.draw(
                Scan.read(file).orElseThrow(() -> new Refusal("Chọn một ảnh PNG hoặc JPEG rồi bấm Đặt biểu trưng.")));
        change(id, "Đặt biểu trưng", () -> institutions.putLogo(id, picture));
        return Go.to(
                "/institutions/" + id + "/edit#logo",
                flash,
                "Đã đặt biểu trưng. Trang công khai và trang tra cứu văn bằng dùng ảnh này.");
    }

    @PostMapping("/institutions/{id}/logo/removal")
    @PreAuthorize("hasAuthority('INSTITUTION_EDIT')")
    View remove(@PathVariable long id, RedirectAttributes flash) {
        change(id, "Bỏ biểu trưng", () -> institutions.removeLogo(id));
        return Go.to("/institutions/" + id + "/edit#logo", flash, "Đã bỏ biểu trưng.");
    }

    private void change(long id, String summary, Runnable deed) {
        pen.own(id, () -> {
            deed.run();
            acts.record(ActKind.INSTITUTION_CHANGED, new Subject("institution", id, id), summary, null);
            return id;
        });
    }
}
