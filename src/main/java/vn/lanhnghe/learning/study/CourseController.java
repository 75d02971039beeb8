package vn.lanhnghe.learning.study;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.audit.Act;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.document.Documents;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Reader;
import vn.lanhnghe.ui.Rehearsal;

/** Sổ điểm, sổ lên lớp: the grid, its history, the sessions, and both on paper. */
@Controller
class CourseController {

    private static final Pattern CELL = Pattern.compile("m_(\\d+)_([A-Z]+\\d+)_(\\d+)");
    private static final int MOST_CELLS = 5_000;

    public record ListPage(
            Paging<Course> courses, boolean own, @Nullable String state) {}

    public record BookPage(
            MarkBook book,
            boolean write,
            boolean approve,
            boolean exempts,
            List<StudyRepository.Unlock> unlocks,
            List<Act> history) {

        public StudyRepository.@Nullable Unlock waiting() {
            return unlocks.stream()
                    .filter(it -> it.granted() == null)
                    .findFirst()
                    .orElse(null);
        }
    }

    public record ChangesPage(Course course, List<StudyRepository.Change> changes) {}

    public record SessionsPage(MarkBook book, List<StudyRepository.Session> sessions, boolean write, LocalDate today) {}

    public record SessionPage(
            Course course,
            StudyRepository.Session session,
            List<Member> members,
            Map<Long, StudyRepository.Absence> absences,
            boolean write) {}

    /** The book on paper: what was taught, who was missing, and the marks. */
    public record BookPaper(
            MarkBook book,
            List<StudyRepository.Session> sessions,
            Map<Long, Map<Long, StudyRepository.Absence>> absences,
            LocalDate printedOn,
            String institution,
            boolean rehearsal) {

        public String absence(StudyRepository.Session session, MarkBook.Line line) {
            var absence = absences.getOrDefault(session.id(), Map.of())
                    .get(line.member().enrolmentId());
            return absence == null ? "" : absence.periods() + (absence.excused() ? "p" : "k");
        }
    }

    /** What the grid sends. */
    public record Cells(List<Courses.Cell> cells) {}

    private final Courses courses;
    private final StudyRepository study;
    private final ConductRepository conducts;
    private final Documents documents;
    private final Rehearsal rehearsal;
    private final Acts acts;
    private final Clock clock;

    CourseController(
            Courses courses,
            StudyRepository study,
            ConductRepository conducts,
            Documents documents,
            Rehearsal rehearsal,
            Acts acts,
            Clock clock) {
        this.courses = courses;
        this.study = study;
        this.conducts = conducts;
        this.documents = documents;
        this.rehearsal = rehearsal;
        this.acts = acts;
        this.clock = clock;
    }

    @GetMapping("/courses")
    @PreAuthorize("hasAnyAuthority('MARK_EDIT', 'MARK_APPROVE', 'LEARNER_VIEW')")
    View list(@RequestParam(required = false) @Nullable String state, @RequestParam(defaultValue = "1") int page) {
        var own = Reader.may("MARK_EDIT") && !Reader.may("LEARNER_EDIT");
        var wanted = state == null || state.isEmpty()
                ? null
                : Course.State.valueOf(state).name();
        return new Page(
                "learning/study/courses",
                new ListPage(study.listCourses(own ? Scope.current().accountId() : null, wanted, page), own, wanted));
    }

    @GetMapping("/courses/{id}")
    @PreAuthorize("hasAnyAuthority('MARK_EDIT', 'MARK_APPROVE', 'LEARNER_VIEW')")
    View book(@PathVariable long id) {
        var book = courses.book(id);
        return new Page(
                "learning/study/book",
                new BookPage(
                        book,
                        writes(book.course()),
                        Reader.may("MARK_APPROVE"),
                        Reader.may("LEARNER_EDIT"),
                        study.listUnlocks(id),
                        acts.list("course", id)));
    }

    private static boolean writes(Course course) {
        return Reader.may("MARK_EDIT")
                && (Reader.may("LEARNER_EDIT")
                        || Objects.equals(
                                course.teacherAccount(), Scope.current().accountId()));
    }

