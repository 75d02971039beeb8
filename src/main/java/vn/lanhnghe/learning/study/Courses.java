package vn.lanhnghe.learning.study;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.learning.Enrolments;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Reader;
import vn.lanhnghe.ui.Vi;

/**
 * Mark books and class books: a teacher writes into their own, a registrar into any of the college; a second person approves,
 * which locks the book and takes its marks into the register, and a second person opens it again.
 */
@Service
@Transactional
@PreAuthorize("hasAuthority('MARK_EDIT')")
public class Courses {

    /** One cell as typed; {@code version} is the one the writer saw, 0 for an empty cell. */
    public record Cell(
            long enrolment,
            String part,
            String value,
            int version,
            @Nullable String comment) {}

    /** What became of a cell: {@code state} is saved, refused or conflict. */
    public record Saved(
            long enrolment,
            String part,
            String state,
            String value,
            int version,
            String message,
            @Nullable String tests,
            @Nullable String mark,
            String barred) {}

    private final StudyRepository study;
    private final Enrolments enrolments;
    private final Acts acts;
    private final Clock clock;

    Courses(StudyRepository study, Enrolments enrolments, Acts acts, Clock clock) {
        this.study = study;
        this.enrolments = enrolments;
        this.acts = acts;
        this.clock = clock;
    }

    /** A course in scope, as its readers may see it. */
    @PreAuthorize("hasAnyAuthority('MARK_EDIT', 'MARK_APPROVE', 'LEARNER_VIEW')")
    @Transactional(readOnly = true)
    public MarkBook book(long courseId) {
        var course = get(courseId);
        var grading = enrolments.grading();
        var marks = study.listMarks(courseId);
        var held = study.held(courseId);
        var missed = study.listMissed(courseId, null);
        var exempt = study.listExempt(course);
        return new MarkBook(
                course,
                grading,
                held,
                study.listMembers(course.classId()).stream()
                        .map(member -> {
                            var cells = marks.getOrDefault(member.enrolmentId(), Map.of());
                            return new MarkBook.Line(
                                    member,
                                    cells,
                                    Outcome.of(
                                            course,
                                            grading,
                                            cells,
                                            held,
                                            missed.getOrDefault(member.enrolmentId(), 0),
                                            member.disabled()),
                                    exempt.get(member.enrolmentId()));
                        })
                        .toList());
    }

    /** The books of whoever asks, as their teacher. */
    @Transactional(readOnly = true)
    public List<Course> listOwn() {
        return study.listCourses(Scope.current().accountId(), null, 1).rows();
    }

    /** Writes cells, each by itself: what is wrong with one does not keep the others. */
    public List<Saved> write(long courseId, Collection<Cell> cells) {
        var course = writable(courseId);
        if (!course.open()) {
            throw new Refusal("Sổ điểm này %s nên không ghi được nữa. Muốn sửa, hãy đề nghị mở khoá."
                    .formatted(course.state().label()));
        }
        var members = new HashMap<Long, Member>();
        study.listMembers(course.classId()).forEach(it -> members.put(it.enrolmentId(), it));
        var held = study.held(courseId);
        return cells.stream().map(it -> write(course, members, it, held)).toList();
    }

