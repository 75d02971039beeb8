package vn.lanhnghe.journey;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SelectOption;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.access.Accounts;
import vn.lanhnghe.access.NewAccount;
import vn.lanhnghe.access.Role;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.person.training.TrainingTown;

/** The people of a college in a browser: the registrar brings a file with faults, a teacher asks for a change on a telephone. */
@RehearsalTest
class StaffJourneyTest {

    private static final List<String> HEADERS = List.of(
            "Họ và tên",
            "Ngày sinh",
            "Giới tính",
            "Số CCCD",
            "Chức vụ",
            "Khoa",
            "Loại hợp đồng",
            "Tỷ lệ thời gian",
            "Nơi làm việc chính",
            "Ngày tuyển dụng",
            "Ngày thôi việc",
            "Điện thoại");
    private static final byte[] DOT = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=");
    private static final int STAFF = 60;

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    /** A fault put into a right row: which column, what is written there, what kind that is, what is to be proposed. */
    private record Slip(int column, String written, String kind, String fix) {}

    private static final List<Slip> SLIPS = List.of(
            new Slip(0, "", "required", ""),
            new Slip(0, "Trần Văn 5", "name", ""),
            new Slip(1, "30/02/1980", "date-does-not-exist", ""),
            new Slip(1, "12/2029", "not-a-date", ""),
            new Slip(1, "01/01/2020", "date-out-of-range", ""),
            new Slip(2, "Nử", "unknown-value", "Nữ"),
            new Slip(3, "79185012345", "leading-zero-lost", "079185012345"),
            new Slip(3, "0791850", "id-length", ""),
            new Slip(3, "079A85012345", "not-an-id", ""),
            new Slip(4, "Giãng viên", "unknown-value", "Giảng viên cao đẳng"),
            new Slip(6, "Cộng tác", "unknown-value", ""),
            new Slip(7, "250", "out-of-range", ""),
            new Slip(7, "một nửa", "not-a-number", ""),
            new Slip(10, "01/01/1999", "contradicts", ""),
            new Slip(11, "12345", "phone", ""));

    private static List<String> person(int i, Random chance) {
        var born = 1966 + chance.nextInt(30);
        return new ArrayList<>(List.of(
                "Đoàn " + (i % 2 == 0 ? "Văn " : "Thị ") + "Tuyển",
                "%02d/%02d/%d".formatted(1 + chance.nextInt(28), 1 + chance.nextInt(12), born),
                i % 2 == 0 ? "Nam" : "Nữ",
                "0994%02d6%05d".formatted(born % 100, i),
                i == 0 ? "Phó hiệu trưởng" : "Giảng viên",
                "Khoa Hành trình",
                "Biên chế",
                "100",
                "Có",
                "01/09/20%02d".formatted(10 + chance.nextInt(10)),
                "",
                "09%08d".formatted(40_000_000 + i)));
    }

    private static byte[] xlsx(List<List<String>> rows) throws IOException {
        try (var out = new ByteArrayOutputStream()) {
            try (var workbook = new Workbook(out, "HR", "1.0")) {
                var sheet = workbook.newWorksheet("Nhân sự");
                sheet.value(0, 0, "DANH SÁCH NHÂN SỰ");
                for (var column = 0; column < HEADERS.size(); column++) {
                    sheet.value(2, column, HEADERS.get(column));
                    for (var row = 0; row < rows.size(); row++) {
                        if (!rows.get(row).get(column).isEmpty()) {
                            sheet.value(row + 3, column, rows.get(row).get(column));
                        }
                    }
                }
            }
            return out.toByteArray();
        }
    }

