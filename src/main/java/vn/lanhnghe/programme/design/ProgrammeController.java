package vn.lanhnghe.programme.design;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.audit.Act;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.document.Documents;
import vn.lanhnghe.institution.Training;
import vn.lanhnghe.programme.Occupation;
import vn.lanhnghe.programme.integration.Integrations;
import vn.lanhnghe.programme.integration.Verdict;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Rehearsal;

@Controller
@PreAuthorize("hasAuthority('PROGRAMME_VIEW')")
class ProgrammeController {

    public record ListPage(Paging<Version> versions, ProgrammeFilter filter, long hanging, boolean city) {}

    /** {@code version} is none for a new programme; {@code seen} tells what stood in the record when the form was opened. */
    public record RecordPage(
            BindingResult form,
            @Nullable Version version,
            List<Occupation> occupations,
            List<Licensed> licensed,
            String seen) {

        public Map<String, String> levels() {
            return Training.levels();
        }

        public Map<String, String> occupationChoices() {
            var choices = new LinkedHashMap<String, String>();
            occupations.forEach(it -> choices.put(it.code(), it.code() + " " + it.name()));
            return choices;
        }

        public Map<String, String> licenceChoices() {
            var choices = new LinkedHashMap<String, String>();
            licensed.forEach(it -> choices.put(
                    Long.toString(it.id()),
                    "%s, %s (%s)".formatted(it.number(), it.occupationName(), Training.label(it.level()))));
            return choices;
        }
    }

    public record VersionPage(
            Version it,
            Total sum,
            List<Version> versions,
            List<Module> modules,
            List<Outcome> outcomes,
            Map<Long, List<Alignment>> alignments,
            Verdict verdict,
            List<Act> history) {}

    public record MatrixPage(Version it, Coverage coverage, Verdict verdict) {}

    public record Paper(Version it, Coverage coverage, Verdict verdict, LocalDate printedOn, boolean rehearsal) {}

    private final Programmes programmes;
    private final Outcomes outcomes;
    private final Modules modules;
    private final Integrations integrations;
    private final Acts acts;
    private final Documents documents;
    private final Rehearsal rehearsal;
    private final Clock clock;

    ProgrammeController(
            Programmes programmes,
            Outcomes outcomes,
            Modules modules,
            Integrations integrations,
            Acts acts,
            Documents documents,
            Rehearsal rehearsal,
            Clock clock) {
        this.programmes = programmes;
        this.outcomes = outcomes;
        this.modules = modules;
        this.integrations = integrations;
        this.acts = acts;
        this.documents = documents;
        this.rehearsal = rehearsal;
        this.clock = clock;
    }

    @GetMapping("/programmes")
    View list(ProgrammeFilter filter, @RequestParam(defaultValue = "1") String page) {
        return new Page(
                "programme/design/list",
                new ListPage(
                        programmes.list(filter, Paging.number(page)),
                        filter,
                        integrations.countHanging(),
                        Scope.current().reach() == Scope.Reach.CITY));
    }

    @GetMapping("/programmes/new")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View blank() {
        return record(
                new BeanPropertyBindingResult(
                        new ProgrammeForm(
                                "CAO_DANG",
                                "",
                                "",
                                "",
                                "",
                                Mode.CHINH_QUY,
                                Method.MO_DUN,
                                null,
                                "",
                                null,
                                null,
                                null,
                                "",
                                ""),
                        "form"),
                null,
                "",
                HttpStatus.OK);
    }

    private View record(BindingResult form, @Nullable Version version, String seen, HttpStatus status) {
        var institution = version == null ? Scope.current().institutionId() : Long.valueOf(version.institutionId());
        return new Page(
                "programme/design/record",
                new RecordPage(
                        form,
                        version,
                        programmes.listOccupations(),
                        institution == null ? List.of() : programmes.listLicensed(institution),
                        seen),
                status);
    }

