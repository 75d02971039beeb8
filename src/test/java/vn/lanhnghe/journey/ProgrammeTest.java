package vn.lanhnghe.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.document.VeraPdf;
import vn.lanhnghe.ui.Vi;

/** A programme is designed from a blank page to its publication with the keyboard alone; then read by anybody, and changed by drag and by file. */
@RehearsalTest
class ProgrammeTest {

    private static final int FARTHEST = 250;
    private static final String TODAY = DateTimeFormatter.ofPattern("MMddyyyy")
            .format(LocalDate.now(Vi.ZONE)); // as the browser's date field takes it

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Test
    void from_a_blank_page_to_publication_with_the_keyboard_alone() throws Exception {
        String version;
        var name = "Pha chế đồ uống " + System.nanoTime() % 100_000;
        try (var designer = new Visitor(port).as("daotao.caothang")) {
            var page = designer.page;
            page.navigate("/programmes");
            press(page, "a[href='/programmes/new']");
            page.waitForURL("**/programmes/new");
            designer.isAccessible();
            choose(page, "#level", 3);
            press(page, "main form .btn-primary");
            designer.says("Còn 1 chỗ cần sửa", "Tên chương trình dài từ 3");
            type(page, "#name", name);
            type(page, "#licenceNote", "Khoá ngắn, trường tự mở");
            type(page, "#hours", "100");
            type(page, "#months", "3");
            type(page, "#admission", "Từ đủ 15 tuổi");
            type(page, "#goal", "Pha chế, phục vụ được đồ uống thông dụng.");
            press(page, "main form .btn-primary");
            designer.says("Việc tiếp theo: ghi môn học");
            version = page.url().replaceAll(".*(/programmes/versions/\\d+).*", "$1");
            type(page, "#code", "MĐ01");
            type(page, "#name", "Pha chế cơ bản");
            type(page, "#theory", "40");
            type(page, "#practice", "56");
            type(page, "#exam", "4");
            type(page, "#ownHours", "80");
            press(page, "main form[action$='/modules'] .btn-primary");
            designer.says("Đã thêm MĐ01.", "chưa", "80,0 %");
            press(page, "main td a[href*='/modules/']");
            page.waitForURL("**/modules/*");
            for (var box : List.of("material", "platform", "software")) {
                to(page, "[name=" + box + "]");
                page.keyboard().press("Space");
            }
            press(page, "main form[action*='/modules/'] .btn-primary");
            designer.says("Đã ghi MĐ01.", "sẵn sàng");
            designer.isAccessible();
            press(page, "ul.tabs a[href$='/outcomes']");
            page.waitForURL("**/outcomes");
            add(designer, "Trình bày được các nhóm đồ uống", 1);
            add(designer, "Pha chế được mười món thông dụng", 2);
            add(designer, "Tìm và chọn được công thức trên mạng", 4);
            press(page, "button[aria-label='Thụt chuẩn 2 vào']");
            designer.says("nay mang mã 1.1");
            assertThat(page.evaluate("document.activeElement.closest('li').textContent"))
                    .as("the statement that moved keeps the focus")
                    .asString()
                    .contains("Pha chế được mười món");
            assertThat(page.evaluate("document.activeElement.tagName")).isEqualTo("BUTTON");
            assertThat(page.isVisible(".notice[role=status]")).isTrue();
            press(page, "button[aria-label='Đưa chuẩn 2 lên']");
            designer.says("nay mang mã 1.");
            assertThat(page.isDisabled("button[aria-label='Đưa chuẩn 1 lên']")).isTrue();
            assertThat(page.isDisabled("button[aria-label='Đưa chuẩn 1 ra ngoài']"))
                    .isTrue();
            page.navigate(version + "/outcomes");
            designer.isAccessible();
            press(page, "li:first-child > span > a");
            page.waitForURL("**/outcomes/*");
            choose(page, "#item", 1);
            choose(page, "#level", 2);
            press(page, "button[formaction$='/alignments'].btn-primary");
            designer.says("Đã gắn năng lực.", "Bậc 2", "NLS-NH 2025");
            designer.isAccessible();
            teach(page);
            designer.says("Đã ghi chuẩn đầu ra.");
            page.navigate(version);
            designer.says("đã tích hợp", "1 miền đạt bậc 1 trở lên");
            page.navigate(version + "/appraisal");
            designer.says("Chuẩn 2.1 chưa có môn học, mô-đun nào dạy và đánh giá.");
            press(page, "a[href*='/outcomes/']");
            page.waitForURL("**/outcomes/*");
            teach(page);
            designer.says("Đã ghi chuẩn đầu ra.");
            press(page, "nav a[href$='" + version.replaceAll(".*/", "/") + "'], .crumbs a[href='" + version + "']");
            page.waitForURL("**" + version);
            press(page, "ul.tabs a[href$='/appraisal']");
            page.waitForURL("**/appraisal");
            type(page, "#drafter", "Nguyễn Văn Soạn");
            page.keyboard().press("Enter");
            designer.says("Đã ghi người biên soạn.");
            press(page, "form[action$='/submission'] button");
            designer.says("Đã trình", "hội đồng chưa đủ điều kiện", "ít nhất 7 người");
            var posts = List.of(0, 1, 2, 3, 3, 4, 4);
            for (var i = 0; i < posts.size(); i++) {
                press(page, "#them-thanh-vien");
                type(page, "#name", "Thành Viên " + (char) ('A' + i));
                type(page, "#workplace", "Đơn vị " + i);
                to(page, "#post");
                page.keyboard().press("Home");
                for (var down = 0; down < posts.get(i); down++) {
                    page.keyboard().press("ArrowDown");
                }
                type(page, "#years", "9");
                if (i < 3) {
                    to(page, "[name=teacher]");
                    page.keyboard().press("Space");
                } else {
                    to(page, "[name=outside]");
                    page.keyboard().press("Space");
                }
                if (i == 5) {
                    to(page, "[name=stateSide]");
                    page.keyboard().press("Space");
                }
                press(page, "form[action$='/members'] .btn-primary");
                designer.says("Đã thêm Thành Viên " + (char) ('A' + i));
            }
            designer.says("hội đồng đủ điều kiện");
            designer.isAccessible();
            type(page, "#council", "15/QĐ-CĐKTCT");
            to(page, "#heldOn");
            page.keyboard().type(TODAY);
            var seats = page.locator("[name=attended]");
            for (var i = 0; i < 4; i++) {
                to(page, "label:nth-of-type(%d) > [name=attended]".formatted(i + 1));
                page.keyboard().press("Space");
            }
            type(page, "#inFavour", "4");
            type(page, "#conclusion", "Chương trình đạt yêu cầu, đề nghị ban hành.");
            press(page, "form[action$='/minutes'] .btn-primary");
            designer.says("ít nhất hai phần ba thành viên", "có 4 trong 7");
            for (var i = 4; i < seats.count(); i++) {
                to(page, "label:nth-of-type(%d) > [name=attended]".formatted(i + 1));
                page.keyboard().press("Space");
            }
            type(page, "#inFavour", "6");
            press(page, "form[action$='/minutes'] .btn-primary");
            designer.says("Đã ghi biên bản thẩm định.", "đã thẩm định, chờ ban hành");
        }
        try (var head = new Visitor(port).as("hieutruong.caothang")) {
            var page = head.page;
            page.navigate("/today");
            head.says("Chương trình chờ ban hành");
            press(page, "a[href='/programmes?state=APPRAISED']");
            page.waitForURL("**state=APPRAISED");
            press(page, "main td a[href='" + version + "']");
            page.waitForURL("**" + version);
            press(page, "ul.tabs a[href$='/appraisal']");
            page.waitForURL("**/appraisal");
            head.isAccessible();
            type(page, "#decision", "16/QĐ-CĐKTCT");
            to(page, "#decision-on");
            page.keyboard().type(TODAY);
            press(page, "form[action$='/publication'] .btn-primary");
            press(page, "dialog [value=yes]");
            head.says("Đã ban hành chương trình.", "đang áp dụng", "16/QĐ-CĐKTCT");
            assertThat(head.complaints).isEmpty();
        }
        try (var citizen = Visitor.withoutScripts(port)) {
            citizen.page.navigate("/chuong-trinh?q=" + name.replace(' ', '+'));
            citizen.page.click("main td a");
            citizen.says(name, "Học xong làm được gì", "Tìm và chọn được công thức trên mạng", "16/QĐ-CĐKTCT");
            assertThat(citizen.text()).doesNotContain("Nguyễn Văn Soạn", "Thành Viên A", "Phạm Văn Hậu");
            citizen.page.click("main a[href^='/chuong-trinh/so-sanh']");
            citizen.page.fill("#q", "dieu duong");
            citizen.page.click("main form button");
            citizen.page.click("main .rows a >> nth=0");
            citizen.says("Điều dưỡng", "Tổng số giờ", "Trong đó thực hành", "Miền 1.");
        }
        try (var officer = new Visitor(port).as("chuyenvien")) {
            officer.page.navigate(version);
            officer.page.check("[name=agreed]");
            officer.page.click("form[action$='/check'] button");
            officer.says("Sở đã đối chiếu");
            VeraPdf.passes(officer.context
                    .request()
                    .get("http://localhost:" + port + version + "/matrix.pdf")
                    .body());
        }
        assertThat(Scope.system()
                        .get(() -> jdbc.sql(
                                        "select tier from programme.offering_fact where label = :name and integrated = 'YES'")
                                .param("name", name)
                                .query(String.class)
                                .single()))
                .isEqualTo("VERIFIED");
    }

