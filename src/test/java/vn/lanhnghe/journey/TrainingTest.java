package vn.lanhnghe.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.document.Spreadsheets;
import vn.lanhnghe.document.VeraPdf;
import vn.lanhnghe.person.training.TrainingEnrolments;
import vn.lanhnghe.person.training.TrainingTown;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Vi;

/** A training officer takes a class from empty to certificates that anybody checks; a teacher declares what they did elsewhere. */
@RehearsalTest
class TrainingTest {

    private static final byte[] SCAN =
            ("%PDF-1.4\n% chứng nhận thử " + System.nanoTime() + "\n%%EOF").getBytes(StandardCharsets.UTF_8);

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    TrainingTown town;

    @BeforeEach
    void town() {
        town = new TrainingTown(context);
    }

    @Test
    void a_class_goes_from_empty_to_certificates() {
        var course = town.course("chuyenvien", "DIGITAL");
        var people = town.staff("CKC", 2);
        var teacher = town.linked("nhagiao.caothang");
        var numbers =
                List.of(town.staffNumber(people.get(0)), town.staffNumber(people.get(1)), town.staffNumber(teacher));
        String address;
        String paper;
        try (var officer = new Visitor(port).as("chuyenvien")) {
            var page = officer.page;
            page.navigate("/trainings/classes/new?course=" + course);
            page.fill("#name", "Lớp hành trình");
            page.fill("#startsOn", town.today.minusDays(9).toString());
            page.fill("#endsOn", town.today.toString());
            page.fill("#place", "Hội trường B");
            page.fill("#evaluators", "Thầy Nam");
            page.fill("#sessions", "hôm nào đó; 1; trực tuyến");
            page.click("button:has-text('Mở lớp')");
            officer.says("ghi ngày giờ, ví dụ 05/12/2026 18:00");
            officer.isAccessible();
            page.fill(
                    "#sessions",
                    "%s 18:00; 1; trực tuyến\n%s 18:00; 2; trực tiếp"
                            .formatted(Vi.day(town.today.minusDays(9)), Vi.day(town.today.minusDays(2))));
            page.click("button:has-text('Mở lớp')");
            officer.says("Đã mở lớp", "Chưa ghi danh ai");
            address = page.url().replaceAll(".*(/trainings/classes/\\d+)$", "$1");

            // from the list of the missing, and taken back
            page.click("a:has-text('Chọn từ danh sách còn thiếu')");
            page.fill("#q", numbers.getFirst());
            page.click("button:has-text('Lọc')");
            officer.says("1 người còn thiếu");
            officer.isAccessible();
            page.check("input[name=person]");
            page.click("button:has-text('Ghi danh những người đã chọn')");
            officer.says("Đã ghi danh 1 người");
            page.click("button:has-text('Hoàn tác ghi danh 1 người')");
            officer.says("Đã hoàn tác ghi danh 1 người", "Chưa ghi danh ai");

            // from a file, with a fault first
            upload(page, "#file", "nguoi-hoc.csv", "Số nhà giáo\nNG123\n" + numbers.getFirst());
            page.click("button:has-text('Ghi danh từ tệp')");
            officer.says("Tệp có 1 lỗi, chưa ghi danh ai", "Dòng 2: “NG123”");
            officer.isAccessible();
            upload(page, "#file", "nguoi-hoc.csv", "Số nhà giáo\n" + String.join("\n", numbers));
            page.click("button:has-text('Ghi danh từ tệp')");
            officer.says("Đã ghi danh 3 người", "3 người học");
            shot(officer, "class");

            // present and marked; one of the three was never there
            page.navigate(address + "/attendance");
            page.locator("input[data-all]").all().forEach(it -> it.check());
            page.locator("tr:has-text('" + numbers.get(1) + "') input").all().forEach(it -> it.uncheck());
            shot(officer, "attendance");
            officer.isAccessible();
            page.click("button:has-text('Ghi điểm danh')");
            officer.says("Đã ghi điểm danh");
            page.navigate(address + "/results");
            officer.isAccessible();
            page.fill("tr:has-text('" + numbers.getFirst() + "') td input >> nth=0", "99");
            page.click("button:has-text('Ghi điểm') >> nth=-1");
            officer.says("Còn 1 chỗ cần sửa, chưa ghi điểm nào", "“99”");
            shot(officer, "results");
            var rows =
                    numbers.stream().map(it -> List.of(it, "", "8", "7,5", "9")).toList();
            page.setInputFiles(
                    "#file",
                    new FilePayload(
                            "diem.xlsx",
                            "application/octet-stream",
                            Spreadsheets.xlsx(
                                    "Điểm",
                                    List.of("Số nhà giáo", "Tên", "CĐ1", "CĐ2", "Kiểm tra cuối khoá"),
                                    rows,
                                    Map.of())));
            page.click("button:has-text('Đọc tệp, ghi điểm')");
            officer.says("Đã ghi từ tệp điểm của 3 người: CĐ1 3 điểm, CĐ2 3 điểm");
            page.navigate(address + "/closing");
            officer.says("2 trong 3 người hoàn thành", "có mặt 0/2 buổi, cần từ 80 %");
            shot(officer, "closing");
            officer.isAccessible();
            page.click("button:has-text('Chốt kết quả 3 người')");
            officer.says("2 người hoàn thành");
            page.click("button:has-text('xác nhận thay')");
            officer.says("Đã xác nhận dữ liệu thay 1 người");
        }
        try (var me = new Visitor(port, 390).as("nhagiao.caothang")) {
            me.page.navigate("/trainings/mine");
            var row = "tr:has-text('Lớp hành trình')";
            me.page.click(row + " button:has-text('Đúng, xác nhận')");
            me.says("Đã xác nhận họ tên, ngày sinh");
            shot(me, "mine");
            me.fits();
            me.isAccessible();
        }
        try (var officer = new Visitor(port).as("chuyenvien")) {
            officer.page.navigate(address);
            officer.pressAndConfirm("Ký, cấp 2 chứng nhận");
            officer.says("Đã cấp 2 chứng nhận", "đã cấp chứng nhận");
            assertThat(officer.page.locator("button:has-text('Bỏ chốt')").count())
                    .isZero();
        }
        String code;
        try (var me = new Visitor(port, 390).as("nhagiao.caothang")) {
            var page = me.page;
            page.navigate("/trainings/mine");
            var row = "tr:has-text('Lớp hành trình')";
            assertThat(page.locator(row + " a:has-text('Tải chứng nhận')").count())
                    .isZero();
            page.click(row + " a:has-text('Trả lời khảo sát')");
            page.click("button:has-text('Gửi phiếu')");
            me.says("Chọn một mức từ 1 đến 5 cho cả ba câu");
            me.isAccessible();
            page.check("input[name=content][value='5']");
            page.check("input[name=teaching][value='4']");
            page.check("input[name=useful][value='5']");
            shot(me, "feedback");
            page.click("button:has-text('Gửi phiếu')");
            me.says("Cảm ơn bạn");
            paper = page.getAttribute(row + " a:has-text('Tải chứng nhận')", "href");
            var pdf = page.request().get("http://localhost:" + port + paper).body();
            VeraPdf.passes(pdf);
            save("certificate.pdf", pdf);
            code = town.text("select code from person.training_certificate where id = " + paper.replaceAll("\\D", ""));

            // the same paper, handed in by a stranger
            try (var stranger = new Visitor(port)) {
                stranger.page.navigate("/tra-cuu");
                stranger.page.fill("input[name=code]", code);
                stranger.page.click("form:has(input[name=code]) button");
                stranger.says(
                        "Chứng nhận bồi dưỡng này có trong sổ",
                        "Khoá thử bồi dưỡng",
                        "Sở Giáo dục và Đào tạo Thành phố Hồ Chí Minh ký lúc");
                shot(stranger, "verified");
                stranger.isAccessible();
                stranger.page.navigate("/tra-cuu");
                stranger.page.setInputFiles(
                        "input[type=file]", new FilePayload("chung-nhan.pdf", "application/pdf", pdf));
                stranger.page.click("form:has(input[type=file]) button");
                stranger.says("Chứng nhận bồi dưỡng này có trong sổ", "nội dung đã so, khớp tất cả");
                // the three lines that are printed on it, the name without its marks; a wrong one tells nothing
                var of = " from person.training_certificate where code = '%s'".formatted(code);
                for (var born : List.of(town.text("select to_char(birth_date, 'DD/MM/YYYY')" + of), "01/01/1931")) {
                    stranger.page.navigate("/tra-cuu");
                    stranger.page.fill("input[name=serial]", town.text("select printed" + of));
                    stranger.page.fill("input[name=name]", Vietnamese.fold(town.text("select full_name" + of)));
                    stranger.page.fill("input[name=born]", born);
                    stranger.page.click("form:has(input[name=serial]) button");
                    stranger.says(born.equals("01/01/1931") ? "Không tìm thấy" : "3 nội dung đã so, khớp tất cả");
                }
            }
            page.navigate("/trainings/mine#passport");
            page.click("button:has-text('Mở trang công khai')");
            me.says("đang mở công khai");
            var passport = page.getAttribute("a:has-text('xem như người ngoài')", "href");
            save(
                    "passport.pdf",
                    page.request()
                            .get("http://localhost:" + port + "/trainings/passport.pdf")
                            .body());
            try (var stranger = new Visitor(port, 390)) {
                stranger.page.navigate(passport);
                stranger.says("Khoá thử bồi dưỡng", "chứng nhận có chữ ký số");
                shot(stranger, "passport");
                stranger.fits();
                stranger.isAccessible();
            }
            page.click("button:has-text('Đóng trang công khai')");
            me.says("Đã đóng");
            try (var stranger = new Visitor(port)) {
                stranger.page.navigate(passport);
                stranger.says("Không có hộ chiếu số nào đang mở");
            }
        }
        try (var officer = new Visitor(port).as("chuyenvien")) {
            officer.page.navigate(paper.replace("/paper.pdf", ""));
            officer.isAccessible();
            officer.page.fill("#reason", "Người khác học hộ");
            officer.page.click("button:has-text('Thu hồi chứng nhận')");
            officer.says("Đã thu hồi chứng nhận");
        }
        try (var stranger = new Visitor(port)) {
            stranger.page.navigate("/v/" + code);
            stranger.says("Chứng nhận bồi dưỡng này đã bị thu hồi", "Người khác học hộ");
            assertThat(stranger.page
                            .request()
                            .get("http://localhost:" + port + "/tra-cuu.json?code=" + code)
                            .text())
                    .contains("TRAINING_REVOKED");
        }
    }

