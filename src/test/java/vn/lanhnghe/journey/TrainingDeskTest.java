package vn.lanhnghe.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.person.training.TrainingEnrolments;
import vn.lanhnghe.person.training.TrainingTown;

/** The desk of whoever runs trainings: large classes page by page, courses that change, people who lack something, schools that are told. */
@RehearsalTest
class TrainingDeskTest {

    private static final String OFFICER = "chuyenvien";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    TrainingTown town;

    @BeforeEach
    void town() {
        town = new TrainingTown(context);
    }

    private List<Long> staff(int count) {
        return Scope.system()
                .get(() -> jdbc.sql("""
                        select person_id from person.staff
                         where institution_id = :college and principal and starts_on <= current_date and ends_on is null order by person_id limit :count
                        """)
                        .param("college", town.college("CKC"))
                        .param("count", count)
                        .query(Long.class)
                        .list());
    }

    @Test
    void a_large_class_is_marked_page_by_page_and_nothing_typed_is_lost() {
        var id = town.past(OFFICER, town.course(OFFICER, "OTHER"), 100);
        town.act(OFFICER, () -> context.getBean(TrainingEnrolments.class).enrol(id, staff(60)));
        var base = "/trainings/classes/" + id;
        try (var officer = new Visitor(port).as(OFFICER)) {
            var page = officer.page;
            page.navigate(base + "/attendance");
            assertThat(page.locator("tbody tr").count()).isEqualTo(50);
            page.locator("tbody tr >> nth=0").locator("td input >> nth=0").check();
            page.locator("tbody tr >> nth=0").locator("td input >> nth=0").press("ArrowDown");
            page.keyboard().press("ArrowRight");
            page.keyboard().press("Space");
            shot(officer, "grid-attendance");
            page.click("button:has-text('Ghi, sang trang 2')");
            officer.says("Đã ghi điểm danh trang 1", "51–60 trong 60");
            page.locator("input[data-all] >> nth=0").check();
            page.click("button:has-text('Ghi điểm danh')");
            officer.says("Đã ghi điểm danh", "51–60 trong 60");
            page.click("button:has-text('Ghi, về trang 1')");
            officer.says("1–50 trong 60");
            assertThat(page.locator("tbody tr >> nth=0")
                            .locator("td input >> nth=0")
                            .isChecked())
                    .isTrue();
            assertThat(page.locator("tbody tr >> nth=1")
                            .locator("td input >> nth=1")
                            .isChecked())
                    .isTrue();
            assertThat(page.locator("tbody td input:checked").count()).isEqualTo(2);
            assertThat(town.one(
                            "select count(*) from person.training_attendance a join person.training_session s on s.id = a.session_id where s.class_id = "
                                    + id))
                    .isEqualTo(12);

            page.navigate(base + "/results");
            page.locator("tbody tr >> nth=0").locator("td input >> nth=0").fill("8");
            page.locator("tbody tr >> nth=0").locator("td input >> nth=0").press("Enter");
            page.keyboard().type("99");
            assertThat(page.locator("tbody tr >> nth=1")
                            .locator("td input >> nth=0")
                            .inputValue())
                    .isEqualTo("99");
            page.click("button:has-text('Ghi, sang trang 2')");
            officer.says("Còn 1 chỗ cần sửa", "“99”", "1–50 trong 60");
            assertThat(page.locator("tbody tr >> nth=0")
                            .locator("td input >> nth=0")
                            .inputValue())
                    .isEqualTo("8");
            page.locator("tbody tr >> nth=1").locator("td input >> nth=0").fill("9,5");
            shot(officer, "grid-results");
            page.click("button:has-text('Ghi, sang trang 2')");
            officer.says("Đã ghi điểm trang 1", "51–60 trong 60");
            page.navigate(base + "/results");
            assertThat(page.locator("tbody tr >> nth=1")
                            .locator("td input >> nth=0")
                            .inputValue())
                    .isEqualTo("9,5");
            // two tabs on the same page: neither takes away what the other wrote, and the same cell is named
            var other = page.context().newPage();
            other.navigate("http://localhost:" + port + base + "/results");
            page.navigate(base + "/results");
            page.locator("tbody tr >> nth=2").locator("td input >> nth=0").fill("7");
            page.click("button:has-text('Ghi điểm') >> nth=-1");
            officer.says("Đã ghi điểm: 1 ô của 1 người");
            other.locator("tbody tr >> nth=3").locator("td input >> nth=0").fill("6");
            other.locator("tbody tr >> nth=2").locator("td input >> nth=0").fill("4");
            other.click("button:has-text('Ghi điểm') >> nth=-1");
            other.locator("text=bạn ghi 4, trong lúc đó nơi khác vừa ghi 7").waitFor();
            assertThat(other.locator("tbody tr >> nth=3")
                            .locator("td input >> nth=0")
                            .inputValue())
                    .isEqualTo("6");
            other.locator("tbody tr >> nth=2").locator("td input >> nth=0").fill("7");
            other.click("button:has-text('Ghi điểm') >> nth=-1");
            other.locator("text=Đã ghi điểm: 1 ô của 1 người").waitFor();
            assertThat(other.locator("tbody tr >> nth=2")
                            .locator("td input >> nth=0")
                            .inputValue())
                    .isEqualTo("7");
            other.close();
            page.navigate(base + "/closing?page=2");
            officer.says("51–60 trong 60");
        }
    }