    @Test
    void the_registrar_brings_the_whole_staff_and_every_planted_fault_is_found() throws Exception {
        var chance = new Random(2_026);
        var rows = new ArrayList<List<String>>();
        for (var i = 0; i < STAFF; i++) {
            rows.add(person(i, chance));
        }
        var planted = new HashSet<String>();
        for (var i = 0; i < SLIPS.size(); i++) {
            var slip = SLIPS.get(i);
            var row = 2 + 3 * i;
            rows.get(row).set(slip.column(), slip.written());
            planted.add("%s%d %s %s"
                    .formatted((char) ('A' + slip.column()), row + 4, slip.kind(), slip.fix())
                    .strip());
        }
        rows.add(new ArrayList<>(rows.get(1)));
        planted.add("A%d duplicate-in-file".formatted(STAFF + 4));
        try (var registrar = new Visitor(port).as("daotao.caothang")) {
            var page = registrar.page;
            page.navigate("/intake");
            page.setInputFiles(
                    "#file",
                    new FilePayload(
                            "nhan-su.xlsx",
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                            xlsx(rows)));
            page.click("form.drop button");
            page.waitForURL("**/intake/*");
            registrar.says("Danh sách nhà giáo, cán bộ quản lý");
            assertThat(faults(registrar)).isEqualTo(planted);
            registrar.isAccessible();
            registrar.fits();
            registrar.pressAndConfirm("Ghi %d dòng vào sổ".formatted(STAFF - SLIPS.size()));
            registrar.says("Đã ghi %d dòng vào sổ".formatted(STAFF - SLIPS.size()));
            page.click("main a:has-text('Xem %d hồ sơ')".formatted(STAFF - SLIPS.size()));
            registrar.says("%d người".formatted(STAFF - SLIPS.size()), "từ tệp số");
            page.fill("#q", "doan van tuyen");
            page.click("form.filters button");
            registrar.says("Đoàn Văn Tuyển");
            page.click("main table.list tbody tr >> nth=0 >> a");
            registrar.says("Thời gian công tác", "Khoa Hành trình", "•••••••••", "tệp số");
            assertThat(page.content()).doesNotContainPattern("0994\\d{8}");
            page.fill("#reveal-reason", "Đối chiếu thẻ căn cước");
            page.click("main button:has-text('Hiện đủ')");
            registrar.says("Đang hiện đủ, chỉ lần này", "0994");
            page.click("main a:has-text('Che lại')");
            var taken = Scope.system()
                    .get(() -> jdbc.sql("select min(citizen_id) from person.person where citizen_id not like '0994%'")
                            .query(String.class)
                            .single());
            page.click("main a:has-text('Sửa thông tin')");
            page.fill("#phone", "0909000111");
            page.setInputFiles("#evidence", new FilePayload("to.png", "image/png", new byte[12 << 20]));
            page.click("main button:has-text('Xem lại')");
            assertThat((String) page.evalOnSelector("#evidence", "it => it.validationMessage"))
                    .contains("tối đa 10 MB");
            assertThat(page.inputValue("#phone")).isEqualTo("0909000111");
            page.setInputFiles("#evidence", new FilePayload("don.png", "image/png", DOT));
            page.click("main button:has-text('Xem lại')");
            registrar.says("Hãy ghi lý do sửa", "Đã nhận don.png");
            registrar.isAccessible();
            page.fill("#reason", "Đổi số");
            page.fill("#citizenId", taken);
            page.click("main button:has-text('Xem lại')");
            registrar.says("đã đứng tên một hồ sơ khác", "Đã nhận don.png");
            page.fill("#citizenId", "");
            page.click("main button:has-text('Xem lại')");
            registrar.says("chưa ghi gì vào hồ sơ", "0909000111", "don.png");
            registrar.isAccessible();
            page.click("main a:has-text('Sửa lại')");
            registrar.says("Bước 1/2", "Đã nhận don.png");
            assertThat(page.inputValue("#phone") + " " + page.inputValue("#reason"))
                    .isEqualTo("0909000111 Đổi số");
            page.click("main button:has-text('Xem lại')");
            registrar.says("chưa ghi gì vào hồ sơ", "0909000111", "don.png");

            // the same record in another window: nothing that was written there is undone unseen
            var other = registrar.context.newPage();
            other.navigate(page.url().replaceAll("/correction.*", "/correction"));
            other.fill("#phone", "0909000222");
            other.fill("#reason", "Số mới hơn");
            other.setInputFiles("#evidence", new FilePayload("moi.png", "image/png", DOT));
            other.click("main button:has-text('Xem lại')");
            other.click("main button:has-text('Ghi 1 thay đổi')");
            other.waitForSelector("text=Đã sửa 1 thông tin");
            page.click("main button:has-text('Ghi 1 thay đổi')");
            registrar.says("hồ sơ đã được sửa", "0909000222", "Bảng dưới đây đã theo hồ sơ hiện nay");
            registrar.isAccessible();
            var confirmation = page.inputValue("main input[name=draft]");
            page.click("main button:has-text('Ghi 1 thay đổi')");
            registrar.says("Đã sửa 1 thông tin", "0909000111");
            var again = registrar
                    .context
                    .request()
                    .post(
                            page.url() + "/correction/confirmation",
                            RequestOptions.create()
                                    .setForm(FormData.create()
                                            .set("draft", confirmation)
                                            .set("_csrf", page.inputValue("input[name=_csrf] >> nth=0"))));
            assertThat(again.text()).contains("đã được ghi lúc").doesNotContain("Đã sửa 0");
            page.click("main a:has-text('Thêm nơi làm việc')");
            page.selectOption("#titleCode", "TRUONG_KHOA");
            page.selectOption("#contract", "CO_THOI_HAN");
            page.fill("#percent", "250");
            page.fill("#startsOn", "01/09/2026");
            page.fill("#endsOn", "01/08/2026");
            page.click("main button:has-text('Thêm')");
            registrar.says("Còn 2 chỗ cần sửa", "bạn ghi “250”", "đứng trước ngày bắt đầu");
            page.fill("#percent", "50");
            page.fill("#endsOn", "");
            page.click("main button:has-text('Thêm')");
            registrar.says("Đã thêm nơi làm việc.", "Vượt thời gian", "150 %");
            assertThat(registrar.complaints).isEmpty();
            assertThat(registrar.foreign).isEmpty();
        }
    }

