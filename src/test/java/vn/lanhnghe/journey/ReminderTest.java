package vn.lanhnghe.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.ui.Vi;

/** The officer sees how many institutions are missing to a milestone, asks those with the least left to do, and they are told. */
@RehearsalTest
class ReminderTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Test
    void from_a_gap_to_a_colleges_list_of_the_day() {
        var due = LocalDate.now(Vi.ZONE).plusDays(30);
        try (var officer = new Visitor(port).as("chuyenvien")) {
            officer.page.navigate("/targets/CT06?year=2030");
            var needed = Long.parseLong(officer.page
                    .innerText("#gap")
                    .replaceAll(".*cần thêm ([\\d.]+) cơ sở.*", "$1")
                    .replace(".", ""));
            var figure = officer.page.innerText(".figure span");
            var met = Long.parseLong(
                    figure.replaceAll("([\\d.]+) đạt trên.*", "$1").replace(".", ""));
            var all = Long.parseLong(
                    figure.replaceAll(".*đạt trên ([\\d.]+) cơ sở.*", "$1").replace(".", ""));
            assertThat(met + needed).as("100 % is all of them").isEqualTo(all);
            officer.isAccessible();
            officer.resize(390);
            officer.fits();
            officer.resize(1440);

            // every figure of the first row opens exactly so many records
            var first = officer.page.locator("#gap ~ form tbody tr").first();
            var lack = first.locator("td[data-label='Còn thiếu'] a").first();
            if (lack.count() > 0) {
                var missing = officer.context
                        .request()
                        .get("http://localhost:" + port + lack.getAttribute("href"))
                        .text();
                assertThat(missing).contains("Có ở mẫu số mà chưa có ở tử số");
            }

            officer.page.fill("#due-on", LocalDate.now(Vi.ZONE).minusDays(1).toString());
            officer.page.check("#gap ~ form tbody input[type=checkbox] >> nth=0");
            officer.page.click("button:has-text('Nhắc các cơ sở đã chọn')");
            assertThat(officer.text()).contains("Hạn phải là một ngày sau hôm nay");
            officer.page.navigate("/targets/CT06?year=2030");
            officer.page.check("#gap ~ form input[data-all]");
            officer.page.fill("#due-on", due.toString());
            officer.page.fill("#note", "Ghi kết quả kỳ II trước hạn");
            officer.page.click("button:has-text('Nhắc các cơ sở đã chọn')");
            assertThat(officer.text())
                    .contains(
                            "Đã nhắc",
                            "hạn %02d/%02d/%d".formatted(due.getDayOfMonth(), due.getMonthValue(), due.getYear()));
            assertThat(officer.complaints).isEmpty();
        }
        var told = Scope.system().get(() -> jdbc.sql("""
                        select i.code from target.reminder r join institution.directory i on i.id = r.institution_id where i.code in ('CKC', 'TDC')
                        order by 1 limit 1
                        """).query(String.class).optional());
        assertThat(told).as("one of the two colleges has work left").isPresent();
        try (var registrar =
                new Visitor(port).as(told.orElseThrow().equals("CKC") ? "daotao.caothang" : "daotao.thuduc")) {
            assertThat(registrar.text()).contains("CT06", "Ghi kết quả kỳ II trước hạn");
            registrar.page.click("main a:has-text('Xem còn thiếu ai')");
            assertThat(registrar.text()).contains("CT06", "Dựa vào");
            registrar.page.click("main a:has-text('Xem còn thiếu ai') >> nth=0");
            assertThat(registrar.text()).contains("Có ở mẫu số mà chưa có ở tử số");
            registrar.page.navigate("/targets/CT06?year=2030");
            assertThat(registrar.page.locator("#gap").count())
                    .as("a college sees itself, not what others lack")
                    .isZero();
        }
    }
}
