package vn.lanhnghe.credential.national;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
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
import vn.lanhnghe.document.Spreadsheets;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Download;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Vi;

/** Packages for the national database, made, downloaded and mended. */
@Controller
class NationalController {

    public record PackagesPage(
            Paging<NationalRepository.Sent> packages,
            LocalDate from,
            LocalDate to,
            Packages.@Nullable Draft draft,
            @Nullable String trouble) {}

    public record PackagePage(
            NationalRepository.Sent sent,
            List<NationalRepository.Rejected> rejected,
            @Nullable String trouble) {}

    /** What a package says of itself, so that nobody takes provisional names for the ministry's. */
    public record Package(String format, boolean provisional, String clause, List<Map<String, String>> diplomas) {}

    private static final long LARGEST = 2_000_000;

    private final Packages face;
    private final NationalRepository packages;
    private final Clock clock;

    NationalController(Packages face, NationalRepository packages, Clock clock) {
        this.face = face;
        this.packages = packages;
        this.clock = clock;
    }

    @GetMapping("/national-packages")
    @PreAuthorize("hasAuthority('CREDENTIAL_RELEASE')")
    View list(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "1") int page) {
        var today = LocalDate.now(clock);
        if (from == null || to == null) {
            return list(today.withDayOfYear(1), today, null, null, page);
        }
        try {
            return list(from, to, face.draft(from, to), null, page);
        } catch (Refusal refusal) {
            return list(from, to, null, refusal.getMessage(), page);
        }
    }

    private View list(
            LocalDate from, LocalDate to, Packages.@Nullable Draft draft, @Nullable String trouble, int page) {
        return new Page(
                "credential/national/packages",
                new PackagesPage(packages.list(page), from, to, draft, trouble),
                trouble == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/national-packages")
    @PreAuthorize("hasAuthority('CREDENTIAL_RELEASE')")
    View make(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            RedirectAttributes flash) {
        try {
            return Go.to("/national-packages/" + face.make(from, to), flash, "Đã lập gói. Tải về rồi gửi.");
        } catch (Refusal refusal) {
            return list(from, to, null, refusal.getMessage(), 1);
        }
    }

    @GetMapping("/national-packages/{id}")
    @PreAuthorize("hasAuthority('CREDENTIAL_RELEASE')")
    View one(@PathVariable long id) {
        return one(id, null);
    }

    private View one(long id, @Nullable String trouble) {
        var sent = packages.find(id).orElseThrow(() -> new NotFound("Không có gói này trong phạm vi của bạn."));
        return new Page(
                "credential/national/package",
                new PackagePage(sent, packages.listRejected(id), trouble),
                trouble == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping(value = "/national-packages/{id}/goi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasAuthority('CREDENTIAL_RELEASE')")
    ResponseEntity<Package> json(@PathVariable long id) {
        var rows = face.rows(id);
        var fields = face.listFields();
        return ResponseEntity.ok()
                .header("Content-Disposition", "attachment; filename=\"goi-van-bang-%d.json\"".formatted(id))
                .body(new Package(
                        "lanhnghe.national.1",
                        fields.stream().anyMatch(NationalField::provisional),
                        fields.getFirst().clause(),
                        rows));
    }

    @GetMapping("/national-packages/{id}/goi.xlsx")
    @PreAuthorize("hasAuthority('CREDENTIAL_RELEASE')")
    ResponseEntity<byte[]> xlsx(@PathVariable long id) {
        var rows = face.rows(id);
        var fields = face.listFields();
        var about = new LinkedHashMap<String, String>();
        about.put("Gói số", Long.toString(id));
        about.put("Lập lúc", Vi.time(packages.find(id).orElseThrow().madeAt()));
        about.put("Căn cứ", fields.getFirst().clause());
        about.put("Tên trường", "Tạm dùng cho đến khi Bộ công bố tên chính thức");
        return Download.xlsx(
                Spreadsheets.xlsx(
                        "Văn bằng",
                        fields.stream().map(NationalField::name).toList(),
                        rows.stream().map(it -> List.copyOf(it.values())).toList(),
                        about),
                "goi-van-bang-%d.xlsx".formatted(id));
    }

    @PostMapping("/national-packages/{id}/rejections")
    @PreAuthorize("hasAuthority('CREDENTIAL_RELEASE')")
    View reject(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes flash)
            throws IOException {
        try {
            if (file == null || file.isEmpty() || file.getSize() > LARGEST) {
                throw new Refusal("Chọn tệp XLSX hoặc CSV danh sách bị trả lại, tối đa 2 MB.");
            }
            var count = face.reject(id, file.getBytes());
            return Go.to(
                    "/national-packages/" + id,
                    flash,
                    "%s văn bằng bị trả lại; sửa xong thì chúng vào gói sau.".formatted(Vi.count(count)));
        } catch (Refusal refusal) {
            return one(id, refusal.getMessage());
        }
    }
}