    /** One or many cells as they are typed; each has an answer of its own. */
    @PostMapping(value = "/courses/{id}/marks", consumes = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasAuthority('MARK_EDIT')")
    @ResponseBody
    List<Courses.Saved> write(@PathVariable long id, @RequestBody Cells cells) {
        if (cells.cells().size() > MOST_CELLS) {
            throw new Refusal("Mỗi lần gửi tối đa %d ô. Hãy dán từng phần.".formatted(MOST_CELLS));
        }
        return courses.write(id, cells.cells());
    }

    /** The whole grid as a form, for a browser without scripts. */
    @PostMapping(value = "/courses/{id}/marks", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @PreAuthorize("hasAuthority('MARK_EDIT')")
    View writeAll(@PathVariable long id, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        var cells = new ArrayList<Courses.Cell>();
        form.forEach((name, value) -> {
            var cell = CELL.matcher(name);
            if (cell.matches()) {
                cells.add(new Courses.Cell(
                        Long.parseLong(cell.group(1)), cell.group(2), value, Integer.parseInt(cell.group(3)), null));
            }
        });
        var wrong = courses.write(id, cells).stream()
                .filter(it -> !it.state().equals("saved"))
                .map(Courses.Saved::message)
                .distinct()
                .limit(5)
                .toList();
        return Go.to(
                "/courses/" + id,
                flash,
                wrong.isEmpty() ? "Đã ghi điểm." : "Đã ghi các ô đúng; còn lại: " + String.join(" ", wrong));
    }

    @GetMapping("/courses/{id}/changes")
    @PreAuthorize("hasAnyAuthority('MARK_EDIT', 'MARK_APPROVE', 'LEARNER_VIEW')")
    View changes(@PathVariable long id, @RequestParam(required = false) @Nullable Long learner) {
        return new Page("learning/study/changes", new ChangesPage(courses.get(id), study.listChanges(id, learner)));
    }

    @PostMapping("/courses/{id}/submission")
    @PreAuthorize("hasAuthority('MARK_EDIT')")
    View submit(
            @PathVariable long id, @RequestParam(defaultValue = "false") boolean insists, RedirectAttributes flash) {
        courses.submit(id, insists);
        return Go.to("/courses/" + id, flash, "Đã nộp sổ điểm. Người thứ hai duyệt thì điểm vào sổ.");
    }

    @PostMapping("/courses/{id}/approval")
    @PreAuthorize("hasAuthority('MARK_APPROVE')")
    View approve(@PathVariable long id, RedirectAttributes flash) {
        return Go.to("/courses/" + id, flash, "Đã duyệt và khoá sổ: %d kết quả vào sổ.".formatted(courses.approve(id)));
    }

    @PostMapping("/courses/{id}/return")
    @PreAuthorize("hasAuthority('MARK_APPROVE')")
    View giveBack(@PathVariable long id, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        courses.giveBack(id, reason);
        return Go.to("/courses/" + id, flash, "Đã trả lại sổ điểm kèm lý do.");
    }

    @PostMapping("/courses/{id}/unlocks")
    @PreAuthorize("hasAuthority('MARK_EDIT')")
    View askUnlock(@PathVariable long id, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        courses.askUnlock(id, reason);
        return Go.to("/courses/" + id, flash, "Đã gửi đề nghị mở khoá; người thứ hai trả lời.");
    }

    @PostMapping("/courses/{id}/unlocks/answer")
    @PreAuthorize("hasAuthority('MARK_APPROVE')")
    View decideUnlock(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean granted,
            @RequestParam(defaultValue = "") String answer,
            RedirectAttributes flash) {
        courses.decideUnlock(id, granted, answer);
        return Go.to("/courses/" + id, flash, granted ? "Đã mở khoá sổ điểm." : "Đã trả lời: không mở khoá.");
    }

    @PostMapping("/courses/{id}/exemptions")
    @PreAuthorize("hasAuthority('LEARNER_EDIT')")
    View exempt(
            @PathVariable long id,
            @RequestParam long learner,
            @RequestParam(defaultValue = "") String mark,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String decision,
            RedirectAttributes flash) {
        courses.exempt(id, learner, mark, reason, decision);
        return Go.to("/courses/" + id, flash, "Đã ghi miễn, bảo lưu môn.");
    }

    @PostMapping("/courses/{id}/exemptions/removal")
    @PreAuthorize("hasAuthority('LEARNER_EDIT')")
    View endExemption(
            @PathVariable long id,
            @RequestParam long learner,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        courses.endExemption(id, learner, reason);
        return Go.to("/courses/" + id, flash, "Đã thôi miễn môn.");
    }

    @GetMapping("/courses/{id}/sessions")
    @PreAuthorize("hasAnyAuthority('MARK_EDIT', 'MARK_APPROVE', 'LEARNER_VIEW')")
    View sessions(@PathVariable long id) {
        var book = courses.book(id);
        return new Page(
                "learning/study/sessions",
                new SessionsPage(
                        book,
                        study.listSessions(id),
                        writes(book.course()) && book.course().open(),
                        LocalDate.now(clock)));
    }

    @PostMapping("/courses/{id}/sessions")
    @PreAuthorize("hasAuthority('MARK_EDIT')")
    View addSession(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LocalDate heldOn,
            @RequestParam(defaultValue = "0") int periods,
            @RequestParam(defaultValue = "") String content,
            RedirectAttributes flash) {
        var session = courses.addSession(id, heldOn, periods, content);
        return Go.to("/courses/%d/sessions/%d".formatted(id, session), flash, "Đã ghi buổi học. Điểm danh bên dưới.");
    }

    @GetMapping("/courses/{id}/sessions/{session}")
    @PreAuthorize("hasAnyAuthority('MARK_EDIT', 'MARK_APPROVE', 'LEARNER_VIEW')")
    View session(@PathVariable long id, @PathVariable long session) {
        var course = courses.get(id);
        var held = study.listSessions(id).stream()
                .filter(it -> it.id() == session)
                .findFirst()
                .orElseThrow(() -> new NotFound("Không có buổi này."));
        return new Page(
                "learning/study/session",
                new SessionPage(
                        course,
                        held,
                        study.listMembers(course.classId()),
                        study.listAbsences(session),
                        writes(course) && course.open()));
    }

    @PostMapping("/courses/{id}/sessions/{session}/absences")
    @PreAuthorize("hasAuthority('MARK_EDIT')")
    View absences(
            @PathVariable long id,
            @PathVariable long session,
            @RequestParam Map<String, String> form,
            RedirectAttributes flash) {
        var absences = new ArrayList<StudyRepository.Absence>();
        form.forEach((name, value) -> {
            if (name.matches("p_\\d{1,18}") && value.matches("[1-9]|1[0-2]")) {
                var enrolment = Long.parseLong(name.substring(2));
                absences.add(new StudyRepository.Absence(
                        enrolment, Integer.parseInt(value), form.containsKey("e_" + enrolment)));
            }
        });
        courses.writeAbsences(id, session, absences);
        return Go.to(
                "/courses/%d/sessions".formatted(id), flash, "Đã điểm danh: %d người vắng.".formatted(absences.size()));
    }

    @PostMapping("/courses/{id}/sessions/{session}/removal")
    @PreAuthorize("hasAuthority('MARK_EDIT')")
    View removeSession(@PathVariable long id, @PathVariable long session, RedirectAttributes flash) {
        courses.removeSession(id, session);
        return Go.to("/courses/%d/sessions".formatted(id), flash, "Đã bỏ buổi học này.");
    }

    /** Sổ lên lớp and bảng điểm of the course, as a PDF. */
    @GetMapping(value = "/courses/{id}/book.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @PreAuthorize("hasAnyAuthority('MARK_EDIT', 'MARK_APPROVE', 'LEARNER_VIEW')")
    ResponseEntity<byte[]> paper(@PathVariable long id) {
        var book = courses.book(id);
        var paper = new BookPaper(
                book,
                study.listSessions(id),
                study.listAllAbsences(id),
                LocalDate.now(clock),
                conducts.institution(book.course().institutionId()),
                rehearsal.rehearsal());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"so-len-lop-%d.pdf\"".formatted(id))
                .body(documents.pdf(Page.text("learning/study/book-paper", paper)));
    }
}