    private Saved write(Course course, Map<Long, Member> members, Cell cell, int held) {
        var member = members.get(cell.enrolment());
        if (member == null) {
            return refused(cell, "Người học này không thuộc lớp của sổ điểm.");
        }
        var grading = enrolments.grading();
        if (!course.tests().contains(cell.part())
                && !Course.sittings(grading.parts().mostSittings()).contains(cell.part())) {
            return refused(cell, "Sổ điểm này không có cột đó.");
        }
        var before = study.listMarks(course.id(), member.enrolmentId());
        var missed = study.listMissed(course.id(), member.enrolmentId()).getOrDefault(member.enrolmentId(), 0);
        Mark.Typed typed;
        try {
            typed = Mark.read(cell.value(), grading.scale());
            maySit(cell, typed, Outcome.of(course, grading, before, held, missed, member.disabled()), before);
        } catch (Refusal refusal) {
            return refused(cell, String.valueOf(refusal.getMessage()));
        }
        var there = before.get(cell.part());
        var comment = cell.comment() == null ? null : Vietnamese.tidy(cell.comment());
        var was = there == null ? "" : there.shown();
        if (!was.equals(typed.shown()) || comment != null) {
            if (!study.writeMark(course, member, cell.part(), typed, comment, cell.version())) {
                var now = Objects.requireNonNull(
                        study.listMarks(course.id(), member.enrolmentId()).get(cell.part()));
                return new Saved(
                        cell.enrolment(),
                        cell.part(),
                        "conflict",
                        now.shown(),
                        now.version(),
                        "%s vừa ghi “%s” lúc %s. Ô này giữ giá trị đó; gõ lại nếu bạn muốn thay."
                                .formatted(now.writtenBy(), now.shown(), Vi.time(now.writtenAt())),
                        null,
                        null,
                        "");
            }
            study.recordChange(course, member.enrolmentId(), cell.part(), was, typed.shown(), comment);
        }
        var after = study.listMarks(course.id(), member.enrolmentId());
        var outcome = Outcome.of(course, grading, after, held, missed, member.disabled());
        var written = after.get(cell.part());
        return new Saved(
                cell.enrolment(),
                cell.part(),
                "saved",
                typed.shown(),
                written == null ? 0 : written.version(),
                "",
                Vi.mark(outcome.tests()),
                outcome.absent() ? "vắng" : Vi.mark(outcome.mark()),
                String.join("; ", outcome.barred()));
    }

    /** An examination is sat by those who may, a re-sit by those who need one. */
    private static void maySit(Cell cell, Mark.Typed typed, Outcome outcome, Map<String, Mark> before) {
        if (!cell.part().startsWith("THI") || typed.empty()) {
            return;
        }
        if (!outcome.barred().isEmpty()) {
            throw new Refusal("Chưa đủ điều kiện dự thi: %s.".formatted(String.join("; ", outcome.barred())));
        }
        var sitting = Integer.parseInt(cell.part().substring(3));
        if (sitting > 1) {
            var earlier = before.get("THI" + (sitting - 1));
            if (earlier == null || earlier.mark() == null && !earlier.absent()) {
                throw new Refusal("Chưa có điểm thi lần %d.".formatted(sitting - 1));
            }
        }
    }

    private static Saved refused(Cell cell, String message) {
        return new Saved(
                cell.enrolment(), cell.part(), "refused", cell.value(), cell.version(), message, null, null, "");
    }

    /** Hands the book in; what is still missing is said and does not stop it when the writer insists. */
    public void submit(long courseId, boolean insists) {
        var course = writable(courseId);
        if (!course.open()) {
            throw new Refusal("Sổ điểm này %s.".formatted(course.state().label()));
        }
        var gaps = book(courseId).gaps();
        if (!gaps.isEmpty() && !insists) {
            throw new Refusal("Còn %d người học chưa đủ điểm: %s%s. Bổ sung, hoặc chọn “Nộp dù còn thiếu”."
                    .formatted(
                            gaps.size(),
                            String.join("; ", gaps.stream().limit(5).toList()),
                            gaps.size() > 5 ? "…" : ""));
        }
        var scope = Scope.current();
        study.submit(courseId, Objects.requireNonNull(scope.accountId()), scope.actor());
        record(
                ActKind.MARKS_SUBMITTED,
                course,
                "Nộp sổ điểm %s, lớp %s".formatted(course.name(), course.className()),
                null);
    }

    /** Approves and locks the book, and takes its marks into the register; not by whoever handed it in. */
    @PreAuthorize("hasAuthority('MARK_APPROVE')")
    public int approve(long courseId) {
        var course = locked(courseId);
        if (course.state() != Course.State.SUBMITTED) {
            throw new Refusal("Sổ điểm này %s, không phải chờ duyệt."
                    .formatted(course.state().label()));
        }
        var scope = Scope.current();
        if (Objects.equals(course.submittedBy(), scope.accountId())) {
            throw new Refusal("Người nộp sổ điểm không tự duyệt được. Nhờ người thứ hai duyệt.");
        }
        var outcomes = new HashMap<Long, Outcome>();
        book(courseId).lines().stream()
                .filter(it -> it.exempt() == null)
                .forEach(it -> outcomes.put(it.member().enrolmentId(), it.outcome()));
        study.approve(courseId, Objects.requireNonNull(scope.accountId()), scope.actor());
        study.writeResults(course, outcomes);
        record(
                ActKind.MARKS_APPROVED,
                course,
                "Duyệt, khoá sổ điểm %s, lớp %s: %d kết quả vào sổ"
                        .formatted(course.name(), course.className(), outcomes.size()),
                null);
        acts.record(
                ActKind.RESULTS_RECORDED,
                "enrolment",
                List.copyOf(outcomes.keySet()),
                course.institutionId(),
                "Theo sổ điểm %s, lớp %s".formatted(course.name(), course.className()),
                null);
        return outcomes.size();
    }