    @Test
    void a_new_version_by_drag_and_by_file() {
        try (var designer = new Visitor(port).as("daotao.thuduc")) {
            var page = designer.page;
            page.navigate("/programmes?q=ke+toan&state=PUBLISHED");
            page.click("main td a");
            designer.says("chưa tích hợp", "cao nhất bậc 2");
            page.click("button:has-text('Lập bản mới')");
            designer.says("Đã lập bản mới", "bản nháp");
            var version = page.url().replaceAll(".*(/programmes/versions/\\d+).*", "$1");
            page.setViewportSize(1440, 3000); // nothing scrolls while it is dragged
            page.navigate(version + "/outcomes");
            var items = page.locator("li[data-id]");
            var count = items.count();
            page.locator("li[data-id]:has-text('Năng lực số trong nghề')")
                    .dragTo(page.locator("li[data-id]").first());
            designer.says("nay mang mã 1.4");
            assertThat(items.count()).isEqualTo(count);
            page.locator("li[data-id]").first().dragTo(page.locator("li[data-id]:has-text('1.4.1')"));
            designer.says("cây chuẩn đầu ra sẽ thành vòng tròn");
            var file = designer.context
                    .request()
                    .get("http://localhost:" + port + version + "/content.xlsx")
                    .body();
            var json = designer.context
                    .request()
                    .get("http://localhost:" + port + version + "/case.json")
                    .body();
            page.navigate(version + "/files");
            designer.isAccessible();
            page.setInputFiles("#file", new FilePayload("a.xlsx", "application/octet-stream", file));
            page.click("form[action$='/reading'] button");
            designer.says("0 thay đổi so với bản đang có.");
            page.navigate(version + "/files");
            page.setInputFiles("#file", new FilePayload("a.json", "application/json", json));
            page.click("form[action$='/reading'] button");
            designer.says("0 thay đổi so với bản đang có.");
            designer.isAccessible();
            page.navigate(version);
            page.click("a[href*='/comparison?with=']");
            designer.says("đổi chỗ", "Chuẩn 1.4 (trước là 4)");
            designer.isAccessible();
            page.navigate(version);
            designer.pressAndConfirm("Bỏ bản nháp");
            designer.says("Đã bỏ bản nháp.");
            assertThat(designer.complaints).isEmpty();
        }
    }