    private static Set<String> faults(Visitor registrar) {
        var address = registrar.page.url().replaceAll("[?#].*", "") + "/faults.csv";
        return new String(registrar.context.request().get(address).body(), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(it -> it.split(";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                .map(it -> (it[3] + it[2] + " " + it[5] + " " + it[9]).strip())
                .collect(toSet());
    }

    @Test
    void a_namesake_is_shown_before_a_second_record_and_a_spell_by_mistake_is_struck() {
        var name = "Đoàn Thị Trùng " + new String(Character.toChars('a' + (int) (System.nanoTime() % 26)));
        try (var registrar = new Visitor(port).as("daotao.caothang")) {
            var page = registrar.page;
            fill(registrar, "😀😀");
            registrar.says("Họ tên chỉ gồm chữ cái");
            fill(registrar, name);
            registrar.says("Đã ghi hồ sơ và cấp số nhà giáo");
            fill(registrar, name.toUpperCase(java.util.Locale.ROOT));
            registrar.says("Có thể đã có hồ sơ", "NG0", "đây là một người khác");
            registrar.isAccessible();
            registrar.fits();
            page.check("main input[name=other]");
            page.click("main button:has-text('Ghi hồ sơ')");
            registrar.says("Đã ghi hồ sơ và cấp số nhà giáo");
            page.click("main a:has-text('Sửa, nghỉ, thôi')");
            page.fill("#removal-reason", "Ghi nhầm người, đã có hồ sơ");
            page.click("main button:has-text('Xoá Giảng viên cao đẳng từ 01/09/2020')");
            registrar.says("Đã xoá thời gian công tác ghi nhầm", "không còn trong danh sách");
            page.navigate("/staff?q=%FF");
            registrar.says("ký tự không đọc được");
            page.navigate("/staff?q=%25");
            registrar.says("0 người");
            page.navigate("/staff?q=_");
            registrar.says("0 người");
        }
    }

    private static void fill(Visitor registrar, String name) {
        var page = registrar.page;
        page.navigate("/staff/new");
        page.fill("#fullName", name);
        page.fill("#birthDate", "03/04/1987");
        page.fill("#citizenId", "079187%06d".formatted(System.nanoTime() % 1_000_000));
        page.selectOption("#titleCode", "GIANG_VIEN");
        page.selectOption("#contract", "BIEN_CHE");
        page.fill("#startsOn", "01/09/2020");
        page.click("main button:has-text('Ghi hồ sơ')");
    }

    @Test
    void the_registrar_says_whose_an_account_is_and_takes_it_off_again() {
        var name = "tk." + System.nanoTime();
        Scope.system()
                .run(() -> accounts.openPersona(
                        new NewAccount(
                                name,
                                "Nguyễn Thị Chưa Gắn",
                                Role.TEACHER,
                                jdbc.sql("select id from institution.directory where code = 'CKC'")
                                        .query(Long.class)
                                        .single(),
                                null,
                                null),
                        "dien-tap-2026"));
        var person = Scope.system().get(() -> jdbc.sql("""
                        select min(s.person_id) from person.spell s join institution.directory i on i.id = s.institution_id
                         where i.code = 'CKC' and s.ends_on is null and s.principal and not exists (select from person.login l where l.person_id = s.person_id)
                        """).query(Long.class).single());
        for (var width : List.of(1440, 390)) {
            try (var registrar = new Visitor(port, width).as("daotao.caothang")) {
                var page = registrar.page;
                page.navigate("/staff/" + person);
                registrar.says("Chưa gắn: người này chưa xem được hồ sơ");
                page.selectOption(
                        "#account", new SelectOption().setLabel("Nguyễn Thị Chưa Gắn – %s (Nhà giáo)".formatted(name)));
                page.click("main button:has-text('Gắn tài khoản')");
                registrar.says("Đã gắn tài khoản", name);
                registrar.isAccessible();
                registrar.fits();
                page.fill("main input[aria-label^='Lý do gỡ tài khoản']", "Gắn nhầm người");
                page.click("main button:has-text('Gỡ tài khoản')");
                registrar.says("Đã gỡ tài khoản", "Chưa gắn: người này");
                registrar.isAccessible();
                registrar.fits();
                assertThat(registrar.complaints).isEmpty();
            }
        }
    }

    @Test
    void nobody_is_offered_to_decide_about_themselves_and_a_file_too_large_names_its_own_limit() {
        var me = new TrainingTown(context).linked("daotao.caothang");
        try (var registrar = new Visitor(port).as("daotao.caothang")) {
            var page = registrar.page;
            page.navigate("/staff/" + me);
            registrar.says("Đây là hồ sơ của chính bạn");
            assertThat(page.locator(
                                    "main a:has-text('Sửa thông tin'), main button:has-text('Gỡ tài khoản'), main a:has-text('Ghi công nhận')")
                            .count())
                    .isZero();
            registrar.isAccessible();
            page.navigate("/me/staff");
            while (page.locator("main button:has-text('Rút đề nghị')").count() > 0) {
                page.click("main button:has-text('Rút đề nghị') >> nth=0");
                registrar.says("Đã rút đề nghị");
            }
            page.click("main a:has-text('Đề nghị sửa')");
            page.fill("#phone", "09%08d".formatted(System.nanoTime() % 100_000_000));
            page.setInputFiles("#scan", new FilePayload("don.png", "image/png", DOT));
            page.click("main button:has-text('Gửi đề nghị')");
            registrar.says("Hãy ghi lý do", "Đã nhận don.png");
            page.fill("#note", "Đổi số điện thoại");
            page.click("main button:has-text('Gửi đề nghị')");
            registrar.says("Đã gửi đề nghị");
            page.navigate("/staff/requests");
            registrar.says("Đề nghị của chính bạn: hiệu trưởng hoặc một cán bộ đào tạo khác của trường trả lời");
            registrar.isAccessible();
            var large = registrar
                    .context
                    .request()
                    .post(
                            page.url().replaceAll("/staff/requests.*", "/me/staff/requests"),
                            RequestOptions.create()
                                    .setHeader("Referer", page.url())
                                    .setMultipart(FormData.create()
                                            .set("scan", new FilePayload("to.png", "image/png", new byte[12 << 20]))));
            assertThat(large.status()).isEqualTo(413);
            assertThat(large.text())
                    .contains("tối đa 10 MB", "href=\"/staff/requests\"", "Quay lại trang trước")
                    .doesNotContain(".csv");
        }
        try (var head = new Visitor(port, 390).as("hieutruong.caothang")) {
            head.page.navigate("/staff/requests");
            var asked = "main article:has(h2 a[href='/staff/%d'])".formatted(me);
            head.page.click(asked + " button:has-text('Không sửa')");
            head.says("Hãy ghi vì sao không sửa");
            head.isAccessible();
            head.fits();
            head.page.fill(asked + " textarea", "Giấy mờ, gửi lại bản rõ");
            head.page.click(asked + " button:has-text('Không sửa')");
            head.says("Đã trả lời không sửa");
        }
        try (var registrar = new Visitor(port).as("daotao.caothang")) {
            registrar.page.navigate("/notices");
            registrar.says("Trường không sửa hồ sơ theo đề nghị số", "Giấy mờ, gửi lại bản rõ");
            registrar.page.click("main li:has-text('không sửa hồ sơ theo đề nghị') a.btn >> nth=0");
            registrar.says("Hồ sơ nhà giáo của tôi", "Giấy mờ, gửi lại bản rõ");
        }
    }

    @Test
    void a_teacher_asks_on_a_telephone_and_follows_the_answer() {
        try (var teacher = new Visitor(port, 390).as("nhagiao.caothang");
                var registrar = new Visitor(port).as("daotao.caothang")) {
            var page = teacher.page;
            page.navigate("/me/staff");
            teacher.says("Võ Thành Nhân", "NG0", "Thời gian công tác");
            teacher.fits();
            teacher.isAccessible();
            page.click("main a:has-text('Đề nghị sửa')");
            var phone = "09%08d".formatted(System.nanoTime() % 100_000_000);
            page.fill("#phone", phone);
            var citizen = "079088%06d".formatted(System.nanoTime() % 1_000_000);
            page.fill("#citizenId", citizen);
            page.click("main button:has-text('Gửi đề nghị')");
            teacher.says("chỗ cần sửa", "Hãy ghi lý do", "Hãy gửi kèm bản quét");
            page.fill("#note", "Đổi số điện thoại");
            page.setInputFiles("#scan", new FilePayload("don.png", "image/png", DOT));
            page.click("main button:has-text('Gửi đề nghị')");
            teacher.says("Đã gửi đề nghị", "Chờ trường xem", phone);
            teacher.fits();

            registrar.page.navigate("/today");
            registrar.says("đề nghị sửa hồ sơ của nhà giáo chờ trả lời");
            registrar.page.navigate("/staff/requests");
            registrar.says("Võ Thành Nhân", phone, "don.png");
            registrar.isAccessible();
            var asked = "main article:has-text('" + phone + "')";
            registrar.says("•••••••••" + citizen.substring(9));
            assertThat(registrar.page.content()).doesNotContain(citizen);
            registrar.page.fill(asked + " input[name=reason]", "Đối chiếu thẻ căn cước");
            registrar.page.click(asked + " button:has-text('Hiện đủ')");
            registrar.says("Việc xem đã ghi vào nhật ký", citizen);
            registrar.isAccessible();
            registrar.page.click(asked + " a:has-text('Che lại')");
            // a pressed Enter writes a line and decides nothing
            registrar.page.fill(asked + " textarea[name=reply]", "Đã đối chiếu");
            registrar.page.press(asked + " textarea[name=reply]", "Enter");
            registrar.page.waitForTimeout(300);
            assertThat(registrar.page.inputValue(asked + " textarea[name=reply]"))
                    .isEqualTo("Đã đối chiếu\n");
            registrar.page.click(asked + " button:has-text('Sửa hồ sơ theo đề nghị')");
            registrar.says("Đã sửa hồ sơ theo đề nghị");

            page.navigate("/me/staff");
            teacher.says("Đã sửa", phone);
            page.click("main a:has-text('Khai thêm giấy')");
            page.selectOption("#kind", "SU_PHAM");
            page.fill("#name", "Chứng chỉ nghiệp vụ sư phạm");
            page.fill("#issuer", "Trường Đại học Sư phạm Kỹ thuật");
            page.fill("#issuedOn", "20/06/2019");
            page.setInputFiles("#scan", new FilePayload("nvsp.png", "image/png", DOT));
            page.click("main button:has-text('Gửi')");
            teacher.says("Đã ghi là tự khai", "Tự khai");
            var download = page.waitForDownload(() -> page.click("main a:has-text('Tải nvsp.png') >> nth=0"));
            assertThat(download.suggestedFilename()).isEqualTo("nvsp.png");
            teacher.isAccessible();
            teacher.fits();
            assertThat(teacher.complaints).isEmpty();
        }
    }
}
