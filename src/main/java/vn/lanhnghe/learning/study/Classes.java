package vn.lanhnghe.learning.study;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.learning.Enrolments;
import vn.lanhnghe.programme.Occupations;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;

/** Classes, the modules of their cohort's programme, and the mark books opened for them. */
@Service
@Transactional
@PreAuthorize("hasAuthority('LEARNER_EDIT')")
public class Classes {

    private final StudyRepository study;
    private final Enrolments enrolments;
    private final Occupations occupations;
    private final Acts acts;

    Classes(StudyRepository study, Enrolments enrolments, Occupations occupations, Acts acts) {
        this.study = study;
        this.enrolments = enrolments;
        this.occupations = occupations;
        this.acts = acts;
    }

    /** A class of the college by its code. */
    @Transactional(readOnly = true)
    public SchoolClass find(String code) {
        return study.listClasses(code, 1).rows().stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("Không có lớp %s trong phạm vi của bạn.".formatted(code)));
    }

    /** The modules of the programme of the class's cohort. */
    @Transactional(readOnly = true)
    public List<Module> listModules(long classId) {
        return study.listModules(own(classId));
    }

    /** Whom the college may name as a teacher. */
    @Transactional(readOnly = true)
    public List<Teacher> listTeachers() {
        return study.listTeachers();
    }

    public long open(NewClass it) {
        var code = Vietnamese.tidy(it.code());
        if (code.isEmpty() || code.length() > 30) {
            throw new Refusal("Mã lớp dài từ 1 đến 30 ký tự, ví dụ 26CĐ-CNTT1.");
        }
        if (occupations.list().stream().noneMatch(o -> o.code().equals(it.occupationCode()))) {
            throw new Refusal("Hãy chọn ngành, nghề trong danh mục.");
        }
        if (it.cohort() < 1990 || it.cohort() > 2100) {
            throw new Refusal("Khoá là năm nhập học, ví dụ 2026.");
        }
        var id = study.insertClass(new NewClass(
                        code, it.occupationCode(), it.level(), it.cohort(), Vietnamese.tidy(it.homeroom())))
                .orElseThrow(() -> new Refusal("Trường đã có lớp mang mã %s.".formatted(code)));
        record(ActKind.CLASS_OPENED, id, "Mở lớp " + code);
        return id;
    }

    /** Puts learners into the class by their codes; answers with those that were not found in the class's occupation. */
    public List<String> enter(long classId, String codes) {
        var it = own(classId);
        var wanted = Arrays.stream(codes.split("[\\s,;]+"))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .distinct()
                .limit(500)
                .toList();
        if (wanted.isEmpty()) {
            throw new Refusal("Hãy dán mã HSSV, mỗi dòng một mã.");
        }
        var entered = new HashSet<>(study.enter(it, wanted));
        record(ActKind.CLASS_OPENED, classId, "Xếp %d người học vào lớp %s".formatted(entered.size(), it.code()));
        return wanted.stream().filter(code -> !entered.contains(code)).toList();
    }

    public void addModule(long classId, NewModule module) {
        var it = own(classId);
        var code = Vietnamese.tidy(module.code()).toUpperCase(Locale.ROOT).replaceAll("[ .-]", "");
        var name = Vietnamese.tidy(module.name());
        var credits = module.credits();
        if (!code.matches("\\p{L}{1,4}\\d{1,4}[A-Z]?")) {
            throw new Refusal("Mã môn gồm chữ và số, ví dụ MĐ08 hoặc MH01.");
        }
        if (name.isEmpty()) {
            throw new Refusal("Hãy ghi tên môn học, mô-đun.");
        }
        if (credits == null || credits.signum() <= 0 || credits.compareTo(BigDecimal.valueOf(60)) > 0) {
            throw new Refusal("Số tín chỉ từ 0,5 đến 60.");
        }
        var added = study.insertModule(
                it,
                new NewModule(code, name, credits, module.theoryPeriods(), module.practicePeriods(), module.semester()),
                enrolments.grading().isCondition(name));
        if (!added) {
            throw new Refusal("Chương trình của khoá đã có môn mang mã %s.".formatted(code));
        }
    }

    public long openCourse(long classId, NewCourse course) {
        var it = own(classId);
        if (course.term() < 1 || course.term() > 3 || course.year() < 1990 || course.year() > 2100) {
            throw new Refusal("Học kỳ từ 1 đến 3; năm học ghi năm bắt đầu, ví dụ 2026.");
        }
        if (course.periods() < 1 || course.periods() > 2000) {
            throw new Refusal("Số tiết theo kế hoạch từ 1 đến 2.000.");
        }
        if (course.regularTests() < 1
                || course.regularTests() > 10
                || course.periodicTests() < 1
                || course.periodicTests() > 6) {
            throw new Refusal("Mỗi môn cần ít nhất 1 điểm thường xuyên (tối đa 10) và 1 điểm định kỳ (tối đa 6).");
        }
        var teacher = study.listTeachers().stream()
                .filter(t -> Objects.equals(t.id(), course.teacherAccount()))
                .map(Teacher::fullName)
                .findFirst()
                .orElse(Vietnamese.tidy(course.teacher()));
        if (teacher.isEmpty()) {
            throw new Refusal("Hãy chọn giáo viên, hoặc ghi họ tên.");
        }
        var id = study.insertCourse(it, course, teacher)
                .orElseThrow(() -> new Refusal(
                        "Lớp đã có sổ điểm của môn này trong học kỳ đó, hoặc môn không thuộc chương trình của khoá."));
        acts.record(
                ActKind.COURSE_OPENED,
                new Subject("course", id, it.institutionId()),
                "Mở sổ điểm cho lớp %s, giáo viên %s".formatted(it.code(), teacher),
                null);
        return id;
    }

    private SchoolClass own(long classId) {
        return study.findClass(classId)
                .filter(it -> Objects.equals(it.institutionId(), Scope.current().institutionId()))
                .orElseThrow(() -> new NotFound("Không có lớp này trong phạm vi của bạn."));
    }

    private void record(ActKind kind, long classId, String summary) {
        acts.record(kind, new Subject("class", classId, Scope.current().institutionId()), summary, null);
    }
}
