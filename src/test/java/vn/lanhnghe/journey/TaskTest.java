package vn.lanhnghe.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.ui.Vi;

/** A task from a document: given by the officer, reported on and extended by the college, closed with a word; others see none of it. */
@RehearsalTest
class TaskTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_task_runs_from_the_document_to_its_evidence() {
        var due = LocalDate.now(Vi.ZONE).plusDays(3);
        String task;
        try (var officer = new Visitor(port).as("chuyenvien")) {
            var page = officer.page;
            page.navigate("/tasks/new");
            page.click("form[action='/tasks'] button");
            assertThat(page.innerText(".errors"))
                    .contains("Chọn văn bản giao nhiệm vụ")
                    .contains("Nhập nội dung")
                    .contains("Nhập sản phẩm");
            page.selectOption("#textCode", "QĐ 2550/QĐ-UBND");
            page.fill("#title", "Rà soát hạ tầng số của trường");
            page.fill("#product", "Biên bản rà soát");
            page.fill("#lead", "KHONGCO");
            page.fill("#dueOn", due.toString());
            page.click("form[action='/tasks'] button");
            Visitor.says(page, "Không có cơ sở mang mã KHONGCO");
            assertThat(page.inputValue("#title")).isEqualTo("Rà soát hạ tầng số của trường");
            page.fill("#lead", "CKC");
            page.fill("#partners", "TDC");
            page.fill("#milestones", "31/2/2027 Ngày không có");
            page.click("form[action='/tasks'] button");
            Visitor.says(page, "mỗi dòng một mốc");
            page.fill(
                    "#milestones",
                    "%s Xong khảo sát\n%s Xong biên bản".formatted(Vi.day(due.minusDays(2)), Vi.day(due)));
            page.click("form[action='/tasks'] button");
            assertThat(page.innerText("h1")).isEqualTo("Rà soát hạ tầng số của trường");
            task = page.url().replaceAll(".*(/tasks/\\d+)$", "$1");
            officer.isAccessible();
        }
        try (var registrar = new Visitor(port, 390).as("daotao.caothang")) {
            var page = registrar.page;
            page.navigate("/today");
            page.click("a[href='" + task + "']");
            page.click("form[action$='/milestones/1'] button");
            assertThat(page.locator("tr:has-text('Xong khảo sát')").innerText()).contains("xong");
            page.fill("#percent", "100");
            page.fill("#words", "Đã rà soát xong");
            page.click("form[action$='/reports'] button");
            Visitor.says(page, "cần kèm minh chứng: Biên bản rà soát");
            page.navigate(task);
            page.fill("#wanted-on", due.plusDays(10).toString());
            page.fill("#why", "Chờ đơn vị đo kiểm độc lập");
            page.click("form[action$='/extensions'] button");
            Visitor.says(page, "xin gia hạn đến");
            registrar.fits();
            registrar.isAccessible();
        }
        try (var officer = new Visitor(port).as("chuyenvien")) {
            officer.page.navigate("/today");
            officer.page.click("a[href='" + task + "']");
            officer.page.click("button[name=granted][value=no]");
            Visitor.says(officer.page, "lý do không cho gia hạn");
            officer.page.navigate(task);
            officer.page.click("button[name=granted][value=yes]");
            Visitor.says(officer.page, "Đã cho gia hạn", "ban đầu " + Vi.day(due));
        }
        try (var registrar = new Visitor(port).as("daotao.caothang")) {
            var page = registrar.page;
            page.navigate(task);
            page.fill("#percent", "100");
            page.fill("#words", "Đã rà soát xong");
            page.setInputFiles(
                    "#evidence",
                    new FilePayload(
                            "bien-ban.pdf",
                            "application/pdf",
                            "MZ".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
            page.click("form[action$='/reports'] button");
            Visitor.says(page, "không phải PDF, PNG hoặc JPEG");
            page.navigate(task);
            page.fill("#percent", "100");
            page.fill("#words", "Đã rà soát xong");
            page.setInputFiles(
                    "#evidence",
                    new FilePayload(
                            "bien-ban.pdf",
                            "application/pdf",
                            "%PDF-1.7 biên bản".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            page.click("form[action$='/reports'] button");
            Visitor.says(page, "bien-ban.pdf");
        }
        try (var partner = new Visitor(port).as("daotao.thuduc")) {
            partner.page.navigate(task);
            partner.page.fill("#percent", "10");
            partner.page.fill("#words", "Mới làm phần của mình");
            partner.page.click("form[action$='/reports'] button");
            assertThat(partner.page.innerText("main"))
                    .as("the lead's word counts")
                    .contains("100 %");
        }
        try (var officer = new Visitor(port).as("chuyenvien")) {
            officer.page.navigate(task);
            var evidence = officer.page.waitForDownload(() -> officer.page.click("a[href$='/evidence']"));
            assertThat(evidence.suggestedFilename()).isEqualTo("bien-ban.pdf");
            officer.page.fill("#reason", "Biên bản đủ chữ ký, đúng mẫu");
            officer.page.click("form[action$='/closure'] button");
            Visitor.says(officer.page, "hoàn thành", "Biên bản đủ chữ ký");
            assertThat(officer.complaints).isEmpty();
        }
        try (var partner = new Visitor(port).as("daotao.thuduc")) {
            partner.page.navigate(task);
            var evidence = partner.page.waitForDownload(() -> partner.page.click("a[href$='/evidence']"));
            assertThat(evidence.suggestedFilename()).isEqualTo("bien-ban.pdf");
        }
        for (var sql : new String[] {"update target.task_report set percent = 0", "delete from target.task_report"}) {
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> Scope.system().run(() -> jdbc.sql(sql).update()))
                    .as(sql)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void what_is_long_overdue_comes_to_the_leader() {
        Scope.system()
                .run(() -> jdbc.sql("""
                        insert into target.task (text_code, title, product, lead_id, due_on, first_due_on, made_by_name)
                        values ('QĐ 2550/QĐ-UBND', 'Việc trễ lâu ngày', 'Báo cáo', (select id from institution.directory where code = 'TDC'), :due, :due, 'x')
                        """)
                        .param("due", LocalDate.now(Vi.ZONE).minusDays(20))
                        .update());
        try (var leader = new Visitor(port).as("lanhdao")) {
            leader.page.navigate("/today");
            Visitor.says(leader.page, "Việc trễ lâu ngày", "quá hạn");
            leader.page.navigate("/tasks?state=overdue");
            assertThat(leader.page.innerText("table.list")).contains("Việc trễ lâu ngày");
            leader.page.navigate("/tasks/new");
            assertThat(leader.page.innerText("h1")).contains("không có quyền");
        }
    }
}
