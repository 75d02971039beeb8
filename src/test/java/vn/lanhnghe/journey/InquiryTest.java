package vn.lanhnghe.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.database.Scope;

/** An employer is asked by a link, answers on a phone without an account, and is heard where the programme is kept. */
@RehearsalTest
class InquiryTest {

    private static final String VERSION =
            "select v.id from programme.version v where v.occupation_code = '%s' and v.state = '%s' and v.institution_id = (select id from institution.directory where code = 'CKC')";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Test
    void an_employer_answers_on_a_phone_and_is_counted() {
        var version = one(VERSION.formatted("6480201", "PUBLISHED"));
        var link = ask(version, "Công ty Hỏi Thật " + System.nanoTime());
        try (var employer = new Visitor(port, 390)) {
            var page = employer.page;
            page.navigate(link);
            assertThat(page.innerText("h1")).isEqualTo("Doanh nghiệp cần gì ở người học xong?");
            assertThat(page.getAttribute("meta[name=robots]", "content")).contains("noindex");
            employer.fits();
            employer.isAccessible();
            page.click("main form .btn-primary");
            employer.says("chưa chọn cần hay không cần", "Chức vụ dài từ 2", "Đánh dấu đã được đơn vị giao trả lời");
            var all = page.locator("main fieldset").count();
            assertThat(all).isGreaterThan(5);
            for (var i = 0; i < all; i++) {
                page.locator("main fieldset")
                        .nth(i)
                        .locator("input[value=NEEDED]")
                        .check();
            }
            page.locator("main fieldset")
                    .first()
                    .locator("input[value=LACKING]")
                    .check();
            page.fill("#name", "Phan Thị Thật");
            page.fill("#post", "Trưởng phòng kỹ thuật");
            page.check("#agreed");
            page.click("main form .btn-primary");
            employer.says("Còn 1 chỗ cần sửa", "ghi còn thiếu gì");
            assertThat(page.inputValue("#name")).as("what was typed stays").isEqualTo("Phan Thị Thật");
            employer.isAccessible();
            page.locator("main fieldset").first().locator("input[type=text]").fill("Bảo mật khi dùng dịch vụ đám mây");
            page.evaluate("document.querySelector('input[name=seen]').value = 'chuẩn đã đọc trước khi trường sửa'");
            page.click("main form .btn-primary");
            employer.says("Nhà trường vừa sửa chuẩn đầu ra");
            assertThat(page.locator("main fieldset input:checked").count())
                    .as("what was answered stays")
                    .isEqualTo(all);
            page.click("main form .btn-primary");
            employer.says("Cảm ơn quý đơn vị");
            employer.isAccessible();
            page.navigate(link);
            employer.says("đã được trả lời. Mỗi đường dẫn trả lời một lần");
            assertThat(employer.foreign).isEmpty();
        }
        try (var designer = new Visitor(port).as("daotao.caothang")) {
            designer.page.navigate("/programmes/versions/" + version + "/employers");
            designer.says("đã trả lời", "Phan Thị Thật, Trưởng phòng kỹ thuật", "Bảo mật khi dùng dịch vụ đám mây");
            designer.isAccessible();
            designer.page.navigate(
                    "/programmes/" + one("select programme_id from programme.version where id = " + version));
            designer.says("góp ý chuẩn đầu ra", "doanh nghiệp tự trả lời qua đường dẫn", "Doanh nghiệp trả lời về");
            assertThat(designer.complaints).isEmpty();
        }
        assertThat(one(
                        "select count(*) from programme.programme_fact f join programme.version v on v.programme_id = f.id where f.employer_on = (now() at time zone 'Asia/Ho_Chi_Minh')::date and v.id = "
                                + version))
                .isEqualTo(1);
        var college = one("select id from institution.directory where code = 'CKC'");
        for (var forged : java.util.List.of(
                "update programme.inquiry set answered_at = now(), by_name = 'Ai đó', by_post = 'xx', by_organisation = 'Công ty' where answered_at is null and withdrawn_at is null",
                "insert into programme.partner (programme_id, institution_id, year, organisation, practice, assessment, research, design, inquiry_id, recorded_by) select v.programme_id, q.institution_id, 2026, 'Giả', false, false, false, true, q.id, 'x' from programme.inquiry q join programme.version v on v.id = q.version_id where q.answered_at is null and q.withdrawn_at is null")) {
            ask(version, "Công ty Chờ " + forged.length());
            assertThatExceptionOfType(DataAccessException.class)
                    .as("no college answers for an employer: " + forged)
                    .isThrownBy(() -> new Scope(Scope.Reach.COLLEGE, college, null, null, null, "Trường")
                            .run(() -> jdbc.sql(forged).update()));
        }
    }

    @Test
    void what_is_withdrawn_past_or_unknown_says_so_and_a_draft_hears_what_it_lacks() {
        var version = one(VERSION.formatted("5510216", "SUBMITTED"));
        var withdrawn = ask(version, "Công ty Thu Hồi");
        try (var designer = new Visitor(port).as("daotao.caothang")) {
            designer.page.navigate("/programmes/versions/" + version + "/employers");
            designer.page.click("button[aria-label='Thu hồi đường dẫn của Công ty Thu Hồi']");
            designer.says("Đã thu hồi đường dẫn.", "đã thu hồi");
            assertThat(designer.page.locator("#link").count())
                    .as("the link is told once")
                    .isZero();
        }
        var late = ask(version, "Công ty Trễ Hạn");
        Scope.system()
                .run(() -> jdbc.sql(
                                "update programme.inquiry set until_on = current_date - 2 where organisation = 'Công ty Trễ Hạn'")
                        .update());
        var open = ask(version, "Công ty Góp Ý");
        try (var employer = Visitor.withoutScripts(port)) {
            var page = employer.page;
            page.navigate(withdrawn);
            employer.says("đã thu hồi đường dẫn này");
            page.navigate(late);
            employer.says("Đường dẫn đã hết hạn ngày");
            page.navigate(open.substring(0, open.length() - 4) + "AAAA");
            employer.says("Không có đường dẫn này");
            page.navigate(open);
            for (var i = 0; i < page.locator("main fieldset").count(); i++) {
                page.locator("main fieldset")
                        .nth(i)
                        .locator("input[value=NEEDED]")
                        .check();
            }
            page.locator("main fieldset")
                    .last()
                    .locator("input[value=NOT_NEEDED]")
                    .check();
            page.fill("#name", "Lý Văn Góp");
            page.fill("#post", "Giám đốc");
            page.focus("#agreed");
            page.keyboard().press("Space");
            page.press("#name", "Enter");
            employer.says("Cảm ơn quý đơn vị");
        }
        assertThat(one("select count(*) from programme.inquiry q where strpos(q::text, '" + open.replaceAll(".*/", "")
                        + "') > 0"))
                .as("no link is kept")
                .isZero();
        try (var designer = new Visitor(port).as("daotao.caothang")) {
            designer.page.navigate("/programmes/versions/" + version + "/appraisal");
            designer.says("Lý Văn Góp, Công ty Góp Ý", "tự trả lời qua đường dẫn", "Không cần chuẩn này.");
        }
    }

    private String ask(long version, String organisation) {
        try (var designer = new Visitor(port).as("daotao.caothang")) {
            designer.page.navigate("/programmes/versions/" + version + "/employers");
            designer.page.fill("#organisation", organisation);
            designer.page.click("form[action$='/employers'] button");
            designer.says("Đã tạo đường dẫn");
            return designer.page.inputValue("#link");
        }
    }

    private long one(String sql) {
        return Scope.system().get(() -> jdbc.sql(sql).query(Long.class).single());
    }
}
