package vn.lanhnghe.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.database.Scope;

/** Somebody without an account says that a paper looks forged; the college answers; the reporter reads the answer. */
@RehearsalTest
class ForgeryTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_report_is_answered_by_its_issuer_and_followed_by_a_code() {
        var code = Scope.system().get(() -> jdbc.sql("""
                        select min(d.code) from credential.diploma d join institution.directory i on i.id = d.institution_id
                         where i.code = 'CKC' and d.state = 'VALID'
                        """).query(String.class).single());
        try (var reporter = new Visitor(port, 390);
                var checker = new Visitor(port).as("nguoiky.caothang")) {
            reporter.page.navigate("/v/" + code);
            reporter.page.click("a:has-text('Báo nghi giả')");
            reporter.isAccessible();
            reporter.page.click("form button");
            assertThat(reporter.text()).contains("Ghi vì sao bạn nghi");
            reporter.page.fill("#told", "Tên trên giấy khác tên trên trang tra cứu.");
            reporter.page.fill("#contact", "0900000001");
            reporter.page.setInputFiles(
                    "#file",
                    new FilePayload("giay.pdf", "application/pdf", "không phải".getBytes(StandardCharsets.UTF_8)));
            reporter.page.click("form button");
            assertThat(reporter.text()).contains("không phải PDF, PNG hoặc JPEG");
            reporter.page.setInputFiles(
                    "#file",
                    new FilePayload("giay.pdf", "application/pdf", "%PDF-1.7 giấy".getBytes(StandardCharsets.UTF_8)));
            reporter.page.click("form button");
            var own = reporter.page.innerText(".result code");
            assertThat(own).matches("BG-[0-9A-Z]{6}-[0-9A-Z]{6}");
            reporter.fits();
            reporter.isAccessible();
            reporter.page.click("main a:has-text('trang theo dõi')");
            assertThat(reporter.text()).contains("chưa trả lời").doesNotContain("0900000001");

            checker.page.navigate("/today");
            assertThat(checker.text()).contains("báo nghi giả chờ trả lời");
            checker.page.navigate("/suspicions");
            checker.page.click("main a:has-text('" + own + "')");
            assertThat(checker.text()).contains("Tên trên giấy khác", "0900000001", "giay.pdf");
            checker.isAccessible();
            checker.page.check("input[value=FORGED]");
            checker.page.fill("#answer", "Chúng tôi đã đối chiếu sổ gốc: giấy này không do trường cấp.");
            checker.page.click("button:has-text('Gửi trả lời')");
            assertThat(checker.text()).contains("Giấy giả");
            assertThat(checker.page.locator("#answer").count())
                    .as("once and for good")
                    .isZero();

            reporter.page.navigate("/bao-gia-mao/" + own.toLowerCase(java.util.Locale.ROOT));
            assertThat(reporter.text()).contains("Giấy giả", "không do trường cấp");
            reporter.isAccessible();
            reporter.page.navigate("/bao-gia-mao?code=LN-00000-00000-00");
            reporter.page.fill("#told", "Mã này trông lạ lắm.");
            reporter.page.click("form button");
            assertThat(reporter.text()).contains("không phải mã của hệ thống");
            assertThat(reporter.complaints).isEmpty();
        }
        try (var other = new Visitor(port).as("nguoikiem.thuduc")) {
            other.page.navigate("/suspicions");
            assertThat(other.text()).contains("Chưa có báo cáo nào");
        }
    }
}
