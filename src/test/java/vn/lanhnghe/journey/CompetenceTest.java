package vn.lanhnghe.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.document.VeraPdf;
import vn.lanhnghe.person.competence.Assessed;

/** A teacher assesses themselves on a phone, is interrupted, goes on at a desk without scripts, submits, reads, plans, prints. */
@RehearsalTest
class CompetenceTest {

    private static final String TEACHER = "nhagiao.caothang";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @BeforeEach
    void afresh() {
        new Assessed(context).afresh(TEACHER);
    }

    @Test
    void a_teacher_begins_on_a_phone_goes_on_elsewhere_and_ends_with_a_plan() throws Exception {
        try (var phone = new Visitor(port, 390).as(TEACHER)) {
            phone.page.navigate("/me/competence");
            phone.says("24 câu, khoảng 25 phút", "Chỉ Thầy/Cô");
            phone.page.click("main form button.btn-primary");
            phone.says("Câu 1/24, còn khoảng 25 phút");
            phone.isAccessible();
            phone.fits();
            assertThat(phone.page.locator(".levels label").all())
                    .hasSize(6)
                    .allSatisfy(it -> assertThat(it.boundingBox().height).isGreaterThanOrEqualTo(48));
            phone.page.click("main button.btn-primary");
            phone.says("Thầy/Cô chưa chọn mức nào", "Câu 1/24");
            for (var place = 1; place <= 9; place++) {
                choose(phone, place, 3);
            }
            phone.says("Câu 10/24, còn khoảng 16 phút");
            phone.page.click("text=Câu trước");
            phone.says("Câu 9/24");
            assertThat(phone.page.isChecked("#level-3")).isTrue();
            choose(phone, 9, 5);
            assertThat(phone.complaints).isEmpty();
        }
        try (var desk = Visitor.withoutScripts(port).as(TEACHER)) {
            desk.page.navigate("/me/competence");
            desk.says("đang làm dở", "9/24");
            desk.page.click("text=Tiếp tục từ câu 10");
            for (var place = 10; place <= 23; place++) {
                choose(desk, place, place > 21 ? 1 : 3);
            }
            desk.page.navigate("/me/competence/check");
            desk.says("Còn 1 câu chưa trả lời");
            desk.page.click("main form button.btn-primary");
            desk.says("Chưa nộp được", "Câu 24: Dùng AI để phát triển chuyên môn");
            desk.page.click(".errors a");
            desk.says("Câu 24/24");
            desk.page.check("#level-1");
            desk.page.click("main button.btn-primary");
            desk.says("Đủ 24 câu");
            desk.page.click("main tr:has-text('6.') a:has-text('Sửa câu 6')");
            desk.says("Câu 6/24", "Giữ và về trang xem lại");
            desk.page.check("#level-3");
            desk.page.click("main button.btn-primary");
            desk.says("Đủ 24 câu");
            desk.page.click("main form button.btn-primary");
            desk.says(
                    "Mức chung: Đang thử",
                    "Đã nộp. Phiếu này chỉ Thầy/Cô xem được",
                    "Bước tiếp theo",
                    "0,5 làm tròn lên");
        }
        try (var phone = new Visitor(port, 390).as(TEACHER)) {
            phone.page.navigate("/me/competence");
            phone.page.click("main .rows a:has-text('Lần nộp')");
            phone.says("Mức chung: Đang thử", "Trí tuệ nhân tạo");
            phone.isAccessible();
            phone.fits();
            phone.page.click("text=Lập kế hoạch học");
            phone.says("Kế hoạch học của tôi");
            phone.isAccessible();
            phone.fits();
            assertThat(phone.page.innerText(".intents legend >> nth=0")).startsWith("Trí tuệ nhân tạo");
            phone.page.check(".intents input[type=checkbox] >> nth=0");
            phone.page.check(".intents input[type=checkbox] >> nth=1");
            phone.page.click("main button.btn-primary");
            phone.says("Đã ghi kế hoạch 2 việc", "Sửa kế hoạch");
            var paper = phone.page.locator("a:has-text('Tải PDF')").getAttribute("href");
            var answer = phone.context.request().get("http://localhost:" + port + paper);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(new String(answer.body(), 0, 5, StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF-");
            VeraPdf.passes(answer.body());
            var passport = phone.context
                    .request()
                    .get("http://localhost:" + port + "/trainings/passport.pdf")
                    .body();
            VeraPdf.passes(passport);
            try (var document = Loader.loadPDF(passport)) {
                assertThat(new PDFTextStripper().getText(document))
                        .contains("Năng lực số, tự đánh giá ngày", "Dạy và học");
            }
            assertThat(phone.complaints).isEmpty();
            assertThat(phone.foreign).isEmpty();
        }
    }

    @Test
    void a_school_reads_of_groups_and_why_nobody_can_be_told() {
        try (var head = new Visitor(port).as("hieutruong.caothang")) {
            head.page.navigate("/competences");
            head.says(
                    "Năng lực số của đội ngũ", "Theo khoa, phòng, tổ", "ít nhất 5 người", "Vì sao không đoán được ai");
            head.isAccessible();
            head.fits();
            head.resize(390);
            head.fits();
        }
    }

    private static void choose(Visitor visitor, int place, int level) {
        visitor.says("Câu " + place + "/24");
        visitor.page.check("#level-" + level);
        visitor.page.click("main button.btn-primary");
    }
}
