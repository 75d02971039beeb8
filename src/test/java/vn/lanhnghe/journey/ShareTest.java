package vn.lanhnghe.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.database.Scope;

/** A learner shows some of a diploma to somebody for a while, on a telephone. */
@RehearsalTest
class ShareTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_learner_shares_chosen_lines_sees_them_opened_and_takes_the_link_back() {
        try (var learner = new Visitor(port, 390).as("hocvien.caothang");
                var employer = new Visitor(port, 390)) {
            learner.page.navigate("/me");
            learner.page.click("main a[href^='/credentials/']");
            var birth = learner.page.innerText("dt:has-text('Ngày sinh') + dd");
            learner.page.click("text=Ai đã kiểm tra, chia sẻ văn bằng này");
            var address = learner.page.url();
            learner.fits();
            learner.isAccessible();

            learner.page.click("text=Tạo liên kết >> nth=-1");
            assertThat(learner.text()).contains("Ghi bạn chia sẻ cho ai");
            learner.page.uncheck("input[value=SERIAL]");
            learner.page.fill("#label", "Công ty Minh Long");
            learner.page.click("button:has-text('Tạo liên kết')");
            var link = learner.page.inputValue("#link");
            learner.fits();
            learner.isAccessible();
            assertThat(link).matches("http://localhost:%d/chia-se/[A-Za-z0-9_-]{32}".formatted(port));

            employer.page.navigate(link);
            assertThat(employer.page.innerText("h1")).contains("/");
            assertThat(employer.text())
                    .contains("Họ và tên", "Ngành, nghề")
                    .doesNotContain("Số hiệu", "Ngày sinh", birth, "Minh Long");
            employer.fits();
            employer.isAccessible();

            learner.page.navigate(address);
            assertThat(learner.text()).contains("Công ty Minh Long", "1 lần, gần nhất");
            learner.pressAndConfirm("Huỷ liên kết");
            learner.says("Đã huỷ");
            employer.page.navigate(link);
            assertThat(employer.page.innerText("h1")).startsWith("Liên kết đã bị huỷ");
            employer.isAccessible();
            employer.page.navigate("/chia-se/khong-co");
            assertThat(employer.page.innerText("h1")).startsWith("Không có liên kết này");
            assertThat(learner.complaints).isEmpty();
            assertThat(employer.foreign).isEmpty();
        }
    }

    @Test
    void a_link_that_has_run_out_says_so_and_nobody_shares_what_is_not_theirs() {
        try (var learner = new Visitor(port).as("hocvien.caothang");
                var stranger = new Visitor(port)) {
            learner.page.navigate("/me");
            learner.page.click("main a[href^='/credentials/']");
            learner.page.navigate(learner.page.url() + "/sharing");
            learner.page.fill("#label", "Trường liên thông");
            learner.page.fill("#days", "400");
            learner.page.click("button:has-text('Tạo liên kết')");
            assertThat(learner.text()).contains("từ 1 đến 365 ngày; bạn đã nhập 400");
            learner.page.fill("#days", "1");
            learner.page.click("button:has-text('Tạo liên kết')");
            var link = learner.page.inputValue("#link");
            var token = link.substring(link.lastIndexOf('/') + 1);
            Scope.system()
                    .run(() -> assertThat(jdbc.sql(
                                            "select count(*) from credential.share where position(:token in t::text) > 0"
                                                    .replace("t::text", "share::text"))
                                    .param("token", token)
                                    .query(Long.class)
                                    .single())
                            .as("the token is kept nowhere")
                            .isZero());

            var other = Scope.system().get(() -> jdbc.sql("""
                            select min(d.id) from credential.diploma d join institution.directory i on i.id = d.institution_id where i.code = 'TDC'
                            """).query(Long.class).single());
            learner.page.navigate("/credentials/%d/sharing".formatted(other));
            assertThat(learner.text()).contains("Không có văn bằng này");
            stranger.page.navigate("/credentials/%d/sharing".formatted(other));
            assertThat(stranger.page.url()).contains("/sign-in");
        }
    }
}
