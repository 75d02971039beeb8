package vn.lanhnghe.journey;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lanhnghe.RehearsalTest;

/** An officer reads a new version of a framework and sees who hangs on the one in use before anything is put to use. */
@RehearsalTest
class FrameworkRoadTest {

    @LocalServerPort
    int port;

    @Test
    void who_hangs_on_the_version_in_use_is_seen_before_another_takes_its_place() {
        try (var officer = new Visitor(port).as("chuyenvien")) {
            var page = officer.page;
            var file = page.request()
                    .get("/frameworks/1/case.json")
                    .text()
                    .replace("\"version\":\"2025\"", "\"version\":\"2027\"")
                    .replace("\"humanCodingScheme\":\"4.2\"", "\"humanCodingScheme\":\"4.9\"")
                    .replace("Bảo vệ dữ liệu cá nhân và quyền riêng tư", "An ninh mạng")
                    .replaceAll("(?s)" + identifier("4.2"), "22222222-2222-3222-8222-222222222222");
            page.navigate("/frameworks");
            page.setInputFiles(
                    "#file", new FilePayload("khung.json", "application/json", file.getBytes(StandardCharsets.UTF_8)));
            page.click("text=Đọc tệp");
            officer.says("phiên bản 2027", "thay đổi so với phiên bản 2025");
            page.click("text=Ghi thành bản nháp");
            officer.says("Đã ghi bản nháp", "chưa có mục thay");
            page.fill("#from", "2099-01-01");
            page.click("text=Xem ảnh hưởng");
            officer.says(
                    "đang gắn với bản 2025",
                    "vẫn được xét theo bản đó",
                    "4.2 Bảo vệ dữ liệu cá nhân và quyền riêng tư",
                    "không có mục nào",
                    "Trường Cao đẳng Kỹ thuật Cao Thắng");
            officer.isAccessible();
            officer.fits();
            officer.resize(390);
            officer.fits();
            officer.isAccessible();
            page.click("main .actions a:has-text('Thôi')");
            officer.says("Khung năng lực số cho người học");
            page.click("text=Bỏ bản nháp");
            officer.says("Đã bỏ bản nháp");
        }
    }

    /** As the framework that comes with the product names its items. */
    private static String identifier(String code) {
        try {
            var digest = java.security.MessageDigest.getInstance("MD5")
                    .digest(("NLS-NH " + code).getBytes(StandardCharsets.UTF_8));
            return java.util.HexFormat.of()
                    .formatHex(digest)
                    .replaceAll("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
        } catch (java.security.NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
