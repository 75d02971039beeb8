package vn.lanhnghe.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.document.Qr;

/** A diploma held before the camera of a telephone. */
@RehearsalTest
class CameraTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    @Test
    void a_code_before_the_camera_opens_its_answer_and_a_strange_one_is_not_followed() throws Exception {
        var code = Scope.system()
                .get(() -> jdbc.sql("select code from credential.diploma where state = 'VALID' order by id limit 1")
                        .query(String.class)
                        .single());
        look("http://localhost:%d/v/%s".formatted(port, code), page -> {
            page.waitForURL("**/v/" + code);
            assertThat(page.innerText("h1")).startsWith("Hợp lệ");
        });
        look("https://tra-cuu-van-bang.example/v/" + code, page -> {
            page.waitForSelector("#scan-told:has-text('không phải mã của hệ thống')");
            assertThat(page.url()).endsWith("/tra-cuu");
        });
    }

    private void look(String text, java.util.function.Consumer<com.microsoft.playwright.Page> then) throws Exception {
        var film = Files.write(folder.resolve("camera.mjpeg"), film(text));
        try (var playwright = Playwright.create();
                var browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of("/usr/bin/chromium"))
                                .setArgs(List.of(
                                        "--no-sandbox",
                                        "--disable-gpu",
                                        "--disable-background-networking",
                                        "--use-fake-ui-for-media-stream",
                                        "--use-fake-device-for-media-stream",
                                        "--use-file-for-fake-video-capture=" + film)))) {
            var page = browser.newContext(new Browser.NewContextOptions()
                            .setBaseURL("http://localhost:" + port)
                            .setViewportSize(390, 844))
                    .newPage();
            page.navigate("/tra-cuu");
            page.click("#scan button");
            then.accept(page);
        }
    }

    /** Pictures of a QR code one after another, as a camera gives them. */
    private static byte[] film(String text) throws Exception {
        var code = ImageIO.read(new ByteArrayInputStream(
                Base64.getDecoder().decode(Qr.dataUri(text).replace("data:image/png;base64,", ""))));
        var picture = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(new Color(210, 205, 190));
        pen.fillRect(0, 0, 640, 480);
        pen.drawImage(code, 180, 100, 280, 280, null);
        pen.dispose();
        var film = new ByteArrayOutputStream();
        for (var i = 0; i < 5; i++) {
            ImageIO.write(picture, "jpeg", film);
        }
        return film.toByteArray();
    }
}
