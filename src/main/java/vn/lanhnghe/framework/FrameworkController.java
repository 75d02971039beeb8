package vn.lanhnghe.framework;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
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
import vn.lanhnghe.audit.Act;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.framework.FrameworkRepository.Match;
import vn.lanhnghe.framework.FrameworkRepository.Succession;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Download;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;

@Controller
@PreAuthorize("hasAuthority('LAW_VIEW')")
class FrameworkController {

    public record ListPage(List<Framework> frameworks) {}

    public record FrameworkPage(
            Framework it,
            Content content,
            List<Match> matches,
            List<Succession> successions,
            List<Frameworks.Hung> hung,
            List<Act> history) {}

    /** What hangs on the version in use, before another takes its place; {@code from} is what was typed. */
    public record ActivationPage(
            Framework it,
            @Nullable Framework inUse,
            List<Frameworks.Hung> hung,
            List<Paging<Reliance.Bound>> bound,
            List<Succession> successions,
            Map<Long, Long> links,
            String from,
            List<String> faults) {

        /** Items on which something hangs and which do not go on by their identifier. */
        public List<Succession> open() {
            return successions.stream()
                    .filter(one -> links.containsKey(one.itemId()) && !one.how().equals("SAME"))
                    .toList();
        }
    }

    public record ReadingPage(Frameworks.Reading reading) {}

    private final Frameworks frameworks;
    private final Acts acts;
    private final String site;

    FrameworkController(Frameworks frameworks, Acts acts, @Value("${lanhnghe.address}") String site) {
        this.frameworks = frameworks;
        this.acts = acts;
        this.site = site;
    }

    @GetMapping("/frameworks")
    View list() {
        return new Page("framework/list", new ListPage(frameworks.list()));
    }

    @GetMapping("/frameworks/{id}")
    View framework(@PathVariable long id) {
        var it = frameworks.get(id);
        return new Page(
                "framework/framework",
                new FrameworkPage(
                        it,
                        frameworks.content(it),
                        frameworks.listMatches(it),
                        frameworks.listSuccessions(it),
                        frameworks.listHung(it),
                        acts.list("framework", id)));
    }

    @GetMapping(value = "/frameworks/{id}/case.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> json(@PathVariable long id) {
        var it = frameworks.get(id);
        return ResponseEntity.ok()
                .header("Content-Disposition", "attachment; filename=\"%s-%s.json\"".formatted(it.code(), it.version()))
                .body(frameworks.casePackage(it, site));
    }

    @GetMapping("/frameworks/{id}/sheet.xlsx")
    ResponseEntity<byte[]> sheet(@PathVariable long id) {
        var it = frameworks.get(id);
        return Download.xlsx(FrameworkSheet.write(frameworks.content(it)), it.code() + "-" + it.version() + ".xlsx");
    }

    @PostMapping("/frameworks/reading")
    @PreAuthorize("hasAuthority('FRAMEWORK_EDIT')")
    View read(@RequestParam(required = false) @Nullable MultipartFile file) {
        try {
            if (file == null || file.isEmpty()) {
                throw new Refusal("Chọn tệp XLSX hoặc CASE JSON, tối đa 5 MB.");
            }
            return Go.to(
                    "/frameworks/reading/" + frameworks.read(file.getBytes()).sha256());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/frameworks/reading/{sha256}")
    @PreAuthorize("hasAuthority('FRAMEWORK_EDIT')")
    View reading(@PathVariable String sha256) {
        var reading = frameworks.reread(sha256);
        return new Page(
                "framework/reading",
                new ReadingPage(reading),
                reading.faults().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/frameworks/reading/{sha256}")
    @PreAuthorize("hasAuthority('FRAMEWORK_EDIT')")
    View keep(@PathVariable String sha256, RedirectAttributes flash) {
        return Go.to("/frameworks/" + frameworks.keep(sha256), flash, "Đã ghi bản nháp; xem lại rồi đưa vào dùng.");
    }

    @PostMapping("/frameworks/{id}/successions")
    @PreAuthorize("hasAuthority('FRAMEWORK_EDIT')")
    View choose(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            RedirectAttributes flash) {
        frameworks.choose(id, from, to.strip());
        return Go.to("/frameworks/" + id + "#thay-the", flash, "Đã ghi mục thay thế.");
    }

    @GetMapping("/frameworks/{id}/activation")
    @PreAuthorize("hasAuthority('FRAMEWORK_EDIT')")
    View activation(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "1") String page) {
        return activation(id, from, page, List.of());
    }

    private View activation(long id, String from, String page, List<String> faults) {
        var it = frameworks.draft(id);
        return new Page(
                "framework/activation",
                new ActivationPage(
                        it,
                        frameworks.findInUse(it),
                        frameworks.listHung(it),
                        frameworks.listBound(it, Paging.number(page)),
                        frameworks.listSuccessions(it),
                        frameworks.links(it),
                        day(from) == null ? "" : from.strip(),
                        faults),
                faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/frameworks/{id}/activation")
    @PreAuthorize("hasAuthority('FRAMEWORK_EDIT')")
    View activate(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String seen,
            RedirectAttributes flash) {
        try {
            frameworks.activate(id, day(from), seen.equals("yes"));
        } catch (Refusal refused) {
            return activation(
                    id, from, "1", String.valueOf(refused.getMessage()).lines().toList());
        }
        return Go.to("/frameworks/" + id, flash, "Đã đưa vào dùng.");
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    @PostMapping("/frameworks/{id}/removal")
    @PreAuthorize("hasAuthority('FRAMEWORK_EDIT')")
    View remove(@PathVariable long id, RedirectAttributes flash) {
        frameworks.remove(id);
        return Go.to("/frameworks", flash, "Đã bỏ bản nháp.");
    }
}