    @Test
    void enter_in_the_reason_decides_nothing() {
        town.linked("nhagiao.caothang");
        var id = town.open("chuyenvien", town.course("chuyenvien", "OTHER"), 3, town.today, town.today.plusDays(3), "");
        var name = town.text("select name from person.training_class where id = " + id);
        town.act(
                "nhagiao.caothang",
                () -> context.getBean(TrainingEnrolments.class).ask(id));
        try (var registrar = new Visitor(port).as("daotao.caothang")) {
            var page = registrar.page;
            page.navigate("/trainings/asked");
            var row = page.locator("tr:has-text('" + name + "')");
            row.locator("textarea").fill("Bận chấm thi");
            row.locator("textarea").press("Enter");
            assertThat(page.url()).endsWith("/trainings/asked");
            assertThat(town.text("select state from person.training_enrolment where class_id = " + id))
                    .isEqualTo("ASKED");
            row.locator("textarea").fill("");
            row.locator("button:has-text('Chưa đồng ý')").click();
            registrar.says("Ghi lý do chưa đồng ý");
            shot(registrar, "asked");
            row.locator("textarea").fill("Bận chấm thi");
            row.locator("button:has-text('Chưa đồng ý')").click();
            registrar.says("Đã trả lời chưa đồng ý");
        }
    }

