package vn.lanhnghe.journey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.document.VeraPdf;
import vn.lanhnghe.ui.Vi;

/** The plan kept up: evidence by two people, a change by a document, a word when it is late, one page for the leader, the college and anybody. */
@RehearsalTest
class PlanTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_milestone_that_is_not_a_number_is_reached_by_evidence_that_a_second_person_accepts() {
        try (var officer = new Visitor(port).as("chuyenvien")) {
            var page = officer.page;
            page.navigate("/targets/CT09?year=2025");
            page.fill("#words", "Bản đồ số mở cho mọi người từ tháng 10");
            page.setInputFiles("#evidence", new FilePayload("x.pdf", "application/pdf", "MZ".getBytes(US_ASCII)));
            page.click("form[action$='/proofs'] button");
            officer.says("không phải PDF, PNG hoặc JPEG");
            page.navigate("/targets/CT09?year=2025");
            page.fill("#words", "Bản đồ số mở cho mọi người từ tháng 10");
            page.setInputFiles(
                    "#evidence", new FilePayload("quyet-dinh.pdf", "application/pdf", "%PDF-1.7\n".getBytes(US_ASCII)));
            page.click("form[action$='/proofs'] button");
            officer.says("chờ lãnh đạo thành phố xác nhận", "quyet-dinh.pdf");
            assertThat(page.locator("form[action$='/judgement']").count())
                    .as("nobody judges what they brought")
                    .isZero();
            officer.isAccessible();
        }
        try (var leader = new Visitor(port, 390).as("lanhdao")) {
            var page = leader.page;
            page.navigate("/today");
            page.click("a[href*='/targets/CT09?year=2025']");
            page.click("button[name=accepted][value=no]");
            leader.says("Ghi lý do trả lại");
            page.navigate("/targets/CT09?year=2025");
            page.click("button[name=accepted][value=yes]");
            leader.says("Đã xác nhận mốc đạt.", "đã xác nhận");
            leader.fits();
            leader.isAccessible();
            page.navigate("/targets");
            assertThat(page.locator("tr:has-text('CT09')").innerText()).contains("có minh chứng");
        }
    }

    @Test
    void a_target_changes_by_a_document_alone_and_what_stood_before_stays() {
        try (var officer = new Visitor(port).as("chuyenvien")) {
            var page = officer.page;
            page.navigate("/targets/CT08?year=2030");
            page.click("summary:has-text('Đổi mốc')");
            page.fill("#threshold", "85,5");
            page.fill("#since", LocalDate.now(Vi.ZONE).toString());
            page.selectOption("#text-code", "QĐ 2222/QĐ-TTg");
            page.fill("#why", "Thử đổi mốc theo chương trình quốc gia");
            page.click("form[action$='/revisions'] button");
            officer.says("≥ 85,5 %", "đổi theo QĐ 2222/QĐ-TTg", "Lịch sử của mốc");
            page.navigate("/targets/CT08?year=2030&asAt=2026-01-01");
            assertThat(page.innerText("dl.facts")).contains("80 %").doesNotContain("đổi theo");
            page.navigate("/targets/CT08?year=2030");
            page.click("summary:has-text('Đổi mốc')");
            page.fill("#threshold", "120");
            page.fill("#since", LocalDate.now(Vi.ZONE).toString());
            page.selectOption("#text-code", "QĐ 2222/QĐ-TTg");
            page.fill("#why", "Thử đổi mốc quá trăm phần trăm");
            page.click("form[action$='/revisions'] button");
            officer.says("không quá 100 (%)");
        }
    }

    @Test
    void two_late_months_ask_for_a_word() {
        var month = YearMonth.now(Vi.ZONE);
        Scope.system().run(() -> {
            for (var back = 2; back >= 1; back--) {
                jdbc.sql("""
                        insert into indicator.frozen (formula_id, as_at, institution_id, numerator, denominator)
                        select f.id, :day, i.id, 0, 1 from indicator.formula f, institution.directory i where f.code = 'CT05' and i.type in ('CD', 'TC')
                        on conflict do nothing
                        """)
                        .param("day", month.minusMonths(back).atEndOfMonth())
                        .update();
            }
        });
        try (var officer = new Visitor(port).as("chuyenvien")) {
            var page = officer.page;
            page.navigate("/today");
            page.click("main a[href*='/targets/CT05?year=2030#explanation']");
            page.fill("#cause", "ngắn");
            page.fill("#action", "Mời các trường nối hệ thống");
            page.fill("#done-by", LocalDate.now(Vi.ZONE).plusDays(60).toString());
            page.evaluate("document.querySelectorAll('form').forEach(it => it.noValidate = true)");
            page.click("form[action$='/explanations'] button");
            officer.says("Ghi nguyên nhân, từ 10 đến 1.000 ký tự");
            page.navigate("/targets/CT05?year=2030");
            page.fill("#cause", "Nhà cung cấp của các trường chưa nối xong");
            page.fill("#action", "Mời các trường nối hệ thống");
            page.fill("#done-by", LocalDate.now(Vi.ZONE).plusDays(60).toString());
            page.click("form[action$='/explanations'] button");
            officer.says("Đã giải trình", "Nhà cung cấp của các trường chưa nối xong");
            page.navigate("/today");
            assertThat(page.locator("main a[href*='/targets/CT05?year=2030#explanation']")
                            .count())
                    .isZero();
        }
        try (var citizen = new Visitor(port, 390)) {
            citizen.page.navigate("/chi-tieu");
            assertThat(citizen.page.locator("tr:has-text('CT05')").innerText()).contains("0 %", "cơ sở");
            citizen.fits();
            citizen.isAccessible();
            var csv = citizen.context
                    .request()
                    .get("http://localhost:" + port + "/chi-tieu.csv")
                    .text();
            assertThat(csv).contains("CT05;", month.minusMonths(1).atEndOfMonth() + ";0.0;%;");
        }
    }

    @Test
    void one_page_for_the_leader_and_one_for_a_college() throws Exception {
        try (var leader = new Visitor(port).as("lanhdao")) {
            leader.page.navigate("/targets/scorecard");
            leader.says("CT01", "CT09", "Tải PDF một tờ A4");
            var paper = leader.context.request().get("http://localhost:" + port + "/targets/scorecard.pdf");
            VeraPdf.passes(paper.body());
        }
        try (var head = new Visitor(port, 390).as("hieutruong.caothang")) {
            head.page.navigate("/targets/scorecard");
            assertThat(head.page.innerText("h1")).contains("Cao Thắng");
            head.says("CT06", "TT38.01", "Chuẩn cơ sở");
            head.fits();
            head.isAccessible();
        }
    }
}
