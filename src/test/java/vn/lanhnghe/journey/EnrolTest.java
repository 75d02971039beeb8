package vn.lanhnghe.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.institution.Institutions;

/** The officer of the department: from the figure of a target to forty people in a class, and back. */
@RehearsalTest
class EnrolTest {

    @LocalServerPort
    int port;

    @Autowired
    Institutions institutions;

    @Test
    void from_a_figure_to_forty_people_in_a_class() {
        try (var officer = new Visitor(port).as("chuyenvien")) {
            officer.page.navigate("/targets");
            assertThat(officer.page
                            .locator("tr:has(a[href^='/targets/CT01'])")
                            .first()
                            .innerText())
                    .contains("%")
                    .contains("cơ sở");
            officer.page.locator("a[href^='/targets/CT01']").first().click();
            officer.says("Để đạt mốc 2030 cần thêm", "người", "Ghi danh người còn thiếu");
            officer.isAccessible();
            officer.page.click("main a:has-text('Ghi danh người còn thiếu') >> nth=0");
            officer.says("Còn thiếu: Kỹ năng số", "người còn thiếu trong");
            // the figure itself leads there as well, and so does what it lacks at one school
            officer.page.navigate("/indicators/CT01");
            officer.page.click("main a:has-text('Ghi danh người còn thiếu')");
            officer.says("Còn thiếu: Kỹ năng số", "người còn thiếu trong");
            assertThat(officer.page.url()).endsWith("/trainings/missing?kind=DIGITAL");
            officer.page.navigate(
                    "/indicators/CT01/institutions/" + institutions.get("CKC").id() + "?side=MISSING");
            var number = officer.page
                    .locator("table.list td[data-label='Mã, số hiệu'] a")
                    .first();
            var lacking = number.innerText();
            number.click();
            officer.says("1 người, lọc từ", lacking);
            officer.page.goBack();
            officer.page.click("main a:has-text('Ghi danh người còn thiếu')");
            officer.says("Còn thiếu: Kỹ năng số", "người còn thiếu trong");
            // a school with enough people
            officer.page.navigate("/trainings/missing?kind=DIGITAL&institution="
                    + institutions.get("CKC").id());
            // the button says how many, and so does the answer
            var promised = officer.page.innerText("button[value=all]").replaceAll("\\D", "");
            officer.page.click("button[value=all]");
            officer.page.click("dialog.confirm button[value=yes]");
            // the course is for teachers: who only manages is named, and comes for a reason
            officer.says("người chưa đủ điều kiện đầu vào", "khoá dành cho nhà giáo");
            officer.page.fill("#reason", "Sắp đứng lớp");
            officer.page.click("button:has-text('Ghi danh cả " + promised + " người')");
            officer.says("Đã ghi danh " + promised + " người", "Có thể hoàn tác");
            var told = Pattern.compile("Đã ghi danh (\\d+) người").matcher(officer.page.innerText("body"));
            assertThat(told.find()).isTrue();
            assertThat(Integer.parseInt(told.group(1))).isGreaterThanOrEqualTo(40);
            officer.isAccessible();
            assertThat(officer.page.locator("main nav.pager").innerText()).contains("1–50 trong");
            officer.page.click("button:has-text('Hoàn tác ghi danh " + told.group(1) + " người')");
            officer.says("Đã hoàn tác");
        }
    }
}
