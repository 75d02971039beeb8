package vn.lanhnghe.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.database.Scope;

/** The register of institutions as its people use it: a college asks and confirms, the officer answers, merges and looks back. */
@RehearsalTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NetworkTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private static void fill(Visitor visitor, String field, String value) {
        visitor.page.fill("#" + field, value);
    }

    @Test
    @Order(1)
    void a_college_is_asked_to_confirm_mends_what_it_may_and_asks_for_the_rest() {
        Scope.system()
                .run(() -> jdbc.sql("update institution.institution set confirmed_at = null where code = 'TDC'")
                        .update());
        try (var visitor = new Visitor(port).as("daotao.thuduc")) {
            assertThat(visitor.text()).contains("xác nhận thông tin của trường");
            visitor.page.click("main a:has-text('Xem và xác nhận')");
            visitor.page.click("main a:has-text('Sửa thông tin')");
            assertThat(visitor.text())
                    .contains("Cơ sở tự sửa")
                    .contains("Sửa xong chờ Sở duyệt")
                    .contains("Chỉ Sở sửa");
            assertThat(visitor.page.locator("#TYPE").count())
                    .as("the department's own field is no field here")
                    .isZero();

            fill(visitor, "PHONE", "không có");
            fill(visitor, "LOCATION", "106.758032, 10.851559");
            visitor.page.click("main button:has-text('Ghi thay đổi')");
            assertThat(visitor.page.innerText("[role=alert]"))
                    .contains("Còn 2 chỗ cần sửa")
                    .contains("10 hoặc 11 chữ số");

            fill(visitor, "PHONE", "028.2215.8642");
            fill(visitor, "LOCATION", "10.851559, 106.758032");
            fill(visitor, "NAME_EN", "Thu Duc College of Technology");
            fill(visitor, "reason", "QĐ 15/QĐ-CĐCNTĐ");
            visitor.page.setInputFiles(
                    "#evidence",
                    new FilePayload(
                            "quyet-dinh.pdf", "application/pdf", "%PDF-1.7 thử".getBytes(StandardCharsets.UTF_8)));
            visitor.page.click("main button:has-text('Ghi thay đổi')");
            assertThat(visitor.text())
                    .contains("Đã ghi 1 thay đổi")
                    .contains("1 thay đổi đã gửi Sở duyệt")
                    .contains("028.2215.8642");
            visitor.page.click("main button:has-text('Thông tin đúng, xác nhận')");
            assertThat(visitor.text()).contains("Đã xác nhận thông tin");
            visitor.isAccessible();
        }
    }

    @Test
    @Order(2)
    void the_officer_answers_and_the_college_is_told() {
        try (var officer = new Visitor(port).as("chuyenvien")) {
            assertThat(officer.text()).contains("đề nghị sửa thông tin cơ sở chờ duyệt");
            officer.page.navigate("/institutions/changes");
            assertThat(officer.text()).contains("Thu Duc College of Technology").contains("Giấy tờ kèm theo");
            officer.page.click("main tr:has-text('Thu Duc College') input[name=change]");
            officer.page.selectOption("#preset", "UNREADABLE");
            officer.page.fill("#reply", "Xin quét lại trang 2");
            officer.page.click("main button:has-text('Trả lại các dòng đã chọn')");
            assertThat(officer.text()).contains("Đã trả lại 1 đề nghị");
        }
        try (var college = new Visitor(port).as("daotao.thuduc")) {
            assertThat(college.text()).contains("Sở đã trả lời 1 đề nghị");
            college.page.click("main a:has-text('Xem'):not(:has-text('xác nhận'))");
            assertThat(college.text()).contains("không đọc được").contains("Xin quét lại trang 2");
            college.page.click("main button:has-text('Tôi đã xem')");
            college.page.navigate("/today");
            assertThat(college.text()).doesNotContain("Sở đã trả lời");
        }
    }

    @Test
    @Order(3)
    void the_officer_merges_two_schools_looks_back_and_undoes() {
        try (var visitor = new Visitor(port).as("chuyenvien")) {
            visitor.page.navigate("/institutions/successions/new");
            fill(visitor, "before0", "TCQT");
            fill(visitor, "after0", "TCQT");
            visitor.page.click("main button:has-text('Tiếp')");
            assertThat(visitor.text()).contains("không thể nhập vào chính mình");
            fill(visitor, "before0", "TCQT – Trường Trung cấp nghề Quang Trung");
            fill(visitor, "before1", "TCHV");
            fill(visitor, "after0", "CDN");
            visitor.page.click("main button:has-text('Tiếp')");
            fill(visitor, "decision", "3120/QĐ-UBND");
            fill(visitor, "decidedOn", "2026-08-01");
            fill(visitor, "effectiveOn", "2026-07-01");
            visitor.page.click("main button:has-text('Tiếp')");
            assertThat(visitor.text()).contains("trước ngày quyết định");
            fill(visitor, "effectiveOn", "2026-09-01");
            visitor.page.click("main button:has-text('Tiếp')");
            assertThat(visitor.text()).contains("Cơ sở kế tục lưu giữ sổ gốc");
            visitor.isAccessible();
            visitor.page.click("main button:has-text('Tiếp')");
            assertThat(visitor.text())
                    .contains("Trường Trung cấp nghề Hùng Vương".replace("Hùng", "Kỹ thuật Công nghệ Hùng"))
                    .contains("đã giải thể");
            visitor.page.click("main button:has-text('Ghi sáp nhập')");
            assertThat(visitor.text()).contains("Đã ghi sáp nhập");

            visitor.page.navigate("/institutions?q=quang+trung&ngay=2026-08-31");
            assertThat(visitor.page.innerText("main tbody")).contains("đang hoạt động");
            visitor.page.navigate("/institutions?q=quang+trung&ngay=2026-09-01");
            assertThat(visitor.page.innerText("main tbody")).contains("đã giải thể");
            visitor.page.navigate("/co-so/truong-trung-cap-nghe-quang-trung");
            assertThat(visitor.text()).contains("kế tục là").contains("Trường Cao đẳng Nghề Thành phố Hồ Chí Minh");

            visitor.page.navigate("/institutions/successions");
            visitor.page.click("main tbody a:has-text('Sáp nhập')");
            fill(visitor, "reason", "Ghi thử");
            visitor.page.click("main button:has-text('Hoàn tác sáp nhập')");
            assertThat(visitor.text()).contains("Đã hoàn tác");
            visitor.page.navigate("/institutions?q=quang+trung&ngay=2026-09-01");
            assertThat(visitor.page.innerText("main tbody")).contains("đang hoạt động");
        }
    }

    @Test
    @Order(4)
    void a_sheet_of_the_department_changes_the_register_and_is_undone_whole() {
        var sheet =
                "Mã cơ sở;Điện thoại;Trang web;Phường, xã;Lý do\r\nMN;028.3989.9999;;;CV 12\r\nSTC;;XOA;;CV 12\r\nXYZ;0281234567;;;\r\nNSPC;abc;;;\r\nHCE;;;Phường Bến Nghé;\r\n";
        try (var visitor = new Visitor(port).as("chuyenvien")) {
            visitor.page.navigate("/intake");
            visitor.page.setInputFiles(
                    "#file",
                    new FilePayload("cap-nhat.csv", "text/csv", ("\ufeff" + sheet).getBytes(StandardCharsets.UTF_8)));
            visitor.page.click("main button:has-text('Tải lên')");
            assertThat(visitor.text()).contains("Cập nhật cơ sở, mỗi trường một cột");
            assertThat(visitor.text())
                    .contains("XYZ")
                    .contains("10 hoặc 11 chữ số")
                    .contains("không phải phường, xã của Thành phố");
            visitor.pressAndConfirm("Ghi 2 dòng");
            visitor.page.waitForSelector("main a:has-text('Xem'), main a[href*='batch=']");
            for (var i = 0;
                    i < 40
                            && visitor.page
                                            .locator("main a[href*='/institutions/changes?state=DONE']")
                                            .count()
                                    == 0;
                    i++) {
                visitor.page.waitForTimeout(250);
                visitor.page.reload();
            }
            visitor.page.click("main a[href*='/institutions/changes?state=DONE']");
            assertThat(visitor.text())
                    .contains("028.3989.9999")
                    .contains("bỏ trống")
                    .contains("2 đề nghị");
            visitor.page.fill("#all-reason", "Nhầm tệp");
            visitor.page.click("main button:has-text('Hoàn tác cả')");
            assertThat(visitor.text()).contains("Đã hoàn tác 2 thay đổi");
            visitor.page.navigate("/co-so/truong-cao-dang-mien-nam");
            assertThat(visitor.text()).contains("028.3989.3967");
        }
    }

    @Test
    @Order(4)
    void points_come_as_geojson_and_those_outside_are_listed() {
        var points = """
                {"type": "FeatureCollection", "features": [
                  {"type": "Feature", "properties": {"code": "KTXD"}, "geometry": {"type": "Point", "coordinates": [106.6945, 10.7707]}},
                  {"type": "Feature", "properties": {"code": "TTC"}, "geometry": {"type": "Point", "coordinates": [105.8342, 21.0278]}},
                  {"type": "Feature", "properties": {"code": "CKC"}, "geometry": {"type": "Point", "coordinates": [107.0756, 10.3565]}},
                  {"type": "Feature", "properties": {"code": "MN"}, "geometry": {"type": "LineString", "coordinates": [[1, 2], [3, 4]]}}]}
                """;
        try (var visitor = new Visitor(port).as("chuyenvien")) {
            visitor.page.navigate("/intake");
            visitor.page.setInputFiles(
                    "#file",
                    new FilePayload("toa-do.geojson", "application/geo+json", points.getBytes(StandardCharsets.UTF_8)));
            visitor.page.click("main button:has-text('Tải lên')");
            assertThat(visitor.text())
                    .contains("ngoài Thành phố Hồ Chí Minh")
                    .contains("Phường Vũng Tàu")
                    .contains("Toạ độ gồm vĩ độ rồi kinh độ")
                    .contains("Ghi 1 dòng");
        }
    }

    @Test
    @Order(5)
    void a_list_of_the_ministry_is_laid_beside_the_register() {
        var list =
                "DANH SÁCH CƠ SỞ GDNN;;\r\nSTT;Tên trường;Địa chỉ\r\n1;CĐ KT Cao Thắng;Quận 1\r\n2;CĐN TP.HCM;Quận 1\r\n3;Trường Cao đẳng Không Có Thật Nào Hết;Đâu đó\r\n";
        try (var visitor = new Visitor(port).as("chuyenvien")) {
            visitor.page.navigate("/institutions/comparisons");
            visitor.page.setInputFiles(
                    "#file", new FilePayload("bo.csv", "text/csv", ("\ufeff" + list).getBytes(StandardCharsets.UTF_8)));
            visitor.page.click("main button:has-text('So với sổ')");
            assertThat(visitor.text())
                    .contains("Trường Cao đẳng Kỹ thuật Cao Thắng")
                    .contains("giống");
            visitor.isAccessible();
            visitor.page.click("main button:has-text('Nhận mọi cặp đủ giống')");
            assertThat(visitor.text()).contains("Đã nhận 2 cặp").contains("Không Có Thật");
            visitor.page.click("main tbody label:has-text('Không có trong sổ')");
            visitor.page.click("main tbody button:has-text('Ghi')");
            assertThat(visitor.text()).contains("Không có trong sổ 1").contains("Đã nhận 2");
        }
    }

    @Test
    @Order(6)
    void a_citizen_finds_a_school_by_its_old_address_and_reads_its_licence_at_a_day() {
        try (var visitor = new Visitor(port)) {
            visitor.page.navigate("/co-so?q="
                    + java.net.URLEncoder.encode("65 Huỳnh Thúc Kháng, Bến Nghé, Quận 1", StandardCharsets.UTF_8));
            assertThat(visitor.text()).contains("giống một địa chỉ cũ");
            visitor.page.click("main a:has-text('Phường Sài Gòn')");
            visitor.page.click("main a:has-text('Cao Thắng')");
            assertThat(visitor.text())
                    .contains("Ngành, nghề được đào tạo")
                    .contains("Công nghệ thông tin")
                    .contains("Kiểm tra văn bằng của cơ sở này");
            visitor.page.click("main a:has-text('GCNĐKHĐ') >> nth=0");
            assertThat(visitor.text()).contains("Còn hiệu lực");
            visitor.page.click("main a:has-text('Xem ngành, nghề')");
            var licence = visitor.page.url().replaceAll("\\?.*", "");
            var receipt = visitor.page.request().get(licence + "/phieu.pdf");
            assertThat(receipt.status()).isEqualTo(200);
            assertThat(new String(receipt.body(), 0, 5, StandardCharsets.ISO_8859_1))
                    .isEqualTo("%PDF-");
            visitor.page.navigate(licence + "?ngay=2021-01-01");
            assertThat(visitor.text()).contains("Chưa có hiệu lực");
            visitor.page.navigate("/giay-phep?so=khong+co+so+nay");
            assertThat(visitor.text()).contains("Không tìm thấy số này");
            visitor.page.navigate("/giay-phep/khong-co");
            assertThat(visitor.text()).contains("Hãy quét lại");
        }
    }

    @Test
    @Order(7)
    void a_file_over_the_limit_is_answered_in_words() {
        var large = new FilePayload("lon.csv", "text/csv", new byte[12 * 1024 * 1024]);
        try (var visitor = Visitor.withoutScripts(port).as("chuyenvien")) {
            visitor.page.navigate("/intake");
            visitor.page.setInputFiles("#file", large);
            visitor.page.click("main button:has-text('Tải lên')");
            assertThat(visitor.text())
                    .contains("Hệ thống nhận tệp tối đa 10 MB")
                    .contains("10 MB")
                    .contains("chưa có gì được ghi");
        }
        try (var visitor = new Visitor(port).as("chuyenvien")) {
            visitor.page.navigate("/intake");
            visitor.page.setInputFiles("#file", large);
            assertThat(visitor.page
                            .evaluate("document.querySelector('#file').validationMessage")
                            .toString())
                    .contains("tối đa 10 MB");
        }
    }
}
