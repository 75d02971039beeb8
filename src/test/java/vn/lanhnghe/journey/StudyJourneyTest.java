package vn.lanhnghe.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.database.Scope;

/** Study as its people do it: a teacher fills the grid by keyboard, a registrar mends and undoes a file, a learner shows a transcript. */
@RehearsalTest
class StudyJourneyTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_teacher_fills_the_grid_by_keyboard_alone_even_when_the_network_goes() {
        try (var teacher = new Visitor(port).as("nhagiao.caothang")) {
            var page = teacher.page;
            page.navigate("/courses");
            page.click("main a:has-text('MH05')");
            page.focus("tbody tr:nth-child(1) input[data-part=TX1]");
            page.keyboard().type("75");
            page.keyboard().press("Enter");
            page.keyboard().type("8,5");
            page.keyboard().press("ArrowDown");
            page.keyboard().type("mười");
            page.keyboard().press("ArrowUp");
            page.keyboard().press("Tab");
            page.keyboard().type("9");
            page.keyboard().press("Tab");
            page.waitForSelector("tbody tr:nth-child(2) td:has(input[data-part=TX2])[data-state=saved]");
            page.waitForSelector("tbody tr:nth-child(3) td[data-state=refused]");
            assertThat(page.inputValue("tbody tr:nth-child(1) input[data-part=TX1]"))
                    .isEqualTo("7,5");
            assertThat(page.innerText("tbody tr:nth-child(3) td[data-state=refused] .say"))
                    .contains("“mười” không phải điểm");
            assertThat(page.innerText("#grid-state")).contains("1 ô chưa ghi được");

            teacher.context.setOffline(true);
            page.focus("tbody tr:nth-child(4) input[data-part=TX1]");
            page.keyboard().type("6");
            page.keyboard().press("Enter");
            page.waitForSelector("tbody tr:nth-child(4) td[data-state=waiting]");
            assertThat(page.innerText("#grid-state")).contains("1 ô giữ trong máy này");
            teacher.context.setOffline(false);
            page.waitForSelector("tbody tr:nth-child(4) td[data-state=saved]");

            page.focus("tbody tr:nth-child(5) input[data-part=TX1]");
            page.evaluate("""
                    () => {
                      const data = new DataTransfer();
                      data.setData('text/plain', '5\\t6\\n7\\t8\\n');
                      document.activeElement.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
                    }""");
            page.waitForSelector("tbody tr:nth-child(6) td:has(input[data-part=TX2])[data-state=saved]");
            page.reload();
            assertThat(page.inputValue("tbody tr:nth-child(6) input[data-part=TX2]"))
                    .isEqualTo("8,0");
            assertThat(page.inputValue("tbody tr:nth-child(4) input[data-part=TX1]"))
                    .isEqualTo("6,0");
            assertThat(page.inputValue("tbody tr:nth-child(3) input[data-part=TX1]"))
                    .isEmpty();
        }
    }

    @Test
    void a_file_in_an_old_font_is_shown_confirmed_written_and_taken_back() {
        var file =
                "Mã HSSV;Họ và tên;Ngày sinh;Số CCCD;Mã ngành, nghề;Trình độ\nVNI1;Nguyeãn Thò Hoàng;28/02/2004;098700000001;6480201;Cao đẳng\nVNI2;Traàn Ñöùc Thaéng;01/03/2004;098700000002;6480201;Cao đẳng\n"
                        .replace(
                                "Mã HSSV;Họ và tên;Ngày sinh;Số CCCD;Mã ngành, nghề;Trình độ",
                                "MSSV;Hoï teân;Ngaøy sinh;CCCD;Maõ ngaønh;Trình ñoä")
                        .replace("Cao đẳng", "Cao ñaúng");
        try (var registrar = new Visitor(port).as("daotao.caothang")) {
            var page = registrar.page;
            page.navigate("/intake");
            page.setInputFiles("#file", new FilePayload("vni.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
            page.click("form.drop button");
            page.waitForURL("**/intake/*");
            assertThat(registrar.text()).contains("bảng mã cũ VNI").contains("“Hoï teân” → “Họ tên”");
            registrar.isAccessible();
            page.check("input[name=read]");
            registrar.pressAndConfirm("Ghi 2 dòng vào sổ");
            page.waitForSelector("text=Đã ghi 2 dòng vào sổ");
            page.click("summary:has-text('Hoàn tác tệp này')");
            page.fill("#undo-reason", "Tải nhầm");
            registrar.pressAndConfirm("Hoàn tác 2 dòng");
            page.waitForSelector("text=sổ trở lại như trước khi ghi");
            assertThat(registrar.text()).contains("đã hoàn tác").contains("sổ trở lại như trước khi ghi");
            page.navigate("/learners?q=Nguyen+Thi+Hoang");
            assertThat(registrar.text()).contains("0 hồ sơ");
        }
    }

    @Test
    void a_learner_sees_a_whole_life_and_whoever_holds_the_transcript_can_look_it_up() {
        String code;
        try (var learner = new Visitor(port).as("hocvien.caothang")) {
            learner.page.navigate("/me");
            assertThat(learner.text()).contains("Nhập học").contains("Văn bằng").contains("Tốt nghiệp");
            var link = learner.page
                    .locator("main a:has-text('Bảng điểm PDF')")
                    .first()
                    .getAttribute("href");
            var pdf = learner.context.request().get(link);
            assertThat(pdf.status()).isEqualTo(200);
            learner.page.click("main a:has-text('Xem kết quả')");
            assertThat(learner.text()).contains("Trung bình toàn khoá");
            code = Scope.system()
                    .get(() -> jdbc.sql("select code from learning.transcript order by id desc limit 1")
                            .query(String.class)
                            .single());
        }
        try (var holder = Visitor.withoutScripts(port)) {
            holder.page.navigate("/bang-diem");
            holder.page.fill("#code", code.toLowerCase(java.util.Locale.ROOT));
            holder.page.click("main .ask button");
            assertThat(holder.text()).contains("Có trong sổ: bản 1, mới nhất").contains("Giáo dục chính trị");
            holder.page.navigate("/bang-diem/BD00-0000-0000-01");
            assertThat(holder.text()).contains("Không tìm thấy bảng điểm có mã này");
        }
    }

    @Test
    void a_record_is_mended_its_standing_changed_and_undone_on_the_page() {
        try (var registrar = new Visitor(port).as("daotao.caothang")) {
            var page = registrar.page;
            page.navigate("/learners?occupation=6340301&status=STUDYING");
            page.click("main table a");
            var address = page.url();
            assertThat(registrar.text()).contains("•••");
            page.fill("#reveal-reason", "Đối chiếu thẻ căn cước");
            page.click("button:has-text('Hiện đủ')");
            assertThat(registrar.text()).containsPattern("Số định danh nhạy cảm\\s+099\\d{9}");
            page.navigate(address + "/edit");
            page.fill("#phone", "12");
            page.click("button:has-text('Ghi thay đổi')");
            assertThat(page.innerText("[role=alert]")).contains("Điện thoại").contains("Lý do sửa");
            page.fill("#phone", "0901234567");
            page.fill("#reason", "Học viên báo số mới");
            page.click("button:has-text('Ghi thay đổi')");
            assertThat(registrar.text()).contains("Đã sửa 1 trường").contains("0901234567");

            page.click("summary:has-text('Đổi tình trạng học')");
            page.selectOption("#kind", "WITHDRAW");
            page.fill("#step-reason", "Đi làm");
            page.click("form[action$='/steps'] button");
            assertThat(registrar.text()).contains("Đang học → Tự thôi học");
            page.fill("form[action$='/undoing'] input[name=reason]", "Ghi nhầm");
            page.click("form[action$='/undoing'] button");
            assertThat(registrar.text()).contains("đã hoàn tác");
            assertThat(List.of(page.locator("dd").allInnerTexts().toArray())).contains("Đang học");
        }
    }
}