    @PreAuthorize("hasAuthority('MARK_APPROVE')")
    public void giveBack(long courseId, String reason) {
        var course = locked(courseId);
        if (course.state() != Course.State.SUBMITTED) {
            throw new Refusal("Sổ điểm này %s, không phải chờ duyệt."
                    .formatted(course.state().label()));
        }
        if (reason.isBlank()) {
            throw new Refusal("Hãy ghi lý do trả lại để giáo viên biết cần sửa gì.");
        }
        study.reopen(courseId, reason.strip());
        record(ActKind.MARKS_RETURNED, course, "Trả lại sổ điểm " + course.name(), reason.strip());
    }

    public void askUnlock(long courseId, String reason) {
        var course = writable(courseId);
        if (course.state() != Course.State.APPROVED) {
            throw new Refusal("Sổ điểm này chưa khoá.");
        }
        if (reason.isBlank()) {
            throw new Refusal("Hãy ghi lý do cần mở khoá, ví dụ “Chấm phúc khảo, sửa điểm thi em Lan”.");
        }
        if (study.listUnlocks(courseId).stream().anyMatch(it -> it.granted() == null)) {
            throw new Refusal("Đã có một đề nghị mở khoá đang chờ.");
        }
        study.askUnlock(course, reason.strip());
        record(ActKind.UNLOCK_ASKED, course, "Đề nghị mở khoá sổ điểm " + course.name(), reason.strip());
    }

    /** Answers a request to open a locked book; not by whoever asked. */
    @PreAuthorize("hasAuthority('MARK_APPROVE')")
    public void decideUnlock(long courseId, boolean granted, String answer) {
        var course = locked(courseId);
        var unlock = study.listUnlocks(courseId).stream()
                .filter(it -> it.granted() == null)
                .findFirst()
                .orElseThrow(() -> new Refusal("Không có đề nghị mở khoá nào đang chờ."));
        if (Objects.equals(unlock.askedBy(), Scope.current().accountId())) {
            throw new Refusal("Người đề nghị không tự mở khoá được. Nhờ người thứ hai.");
        }
        if (!granted && answer.isBlank()) {
            throw new Refusal("Hãy ghi lý do không mở khoá.");
        }
        study.decideUnlock(unlock.id(), granted, answer.strip());
        if (granted) {
            study.reopen(courseId, "Mở khoá: " + unlock.reason());
        }
        record(
                granted ? ActKind.MARKS_UNLOCKED : ActKind.UNLOCK_REFUSED,
                course,
                "%s sổ điểm %s do %s đề nghị"
                        .formatted(granted ? "Mở khoá" : "Không mở khoá", course.name(), unlock.askedName()),
                granted ? unlock.reason() : answer.strip());
    }

    /** Miễn, bảo lưu: the module need not be taken; a mark that is kept counts in the average. */
    @PreAuthorize("hasAuthority('LEARNER_EDIT')")
    public void exempt(long courseId, long enrolmentId, String mark, String reason, String decision) {
        var course = writable(courseId);
        var member = study.listMembers(course.classId()).stream()
                .filter(it -> it.enrolmentId() == enrolmentId)
                .findFirst()
                .orElseThrow(() -> new NotFound("Người học này không thuộc lớp của sổ điểm."));
        if (!course.open()) {
            throw new Refusal("Sổ điểm này %s.".formatted(course.state().label()));
        }
        if (reason.isBlank() || decision.isBlank()) {
            throw new Refusal("Miễn, bảo lưu môn cần lý do và số quyết định.");
        }
        var kept = Mark.read(mark, enrolments.grading().scale());
        if (kept.absent()
                || kept.mark() != null
                        && kept.mark().compareTo(enrolments.grading().passMark()) < 0) {
            throw new Refusal("Điểm bảo lưu phải là điểm đạt, từ %s trở lên."
                    .formatted(Vi.mark(enrolments.grading().passMark())));
        }
        study.exempt(course, member, kept.mark(), reason.strip(), decision.strip());
        acts.record(
                ActKind.MODULE_EXEMPTED,
                new Subject("enrolment", enrolmentId, course.institutionId()),
                "Miễn, bảo lưu %s theo quyết định %s".formatted(course.name(), decision.strip()),
                reason.strip());
    }