    @PostMapping("/programmes")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View begin(@Valid @ModelAttribute("form") ProgrammeForm form, BindingResult result, RedirectAttributes flash) {
        if (result.hasErrors()) {
            more(result, null);
        } else {
            try {
                return Go.to(
                        "/programmes/versions/" + programmes.begin(form) + "/modules",
                        flash,
                        "Đã mở chương trình. Việc tiếp theo: ghi môn học, mô-đun rồi chuẩn đầu ra.");
            } catch (Refusal refused) {
                Seen.reject(result, refused);
            }
        }
        return record(result, null, "", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** What is wrong with the parts of a record together, told beside what is wrong with single ones. */
    private void more(BindingResult result, @Nullable Version it) {
        if (result.getTarget() instanceof ProgrammeForm typed) {
            programmes.faults(typed, it).forEach(said -> result.reject("refused", said));
        }
    }

    @GetMapping("/programmes/versions/{id}/record")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View form(@PathVariable long id, RedirectAttributes flash) {
        var it = programmes.get(id);
        if (!it.state().open()) {
            return Go.to(
                    it.address(),
                    flash,
                    "Bản %d %s nên không sửa thông tin chung được."
                            .formatted(it.number(), it.state().label()));
        }
        var form = ProgrammeForm.of(it);
        return record(new BeanPropertyBindingResult(form, "form"), it, form.seen(), HttpStatus.OK);
    }

    @PostMapping("/programmes/versions/{id}/record")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View edit(
            @PathVariable long id,
            @Valid @ModelAttribute("form") ProgrammeForm form,
            BindingResult result,
            @RequestParam(defaultValue = "") String seen,
            RedirectAttributes flash) {
        var it = programmes.get(id);
        var known = seen;
        if (result.hasErrors()) {
            more(result, it);
        } else {
            try {
                programmes.edit(id, form, seen);
                return Go.to(it.address(), flash, "Đã ghi thông tin chung.");
            } catch (Seen.Overtaken overtaken) {
                Seen.reject(result, overtaken);
                known = ProgrammeForm.of(programmes.get(id)).seen();
            } catch (Refusal refused) {
                Seen.reject(result, refused);
            }
        }
        return record(result, it, known, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/programmes/versions/{id}")
    View version(@PathVariable long id) {
        var it = programmes.get(id);
        return new Page(
                "programme/design/version",
                new VersionPage(
                        it,
                        programmes.total(id),
                        programmes.listVersions(it.programmeId()),
                        modules.list(it),
                        outcomes.list(it),
                        outcomes.listAlignments(it).stream()
                                .collect(java.util.stream.Collectors.groupingBy(Alignment::outcomeId)),
                        integrations.verdict(id, it.level()),
                        acts.list("programme", it.programmeId())));
    }

    @GetMapping("/programmes/versions/{id}/matrix")
    View matrix(@PathVariable long id) {
        var it = programmes.get(id);
        return new Page(
                "programme/design/matrix",
                new MatrixPage(it, outcomes.coverage(it), integrations.verdict(id, it.level())));
    }

    @GetMapping(value = "/programmes/versions/{id}/matrix.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> matrixPaper(@PathVariable long id) {
        var it = programmes.get(id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"ma-tran-%d.pdf\"".formatted(id))
                .body(documents.pdf(Page.text(
                        "programme/design/matrix-paper",
                        new Paper(
                                it,
                                outcomes.coverage(it),
                                integrations.verdict(id, it.level()),
                                LocalDate.now(clock),
                                rehearsal.rehearsal()))));
    }

    @PostMapping("/programmes/versions/{id}/copies")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View copy(@PathVariable long id, RedirectAttributes flash) {
        return Go.to(
                "/programmes/versions/" + programmes.copy(id),
                flash,
                "Đã lập bản mới từ bản đã ban hành; khoá đang học vẫn theo bản cũ.");
    }

    @PostMapping("/programmes/versions/{id}/removal")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View remove(@PathVariable long id, RedirectAttributes flash) {
        programmes.remove(id);
        return Go.to("/programmes", flash, "Đã bỏ bản nháp.");
    }

    @PostMapping("/programmes/{id}/end")
    @PreAuthorize("hasAuthority('PROGRAMME_APPROVE')")
    View end(@PathVariable long id, @RequestParam(required = false) @Nullable LocalDate on, RedirectAttributes flash) {
        programmes.end(id, on);
        return Go.to("/programmes/" + id, flash, "Đã ghi ngày ngừng tuyển sinh.");
    }
}
