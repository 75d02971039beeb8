package vn.lanhnghe.rehearsal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.springframework.stereotype.Component;
import vn.lanhnghe.learning.study.Classes;
import vn.lanhnghe.learning.study.Course;
import vn.lanhnghe.learning.study.Courses;
import vn.lanhnghe.learning.study.MarkBook;
import vn.lanhnghe.learning.study.NewCourse;
import vn.lanhnghe.learning.study.NewModule;

/** One class at work: two modules open this term, one of them half filled in by its teacher. */
@Component
class Studies {

    private static final String CLASS = "26CĐ-80201";
    private static final int MARKED = 12;

    private final Classes classes;
    private final Courses courses;
    private final Clock clock;

    Studies(Classes classes, Courses courses, Clock clock) {
        this.classes = classes;
        this.courses = courses;
        this.clock = clock;
    }

    /** The registrar names the modules and opens the books. */
    void open() {
        var it = classes.find(CLASS);
        classes.addModule(it.id(), new NewModule("MĐ07", "Lập trình căn bản", BigDecimal.valueOf(4), 30, 60, 1));
        classes.addModule(it.id(), new NewModule("MH05", "Tin học", BigDecimal.valueOf(3), 15, 60, 1));
        var teacher = classes.listTeachers().getFirst();
        for (var module : classes.listModules(it.id())) {
            classes.openCourse(it.id(), new NewCourse(module.id(), 2026, 1, teacher.id(), "", 90, 2, 1));
        }
    }

    /** The teacher holds two lessons and fills in the first lines. */
    void teach() {
        var course = courses.listOwn().stream()
                .filter(it -> it.moduleCode().equals("MĐ07"))
                .map(Course::id)
                .findFirst()
                .orElseThrow();
        var today = LocalDate.now(clock);
        courses.addSession(course, today.minusDays(14), 5, "Bài 1: Thuật toán và lưu đồ");
        courses.addSession(course, today.minusDays(7), 5, "Bài 2: Biến, kiểu dữ liệu, phép toán");
        var random = new Random(7);
        var cells = new ArrayList<Courses.Cell>();
        for (var line : courses.book(course).lines().stream().limit(MARKED).toList()) {
            for (var part : List.of("TX1", "TX2", "DK1")) {
                cells.add(cell(line, part, 50 + random.nextInt(50)));
            }
        }
        courses.write(course, cells);
    }

    private static Courses.Cell cell(MarkBook.Line line, String part, int tenths) {
        return new Courses.Cell(line.member().enrolmentId(), part, tenths / 10 + "," + tenths % 10, 0, null);
    }
}