    @Test
    void what_was_typed_outlives_every_button_and_every_other_tab() {
        try (var designer = new Visitor(port).as("daotao.thuduc");
                var other = new Visitor(port).as("daotao.thuduc")) {
            var page = designer.page;
            page.navigate("/programmes?q=cong+nghe+o+to&state=PUBLISHED");
            page.click("main td a");
            page.click("button:has-text('Lập bản mới')");
            designer.says("Đã lập bản mới", "bản nháp");
            var version = page.url().replaceAll(".*(/programmes/versions/\\d+).*", "$1");
            page.navigate(version + "/outcomes");
            page.click("li[data-id] >> nth=1 >> span > a");
            var address = page.url();
            other.page.navigate(address);
            page.fill("#statement", "Lời đang viết dở của tôi");
            page.click("[name=assesses] >> nth=2");
            page.selectOption("#item", new com.microsoft.playwright.options.SelectOption().setIndex(2));
            page.click("button[formaction$='/alignments'].btn-primary");
            designer.says("Chọn bậc cần đạt");
            assertThat(page.inputValue("#statement")).isEqualTo("Lời đang viết dở của tôi");
            page.selectOption("#level", new com.microsoft.playwright.options.SelectOption().setIndex(2));
            page.click("button[formaction$='/alignments'].btn-primary");
            designer.says("Đã gắn năng lực. Lời, môn học bạn đang sửa chưa ghi");
            assertThat(page.inputValue("#statement")).isEqualTo("Lời đang viết dở của tôi");
            designer.isAccessible();
            other.page.fill("#statement", "x".repeat(1600));
            other.page.click("#chuan .btn-primary");
            other.says("bạn đã nhập 1600 ký tự");
            assertThat(other.page.inputValue("#statement")).hasSize(1600);
            other.page.fill("#statement", "Lời của cửa sổ bên kia");
            other.page.click("#chuan .btn-primary");
            other.says("Đã ghi chuẩn đầu ra.");
            page.click("#chuan .btn-primary");
            designer.says("người khác đã ghi chỗ này", "Lời của chuẩn: nay là “Lời của cửa sổ bên kia”.");
            assertThat(page.inputValue("#statement")).isEqualTo("Lời đang viết dở của tôi");
            page.click("#chuan .btn-primary");
            designer.says("Đã ghi chuẩn đầu ra.", "Lời đang viết dở của tôi");
            page.navigate(version + "/record");
            other.page.navigate(version + "/record");
            other.page.fill("#months", "31");
            other.page.click("main form .btn-primary");
            other.says("Đã ghi thông tin chung.");
            page.fill("#goal", "Mục tiêu viết ở cửa sổ này.");
            page.click("main form .btn-primary");
            designer.says("Thời gian (tháng): nay là “31”.");
            assertThat(page.inputValue("#goal")).isEqualTo("Mục tiêu viết ở cửa sổ này.");
            page.navigate(version);
            designer.pressAndConfirm("Bỏ bản nháp");
            designer.says("Đã bỏ bản nháp.");
        }
    }

