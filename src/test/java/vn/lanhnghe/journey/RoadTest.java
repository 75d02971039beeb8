package vn.lanhnghe.journey;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import vn.lanhnghe.RehearsalTest;

/** The whole road on the files a college really sends: drop, mend, commit, sign, check, count. */
@RehearsalTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RoadTest {

    private static final FilePayload EVIDENCE =
            new FilePayload("quyet-dinh.pdf", "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
    private static final Path INTAKE = Path.of("../shared/data/intake");
    private static final String LEARNERS = "danh-sach-hoc-vien.xlsx";
    private static final String MARKS = "bang-diem-tong-ket.xlsx";
    private static final String GRADUATION = "quyet-dinh-tot-nghiep.csv";

    /** One fault by its place: sheet and row as planted ({@code 14} or {@code 6480201!19}), header, kind. */
    record Place(String row, String column, String kind) {}

    private static String code = "";

    @LocalServerPort
    int port;

    @Test
    @Order(1)
    void a_registrar_drops_the_learners_and_sees_exactly_the_planted_faults() throws Exception {
        try (var registrar = new Visitor(port).as("daotao.caothang")) {
            upload(registrar, LEARNERS);
            registrar.isAccessible();

            assertThat(faults(registrar)).isEqualTo(planted(LEARNERS));
            assertThat(registrar.text())
                    .contains("Dòng 45, cột D “Ngày sinh (*)”: bạn viết “31/02/2005”.")
                    .contains("Đề xuất: 056206573250");

            registrar.page.click("button:has-text('Sửa tất cả 8 ô')");
            registrar.page.click("button:has-text('Sửa tất cả 3 ô')");
            var left = plantedNodes(LEARNERS)
                    .filter(it -> !it.has("fixable"))
                    .map(it -> it.get("row").asString())
                    .collect(toSet());
            assertThat(faults(registrar).stream().map(Place::row).collect(toSet()))
                    .isEqualTo(left);

            commit(registrar, 600 - left.size());
            registrar.page.click("text=hồ sơ từ tệp này");
            assertThat(registrar.text()).contains("%d hồ sơ".formatted(600 - left.size()));
            assertThat(registrar.foreign).isEmpty();
            assertThat(registrar.complaints).isEmpty();
        }
    }

    @Test
    @Order(2)
    void marks_come_in_sheet_by_sheet_and_a_wrong_one_is_found_in_its_cell() throws Exception {
        try (var registrar = new Visitor(port).as("daotao.caothang")) {
            upload(registrar, MARKS);
            var found = faults(registrar);
            var planted = planted(MARKS);
            assertThat(found).containsAll(planted);
            assertThat(found.stream()
                            .filter(it -> !planted.contains(it))
                            .map(Place::kind)
                            .collect(toSet()))
                    .as("besides the planted faults only learners whose own row was refused")
                    .containsExactly("unknown-learner");
            var refused = found.stream().map(Place::row).collect(toSet()).size();
            commit(registrar, 600 - refused);
        }
    }

    @Test
    @Order(3)
    void the_graduation_list_is_held_against_the_register() throws Exception {
        try (var registrar = new Visitor(port).as("daotao.caothang")) {
            upload(registrar, GRADUATION);
            var found = faults(registrar);
            var planted = planted(GRADUATION);
            assertThat(found).containsAll(planted);
            assertThat(found.stream()
                            .filter(it -> !planted.contains(it))
                            .map(Place::kind)
                            .collect(toSet()))
                    .containsExactly("unknown-learner");
            commit(
                    registrar,
                    477 - found.stream().map(Place::row).collect(toSet()).size());

            registrar.page.navigate("/decisions");
            registrar.page.click("text=512/QĐ-CĐKTCT");
            assertThat(registrar.page.locator("button:has-text('Ký ')").count()).isZero();
        }
    }

    @Test
    @Order(4)
    void three_more_people_check_sign_and_release() throws Exception {
        try (var checker = new Visitor(port).as("nguoiky.caothang")) {
            checker.page.click("main .rows a.btn-primary");
            assertThat(checker.text()).contains("Bản thử", "sổ gốc cấp bằng tốt nghiệp cao đẳng năm 2026");
            checker.isAccessible();
            checker.pressAndConfirm("Cấp số cho ");
            checker.page.waitForSelector("main ol.steps li.now:has-text('Ký')");
            assertThat(checker.text()).contains("không thể tự ký");
        }
        try (var head = new Visitor(port).as("hieutruong.caothang")) {
            assertThat(head.text()).contains("512/QĐ-CĐKTCT");
            head.isAccessible();
            head.page.click("main .rows a.btn-primary");
            head.isAccessible();
            head.pressAndConfirm("Ký ");
            head.page.waitForSelector("main ol.steps li.now:has-text('Phát hành')");
            assertThat(head.page.locator("button:has-text('Phát hành ')").count())
                    .isZero();
        }
        try (var clerk = new Visitor(port).as("vanthu.caothang")) {
            clerk.page.click("main .rows a.btn-primary");
            clerk.pressAndConfirm("Phát hành ");
            clerk.page.waitForSelector("main ol.steps li.done:has-text('Phát hành')");
        }
        try (var head = new Visitor(port).as("hieutruong.caothang")) {
            head.page.navigate("/decisions");
            head.page.click("text=512/QĐ-CĐKTCT");
            head.page.click("main table.list tbody a:has-text('Sơn Minh Trí')");
            head.isAccessible();
            code = head.page.innerText(".qr code");
            assertThat(code).matches("LN-[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{2}");
            var picture = ImageIO.read(
                    new ByteArrayInputStream(head.page.locator(".qr svg").screenshot()));
            var link = new QRCodeReader()
                    .decode(
                            new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture))),
                            Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
            assertThat(link).isEqualTo("http://localhost:%d/v/%s".formatted(port, code));
            var pdf = head.context.request().get(head.page.url() + "/paper.pdf");
            assertThat(new String(pdf.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        }
    }

    @Test
    @Order(5)
    void a_citizen_checks_it_without_an_account() {
        try (var citizen = new Visitor(port, 390)) {
            citizen.page.navigate("/tra-cuu");
            citizen.isAccessible();
            citizen.page.fill("#code", code.toLowerCase(java.util.Locale.ROOT).replace("-", " "));
            citizen.page.click("form.ask button");
            assertThat(citizen.text())
                    .contains(
                            "Hợp lệ",
                            "Trường Cao đẳng Kỹ thuật Cao Thắng",
                            "512/QĐ-CĐKTCT",
                            "C250001",
                            "CĐ-2026",
                            "30/06/2026",
                            "Phạm Văn Hậu");
            citizen.isAccessible();
            citizen.fits();

            citizen.page.navigate("/v/LN-00000-00000-00");
            assertThat(citizen.page.innerText("h1")).contains("Không phải mã của hệ thống");
            citizen.page.navigate("/tra-cuu?serial=C250001&name=Nguyen+Van+Khac&born=01/01/2000");
            assertThat(citizen.page.innerText("h1")).contains("Không tìm thấy");
            citizen.page.navigate("/tra-cuu?serial=C250001&name=son+minh+tri&born=28/11/2004");
            assertThat(citizen.page.innerText("h1")).contains("Hợp lệ");
            citizen.page.navigate("/tra-cuu?serial=C250001&name=son+minh+tri&born=31/02/2004");
            assertThat(citizen.text()).contains("Ngày sinh “31/02/2004” không đúng");
            assertThat(citizen.foreign).isEmpty();
            assertThat(citizen.complaints).isEmpty();
        }
    }

    @Test
    @Order(6)
    void the_head_revokes_one_and_the_next_check_says_so() {
        try (var head = new Visitor(port).as("hieutruong.caothang");
                var citizen = new Visitor(port)) {
            head.page.navigate("/credentials?q=" + code);
            head.page.click("main table.list tbody a");
            head.page.click("text=Quyết định về văn bằng này");
            head.isAccessible();
            head.page.selectOption("#turn", "REVOKE");
            head.page.fill("#decision", "15/QĐ-CĐKTCT");
            head.page.fill("#decidedOn", "2026-07-01");
            head.page.selectOption("#reasonCode", "REVOKE_UNQUALIFIED");
            head.page.fill("#reason", "Cấp nhầm số hiệu");
            head.page.setInputFiles("#evidence", EVIDENCE);
            head.page.click("main button:has-text('Xem trước')");
            assertThat(head.text()).contains("1 văn bằng sẽ được làm", "Không đảo lại được");
            head.isAccessible();
            head.pressAndConfirm("Thu hồi 1 văn bằng");
            head.page.waitForSelector("text=Thu hồi: đã làm với 1 văn bằng");
            head.page.click("main table.list a");
            assertThat(head.text()).contains("Cấp nhầm số hiệu", "Thu hồi theo quyết định", "Sau khi phát hành");

            citizen.page.navigate("/v/" + code);
            assertThat(citizen.page.innerText("h1")).contains("Đã thu hồi");
            assertThat(citizen.text()).contains("15/QĐ-CĐKTCT").doesNotContain("Cấp nhầm số hiệu");
        }
    }

    @Test
    @Order(7)
    void an_officer_opens_the_figure_of_ct06_down_to_the_rows_behind_it() {
        try (var officer = new Visitor(port).as("chuyenvien")) {
            officer.page.navigate("/targets");
            assertThat(officer.text()).contains("CT06", "1/154 cơ sở", "chưa có dữ liệu");
            officer.page.click("main a[href*='/targets/CT06?year=2025']");
            assertThat(officer.text()).contains("1 đạt trên 154 cơ sở", "Dựa vào", "SH.KQ", "chưa xác minh");

            officer.page.click("main a:has-text('Từng cơ sở và hồ sơ phía sau')");
            officer.page.selectOption("select[name=met]", "yes");
            officer.page.click("main form.filters button");
            officer.page.click("main table.list a:has-text('Trường Cao đẳng Kỹ thuật Cao Thắng')");
            assertThat(officer.page.innerText("h1")).contains("Cao Thắng");
            officer.page.click("main a:has-text('Mở hồ sơ') >> nth=0");
            assertThat(officer.page.locator("main table.list tbody tr").count()).isEqualTo(50);
            officer.isAccessible();
        }
    }

    private void upload(Visitor registrar, String file) {
        registrar.page.navigate("/intake");
        registrar.page.setInputFiles("#file", INTAKE.resolve(file));
        registrar.page.click("form.drop button");
        registrar.page.waitForURL("**/intake/*");
    }

    private void commit(Visitor registrar, int rows) {
        registrar.pressAndConfirm("Ghi %d dòng vào sổ".formatted(rows));
        registrar.page.waitForSelector("text=Đã ghi %d dòng vào sổ".formatted(rows));
    }

    private static Set<Place> faults(Visitor registrar) {
        var address = registrar.page.url().replaceAll("[?#].*", "") + "/faults.csv";
        var marks = registrar.page.innerText("h1").startsWith("bang-diem");
        return new String(registrar.context.request().get(address).body(), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(it -> it.split(";", 7))
                .map(it -> new Place(marks ? it[1] + "!" + it[2] : it[2], it[4], it[5]))
                .collect(toSet());
    }

    private static Set<Place> planted(String file) throws Exception {
        return plantedNodes(file)
                .map(it -> new Place(
                        it.get("row").asString(),
                        it.get("column").asString(),
                        it.get("kind").asString()))
                .collect(toSet());
    }

    private static java.util.stream.Stream<JsonNode> plantedNodes(String file) throws Exception {
        var all = new ObjectMapper()
                .readTree(Files.readString(INTAKE.resolve("planted-faults.json")))
                .get("faults");
        return all.valueStream().filter(it -> it.get("file").asString().equals(file));
    }
}
