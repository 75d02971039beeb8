package vn.lanhnghe.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lanhnghe.RehearsalTest;

/** A document enters the register, its wording is read into clauses, found with and without marks, and compared with the next edition. */
@RehearsalTest
class LawTextTest {

    private static final String FIRST = """
            Điều 1. Phạm vi
            Quyết định này quy định việc kết nối hệ thống của trường với nền tảng.
            Điều 2. Thời hạn
            1. Trường nối hệ thống trước ngày 30 tháng 6 năm 2027.
            2. Trường báo sự cố trong 24 giờ.
            """;

    @LocalServerPort
    int port;

    @Test
    void from_the_register_to_the_clause() {
        String text;
        String first;
        try (var officer = new Visitor(port).as("chuyenvien")) {
            var page = officer.page;
            page.navigate("/laws/new");
            page.click("form[action='/laws'] button");
            assertThat(page.innerText(".errors")).contains("Nhập số hiệu", "Nhập tên văn bản", "Chọn loại văn bản");
            page.fill("#code", "QĐ 999/2026/QĐ-UBND");
            page.selectOption("#kind", "QUYET_DINH");
            page.fill("#title", "Quy định kết nối hệ thống của trường");
            page.fill("#issuer", "UBND Thành phố Hồ Chí Minh");
            page.fill("#signatory", "Người ký thử");
            page.selectOption("#relation", "GUIDES");
            page.fill("#related", "KHÔNG CÓ");
            page.click("form[action='/laws'] button");
            officer.says("KHÔNG CÓ chưa có trong sổ");
            page.fill("#related", "QĐ 2550/QĐ-UBND");
            page.click("form[action='/laws'] button");
            text = page.url().replaceAll(".*(/laws/\\d+)$", "$1");
            officer.says("hướng dẫn, quy định chi tiết", "Người ký thử");

            page.click("a:has-text('Ghi toàn văn')");
            page.fill("#validFrom", "2026-10-01");
            page.fill("#note", "Bản ký");
            page.fill("#text", "Chẳng có điều nào");
            page.click("form[action$='/editions'] button");
            officer.says("Chưa đọc ra điều nào");
            page.navigate(text + "/editions/new");
            page.fill("#validFrom", "2026-10-01");
            page.fill("#note", "Bản ký");
            page.fill("#text", FIRST);
            page.click("form[action$='/editions'] button");
            first = page.url().replaceAll(".*(/laws/editions/\\d+)$", "$1");
            assertThat(page.locator("[id='d2.1']").innerText()).contains("30 tháng 6 năm 2027");
            officer.isAccessible();

            page.navigate(text + "/editions/new");
            page.fill("#validFrom", "2026-11-01");
            page.fill("#note", "Bản sửa");
            page.fill("#text", FIRST.replace("30 tháng 6", "31 tháng 12"));
            page.click("form[action$='/editions'] button");
            page.click("form[action$='/comparison'] button");
            assertThat(page.locator("main table.list tbody tr").count()).isEqualTo(1);
            assertThat(page.locator("main table.list ins").first().innerText()).contains("31");
            assertThat(page.locator("main table.list del").first().innerText()).contains("30");
            officer.isAccessible();
        }
        try (var registrar = new Visitor(port, 390).as("daotao.caothang")) {
            var page = registrar.page;
            page.navigate("/laws/search");
            page.fill("#q", "bao su co");
            page.click("form[role=search] button");
            assertThat(page.locator(".hits li").first().innerText()).contains("Điều 2, khoản 2");
            assertThat(page.locator(".hits mark").allInnerTexts()).contains("báo", "sự", "cố");
            registrar.fits();
            registrar.isAccessible();
            page.click(".hits a >> nth=0");
            assertThat(page.url()).contains("#d2.2");
            page.navigate("/laws/search?q="
                    + java.net.URLEncoder.encode("\"31 tháng 12\"", java.nio.charset.StandardCharsets.UTF_8));
            registrar.says("Điều 2, khoản 1");
            page.navigate("/laws/search?ngay=2026-10-15&q="
                    + java.net.URLEncoder.encode("\"30 tháng 6\"", java.nio.charset.StandardCharsets.UTF_8));
            assertThat(registrar.text()).as("as it stood on a day").contains("Điều 2, khoản 1");
            page.navigate("/laws/search?q="
                    + java.net.URLEncoder.encode("văn bằng số", java.nio.charset.StandardCharsets.UTF_8));
            assertThat(registrar.text()).as("clauses referred to are found too").contains("TT 10/2026/TT-BGDĐT");
            page.navigate("/laws/search?q=%27%3B%21%28&kind=%27&force=x&ngay=x&page=99999");
            registrar.says("Không tìm thấy");
        }
        try (var officer = new Visitor(port).as("chuyenvien")) {
            officer.page.navigate(first);
            officer.page.click("summary:has-text('Bỏ bản')");
            officer.page.fill("#reason", "Ghi nhầm ngày");
            officer.page.click("form[action$='/removal'] button");
            officer.says("Đã bỏ bản toàn văn");
        }
    }
}
