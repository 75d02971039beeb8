package vn.lanhnghe.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.document.Qr;

/** An employer with a telephone and something that may be a diploma: a file, a picture, a forgery. */
@RehearsalTest
class EmployerTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    long id;
    String code = "";
    byte[] pdf = {};

    @BeforeEach
    void aDiplomaAsItsCollegeHandsItOut() {
        Scope.system().run(() -> {
            id = jdbc.sql("""
                            select min(d.id) from credential.diploma d join institution.directory i on i.id = d.institution_id
                             where i.code = 'CKC' and d.state = 'VALID' and d.level = 'CAO_DANG'
                            """).query(Long.class).single();
            code = jdbc.sql("select code from credential.diploma where id = :id")
                    .param("id", id)
                    .query(String.class)
                    .single();
        });
        try (var head = new Visitor(port).as("hieutruong.caothang")) {
            pdf = head.context
                    .request()
                    .get("http://localhost:%d/credentials/%d/paper.pdf".formatted(port, id))
                    .body();
        }
    }

    @Test
    void a_genuine_file_agrees_line_by_line_and_a_changed_one_is_found_out() throws Exception {
        try (var employer = new Visitor(port, 390)) {
            hand(employer, "bang.pdf", pdf);
            assertThat(employer.page.innerText("h1")).startsWith("Hợp lệ");
            assertThat(employer.page.locator("table .status.bad").count()).isZero();
            assertThat(employer.page.locator("table .status.ok").count()).isGreaterThan(15);
            assertThat(employer.page.locator(".ladder > li").count()).isEqualTo(7);
            employer.fits();
            employer.isAccessible();
            var receipt = employer.context.request().get(employer.page.getAttribute("a[href$='phieu.pdf']", "href"));
            assertThat(new String(receipt.body(), 0, 5, StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF-");

            var changed = pdf.clone();
            var at = new String(pdf, StandardCharsets.ISO_8859_1).indexOf("serialNumber");
            assertThat(at).as("the credential stands in the file in the clear").isPositive();
            changed[at + 16] ^= 1;
            hand(employer, "bang.pdf", changed);
            assertThat(employer.page.innerText("h1")).startsWith("Tệp đã bị sửa");
            assertThat(employer.page.locator("main table .status.bad").count()).isPositive();

            hand(employer, "anh-chup.png", picture("http://localhost:%d/v/%s".formatted(port, code)));
            assertThat(employer.page.innerText("h1")).startsWith("Hợp lệ");
            hand(employer, "anh-chup.png", picture("https://tra-cuu-van-bang.example/v/" + code));
            assertThat(employer.page.innerText("h1")).startsWith("Mã QR dẫn tới trang khác");
            assertThat(employer.text()).contains("tra-cuu-van-bang.example");
            employer.isAccessible();
            hand(employer, "anh-chup.png", picture("WIFI:S:quan-ca-phe;;"));
            assertThat(employer.page.innerText("h1")).startsWith("Không phải mã của hệ thống");
            hand(employer, "bang.pdf", "PK\u0003\u0004 không phải PDF".getBytes(StandardCharsets.UTF_8));
            assertThat(employer.page.innerText("h1")).startsWith("Không đọc được tệp");
            assertThat(employer.text()).contains("Word, Excel");
            assertThat(employer.foreign).isEmpty();
            assertThat(employer.complaints).isEmpty();
        }
    }

    @Test
    void a_program_of_others_gets_the_same_answers_without_a_key() {
        try (var employer = new Visitor(port)) {
            var site = "http://localhost:" + port;
            var answer = employer.context.request().get(site + "/tra-cuu.json?code=" + code);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers()).containsEntry("access-control-allow-origin", "*");
            assertThat(answer.text())
                    .contains("\"outcome\":\"VALID\"", "\"step\":\"QUOTA\"", "\"en\":\"Valid\"")
                    .doesNotContain("citizenId", "keyId", "proof");
            assertThat(employer.context
                            .request()
                            .get(site + "/tra-cuu.json?code=LN-00000-00000-00")
                            .status())
                    .isEqualTo(404);
            var wrong = employer.context.request().get(site + "/tra-cuu.json?serial=1&name=A&born=31/02/2004");
            assertThat(wrong.status()).isEqualTo(422);
            assertThat(wrong.text()).contains("31/02/2004", "detailEn");
        }
    }

    private void hand(Visitor visitor, String name, byte[] bytes) {
        visitor.page.navigate("/tra-cuu");
        visitor.page.setInputFiles("#file", new FilePayload(name, "application/octet-stream", bytes));
        visitor.page.click("form[action='/tra-cuu/tep'] button");
    }

    /** A QR code as somebody has taken a picture of it. */
    private static byte[] picture(String text) throws Exception {
        var code = ImageIO.read(new java.io.ByteArrayInputStream(
                Base64.getDecoder().decode(Qr.dataUri(text).replace("data:image/png;base64,", ""))));
        var sheet = new java.awt.image.BufferedImage(900, 1200, java.awt.image.BufferedImage.TYPE_INT_RGB);
        var pen = sheet.createGraphics();
        pen.setColor(java.awt.Color.WHITE);
        pen.fillRect(0, 0, 900, 1200);
        pen.drawImage(code, 100, 700, 300, 300, null);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(sheet, "png", out);
        return out.toByteArray();
    }
}
