package vn.lanhnghe.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The program is killed in the middle of a commit: no half of the batch is there, and the next start finishes it. */
class KillTest {

    private static final int ROWS = 20_000;

    private final Path data =
            Path.of("target/test-data", UUID.randomUUID().toString()).toAbsolutePath();
    private Process program;
    private int port;

    @Test
    void a_killed_commit_leaves_nothing_half_done_and_is_finished_by_the_next_start() throws Exception {
        start();
        String batch;
        try (var registrar = new Visitor(port).as("daotao.caothang")) {
            registrar.page.navigate("/intake");
            registrar.page.setInputFiles("#file", file());
            registrar.page.click("form.drop button");
            registrar.page.waitForURL("**/intake/*");
            batch = registrar.page.url().replaceAll(".*(/intake/\\d+).*", "$1");
            registrar.pressAndConfirm("Ghi 20.000 dòng vào sổ");
            registrar.page.waitForCondition(() -> under_way(registrar, batch));
        }
        program.destroyForcibly().waitFor();

        start();
        try (var registrar = new Visitor(port).as("daotao.caothang")) {
            registrar.page.navigate("/learners?batch=" + batch.replaceAll("\\D", ""));
            assertThat(registrar.text()).containsPattern("(?m)^(0|20\\.000) hồ sơ, lọc");
            for (var tries = 0; tries < 120 && !done(registrar, batch); tries++) {
                registrar.page.waitForTimeout(500);
            }
            registrar.page.navigate("/learners?batch=" + batch.replaceAll("\\D", ""));
            assertThat(registrar.text()).contains("20.000 hồ sơ");
        }
    }

    private static boolean under_way(Visitor registrar, String batch) {
        var progress = registrar.context.request().get(batch + "/progress").text();
        return Pattern.compile("Đang ghi [1-9][\\d.]* trên").matcher(progress).find();
    }

    private static boolean done(Visitor registrar, String batch) {
        return registrar.context.request().get(batch).text().contains("Đã ghi 20.000 dòng vào sổ");
    }

    private void start() throws IOException, InterruptedException {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var log = data.resolveSibling(data.getFileName() + ".log").toFile();
        Files.createDirectories(data);
        program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx384m",
                        "-cp",
                        System.getProperty("java.class.path")
                                .replace(Path.of("target/test-classes").toAbsolutePath() + File.pathSeparator, ""),
                        "vn.lanhnghe.LanhNghe",
                        "--server.port=" + port,
                        "--lanhnghe.data=" + data,
                        "--lanhnghe.rehearsal=true")
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        for (var tries = 0; tries < 600; tries++) {
            if (Files.readString(log.toPath()).contains("Sẵn sàng: http://localhost:" + port)) {
                return;
            }
            assertThat(program.isAlive()).as(Files.readString(log.toPath())).isTrue();
            Thread.sleep(100);
        }
        throw new AssertionError("not ready: " + Files.readString(log.toPath()));
    }

    private Path file() throws IOException {
        var text = new StringBuilder("Mã HSSV;Họ và tên;Ngày sinh;Số CCCD;Mã ngành, nghề;Trình độ\r\n");
        for (var i = 0; i < ROWS; i++) {
            text.append("KILL%05d;Nguyễn Văn Thử;01/02/2004;0980%08d;6480201;Cao đẳng\r\n".formatted(i, i));
        }
        var file = data.resolveSibling(data.getFileName() + ".csv");
        return Files.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() throws InterruptedException {
        program.destroy();
        if (!program.waitFor(30, TimeUnit.SECONDS)) {
            program.destroyForcibly();
        }
    }
}
