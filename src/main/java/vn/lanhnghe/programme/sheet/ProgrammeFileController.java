package vn.lanhnghe.programme.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
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
import vn.lanhnghe.document.Documents;
import vn.lanhnghe.programme.design.Alignment;
import vn.lanhnghe.programme.design.Module;
import vn.lanhnghe.programme.design.Modules;
import vn.lanhnghe.programme.design.Outcome;
import vn.lanhnghe.programme.design.Outcomes;
import vn.lanhnghe.programme.design.Programmes;
import vn.lanhnghe.programme.design.Teaching;
import vn.lanhnghe.programme.design.Version;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Download;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Rehearsal;

@Controller
@PreAuthorize("hasAuthority('PROGRAMME_VIEW')")
class ProgrammeFileController {

    /** {@code faults} say why a file was not read. */
    public record FilesPage(Version it, List<String> faults) {}

    /** {@code refused} says why it was not written, or nothing. */
    public record ReadingPage(Version it, ProgrammeFiles.Reading reading, List<String> refused) {}

    public record ComparisonPage(Version before, Version after, Difference difference, boolean all) {}

    public record Paper(
            Version it,
            List<Module> modules,
            List<Outcome> outcomes,
            Map<Long, List<Alignment>> alignments,
            Map<Long, List<Teaching>> teachings,
            LocalDate printedOn,
            boolean rehearsal) {

        /** Outcomes without their headings. */
        public int leaves() {
            return Outcome.leaves(outcomes).size();
        }

        public int hoursOfModules() {
            return modules.stream().mapToInt(Module::hours).sum();
        }
    }

    private final Programmes programmes;
    private final Outcomes outcomes;
    private final Modules modules;
    private final ProgrammeFiles files;
    private final Documents documents;
    private final Rehearsal rehearsal;
    private final Clock clock;
    private final String site;

    ProgrammeFileController(
            Programmes programmes,
            Outcomes outcomes,
            Modules modules,
            ProgrammeFiles files,
            Documents documents,
            Rehearsal rehearsal,
            Clock clock,
            @Value("${lanhnghe.address}") String site) {
        this.programmes = programmes;
        this.outcomes = outcomes;
        this.modules = modules;
        this.files = files;
        this.documents = documents;
        this.rehearsal = rehearsal;
        this.clock = clock;
        this.site = site;
    }

    @GetMapping("/programmes/versions/{id}/files")
    View files(@PathVariable long id) {
        return new Page("programme/sheet/files", new FilesPage(programmes.get(id), List.of()));
    }

    @GetMapping("/programmes/versions/{id}/content.xlsx")
    ResponseEntity<byte[]> sheet(@PathVariable long id) {
        var it = programmes.get(id);
        return Download.xlsx(files.sheet(it), "chuong-trinh-%d-ban-%d.xlsx".formatted(it.programmeId(), it.number()));
    }

    @GetMapping(value = "/programmes/versions/{id}/case.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> json(@PathVariable long id) {
        var it = programmes.get(id);
        return ResponseEntity.ok()
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"chuong-trinh-%d-ban-%d.json\"".formatted(it.programmeId(), it.number()))
                .body(files.casePackage(it, site));
    }

    @GetMapping(value = "/programmes/versions/{id}/paper.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> paper(@PathVariable long id) {
        var it = programmes.get(id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"chuong-trinh-%d.pdf\"".formatted(id))
                .body(documents.pdf(Page.text(
                        "programme/sheet/paper",
                        new Paper(
                                it,
                                modules.list(it),
                                outcomes.list(it),
                                outcomes.listAlignments(it).stream()
                                        .collect(java.util.stream.Collectors.groupingBy(Alignment::outcomeId)),
                                outcomes.listTeachings(it).stream()
                                        .collect(java.util.stream.Collectors.groupingBy(Teaching::outcomeId)),
                                LocalDate.now(clock),
                                rehearsal.rehearsal()))));
    }

    @PostMapping("/programmes/versions/{id}/reading")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View read(@PathVariable long id, @RequestParam(required = false) @Nullable MultipartFile file) {
        var it = programmes.get(id);
        try {
            if (file == null || file.isEmpty()) {
                throw new Refusal("Chọn tệp XLSX hoặc CASE JSON, tối đa 5 MB.");
            }
            return Go.to(
                    it.address() + "/reading/" + files.read(id, file.getBytes()).sha256());
        } catch (Refusal refused) {
            return new Page(
                    "programme/sheet/files",
                    new FilesPage(
                            it, String.valueOf(refused.getMessage()).lines().toList()),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/programmes/versions/{id}/reading/{sha256}")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View reading(@PathVariable long id, @PathVariable String sha256) {
        return reading(id, sha256, List.of());
    }

    private View reading(long id, String sha256, List<String> refused) {
        var it = programmes.get(id);
        var reading = files.reread(id, sha256);
        return new Page(
                "programme/sheet/reading",
                new ReadingPage(it, reading, refused),
                reading.faults().isEmpty() && refused.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/programmes/versions/{id}/reading/{sha256}")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View keep(
            @PathVariable long id,
            @PathVariable String sha256,
            @RequestParam(defaultValue = "") String seen,
            RedirectAttributes flash) {
        try {
            files.keep(id, sha256, seen);
        } catch (Refusal refused) {
            return reading(
                    id, sha256, String.valueOf(refused.getMessage()).lines().toList());
        }
        return Go.to("/programmes/versions/" + id, flash, "Đã ghi chương trình từ tệp.");
    }

    @GetMapping("/programmes/versions/{id}/comparison")
    View compare(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") String with,
            @RequestParam(defaultValue = "") String all) {
        var one = programmes.get(id);
        var other = programmes.get(with.matches("\\d{1,18}") ? Long.parseLong(with) : 0);
        if (one.programmeId() != other.programmeId()) {
            throw new NotFound("Hai bản này không cùng một chương trình.");
        }
        var before = one.number() < other.number() ? one : other;
        var after = before == one ? other : one;
        return new Page(
                "programme/sheet/comparison",
                new ComparisonPage(
                        before,
                        after,
                        Difference.of(before, files.content(before), after, files.content(after)),
                        !all.isEmpty()));
    }
}
