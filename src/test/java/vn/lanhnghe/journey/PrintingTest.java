package vn.lanhnghe.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.credential.issuing.Press;

/** The clerk prints a decision's diplomas on forms: drafts, confirmed data, a printer that errs, a form that jams. */
@RehearsalTest
class PrintingTest {

    private static final double POINTS_A_MM = 72 / 25.4;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Test
    void forms_come_out_to_the_millimetre_after_their_data_were_confirmed() throws IOException {
        var press = new Press(context);
        press.receive(10);
        var decision = press.prepare(3, LocalDate.of(2026, 6, 1));
        press.check(decision);
        var serials = serials(press, decision);
        try (var clerk = new Visitor(port).as(Press.CLERK)) {
            clerk.page.navigate("/decisions/" + decision);
            clerk.page.click("main a:has-text('In phôi')");
            assertThat(clerk.text()).contains("3 văn bằng giấy chờ in", serials.getFirst());
            assertThat(clerk.page.isDisabled("button:has-text('Tạo tệp in')")).isTrue();
            var forms = "/decisions/%d/forms.pdf".formatted(decision);
            var early = clerk.context.request().get("http://localhost:" + port + forms);
            assertThat(early.status()).isEqualTo(422);
            assertThat(early.text()).contains("3 văn bằng chưa được xác nhận");

            var draft = pdf(clerk, "/decisions/%d/drafts.pdf".formatted(decision));
            assertThat(words(draft)).contains("BẢN NHÁP – KHÔNG CÓ GIÁ TRỊ", "Trần Văn " + press.prefix);
            assertThat(press.one(
                            "select count(*) from audit.act a join credential.diploma d on d.id = a.subject_id and a.subject = 'diploma' where a.kind = 'DIPLOMA_PREVIEWED' and d.decision_id = "
                                    + decision))
                    .isEqualTo(3);

            clerk.page.click("button:has-text('Xác nhận các dòng đã chọn')");
            assertThat(clerk.text()).contains("Đã xác nhận 3 văn bằng");
            assertThat(clerk.page.isDisabled("button:has-text('Tạo tệp in')")).isFalse();
            clerk.isAccessible();
            clerk.resize(390);
            clerk.fits();
            clerk.resize(1440);

            var printer = correct(clerk);
            var plain = pdf(clerk, forms);
            assertThat(words(plain)).doesNotContain("BẢN NHÁP");
            try (var document = Loader.loadPDF(plain)) {
                assertThat(document.getNumberOfPages()).isEqualTo(3);
                var box = document.getPage(0).getMediaBox();
                assertThat(box.getWidth() / POINTS_A_MM).isCloseTo(270, within(0.2));
                assertThat(box.getHeight() / POINTS_A_MM).isCloseTo(190, within(0.2));
            }
            var meant = places(plain);
            var told = places(pdf(clerk, forms + "?printer=" + printer));
            assertThat(meant.get("Long An")[0]).isCloseTo(190, within(0.3));
            assertThat(told.get("Long An")[0]).isCloseTo(190 - 2.5, within(0.3));
            assertThat(told.get("Long An")[1] - meant.get("Long An")[1]).isCloseTo(1, within(0.1));

            spoil(clerk, press, decision, serials);
            assertThat(clerk.complaints).isEmpty();
            assertThat(clerk.foreign).isEmpty();
        }
    }

    /** A printer that puts everything 2.5 mm to the right and 1 mm too high is measured and told. */
    private static long correct(Visitor clerk) {
        clerk.page.click("a:has-text('Bố trí và máy in')");
        clerk.isAccessible();
        clerk.page.fill("#name", "Máy phòng in " + System.nanoTime());
        clerk.page.click("button:has-text('Thêm máy in')");
        clerk.page.navigate(clerk.page.url() + "?level=TRUNG_CAP");
        clerk.isAccessible();
        fill(clerk, "22,5", "19", "0", "169");
        assertThat(clerk.text()).contains("Dấu A phải nằm bên trái");
        clerk.page.goBack();
        fill(clerk, "22,5", "19", "252.5", "169");
        assertThat(clerk.text()).contains("dịch ngang -2,5 mm, dọc 1 mm");
        return Long.parseLong(clerk.page.url().replaceAll(".*/printers/(\\d+).*", "$1"));
    }

    private static void fill(Visitor clerk, String left, String top, String right, String bottom) {
        clerk.page.fill("#left", left);
        clerk.page.fill("#top", top);
        clerk.page.fill("#right", right);
        clerk.page.fill("#bottom", bottom);
        clerk.page.click("button:has-text('Hiệu chỉnh')");
    }

