package vn.lanhnghe.journey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.database.Scope.Reach;
import vn.lanhnghe.document.VeraPdf;
import vn.lanhnghe.ui.Vi;

/** A college judges itself by the standard: prepared with evidence, sent by its head, given back by the department, sent again, taken. */
@RehearsalTest
class StandardTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Test
    void from_a_blank_report_to_one_that_anybody_can_read() throws Exception {
        var college = Scope.system()
                .get(() -> jdbc.sql("select id from institution.directory where code = 'CKC'")
                        .query(Long.class)
                        .single());
        var own = new Scope(Reach.COLLEGE, college, null, null, null, "Cán bộ");
        String report;
        try (var registrar = new Visitor(port).as("daotao.caothang")) {
            var page = registrar.page;
            page.navigate("/standards");
            // another test may have begun it
            page.click("button:has-text('Bắt đầu báo cáo'), main td a[href^='/standards/']");
            page.waitForURL("**/standards/*");
            report = page.url().replaceAll(".*(/standards/\\d+)$", "$1");
            registrar.says("Điều kiện 6. Hệ thống quản trị số và dữ liệu", "TT38.10", "chưa đánh giá");
            assertThat(page.locator("form[action$='/sending']").count())
                    .as("the head sends")
                    .isZero();
            var qualified = page.locator("tr[id='muc-2.2'] a[href^='/indicators/NG.CHUAN/']");
            assertThat(qualified.innerText()).as("what the records say").contains("%");
            page.click("summary:has-text('Đánh giá 1.1')");
            page.selectOption("#verdict-1-1", "MET");
            page.fill("#words-1-1", "Chiến lược 2026–2030");
            page.setInputFiles("#evidence-1-1", new FilePayload("a.pdf", "application/pdf", "MZ".getBytes(US_ASCII)));
            page.click("form[action$='/lines/1.1'] button");
            registrar.says("không phải PDF, PNG hoặc JPEG");
            page.navigate(report);
            registrar.isAccessible();
            try (var head = new Visitor(port).as("hieutruong.caothang")) {
                head.page.navigate(report);
                head.page.click("form[action$='/sending'] button");
                head.says("gửi báo cáo được từ hôm sau");
            }
            // the day on which figures are frozen has passed; what was recorded since does not count
            own.run(() -> jdbc.sql("update indicator.assessment set as_at = :day where institution_id = :id")
                    .param("day", LocalDate.now(Vi.ZONE).minusDays(1))
                    .param("id", college)
                    .update());
            page.navigate(report);
            for (var code : page.locator("a[href^='#muc-']").allInnerTexts()) {
                page.navigate(report);
                var id = code.replace('.', '-');
                page.click("summary:has-text('Đánh giá " + code + "')");
                page.selectOption("#verdict-" + id, "MET");
                if (code.startsWith("TT38")) {
                    page.fill("#declared-" + id, "75,5");
                }
                page.fill("#words-" + id, "Hồ sơ mục " + code);
                if (!code.equals("4.2")) {
                    page.setInputFiles(
                            "#evidence-" + id,
                            new FilePayload("muc-" + code + ".pdf", "application/pdf", "%PDF-1.7".getBytes(US_ASCII)));
                }
                page.click("form[action$='/lines/" + code + "'] button");
            }
            registrar.says("75,5 %", "trường khai", "muc-1.1.pdf");
        }
        try (var head = new Visitor(port, 390).as("hieutruong.caothang")) {
            var page = head.page;
            page.navigate(report);
            head.fits();
            page.click("form[action$='/sending'] button");
            head.says("mà chưa kèm minh chứng: 4.2");
            page.navigate(report);
            page.click("summary:has-text('Sửa đánh giá 4.2')");
            page.selectOption("#verdict-4-2", "NOT_MET");
            page.fill("#words-4-2", "Nhà để xe đang sửa");
            page.click("form[action$='/lines/4.2'] button");
            page.click("form[action$='/sending'] button");
            head.says("đã gửi, chờ Sở xem", "không đáp ứng chuẩn", "4.2", "Nhà giáo có trình độ theo chức danh");
            head.isAccessible();
            VeraPdf.passes(head.context
                    .request()
                    .get("http://localhost:" + port + report + "/paper.pdf")
                    .body());
        }
        assertThatExceptionOfType(DataAccessException.class)
                .as("what was sent stands")
                .isThrownBy(
                        () -> own.run(() -> jdbc.sql("""
                                insert into indicator.assessment_line (assessment_id, institution_id, code, verdict, words, by_name)
                                select id, institution_id, '9.9', 'MET', 'xxx', 'x' from indicator.assessment where institution_id = :id
                                """).param("id", college).update()));
        try (var officer = new Visitor(port).as("chuyenvien")) {
            var page = officer.page;
            page.navigate("/today");
            page.click("a[href='/standards?state=SENT']");
            page.click("main a[href='" + report + "']");
            page.click("button[name=accepted][value=no]");
            officer.says("Ghi cần sửa gì");
            page.navigate(report);
            page.fill("#reason", "Mục 4.2: kèm biên bản sửa nhà để xe");
            page.click("button[name=accepted][value=no]");
            officer.says("Sở trả lại");
            page.navigate("/standards");
            officer.isAccessible();
            officer.says("chưa bắt đầu");
        }
        try (var head = new Visitor(port).as("hieutruong.caothang")) {
            head.page.navigate("/today");
            head.page.click("a[href='" + report + "']");
            head.says("kèm biên bản sửa nhà để xe");
            head.page.click("summary:has-text('Sửa đánh giá 4.2')");
            head.page.selectOption("#verdict-4-2", "MET");
            head.page.fill("#words-4-2", "Đã sửa xong");
            head.page.setInputFiles(
                    "#evidence-4-2", new FilePayload("4-2.pdf", "application/pdf", "%PDF-1.7".getBytes(US_ASCII)));
            head.page.click("form[action$='/lines/4.2'] button");
            head.page.click("form[action$='/sending'] button");
            head.says("đã gửi, chờ Sở xem");
        }
        try (var officer = new Visitor(port).as("chuyenvien")) {
            officer.page.navigate(report);
            officer.page.click("button[name=accepted][value=yes]");
            officer.says("Đã nhận báo cáo.");
        }
        try (var citizen = new Visitor(port, 390)) {
            citizen.page.navigate("/chuan-co-so");
            citizen.says("Cao Thắng", "2026");
            citizen.fits();
            citizen.isAccessible();
        }
    }
}
