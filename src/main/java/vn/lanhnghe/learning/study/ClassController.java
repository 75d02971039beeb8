package vn.lanhnghe.learning.study;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import vn.lanhnghe.audit.Act;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.document.Documents;
import vn.lanhnghe.programme.Occupation;
import vn.lanhnghe.programme.Occupations;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Rehearsal;

@Controller
class ClassController {

    public record ListPage(Paging<SchoolClass> classes, String q, List<Occupation> occupations, int year) {}

    public record ClassPage(
            SchoolClass it,
            List<Member> members,
            List<Module> modules,
            List<Course> courses,
            List<Teacher> teachers,
            int year,
            List<Act> history) {}

    /** Sổ quản lý học sinh, sinh viên of a class, on paper. */
    public record BookPaper(
            SchoolClass it,
            List<Conducts.Line> lines,
            List<Conducts.Term> terms,
            LocalDate printedOn,
            String institution,
            boolean rehearsal) {}

    private final StudyRepository study;
    private final Classes classes;
    private final Conducts conducts;
    private final ConductRepository repository;
    private final Occupations occupations;
    private final Documents documents;
    private final Rehearsal rehearsal;
    private final Acts acts;
    private final Clock clock;

    ClassController(
            StudyRepository study,
            Classes classes,
            Conducts conducts,
            ConductRepository repository,
            Occupations occupations,
            Documents documents,
            Rehearsal rehearsal,
            Acts acts,
            Clock clock) {
        this.study = study;
        this.classes = classes;
        this.conducts = conducts;
        this.repository = repository;
        this.occupations = occupations;
        this.documents = documents;
        this.rehearsal = rehearsal;
        this.acts = acts;
        this.clock = clock;
    }

    @GetMapping("/classes")
    @PreAuthorize("hasAuthority('LEARNER_VIEW')")
    View list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page) {
        return new Page(
                "learning/study/classes", new ListPage(study.listClasses(q, page), q, occupations.list(), year()));
    }

    @PostMapping("/classes")
    @PreAuthorize("hasAuthority('LEARNER_EDIT')")
    View open(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String occupation,
            @RequestParam(defaultValue = "CAO_DANG") String level,
            @RequestParam(defaultValue = "0") int cohort,
            @RequestParam(defaultValue = "") String homeroom,
            RedirectAttributes flash) {
        var id = classes.open(new NewClass(
                code, occupation, vn.lanhnghe.learning.Level.valueOf(level).name(), cohort, homeroom));
        return Go.to("/classes/" + id, flash, "Đã mở lớp %s. Xếp người học vào lớp ở mục Danh sách.".formatted(code));
    }

    @GetMapping("/classes/{id}")
    @PreAuthorize("hasAuthority('LEARNER_VIEW')")
    View one(@PathVariable long id) {
        var it = get(id);
        return new Page(
                "learning/study/class",
                new ClassPage(
                        it,
                        study.listMembers(id),
                        study.listModules(it),
                        study.listCoursesOf(id),
                        study.listTeachers(),
                        year(),
                        acts.list("class", id)));
    }

    @PostMapping("/classes/{id}/learners")
    @PreAuthorize("hasAuthority('LEARNER_EDIT')")
    View enter(@PathVariable long id, @RequestParam(defaultValue = "") String codes, RedirectAttributes flash) {
        var missing = classes.enter(id, codes);
        return Go.to(
                "/classes/" + id,
                flash,
                missing.isEmpty()
                        ? "Đã xếp vào lớp."
                        : "Đã xếp vào lớp; không tìm thấy trong ngành của lớp: %s."
                                .formatted(String.join(", ", missing)));
    }

    @PostMapping("/classes/{id}/modules")
    @PreAuthorize("hasAuthority('LEARNER_EDIT')")
    View addModule(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable BigDecimal credits,
            @RequestParam(required = false) @Nullable Integer theory,
            @RequestParam(required = false) @Nullable Integer practice,
            @RequestParam(required = false) @Nullable Integer semester,
            RedirectAttributes flash) {
        classes.addModule(id, new NewModule(code, name, credits, theory, practice, semester));
        return Go.to("/classes/" + id, flash, "Đã thêm môn vào chương trình của khoá.");
    }

    @PostMapping("/classes/{id}/courses")
    @PreAuthorize("hasAuthority('LEARNER_EDIT')")
    View openCourse(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long module,
            @RequestParam(defaultValue = "0") int year,
            @RequestParam(defaultValue = "1") int term,
            @RequestParam(required = false) @Nullable Long account,
            @RequestParam(defaultValue = "") String teacher,
            @RequestParam(defaultValue = "45") int periods,
            @RequestParam(defaultValue = "2") int regular,
            @RequestParam(defaultValue = "1") int periodic,
            RedirectAttributes flash) {
        var course =
                classes.openCourse(id, new NewCourse(module, year, term, account, teacher, periods, regular, periodic));
        return Go.to("/courses/" + course, flash, "Đã mở sổ điểm.");
    }

    /** Sổ quản lý HSSV: particulars and conduct of a class. */
    @GetMapping(value = "/classes/{id}/book.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @PreAuthorize("hasAuthority('LEARNER_VIEW')")
    ResponseEntity<byte[]> book(@PathVariable long id) {
        var it = get(id);
        var paper = new BookPaper(
                it,
                conducts.lines(id),
                repository.terms(id),
                LocalDate.now(clock),
                repository.institution(it.institutionId()),
                rehearsal.rehearsal());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"so-quan-ly-%d.pdf\"".formatted(id))
                .body(documents.pdf(Page.text("learning/study/class-paper", paper)));
    }

    private SchoolClass get(long id) {
        return study.findClass(id).orElseThrow(() -> new NotFound("Không có lớp này trong phạm vi của bạn."));
    }

    /** The school year begins in August. */
    private int year() {
        return LocalDate.now(clock).minusMonths(7).getYear();
    }
}