    @Test
    void what_is_refused_is_told_on_the_page_with_what_was_typed() {
        try (var designer = new Visitor(port).as("daotao.caothang")) {
            var page = designer.page;
            page.navigate("/programmes?q=o+to&state=SUBMITTED");
            page.click("main td a");
            page.click("ul.tabs a[href$='/appraisal']");
            page.click("summary:has-text('Ghi ý kiến')");
            page.selectOption("#source", "EMPLOYER");
            page.fill("#by", "Trần Văn Hỏi");
            page.fill("#words", "x".repeat(2100));
            page.click("form[action$='/comments'] .btn-primary");
            designer.says("Ghi tên đơn vị sử dụng lao động.", "Ý kiến dài từ 3 đến 2.000 ký tự.");
            assertThat(page.inputValue("#by")).isEqualTo("Trần Văn Hỏi");
            assertThat(page.inputValue("#words")).hasSize(2100);
            assertThat(page.inputValue("#source")).isEqualTo("EMPLOYER");
            assertThat(page.locator("#drafter").count())
                    .as("who drafted stays once it is handed in")
                    .isZero();
            designer.isAccessible();
            page.navigate(page.url().replaceAll("/appraisal.*|/comments.*", "/record"));
            designer.says("chờ thẩm định nên không sửa thông tin chung được");
        }
        try (var teacher = new Visitor(port).as("nhagiao.caothang")) {
            var page = teacher.page;
            page.navigate("/programmes?q=o+to&state=SUBMITTED");
            page.click("main td a");
            page.click("ul.tabs a[href$='/appraisal']");
            teacher.says("Hội đồng thẩm định");
            assertThat(page.locator("form[action$='/members'], form[action$='/minutes']")
                            .count())
                    .isZero();
        }
        try (var designer = new Visitor(port).as("daotao.thuduc")) {
            var page = designer.page;
            page.navigate("/programmes?q=dien+cong+nghiep&state=PUBLISHED");
            page.click("main td a");
            page.click("button:has-text('Lập bản mới')");
            designer.says("Đã lập bản mới", "bản nháp");
            var version = page.url().replaceAll(".*(/programmes/versions/\\d+).*", "$1");
            page.navigate(version + "/files");
            page.setInputFiles("#file", new FilePayload("a.json", "application/json", "{\"a\":".getBytes()));
            page.click("form[action$='/reading'] button");
            designer.says("Chưa đọc được tệp", "không phải JSON đọc được");
            assertThat(page.locator("#file").count()).isEqualTo(1);
            page.navigate(version + "/modules");
            assertThat(page.locator("button[value=UP]").first().isDisabled()).isTrue();
            page.click("button[value=DOWN] >> nth=0");
            designer.says("Đã đổi thứ tự");
            assertThat(page.evaluate("document.activeElement.value")).isEqualTo("DOWN");
            page.click("main td a[href*='/modules/'] >> text=MĐ20");
            designer.pressAndConfirm("Bỏ môn học này");
            designer.says("Đã bỏ MĐ20; chuẩn", "không còn môn này dạy, đánh giá");
            page.navigate(version + "/appraisal");
            designer.says("Chuẩn 4.1 chưa có môn học", "Chưa ghi người biên soạn nào.");
            page.click("form[action$='/submission'] button");
            designer.says("Chưa trình được");
            page.navigate(version);
            designer.pressAndConfirm("Bỏ bản nháp");
            designer.says("Đã bỏ bản nháp.");
            page.navigate("/programmes/new");
            page.selectOption("#occupationCode", "5210207");
            page.click("main form .btn-primary");
            designer.says("Còn 2 chỗ cần sửa", "Tên chương trình dài từ 3", "Mã 5210207 không thuộc trình độ cao đẳng");
        }
    }