    private static void upload(Page page, String field, String name, String text) {
        page.setInputFiles(field, new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_teacher_declares_the_school_confirms_the_department_draws_a_sample() {
        town.linked("nhagiao.caothang");
        var title = "Khoá ngoài hành trình " + System.nanoTime() % 100_000;
        try (var me = new Visitor(port, 390).as("nhagiao.caothang")) {
            var page = me.page;
            page.navigate("/trainings/mine");
            page.click("a:has-text('Khai khoá học ở nơi khác')");
            page.fill("#title", title);
            page.selectOption("#kind", "PEDAGOGY");
            page.fill("#provider", "Trường Đại học Sư phạm");
            page.fill("#hours", "160");
            page.fill("#startsOn", town.today.minusDays(30).toString());
            page.fill("#finishedOn", town.today.plusDays(30).toString());
            page.setInputFiles("#file", new FilePayload("giay.pdf", "application/pdf", SCAN));
            page.click("button:has-text('Gửi trường xác nhận')");
            me.says("sau hôm nay", "chỉ khai được khoá đã học xong");
            assertThat(page.inputValue("#title")).isEqualTo(title);
            shot(me, "declare");
            me.fits();
            me.isAccessible();
            page.fill("#finishedOn", town.today.minusDays(2).toString());
            page.setInputFiles("#file", new FilePayload("giay.pdf", "application/pdf", SCAN));
            page.click("button:has-text('Gửi trường xác nhận')");
            me.says("Đã gửi trường xác nhận", "chờ trường xác nhận");
        }
        try (var registrar = new Visitor(port).as("daotao.caothang")) {
            registrar.says("Xác nhận bồi dưỡng ở nơi khác");
            registrar.page.navigate("/trainings/elsewhere?state=DECLARED");
            registrar.page.click("a:has-text('" + title + "')");
            shot(registrar, "elsewhere");
            registrar.isAccessible();
            registrar.page.click("button:has-text('Đã xem giấy, xác nhận')");
            registrar.says("được tính từ hôm nay");
        }
        try (var me = new Visitor(port, 390).as("nhagiao.caothang")) {
            me.page.navigate("/trainings/mine");
            me.says("Thầy/Cô đã được tính: CÓ, vì", "quá mức 3 tuần");
        }
        try (var officer = new Visitor(port).as("chuyenvien")) {
            var page = officer.page;
            page.navigate("/trainings/samples");
            page.fill("#percent", "100");
            page.fill("#seed", "2026");
            shot(officer, "samples");
            officer.isAccessible();
            page.click("button:has-text('Rút mẫu')");
            officer.says("rút lại bằng số gieo này được đúng danh sách", title);
            shot(officer, "sample");
            officer.isAccessible();
            page.click("a:has-text('" + title + "')");
            page.fill("#reject-reason", "Giấy không phải của khoá này");
            page.click("button:has-text('Không chấp nhận mục này')");
            officer.says("không được tính từ hôm nay", "Giấy không phải của khoá này");
        }
        try (var me = new Visitor(port, 390).as("nhagiao.caothang")) {
            me.page.navigate("/trainings/mine");
            me.says("Sở không chấp nhận", "Giấy không phải của khoá này");
        }
    }

    /** Looked at on a desk and on a phone. */
    private static void shot(Visitor visitor, String name) {
        var width = visitor.page.viewportSize().width;
        visitor.resize(390);
        visitor.fits();
        visitor.isAccessible();
        if (System.getProperty("shots") != null) {
            visitor.page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(java.nio.file.Path.of(System.getProperty("shots"), name + "-390.png")));
        }
        visitor.resize(width);
        visitor.isAccessible();
        var folder = System.getProperty("shots");
        if (folder != null) {
            visitor.page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(java.nio.file.Path.of(folder, name + ".png")));
        }
    }

    private static void save(String name, byte[] bytes) {
        var folder = System.getProperty("shots");
        if (folder != null) {
            try {
                java.nio.file.Files.write(java.nio.file.Path.of(folder, name), bytes);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
