package vn.lanhnghe.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.database.Scope;

/** A leader opens a figure down to its rows; an officer writes a formula; somebody answers a survey on a phone. */
@RehearsalTest
class FigureTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_leader_opens_a_figure_down_to_its_rows_without_names() {
        try (var leader = new Visitor(port, 390).as("lanhdao")) {
            leader.page.navigate("/indicators");
            leader.page.click("a[href^='/indicators/SH.KQ']");
            assertThat(leader.page.innerText("a.figure")).contains("%").contains("cơ sở");
            leader.page.selectOption("select[name=by]", "level");
            leader.page.click("form.filters button");
            assertThat(leader.page.innerText("#parts + table")).contains("Cao đẳng");
            leader.page
                    .locator("#institutions ~ table a[href*='side=DENOMINATOR']")
                    .first()
                    .click();
            assertThat(leader.page.innerText("main"))
                    .contains("hồ sơ phía sau con số")
                    .contains("không hiển thị với vai trò của bạn");
            leader.fits();
            leader.isAccessible();
            leader.page.navigate("/indicators/SH.KQ?asAt=2099-01-01");
            assertThat(leader.page.innerText("main")).contains("chưa đến");
            leader.page.navigate("/indicators/SH.KQ");
            var shown = leader.page.innerText("a.figure strong");
            var packet = leader.context
                    .request()
                    .get("http://localhost:%d/indicators.json".formatted(port))
                    .text();
            var value = JSON.readTree(packet)
                    .path("data")
                    .valueStream()
                    .filter(it -> it.path("code").asString().equals("SH.KQ"))
                    .findFirst()
                    .orElseThrow();
            assertThat(shown).startsWith(value.path("value").asString().replace('.', ','));
            var silent = JSON.readTree(packet)
                    .path("data")
                    .valueStream()
                    .filter(it -> it.path("code").asString().equals("CT08"))
                    .findFirst()
                    .orElseThrow();
            assertThat(silent.path("value").isNull()).isTrue();
            assertThat(silent.path("silence").asString()).contains("Chưa tính được");
            var mapping = JSON.readTree(leader.context
                    .request()
                    .get("http://localhost:%d/indicators.mapping.json".formatted(port))
                    .text());
            assertThat(value.propertyNames()).containsAll(mapping.path("data").propertyNames());
            assertThat(mapping.path("provisional").asBoolean()).isTrue();
            leader.page.navigate("/formulas");
            assertThat(leader.page.innerText("h1")).contains("không có quyền");
        }
    }

    @Test
    void an_officer_writes_a_formula_tries_it_and_puts_it_to_use() {
        try (var officer = new Visitor(port).as("chuyenvien")) {
            var page = officer.page;
            page.navigate("/formulas");
            page.fill("#code", "thử");
            page.click("form[action='/formulas'] button");
            assertThat(page.innerText(".errors"))
                    .contains("Mã gồm 2–20 chữ in hoa")
                    .contains("Nhập tên chỉ số")
                    .contains("Chọn căn cứ");
            page.fill("#code", "DT.TC");
            page.fill("#name", "Người học trình độ trung cấp");
            page.selectOption("#clauseCode", "QD2550.MT");
            page.click("form[action='/formulas'] button");
            assertThat(page.innerText("main")).contains("Chưa chọn tập hồ sơ của tử số");
            choose(page, "numerator");
            choose(page, "denominator");
            page.selectOption("section[aria-labelledby=numerator] select[name=asked]", "level:IS");
            page.fill("section[aria-labelledby=numerator] input[name=value]", "TRUNG_CAP");
            page.click("section[aria-labelledby=numerator] form[action$=conditions] button");
            assertThat(page.innerText(".figure")).contains("%");
            assertThat(page.innerText("section[aria-labelledby=numerator] .conditions"))
                    .contains("Trình độ là Trung cấp");
            officer.isAccessible();
            officer.resize(390);
            officer.fits();
            officer.isAccessible();
            officer.resize(1440);
            page.fill("#reason", "Theo dõi quy mô trung cấp theo yêu cầu lãnh đạo");
            page.click("form[action$=activation] button");
            assertThat(page.innerText("h1")).contains("DT.TC");
            assertThat(page.innerText("a.figure")).contains("%");
            assertThat(officer.complaints).isEmpty();
        }
    }

    private static void choose(Page page, String side) {
        page.selectOption("section[aria-labelledby=" + side + "] select[name=set]", "study");
        page.click("section[aria-labelledby=" + side + "] form[action$=terms] button");
    }

    @Test
    void somebody_answers_on_a_phone_without_an_account() {
        try (var registrar = new Visitor(port).as("daotao.caothang")) {
            registrar.page.navigate("/surveys/new");
            registrar.page.selectOption("#audience", "LEARNER");
            registrar.page.fill("#title", "Ý kiến người học");
            registrar.page.click("form[action='/surveys'] button");
            assertThat(registrar.page.innerText("h1")).isEqualTo("Ý kiến người học");
            registrar.isAccessible();
            registrar.resize(390);
            registrar.fits();
            registrar.isAccessible();
            registrar.resize(1440);
            var sheet = registrar.page.waitForDownload(() -> registrar.page.click("form[action$='links.xlsx'] button"));
            assertThat(sheet.suggestedFilename()).endsWith(".xlsx");
        }
        var token = Scope.system().get(() -> jdbc.sql("""
                        select v.token from indicator.invitation v join indicator.survey s on s.id = v.survey_id
                         where s.title = 'Ý kiến người học' and s.institution_id = (select id from institution.directory where code = 'CKC') limit 1
                        """).query(String.class).optional());
        // links stay in the college: even the system's own reach does not read them
        assertThat(token).isEmpty();
        String link;
        try (var registrar = new Visitor(port).as("daotao.caothang")) {
            registrar.page.navigate("/surveys");
            registrar.page.click("table.list a:has-text('Ý kiến người học')");
            var sheet = registrar.page.waitForDownload(() -> registrar.page.click("form[action$='links.xlsx'] button"));
            link = Sheets.firstLink(sheet.path());
        }
        try (var learner = new Visitor(port, 390)) {
            learner.page.navigate(link);
            assertThat(learner.page.innerText("h1")).isEqualTo("Ý kiến người học");
            learner.fits();
            learner.isAccessible();
            learner.page.check("input[name=satisfied][value=YES]");
            learner.page.click("form[action^='/khao-sat/'] button");
            assertThat(learner.page.innerText("h1")).isEqualTo("Cảm ơn bạn đã trả lời");
            learner.isAccessible();
            learner.page.navigate(link);
            assertThat(learner.page.innerText("main")).contains("đã được dùng");
            learner.page.navigate(link.replaceAll(".{22}$", "AAAAAAAAAAAAAAAAAAAAAA"));
            assertThat(learner.page.innerText("h1")).isEqualTo("Không có liên kết khảo sát này");
            assertThat(learner.foreign).isEmpty();
        }
    }
}