    @PreAuthorize("hasAuthority('LEARNER_EDIT')")
    public void endExemption(long courseId, long enrolmentId, String reason) {
        var course = writable(courseId);
        if (!course.open() || reason.isBlank()) {
            throw new Refusal("Thôi miễn môn cần lý do, khi sổ điểm chưa khoá.");
        }
        study.endExemption(course, enrolmentId);
        acts.record(
                ActKind.MODULE_EXEMPTED,
                new Subject("enrolment", enrolmentId, course.institutionId()),
                "Thôi miễn, bảo lưu " + course.name(),
                reason.strip());
    }

    public long addSession(long courseId, @Nullable LocalDate heldOn, int periods, String content) {
        var course = unlocked(courseId);
        if (heldOn == null || heldOn.isAfter(LocalDate.now(clock))) {
            throw new Refusal("Ngày dạy phải là hôm nay hoặc trước đó.");
        }
        if (periods < 1 || periods > 12) {
            throw new Refusal("Số tiết của buổi từ 1 đến 12.");
        }
        if (content.isBlank()) {
            throw new Refusal("Hãy ghi nội dung buổi dạy, ví dụ “Bài 3: Vòng lặp”.");
        }
        return study.insertSession(course, heldOn, periods, Vietnamese.tidy(content));
    }

    public void removeSession(long courseId, long sessionId) {
        unlocked(courseId);
        if (study.removeSession(courseId, sessionId) == 0) {
            throw new NotFound("Không có buổi này.");
        }
    }

    /** Who missed how many periods of a session. */
    void writeAbsences(long courseId, long sessionId, Collection<StudyRepository.Absence> absences) {
        var course = unlocked(courseId);
        var session = study.listSessions(courseId).stream()
                .filter(it -> it.id() == sessionId)
                .findFirst()
                .orElseThrow(() -> new NotFound("Không có buổi này."));
        var members = study.listMembers(course.classId()).stream()
                .map(Member::enrolmentId)
                .toList();
        if (absences.stream().anyMatch(it -> it.periods() > session.periods() || !members.contains(it.enrolmentId()))) {
            throw new Refusal("Số tiết vắng không quá %d tiết của buổi.".formatted(session.periods()));
        }
        study.writeAbsences(course, sessionId, absences);
    }

    private Course unlocked(long courseId) {
        var course = writable(courseId);
        if (!course.open()) {
            throw new Refusal(
                    "Sổ này %s nên không ghi được nữa.".formatted(course.state().label()));
        }
        return course;
    }

    @PreAuthorize("hasAnyAuthority('MARK_EDIT', 'MARK_APPROVE', 'LEARNER_VIEW')")
    @Transactional(readOnly = true)
    public Course get(long courseId) {
        return find(courseId).orElseThrow(() -> new NotFound("Không có sổ điểm này trong phạm vi của bạn."));
    }

    private Optional<Course> find(long courseId) {
        return study.findCourse(courseId);
    }

    /** A book that the person in scope may write into: a teacher their own, a registrar any of the college. */
    private Course writable(long courseId) {
        var course = locked(courseId);
        var scope = Scope.current();
        if (!Reader.may("LEARNER_EDIT") && !Objects.equals(course.teacherAccount(), scope.accountId())) {
            throw new Refusal("Đây là sổ của %s. Bạn chỉ ghi vào sổ môn mình dạy.".formatted(course.teacher()));
        }
        return course;
    }

    private Course locked(long courseId) {
        study.lockCourse(courseId);
        return find(courseId)
                .filter(it -> Objects.equals(it.institutionId(), Scope.current().institutionId()))
                .orElseThrow(() -> new NotFound("Không có sổ điểm này trong phạm vi của bạn."));
    }

    private void record(ActKind kind, Course course, String summary, @Nullable String reason) {
        acts.record(kind, new Subject("course", course.id(), course.institutionId()), summary, reason);
    }
}