    @Test
    void a_course_is_changed_and_those_who_lack_another_are_named() {
        var basic = town.course(OFFICER, "OTHER");
        var code = town.text("select code from person.training_course where id = " + basic);
        var further = town.course(OFFICER, "OTHER");
        var id = town.past(OFFICER, further, 10);
        var people = town.staff("CKC", 2);
        try (var officer = new Visitor(port).as(OFFICER)) {
            var page = officer.page;
            page.navigate("/trainings/courses/" + further);
            page.click("a:has-text('Sửa khoá')");
            officer.says("Khoá này đã có 1 lớp", "lần ban hành 2");
            page.fill("#provider", "Sở Giáo dục và Đào tạo");
            page.fill("#needs", "KHONG-CO");
            page.click("button:has-text('Ghi thay đổi')");
            officer.says("danh mục không có khoá mã KHONG-CO");
            shot(officer, "course-change");
            page.fill("#needs", code);
            page.fill("#finalPass", "5,5");
            page.click("button:has-text('Ghi thay đổi')");
            officer.says("Đã ban hành lần mới của khoá", "Các lần ban hành", "điểm cuối khoá “5” → “5,5”");
            shot(officer, "course");
            page.click("main a:has-text('Lần 1')");
            officer.says("đã có lần ban hành sau", "Lớp mở từ nay theo");
            officer.isAccessible();
        }
        var newer = town.one(
                "select max(id) from person.training_course where code = (select code from person.training_course where id = "
                        + further + ")");
        var next = town.past(OFFICER, newer, 10);
        assertThat(id).isNotEqualTo(next);
        try (var officer = new Visitor(port).as(OFFICER)) {
            var page = officer.page;
            page.navigate("/trainings/missing?kind=OTHER&class=" + next + "&q=" + town.staffNumber(people.getFirst()));
            page.check("input[name=person]");
            page.click("button:has-text('Ghi danh những người đã chọn')");
            officer.says("1 trong 1 người chưa đủ điều kiện đầu vào", "chưa hoàn thành " + code);
            page.click("button:has-text('Ghi danh cả 1 người')");
            assertThat(town.one("select count(*) from person.training_enrolment where class_id = " + next))
                    .isZero();
            shot(officer, "unready");
            page.fill("#reason", "Đã học ở trường cũ");
            page.click("button:has-text('Ghi danh cả 1 người')");
            officer.says("Đã ghi danh 1 người", "vẫn học vì: Đã học ở trường cũ");
            officer.isAccessible();
        }
    }