    @Test
    void what_a_field_cannot_hold_is_told_in_words() {
        try (var designer = new Visitor(port).as("daotao.caothang")) {
            var page = designer.page;
            page.navigate("/programmes/new");
            page.fill("#name", "Chương trình ghi nhầm");
            page.fill("#hours", "nhiều");
            page.fill("#months", "99999999999");
            page.click("main form .btn-primary");
            designer.says(
                    "“nhiều” không phải số nguyên dùng được ở đây",
                    "“99999999999” không phải số nguyên",
                    "Thời gian đào tạo từ 1 đến 60 tháng.");
            assertThat(page.inputValue("#name")).isEqualTo("Chương trình ghi nhầm");
            page.navigate("/programmes/versions/1/employers");
            page.fill("#organisation", "Công ty Ngày Lạ");
            page.evaluate("document.querySelector('#until').type = 'text'");
            page.fill("#until", "31/02/2027");
            page.click("form[action$='/employers'] button");
            designer.says("“31/02/2027” không phải một ngày có thật");
        }
    }

    private static void add(Visitor designer, String statement, int kind) {
        type(designer.page, "#statement", statement);
        choose(designer.page, "#kind", kind);
        press(designer.page, "form[action$='/outcomes'] .btn-primary");
        designer.says("Đã thêm chuẩn đầu ra.", statement);
    }

    private static void teach(Page page) {
        for (var box : List.of("teaches", "assesses")) {
            to(page, "[name=" + box + "]");
            page.keyboard().press("Space");
        }
        press(page, "#chuan .btn-primary");
    }

    /** By the tabulator to what the selector names, as far as it takes. */
    private static void to(Page page, String selector) {
        for (var i = 0; i < FARTHEST; i++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("s => document.activeElement.matches(s)", selector))) {
                return;
            }
        }
        throw new AssertionError("no way by keyboard to " + selector + " on " + page.url());
    }

    private static void press(Page page, String selector) {
        to(page, selector);
        page.keyboard().press("Enter");
    }

    private static void type(Page page, String selector, String text) {
        to(page, selector);
        page.keyboard().press("Control+A");
        page.keyboard().insertText(text);
    }

    private static void choose(Page page, String selector, int downs) {
        to(page, selector);
        for (var i = 0; i < downs; i++) {
            page.keyboard().press("ArrowDown");
        }
    }
}