    private static void spoil(Visitor clerk, Press press, long decision, List<String> serials) {
        clerk.page.navigate("/decisions/%d/forms".formatted(decision));
        clerk.page.uncheck("input[data-all]");
        clerk.page.check("input[name=diploma] >> nth=1");
        clerk.pressAndConfirm("In hỏng các tờ đã chọn");
        clerk.says("Ghi vì sao phôi hỏng");
        clerk.page.goBack();
        clerk.page.check("input[name=diploma] >> nth=1");
        clerk.page.uncheck("input[name=diploma] >> nth=0");
        clerk.page.uncheck("input[name=diploma] >> nth=2");
        clerk.page.fill("#reason", "Kẹt giấy");
        clerk.pressAndConfirm("In hỏng các tờ đã chọn");
        var after = serials(press, decision);
        assertThat(after).hasSize(3).contains(serials.get(0), serials.get(2)).doesNotContain(serials.get(1));
        assertThat(clerk.text())
                .contains("in lại trên phôi "
                        + after.stream()
                                .filter(it -> !serials.contains(it))
                                .findFirst()
                                .orElseThrow());
        clerk.page.uncheck("input[name=diploma] >> nth=2");
        clerk.pressAndConfirm("Đã in các tờ đã chọn");
        clerk.says("Đã đánh dấu in 2 văn bằng", "1 văn bằng giấy chờ in");
        assertThat(clerk.page.locator("tbody .status.ok").count())
                .as("confirmed data stay confirmed on another form")
                .isEqualTo(1);
        clerk.pressAndConfirm("Đã in các tờ đã chọn");
        clerk.says("Không còn văn bằng giấy nào chờ in");
        assertThat(press.one("select count(*) from credential.diploma where printed_at is not null and decision_id = "
                        + decision))
                .isEqualTo(3);
        assertThat(press.text("select state from credential.blank where serial = '%s'".formatted(serials.get(1))))
                .isEqualTo("SPOILED");
    }

    /** The forms of a decision's diplomas, in the order in which they are printed. */
    private static List<String> serials(Press press, long decision) {
        return List.of(press.text(
                        "select string_agg(serial, ' ' order by length(serial), serial) from credential.diploma where decision_id = "
                                + decision)
                .split(" "));
    }

    @Test
    void a_layout_is_moved_by_keyboard_and_wrong_numbers_are_told_all_at_once() {
        try (var clerk = new Visitor(port).as(Press.CLERK)) {
            clerk.page.navigate("/layouts/SO_CAP");
            clerk.isAccessible();
            clerk.page.focus("[data-item=FULL_NAME]");
            clerk.page.keyboard().press("ArrowRight");
            clerk.page.keyboard().press("Shift+ArrowDown");
            assertThat(clerk.page.inputValue("[name='FULL_NAME.x']")).isEqualTo("147,5");
            assertThat(clerk.page.inputValue("[name='FULL_NAME.y']")).isEqualTo("77");
            clerk.page.fill("[name='RANK.x']", "ba mươi");
            clerk.page.fill("[name='TITLE.width']", "200");
            clerk.page.fill("[name='width']", "27");
            clerk.page.click("button:has-text('Lưu bố trí')");
            assertThat(clerk.page.innerText(".errors"))
                    .contains("Chiều rộng phôi: nhập số từ 100 đến 420 mm", "Xếp loại, cách mép trái: nhập số");
            assertThat(clerk.page.inputValue("[name='RANK.x']"))
                    .as("what was typed stays")
                    .isEqualTo("ba mươi");
            clerk.page.fill("[name='RANK.x']", "190");
            clerk.page.fill("[name='width']", "270");
            clerk.page.click("button:has-text('Lưu bố trí')");
            assertThat(clerk.page.innerText(".errors")).contains("Danh hiệu: vượt mép phải", "147 + 200 > 270 mm");
            clerk.page.fill("[name='TITLE.width']", "100");
            clerk.page.click("button:has-text('Lưu bố trí')");
            assertThat(clerk.text()).contains("Đã lưu bố trí", "Bản 1");
            assertThat(clerk.page.inputValue("[name='FULL_NAME.y']")).isEqualTo("77");
            clerk.resize(390);
            clerk.fits();
            assertThat(clerk.complaints).isEmpty();
        }
    }

    private byte[] pdf(Visitor visitor, String address) {
        var answer = visitor.context.request().get("http://localhost:" + port + address);
        assertThat(answer.status()).as(address).isEqualTo(200);
        return answer.body();
    }

    private static String words(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** Where the runs of letters of the first page begin, mm from the left and the upper edge; of runs that are alike the last. */
    private static Map<String, double[]> places(byte[] pdf) throws IOException {
        var places = new HashMap<String, double[]>();
        try (var document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> letters) {
                    var first = letters.getFirst();
                    places.merge(
                            text,
                            new double[] {first.getXDirAdj() / POINTS_A_MM, first.getYDirAdj() / POINTS_A_MM},
                            (one, other) -> one[0] > other[0] ? one : other);
                }
            };
            stripper.setEndPage(1);
            stripper.setSortByPosition(true);
            stripper.getText(document);
        }
        return places;
    }
}