    @Test
    void a_class_is_changed_refused_what_it_cannot_hold_and_cancelled() {
        var id = town.past(OFFICER, town.course(OFFICER, "OTHER"), 1);
        var people = town.staff("CKC", 2);
        var base = "/trainings/classes/" + id;
        try (var officer = new Visitor(port).as(OFFICER)) {
            var page = officer.page;
            // all that is wrong with a class is said at once
            page.navigate("/trainings/classes/new");
            page.fill("#startsOn", town.today.toString());
            page.fill("#endsOn", town.today.minusDays(1).toString());
            page.fill("#place", "x".repeat(400));
            page.fill("#sessions", "hôm nào đó; 1; trực tuyến");
            page.click("button:has-text('Mở lớp')");
            officer.says("trước ngày bắt đầu", "từ 3 đến 200 ký tự", "ghi ngày giờ, ví dụ", "Chọn khoá bồi dưỡng");
            officer.isAccessible();
            // what does not fit keeps its ticks
            page.navigate("/trainings/missing?kind=OTHER&class=" + id + "&q=Th%E1%BB%AD+B%E1%BB%93i");
            page.locator("input[name=person]").all().forEach(it -> it.check());
            var ticked = page.locator("input[name=person]:checked").count();
            assertThat(ticked).isGreaterThanOrEqualTo(people.size());
            page.click("button:has-text('Ghi danh những người đã chọn')");
            officer.says("Chưa ghi danh ai", "còn 1 chỗ, bạn chọn " + ticked + " người");
            assertThat(page.locator("input[name=person]:checked").count()).isEqualTo(ticked);
            shot(officer, "missing-refused");

            page.navigate(base);
            page.click("a:has-text('Sửa lớp')");
            page.fill("#capacity", "30");
            page.fill("#name", "Lớp " + "dài".repeat(30));
            shot(officer, "class-change");
            page.click("button:has-text('Ghi thay đổi')");
            officer.says("Đã sửa lớp", "0 người trên 30 chỗ");
            page.navigate("/trainings");
            shot(officer, "classes");
            page.navigate(base);
            page.click("summary:has-text('Huỷ lớp')");
            page.evaluate("document.querySelector('#cancel-reason').removeAttribute('required')");
            page.click("button:has-text('Huỷ lớp này')");
            officer.says("Chưa huỷ lớp", "Ghi lý do huỷ lớp");
            page.fill("#cancel-reason", "Thiếu phòng học");
            page.click("button:has-text('Huỷ lớp này')");
            officer.says("Đã huỷ lớp", "Lý do: Thiếu phòng học");
            shot(officer, "class-cancelled");
        }
    }

    @Test
    void a_school_is_told_who_is_missing() {
        town.staff("TDC", 1);
        var school = town.college("TDC");
        try (var officer = new Visitor(port).as(OFFICER)) {
            var page = officer.page;
            page.navigate("/trainings/missing?kind=RESOURCES");
            page.click("summary:has-text('nhắc trường')");
            shot(officer, "missing-open");
            page.navigate("/trainings/missing/schools?kind=RESOURCES");
            shot(officer, "schools");
            page.navigate("/trainings/missing?kind=RESOURCES&institution=" + school);
            page.click("summary:has-text('Nhắc trường này')");
            page.check("input[name=school][value='" + school + "']");
            page.fill("#due-on", town.today.toString());
            page.fill("#note", "Xin gửi danh sách");
            page.click("button:has-text('Nhắc trường')");
            officer.says("Chưa nhắc trường nào", "sau hôm nay");
            assertThat(page.isChecked("input[name=school][value='" + school + "']"))
                    .isTrue();
            assertThat(page.inputValue("#note")).isEqualTo("Xin gửi danh sách");
            page.fill("#due-on", town.today.plusDays(20).toString());
            shot(officer, "missing");
            page.click("button:has-text('Nhắc trường')");
            officer.says("Đã nhắc 1 trường");
            page.navigate("/trainings/missing?kind=RESOURCES&institution=" + school);
            officer.says("Sở đã nhắc ngày", "khi đó thiếu");
            officer.isAccessible();
        }
        try (var head = new Visitor(port, 390).as("hieutruong.thuduc")) {
            head.page.navigate("/notices");
            head.says("Sở nhắc ngày", "Xin gửi danh sách");
            head.page.navigate("/trainings/missing?kind=RESOURCES");
            head.says("Sở nhắc ngày", "Xin gửi danh sách");
            shot(head, "missing-school");
        }
    }

    /** Looked at on a desk and on a phone. */
    private static void shot(Visitor visitor, String name) {
        var width = visitor.page.viewportSize().width;
        for (var one : List.of(390, 1440)) {
            visitor.resize(one);
            visitor.fits();
            visitor.isAccessible();
            if (System.getProperty("shots") != null) {
                visitor.page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of(System.getProperty("shots"), name + "-" + one + ".png")));
            }
        }
        visitor.resize(width);
    }
}
