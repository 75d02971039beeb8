package vn.lanhnghe.credential.handing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.multipart.MultipartFile;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.credential.handing.Handover.PaperKind;
import vn.lanhnghe.credential.issuing.Press;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Vi;

/** The desk: who collects what, against which paper and signature; nothing is erased. */
@RehearsalTest
class HandingTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Handovers handovers;

    @Autowired
    HandoverRepository repository;

    @Autowired
    JdbcClient jdbc;

    Press press;
    List<Long> ids = List.of();

    @BeforeEach
    void begin() {
        press = new Press(context);
        ids = press.release(3);
    }

    @Test
    void the_holder_signs_and_the_book_the_log_and_the_record_say_so() {
        assertThat(press.act(
                        Press.CLERK, () -> handovers.hand(own(ids.getFirst(), number(ids.getFirst()), drawing(), ""))))
                .isEqualTo(1);
        var line =
                press.act(Press.CLERK, () -> repository.listOf(ids.getFirst())).getFirst();
        assertThat(line.receiver()).isEqualTo(name(ids.getFirst()));
        assertThat(line.matches()).isTrue();
        assertThat(line.paperNumber()).matches("\\d{3}•{7}\\d{2}");
        assertThat(line.signature()).isNotNull();
        assertThat(press.one("select count(*) from file.content where sha256 = '%s'".formatted(line.signature())))
                .isEqualTo(1);
        assertThat(press.text(
                        "select content ->> 'Người nhận' from credential.entry where kind = 'HANDED_OVER' and diploma_id = "
                                + ids.getFirst()))
                .isEqualTo(line.receiver());
        assertThat(press.one("select count(*) from audit.act where kind = 'DIPLOMA_HANDED_OVER' and subject_id = "
                        + ids.getFirst()))
                .isEqualTo(1);
        assertThatThrownBy(() -> press.act(
                        Press.CLERK,
                        () -> handovers.hand(own(ids.getFirst(), number(ids.getFirst()), "", name(ids.getFirst())))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("1 văn bằng trong lựa chọn đã trao");
        assertThat(waiting()).containsExactlyInAnyOrderElementsOf(ids.subList(1, 3));
    }

    @Test
    void somebody_sent_collects_for_many_with_a_paper_that_says_so() {
        assertThat(press.act(
                        Press.REGISTRAR,
                        () -> handovers.hand(
                                sent(ids, "Lê Thị Nhận", "Giấy uỷ quyền 3/UQ", scan("%PDF-1.4"), "lê thị nhận"))))
                .isEqualTo(3);
        assertThat(press.one(
                        "select count(*) from credential.handover where not holder and confirmed is not null and authorisation = 'Giấy uỷ quyền 3/UQ' and diploma_id in (%d, %d, %d)"
                                .formatted(ids.get(0), ids.get(1), ids.get(2))))
                .isEqualTo(3);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void what_is_missing_or_wrong_is_said_and_nothing_is_written() {
        var first = ids.getFirst();
        refused(own(first, "123", drawing(), ""), "gồm 12 chữ số");
        refused(own(first, "001099000001", drawing(), ""), "không khớp với hồ sơ");
        refused(own(first, number(first), "", ""), "ký vào ô chữ ký, hoặc gõ họ và tên");
        refused(own(first, number(first), "", "Ai Khác"), "khác tên người nhận");
        refused(own(first, number(first), "data:image/png;base64,AAAA", ""), "Ảnh chữ ký không đọc được");
        refused(own(first, number(first), "data:text/html;base64,AAAA", ""), "Ảnh chữ ký không đọc được");
        refused(own(first, number(first), picture(400, 100, 0), ""), "còn trống");
        refused(own(first, number(first), picture(4000, 100, 200), ""), "Ảnh chữ ký không đọc được");
        refused(new Receipt(ids, true, null, PaperKind.CITIZEN_CARD, "1", null, null, "", ""), "của nhiều người");
        refused(new Receipt(List.of(), true, null, PaperKind.CITIZEN_CARD, "1", null, null, "", ""), "Chưa chọn");
        refused(sent(ids, "", "Giấy", scan("%PDF-"), "x"), "họ và tên người nhận thay");
        refused(sent(ids, "Lê Thị Nhận", "", scan("%PDF-"), "x"), "theo uỷ quyền nào");
        refused(sent(ids, "Lê Thị Nhận", "Giấy", null, "x"), "giấy uỷ quyền");
        refused(sent(ids, "Lê Thị Nhận", "Giấy", scan("GIF89a"), "x"), "không phải PDF, PNG hoặc JPEG");
        assertThat(waiting()).hasSize(3);
        assertThatThrownBy(() -> press.act(Press.HEAD, () -> handovers.hand(own(first, number(first), drawing(), ""))))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() ->
                        press.act("vanthu.caothang", () -> handovers.hand(own(first, number(first), drawing(), ""))))
                .as("another college's diploma")
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_mistake_is_taken_back_on_its_day_by_another_line() {
        var first = ids.getFirst();
        press.act(Press.CLERK, () -> handovers.hand(own(first, number(first), drawing(), "")));
        var line = press.act(Press.CLERK, () -> repository.listOf(first)).getFirst();
        assertThatThrownBy(() -> press.act(Press.CLERK, () -> handovers.undo(line.id(), " ")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> press.act("vanthu.caothang", () -> handovers.undo(line.id(), "x")))
                .isInstanceOf(NotFound.class);
        press.act(Press.CLERK, () -> handovers.undo(line.id(), "Nhầm người cùng tên"));
        assertThat(press.text(
                        "select string_agg(kind, ' ' order by id) from credential.entry where diploma_id = " + first))
                .isEqualTo("NUMBERED HANDED_OVER HANDING_UNDONE");
        assertThat(waiting()).contains(first);
        assertThatThrownBy(() -> press.act(Press.CLERK, () -> handovers.undo(line.id(), "lần nữa")))
                .hasMessageContaining("đã được huỷ rồi");
        press.act(Press.CLERK, () -> handovers.hand(own(first, number(first), "", name(first))));
        assertThat(press.act(Press.CLERK, () -> repository.listOf(first))).hasSize(3);

        var college = new Scope(Scope.Reach.COLLEGE, press.institution, null, null, 1L, "x");
        for (var sql : List.of(
                "update credential.handover set receiver = 'x'",
                "delete from credential.handover",
                "update credential.diploma set handed_over_at = null where id = " + first,
                "insert into credential.handover (institution_id, diploma_id, receiver, holder, paper_kind, paper_number, confirmed, actor_id, actor_name) values (%d, %d, 'x', true, 'OTHER', 'x', 'x', 1, 'x')"
                        .formatted(press.institution, first))) {
            assertThatThrownBy(() -> college.run(() -> jdbc.sql(sql).update()))
                    .as(sql)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void what_nobody_collected_is_listed_by_age() {
        var today = LocalDate.now(Vi.ZONE);
        var month = press.act(Press.CLERK, () -> repository.page(Uncollected.Age.MONTH, today, 1));
        assertThat(month.total()).isGreaterThanOrEqualTo(3);
        assertThat(press.act(Press.CLERK, () -> repository.page(Uncollected.Age.OLDER, today.plusDays(400), 1))
                        .total())
                .isGreaterThanOrEqualTo(month.total());
        assertThat(month.rows().getFirst().dueOn())
                .isEqualTo(month.rows().getFirst().releasedOn().plusDays(30));
    }

    private void refused(Receipt receipt, String words) {
        assertThatThrownBy(() -> press.act(Press.CLERK, () -> handovers.hand(receipt)))
                .as(words)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(words);
    }

    private List<Long> waiting() {
        return press.longs("select id from credential.diploma where handed_over_at is null and id in (%d, %d, %d)"
                .formatted(ids.get(0), ids.get(1), ids.get(2)));
    }

    private Receipt own(long id, String number, String signature, String confirmed) {
        return new Receipt(List.of(id), true, null, PaperKind.CITIZEN_CARD, number, null, null, signature, confirmed);
    }

    private static Receipt sent(
            List<Long> ids, String receiver, String authorisation, @Nullable MultipartFile scan, String confirmed) {
        return new Receipt(ids, false, receiver, PaperKind.PASSPORT, "C1234567", authorisation, scan, "", confirmed);
    }

    private static MultipartFile scan(String begins) {
        return new MockMultipartFile("scan", "uy-quyen.pdf", null, begins.getBytes(StandardCharsets.US_ASCII));
    }

    private String number(long id) {
        return press.text(
                "select citizen_id from learning.learner l join credential.diploma d on d.learner_id = l.id where d.id = "
                        + id);
    }

    private String name(long id) {
        return press.text("select full_name from credential.diploma where id = " + id);
    }

    private static String drawing() {
        return picture(600, 200, 150);
    }

    /** A white picture with a line of so many points. */
    private static String picture(int width, int height, int points) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                picture.setRGB(x, y, x < points && y == height / 2 ? Color.BLACK.getRGB() : Color.WHITE.getRGB());
            }
        }
        try (var png = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "png", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
