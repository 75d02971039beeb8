package vn.lanhnghe.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.signing.KeyOwner;
import vn.lanhnghe.signing.KeyUse;
import vn.lanhnghe.signing.Signers;

/** The head of a college changes a key by keyboard alone, and reports one that is nobody's secret any more. */
@RehearsalTest
class KeysJourneyTest {

    @LocalServerPort
    int port;

    @Autowired
    Signers signers;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_head_changes_a_key_and_reports_one_compromised() {
        var college = jdbc.sql("select id from institution.directory where slug = 'truong-cao-dang-ky-thuat-cao-thang'")
                .query(Long.class)
                .single();
        var first = Scope.system()
                .get(() ->
                        signers.current(new KeyOwner(college, "Trường Cao đẳng Kỹ thuật Cao Thắng"), KeyUse.DOCUMENT))
                .key()
                .id();
        try (var head = new Visitor(port).as("hieutruong.caothang")) {
            var page = head.page;
            rotate(page);
            assertThat(head.text()).contains("Đã đổi khoá", "thôi dùng, vẫn kiểm tra được", first);
            var second = current();
            rotate(page);
            head.isAccessible();
            head.fits();

            page.navigate("/signing/" + second);
            head.isAccessible();
            head.fits();
            page.fill("#reason", "Mất thẻ khoá");
            head.pressAndConfirm("bị lộ");
            head.says("Đã báo khoá bị lộ", "bị lộ từ");
            page.navigate("/signing");
            assertThat(head.text()).contains("bị lộ từ", "Mất thẻ khoá");
            assertThat(head.complaints).isEmpty();
            assertThat(head.foreign).isEmpty();
            assertThat(signers.find(second).orElseThrow().compromisedFrom()).isNotNull();
        }
        try (var phone = new Visitor(port, 390).as("hieutruong.caothang")) {
            phone.page.navigate("/signing");
            phone.fits();
            phone.page.click("main table a");
            phone.fits();
        }
        try (var registrar = new Visitor(port).as("daotao.caothang")) {
            registrar.page.navigate("/signing");
            assertThat(registrar.text()).doesNotContain(first);
        }
    }

    private void rotate(Page page) {
        page.navigate("/signing");
        page.focus("#reason-DOCUMENT");
        page.keyboard().type("Đổi định kỳ");
        page.keyboard().press("Enter");
        page.waitForSelector("dialog.confirm[open]");
        page.focus("dialog.confirm button[value=yes]");
        page.keyboard().press("Enter");
        page.waitForSelector("main :text('Đã đổi khoá')");
    }

    private String current() {
        return signers
                .list(jdbc.sql("select id from institution.directory where slug = 'truong-cao-dang-ky-thuat-cao-thang'")
                        .query(Long.class)
                        .single())
                .stream()
                .filter(it -> it.use() == KeyUse.DOCUMENT && it.validTo() == null)
                .findFirst()
                .orElseThrow()
                .id();
    }
}
