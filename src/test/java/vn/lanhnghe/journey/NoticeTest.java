package vn.lanhnghe.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.database.Scope.Reach;
import vn.lanhnghe.ui.Vi;

/** A document goes out and comes back read; a draft goes out and comes back with opinions by clause, each of which is answered. */
@RehearsalTest
class NoticeTest {

    private static final String DRAFT = """
            Điều 1. Phạm vi
            Quy định này áp dụng cho trường cao đẳng, trường trung cấp.
            Điều 2. Hạn nộp
            Trường nộp báo cáo trước ngày 15 hằng tháng.
            """;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_document_is_sent_and_read() {
        String sent;
        try (var officer = new Visitor(port).as("chuyenvien")) {
            var page = officer.page;
            page.navigate("/distributions/new");
            page.selectOption("#textCode", "QĐ 2550/QĐ-UBND");
            page.fill("#codes", "CKC, KHONGCO");
            page.click("form[action='/distributions'] button");
            officer.says("Không có cơ sở đang hoạt động mang mã KHONGCO");
            page.navigate("/distributions/new");
            page.selectOption("#textCode", "QĐ 2550/QĐ-UBND");
            page.fill("#codes", "CKC, TDC");
            page.fill("#note", "Đọc kỹ chỉ tiêu 6");
            page.click("form[action='/distributions'] button");
            officer.says("Đã gửi đến 2 cơ sở", "chưa đọc (2)");
            sent = page.url().replaceAll(".*(/distributions/\\d+)$", "$1");
            officer.isAccessible();
        }
        try (var registrar = new Visitor(port, 390).as("daotao.caothang")) {
            registrar.page.navigate("/today");
            registrar.page.click("a[href='" + sent + "']");
            registrar.says("Đọc kỹ chỉ tiêu 6");
            assertThat(registrar.text()).doesNotContain("Thủ Đức");
            registrar.page.click("button:has-text('Ghi là đã đọc')");
            registrar.says("đã đọc");
            registrar.fits();
            registrar.isAccessible();
            registrar.page.navigate("/today");
            assertThat(registrar.page.locator("a[href='" + sent + "']").count()).isZero();
        }
        try (var officer = new Visitor(port).as("chuyenvien")) {
            officer.page.navigate(sent + "?state=UNREAD");
            assertThat(officer.page.locator("main table.list tbody").innerText())
                    .contains("Thủ Đức")
                    .doesNotContain("Cao Thắng");
        }
    }

    @Test
    void a_draft_is_commented_on_by_clause_and_each_opinion_is_answered() {
        String draft;
        try (var officer = new Visitor(port).as("chuyenvien")) {
            var page = officer.page;
            page.navigate("/laws");
            page.click("a[href^='/laws/']:has-text('QĐ 2550/QĐ-UBND')");
            page.click("a:has-text('Ghi toàn văn')");
            page.fill("#validFrom", "2027-01-01");
            page.fill("#note", "Dự thảo lần 1");
            page.fill("#text", DRAFT);
            page.click("form[action$='/editions'] button");
            var edition = page.url().replaceAll(".*/laws/editions/(\\d+)$", "$1");
            page.navigate("/consultations/new");
            page.selectOption("#edition", edition);
            page.fill("#title", "Dự thảo kế hoạch sửa đổi");
            page.fill("#closesOn", LocalDate.now(Vi.ZONE).plusDays(10).toString());
            page.click("form[action='/consultations'] button");
            draft = page.url().replaceAll(".*(/consultations/\\d+)$", "$1");
        }
        try (var registrar = new Visitor(port, 390).as("daotao.caothang")) {
            var page = registrar.page;
            page.navigate("/today");
            page.click("a[href='" + draft + "']");
            page.click("summary:has-text('Góp ý Điều 2')");
            page.fill("#words-d2", "Nên là ngày 20, vì cuối tháng mới có số");
            page.click("form:has(#words-d2) button");
            registrar.says("Nên là ngày 20");
            registrar.fits();
            registrar.isAccessible();
        }
        try (var other = new Visitor(port).as("daotao.thuduc")) {
            other.page.navigate(draft);
            assertThat(other.text()).as("an institution sees its own opinions").doesNotContain("Nên là ngày 20");
        }
        try (var officer = new Visitor(port).as("chuyenvien")) {
            var page = officer.page;
            page.navigate(draft);
            page.click("summary:has-text('Trả lời')");
            page.selectOption("select[name=outcome]", "REJECTED");
            page.click("form[action$='/answer'] button");
            officer.says("Ghi lý do khi không tiếp thu");
            page.navigate(draft);
            page.click("summary:has-text('Trả lời')");
            page.selectOption("select[name=outcome]", "PARTLY");
            page.fill("textarea[name=answer]", "Sửa thành ngày 18");
            page.click("form[action$='/answer'] button");
            officer.says("tiếp thu một phần", "Sửa thành ngày 18");
            officer.isAccessible();
            assertThat(officer.context
                            .request()
                            .get("http://localhost:" + port + draft + "/synthesis.xlsx")
                            .status())
                    .isEqualTo(200);
        }
        var id = Long.parseLong(draft.replaceAll("\\D", ""));
        var ours = Scope.system()
                .get(() -> jdbc.sql("select id from institution.directory where code = 'CKC'")
                        .query(Long.class)
                        .single());
        assertThatExceptionOfType(DataAccessException.class)
                .as("an institution answers nothing, and speaks for no other")
                .isThrownBy(() -> new Scope(Reach.COLLEGE, ours, null, null, null, "x")
                        .run(() -> jdbc.sql("""
                                insert into target.opinion (consultation_id, institution_id, anchor, label, words, by_name)
                                values (:id, :other, '', 'x', 'xxxxx', 'x')
                                """)
                                .param("id", id)
                                .param("other", ours + 1)
                                .update()));
    }
}
