package vn.lanhnghe.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.document.Poppler;
import vn.lanhnghe.proof.Forger;

/** Files that are meant to break, mislead or overwhelm, handed in at the public's page: each gets one clear answer. */
@RehearsalTest
class HostileTest {

    private static final long MOST_MEGABYTES = 400;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FlywayConnectionDetails owner;

    /** What is handed in, and with which words the answer begins. */
    private record Handed(byte[] bytes, String outcome) {}

    @Test
    void each_hostile_file_gets_one_clear_answer() throws Exception {
        var id = Scope.system().get(() -> jdbc.sql("""
                        select min(d.id) from credential.diploma d join institution.directory i on i.id = d.institution_id
                         where i.code = 'CKC' and d.state = 'VALID' and d.level = 'CAO_DANG'
                        """).query(Long.class).single());
        byte[] pdf;
        String credential;
        try (var head = new Visitor(port).as("hieutruong.caothang")) {
            var site = "http://localhost:%d/credentials/%d/".formatted(port, id);
            pdf = head.context.request().get(site + "paper.pdf").body();
            credential = head.context.request().get(site + "credential.json").text();
        }
        assertThat(Poppler.pdfsig(pdf)).contains("Signature is Valid", "Total document signed");
        var flipped = pdf.clone();
        flipped[new String(pdf, StandardCharsets.ISO_8859_1).indexOf("serialNumber") + 16] ^= 1;
        assertThat(Poppler.pdfsig(flipped)).doesNotContain("Signature is Valid");

        var handed = new LinkedHashMap<String, Handed>();
        handed.put("lat-mot-bit.pdf", new Handed(flipped, "Tệp đã bị sửa"));
        handed.put("khoa.pdf", new Handed(changed(pdf, HostileTest::lock), "Không đọc được tệp"));
        handed.put("kich-ban.pdf", new Handed(changed(pdf, HostileTest::script), "Không đọc được tệp"));
        handed.put("xfa.pdf", new Handed(changed(pdf, HostileTest::xfa), "Không đọc được tệp"));
        handed.put("nghin-trang.pdf", new Handed(changed(pdf, HostileTest::thousand), "Không đọc được tệp"));
        handed.put("40-megapixel.png", new Handed(picture(8_000, 5_000), "Không đọc được tệp"));
        handed.put("anh-trong.jpg", new Handed(picture(600, 400), "Không đọc được tệp"));
        handed.put(
                "tu-vung-la.json",
                new Handed(
                        text(credential.replace("\"@context\":[", "\"@context\":[\"https://evil.example/c.jsonld\",")),
                        "Không đọc được tệp"));
        // whoever signs a credential themselves can write any college's name into it, and their own address
        handed.put(
                "tu-ky.json",
                new Handed(
                        text(credential.replace("did:web:localhost", "did:web:truong-gia.example")),
                        "Không rõ đơn vị ký"));
        handed.put(
                "tu-ky-ten-that.json",
                new Handed(text(new Forger().sign(credential, "Kẻ Gian")), "Không rõ đơn vị ký"));
        handed.put(
                "doi-ten.json",
                new Handed(
                        text(credential.replaceFirst(
                                "\"familyName\":\"[^\"]+\"|\"name\":\"[^\"]+\"", "\"name\":\"Kẻ Gian\"")),
                        "Tệp đã bị sửa"));
        handed.put("rong.pdf", new Handed(text("%PDF-1.7"), "Không đọc được tệp"));

        var heap = ManagementFactory.getMemoryMXBean();
        try (var employer = new Visitor(port, 390)) {
            for (var it : handed.entrySet()) {
                System.gc();
                var before = heap.getHeapMemoryUsage().getUsed();
                employer.page.navigate("/tra-cuu");
                employer.page.setInputFiles(
                        "#file",
                        new FilePayload(
                                it.getKey(),
                                "application/octet-stream",
                                it.getValue().bytes()));
                var answer = employer.page.waitForNavigation(
                        () -> employer.page.click("form[action='/tra-cuu/tep'] button"));
                assertThat(answer.status()).as(it.getKey()).isLessThan(500);
                assertThat(employer.page.innerText("h1"))
                        .as(it.getKey())
                        .startsWith(it.getValue().outcome());
                assertThat((heap.getHeapMemoryUsage().getUsed() - before) / 1_000_000)
                        .as("megabytes for " + it.getKey())
                        .isLessThan(MOST_MEGABYTES);
            }
            employer.isAccessible();
            assertThat(employer.foreign).isEmpty();
            assertThat(employer.complaints).isEmpty();
        }
    }

    @Test
    void a_credential_whose_status_list_is_gone_is_not_taken_for_valid() throws Exception {
        var id = Scope.system().get(() -> jdbc.sql("""
                        select min(d.id) from credential.diploma d join institution.directory i on i.id = d.institution_id
                         where i.code = 'CKC' and d.state = 'VALID' and d.level = 'CAO_DANG'
                        """).query(Long.class).single());
        String credential;
        try (var head = new Visitor(port).as("hieutruong.caothang")) {
            credential = head.context
                    .request()
                    .get("http://localhost:%d/credentials/%d/credential.json".formatted(port, id))
                    .text();
        }
        var lists =
                "update proof.status_list set number = number %s 5000 where institution_id = (select id from institution.institution where code = 'CKC')";
        try (var employer = new Visitor(port, 390)) {
            assertThat(answer(employer, credential)).startsWith("Hợp lệ");
            asOwner(lists.formatted("+"));
            try {
                assertThat(answer(employer, credential)).startsWith("Chưa biết còn hiệu lực không");
                employer.isAccessible();
            } finally {
                asOwner(lists.formatted("-"));
            }
            assertThat(answer(employer, credential)).startsWith("Hợp lệ");
        }
    }

    private static String answer(Visitor employer, String credential) {
        employer.page.navigate("/tra-cuu");
        employer.page.setInputFiles("#file", new FilePayload("van-bang.json", "application/json", text(credential)));
        employer.page.waitForNavigation(() -> employer.page.click("form[action='/tra-cuu/tep'] button"));
        return employer.page.innerText("h1");
    }

    private void asOwner(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        Objects.requireNonNull(owner.getJdbcUrl()), owner.getUsername(), owner.getPassword());
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] changed(byte[] pdf, Consumer<PDDocument> change) throws IOException {
        try (var document = Loader.loadPDF(pdf);
                var out = new ByteArrayOutputStream()) {
            change.accept(document);
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void lock(PDDocument document) {
        try {
            document.protect(new StandardProtectionPolicy("chu", "nguoi-dung", new AccessPermission()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void script(PDDocument document) {
        document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.launchURL('https://evil.example')"));
    }

    private static void xfa(PDDocument document) {
        var form = new PDAcroForm(document);
        form.getCOSObject().setItem(COSName.getPDFName("XFA"), new COSArray());
        document.getDocumentCatalog().setAcroForm(form);
    }

    private static void thousand(PDDocument document) {
        for (var i = 0; i < 1_000; i++) {
            document.addPage(new PDPage());
        }
    }

    private static byte[] picture(int width, int height) throws IOException {
        var png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), "png", png);
        return png.toByteArray();
    }
}
