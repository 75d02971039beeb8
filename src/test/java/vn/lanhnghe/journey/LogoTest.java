package vn.lanhnghe.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.database.Scope;

/** A college's emblem: put in by the college, seen by whoever checks one of its diplomas, never taken from a file. */
@RehearsalTest
class LogoTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_college_puts_its_emblem_and_an_employer_sees_it() throws Exception {
        var college = one("select id::text from institution.directory where code = 'CKC'");
        var code =
                one("select min(code) from credential.diploma where state = 'VALID' and institution_id = " + college);
        try (var head = new Visitor(port).as("hieutruong.caothang");
                var employer = new Visitor(port, 390)) {
            put(head, college, "logo.pdf", "%PDF-1.7 hình".getBytes(StandardCharsets.UTF_8));
            assertThat(head.text()).contains("Tệp “logo.pdf” là PDF");
            put(head, college, "logo.png", picture(40, 40));
            assertThat(head.text()).contains("rộng 40, cao 40 điểm ảnh");
            var broken = picture(300, 300);
            java.util.Arrays.fill(broken, 40, broken.length, (byte) 0);
            put(head, college, "logo.png", broken);
            assertThat(head.text()).contains("không mở được");
            employer.page.navigate("/v/" + code);
            assertThat(employer.page.locator("main img.logo").count()).isZero();

            put(head, college, "logo.png", picture(900, 600));
            assertThat(head.text()).contains("Đã đặt biểu trưng");
            head.isAccessible();
            employer.page.navigate("/v/" + code);
            var answer = employer.context
                    .request()
                    .get("http://localhost:" + port + employer.page.getAttribute("main img.logo", "src"));
            assertThat(answer.headers()).containsEntry("content-type", "image/png");
            var shown = ImageIO.read(new ByteArrayInputStream(answer.body()));
            assertThat(shown.getWidth()).isEqualTo(256);
            assertThat(shown.getHeight()).isEqualTo(171);
            employer.fits();
            employer.isAccessible();
            head.pressAndConfirm("Bỏ biểu trưng");
            head.says("Đã bỏ biểu trưng");
            assertThat(head.complaints).isEmpty();
        }
    }

    private static void put(Visitor visitor, String college, String name, byte[] bytes) {
        visitor.page.navigate("/institutions/" + college + "/edit");
        visitor.page.setInputFiles("#logo-file", new FilePayload(name, "application/octet-stream", bytes));
        visitor.page.click("button:has-text('Đặt biểu trưng')");
    }

    private String one(String sql) {
        return Scope.system().get(() -> jdbc.sql(sql).query(String.class).single());
    }

    private static byte[] picture(int width, int height) throws Exception {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var pen = picture.createGraphics();
        pen.setColor(new Color(11, 89, 102));
        pen.fillOval(width / 8, height / 8, width * 3 / 4, height * 3 / 4);
        pen.dispose();
        var png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        return png.toByteArray();
    }
}
