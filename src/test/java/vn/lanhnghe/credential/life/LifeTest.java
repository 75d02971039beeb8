package vn.lanhnghe.credential.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.access.AccessDeniedException;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.credential.Chosen;
import vn.lanhnghe.credential.issuing.Blanks;
import vn.lanhnghe.credential.issuing.Issuing;
import vn.lanhnghe.credential.issuing.Press;
import vn.lanhnghe.credential.issuing.Step;
import vn.lanhnghe.credential.issuing.Stock;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.learning.Level;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;

/** What becomes of diplomas after their release: by decisions, previewed row by row, whole or not at all. */
@RehearsalTest
class LifeTest {

    private static final byte[] PDF = "%PDF-1.7 quyết định".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    private static final LocalDate DAY = LocalDate.of(2026, 6, 20);

    @Autowired
    ApplicationContext context;

    @Autowired
    Lives lives;

    @Autowired
    RulingRepository rulings;

    @Autowired
    Issuing issuing;

    @Autowired
    Blanks blanks;

    @Autowired
    JdbcClient jdbc;

    Press press;

    @BeforeEach
    void begin() {
        press = new Press(context);
    }

    /** Complaint 9: printing, correcting and revoking many at once, all in the books and the ledger. */
    @Test
    void five_hundred_printed_three_spoilt_two_revoked_one_corrected_and_everything_adds_up() {
        press.receive(600);
        var before = stock();
        var decision = press.prepare(500, LocalDate.of(2026, 6, 1));
        press.act(Press.CHECKER, () -> issuing.await(issuing.start(decision, Step.CHECK, null)));
        press.act(Press.CLERK, () -> issuing.printed(decision, List.of()));
        var ids = press.ids(decision);
        for (var it : ids.subList(0, 3)) {
            press.act(Press.CLERK, () -> issuing.spoil(it, "Kẹt giấy"));
        }
        press.act(Press.CLERK, () -> issuing.printed(decision, List.of()));
        press.act(Press.HEAD, () -> issuing.await(issuing.start(decision, Step.SIGN, null)));
        press.act(Press.CLERK, () -> issuing.await(issuing.start(decision, Step.RELEASE, null)));

        var graduates =
                "select count(*) from learning.enrolment e join credential.diploma d on d.enrolment_id = e.id where d.decision_id = "
                        + decision
                        + " and e.status = 'GRADUATED' and e.graduated_on = date '2026-06-01' and e.graduated_at is not null";
        assertThat(press.one(graduates)).as("by the decision's day").isEqualTo(500);
        assertThat(decide(Press.HEAD, ids.subList(10, 12), terms(Turn.REVOKE, "REVOKE_FRAUD"), Map.of()))
                .isEqualTo(2);
        assertThat(press.one(graduates)).as("no longer graduates").isEqualTo(498);
        assertThat(
                        press.one(
                                "select count(*) from learning.study_fact f join credential.diploma d on d.enrolment_id = f.id where d.decision_id = "
                                        + decision
                                        + " and f.graduated_on is null and f.recognised_on is not null and f.reopened_on is not null"))
                .as("what was before the revocation stays said")
                .isEqualTo(2);
        var wrong = ids.get(20);
        var ruling = word(
                Press.REGISTRAR,
                List.of(wrong),
                terms(Turn.REISSUE, "REISSUE_ISSUER"),
                Map.of(Correctable.BIRTH_PLACE, "Tây Ninh"));
        assertThat(carryOut(Press.REGISTRAR, ruling)).isEqualTo(1);
        assertThat(state(wrong))
                .as("the old one lasts until the new one is there")
                .isEqualTo("VALID");
        var anew = press.one("select id from credential.diploma where replaces = " + wrong);
        press.take(press.one("select decision_id from credential.diploma where id = " + anew));

        assertThat(state(wrong)).isEqualTo("REPLACED");
        assertThat(state(anew)).isEqualTo("VALID");
        assertThat(press.text("select birth_place || ' ' || full_name from credential.diploma where id = " + anew))
                .isEqualTo("Tây Ninh " + press.text("select full_name from credential.diploma where id = " + wrong));
        assertThat(press.text("select birth_place from credential.diploma where id = " + wrong))
                .as("the original stays readable")
                .isEqualTo("Long An");
        assertThat(lines(wrong)).isEqualTo("NUMBERED REPLACED");
        assertThat(press.text(
                        "select content ->> 'Văn bằng mới' from credential.entry where kind = 'REPLACED' and diploma_id = "
                                + wrong))
                .contains(press.text("select register_number from credential.diploma where id = " + anew));
        assertThat(press.text("select content ->> 'Thay cho' from credential.entry where diploma_id = " + anew))
                .contains(press.text("select serial from credential.diploma where id = " + wrong));
        assertThat(kin(wrong)).singleElement().matches(it -> it.later());
        assertThat(kin(anew)).singleElement().matches(it -> !it.later());

        var stock = stock();
        assertThat(stock.issued() - before.issued()).isEqualTo(501);
        assertThat(stock.spoiled() - before.spoiled()).isEqualTo(3);
        assertThat(before.free() - stock.free()).isEqualTo(504);
        assertThat(stock.reconciles()).isTrue();
        press.run(Press.CLERK, () -> blanks.close(Level.TRUNG_CAP, (int) stock.closing(), "5/BB-KK"));
        var given = "(select id from credential.diploma where decision_id = %d or replaces = %d)"
                .formatted(decision, wrong);
        assertThat(press.one(
                        "select count(*) from credential.entry where kind = 'NUMBERED' and diploma_id in " + given))
                .isEqualTo(501);
        assertThat(press.one(
                        "select count(*) - max(line) from credential.entry where book_id = (select book_id from credential.diploma where id = %d)"
                                .formatted(wrong)))
                .as("no line is missing")
                .isZero();
        for (var deed : List.of("BLANK_SPOILED", "DIPLOMA_TURNED", "DIPLOMA_REISSUED", "DIPLOMA_REPLACED")) {
            assertThat(press.one(
                            "select count(distinct subject_id) from audit.act where subject = 'diploma' and kind = '%s' and subject_id in %s"
                                    .formatted(deed, given)))
                    .as(deed)
                    .isEqualTo(deed.equals("BLANK_SPOILED") ? 3 : deed.equals("DIPLOMA_TURNED") ? 2 : 1);
        }
    }

    @Test
    void the_preview_says_what_happens_to_each_and_the_deed_does_exactly_that() {
        var ids = press.release(4);
        decide(Press.HEAD, ids.subList(0, 1), terms(Turn.SUSPEND, "SUSPEND_VERIFYING"), Map.of());
        var prepared = press.prepare(1, LocalDate.of(2026, 6, 2));
        var all = new java.util.ArrayList<>(ids);
        all.addAll(press.ids(prepared));
        var ruling = word(Press.HEAD, all, terms(Turn.SUSPEND, "SUSPEND_COMPLAINT"), Map.of());
        var preview = press.act(Press.HEAD, () -> lives.preview(ruling));
        assertThat(preview.happening()).isEqualTo(3);
        assertThat(preview.effects().stream().filter(it -> !it.happens()).map(Effect::told))
                .containsExactlyInAnyOrder(
                        "hiện tạm dừng hiệu lực nên không tạm dừng hiệu lực được", "chưa phát hành (chờ kiểm tra)");
        assertThat(carryOut(Press.HEAD, ruling)).isEqualTo(3);
        assertThat(press.longs(
                        "select diploma_id from credential.ruling_diploma where carried_out and ruling_id = " + ruling))
                .containsExactlyInAnyOrderElementsOf(ids.subList(1, 4));
        assertThat(ids).allMatch(it -> state(it).equals("SUSPENDED"));

        var back = press.act(Press.HEAD, () -> lives.undo(ruling));
        press.run(Press.HEAD, () -> lives.word(back, terms(Turn.RESTORE, "RESTORE_CLEARED"), Map.of()));
        assertThat(carryOut(Press.HEAD, back)).isEqualTo(3);
        assertThat(ids.subList(1, 4)).allMatch(it -> state(it).equals("VALID"));
        assertThat(lines(ids.get(1))).isEqualTo("NUMBERED SUSPENDED RESTORED");
    }

    @Test
    void what_changed_since_the_preview_is_not_done() {
        var ids = press.release(2);
        var ruling = word(Press.HEAD, ids, terms(Turn.ANNUL, "ANNUL_TWICE"), Map.of());
        var seen = press.act(Press.HEAD, () -> lives.preview(ruling)).fingerprint();
        decide(Press.HEAD, ids.subList(0, 1), terms(Turn.REVOKE, "REVOKE_LENT"), Map.of());
        assertThatThrownBy(() -> press.act(Press.HEAD, () -> lives.carryOut(ruling, seen)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("đã đổi từ lúc bạn xem trước");
        assertThat(state(ids.get(1))).isEqualTo("VALID");
        assertThat(carryOut(Press.HEAD, ruling)).isEqualTo(1);
        assertThatThrownBy(() -> press.act(Press.HEAD, () -> lives.undo(ruling)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("không đảo lại");
        assertThatThrownBy(() -> press.act(Press.HEAD, () -> lives.carryOut(ruling, seen)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("đã thực hiện xong");
    }

    @Test
    void a_correction_stands_beside_what_is_printed() {
        var id = press.release(1).getFirst();
        var name = press.text("select full_name from credential.diploma where id = " + id);
        assertThat(decide(
                        Press.HEAD,
                        List.of(id),
                        terms(Turn.CORRECT, "CORRECT_CIVIL"),
                        Map.of(Correctable.FULL_NAME, "  Trần  Văn Đổi ", Correctable.BIRTH_DATE, "4/2/2006")))
                .isEqualTo(1);
        assertThat(state(id)).isEqualTo("VALID");
        assertThat(press.text("select full_name from credential.diploma where id = " + id))
                .isEqualTo(name);
        assertThat(annotations(id)).singleElement().satisfies(it -> {
            assertThat(it.decision()).isEqualTo("9/QĐ-" + press.prefix);
            assertThat(it.corrections().stream().map(Annotation.Correction::told))
                    .containsExactlyInAnyOrder(
                            "Họ và tên: “%s” → “Trần Văn Đổi”".formatted(name),
                            "Ngày sinh: “03/02/2006” → “04/02/2006”");
        });
        assertThat(press.text(
                        "select content ->> 'Sửa ngày sinh' from credential.entry where kind = 'CORRECTED' and diploma_id = "
                                + id))
                .isEqualTo("“03/02/2006” → “04/02/2006”");

        var again = word(
                Press.HEAD,
                List.of(id),
                terms(Turn.CORRECT, "CORRECT_ISSUER"),
                Map.of(Correctable.BIRTH_DATE, "2006-02-04"));
        assertThat(press.act(Press.HEAD, () -> lives.preview(again))
                        .effects()
                        .getFirst()
                        .told())
                .contains("không có gì khác");

        var replaced = decide(Press.REGISTRAR, List.of(id), terms(Turn.REPLACE, "REPLACE_LOST"), Map.of());
        assertThat(replaced).isEqualTo(1);
        assertThat(press.text("select full_name || ' ' || birth_date from credential.diploma where replaces = " + id))
                .as("the new paper says what counts now")
                .isEqualTo("Trần Văn Đổi 2006-02-04");
        var revoking = word(Press.HEAD, List.of(id), terms(Turn.REVOKE, "REVOKE_FRAUD"), Map.of());
        assertThat(press.act(Press.HEAD, () -> lives.preview(revoking))
                        .effects()
                        .getFirst()
                        .told())
                .contains("đang được cấp lại theo quyết định 9/QĐ-" + press.prefix);
    }

    @Test
    void a_new_paper_needs_a_record_that_says_the_same_and_a_plausible_fact() {
        var id = press.release(1).getFirst();
        assertThat(told(id, Turn.REISSUE, Map.of(Correctable.FULL_NAME, "Trần Văn Khác")))
                .contains("hồ sơ người học còn ghi");
        assertThat(told(id, Turn.REISSUE, Map.of(Correctable.BIRTH_DATE, "03/02/2016")))
                .contains("chưa đủ 14 tuổi");
        assertThat(told(id, Turn.REISSUE, Map.of(Correctable.OCCUPATION, "6480201")))
                .contains("không thuộc trình độ trung cấp");
        assertThat(told(id, Turn.CORRECT, Map.of(Correctable.DECIDED_ON, "01/01/2030")))
                .contains("sau ngày phát hành");
        assertThatThrownBy(() -> told(id, Turn.CORRECT, Map.of(Correctable.BIRTH_DATE, "31/02/2006")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Ngày sinh “31/02/2006” không đúng");
        assertThatThrownBy(() -> told(id, Turn.CORRECT, Map.of(Correctable.OCCUPATION, "1234567")))
                .hasMessageContaining("không có trong danh mục");
        assertThatThrownBy(() -> told(id, Turn.CORRECT, Map.of())).hasMessageContaining("ít nhất một nội dung mới");
    }

    @Test
    void evidence_is_asked_for_where_the_reason_says_so_and_is_what_it_claims() {
        var id = press.release(1).getFirst();
        var bare = press.act(Press.HEAD, () -> lives.open(Chosen.of(List.of(id))));
        press.run(
                Press.HEAD,
                () -> lives.word(bare, new Terms(Turn.REVOKE, "1/QĐ", DAY, "REVOKE_FRAUD", "x", null), Map.of()));
        assertThatThrownBy(() -> carryOut(Press.HEAD, bare))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("phải kèm tệp chứng cứ");
        assertThatThrownBy(() -> press.run(
                        Press.HEAD,
                        () -> lives.word(
                                bare,
                                new Terms(
                                        Turn.REVOKE,
                                        "1/QĐ",
                                        DAY,
                                        "REVOKE_FRAUD",
                                        "x",
                                        new MockMultipartFile(
                                                "evidence",
                                                "quyet-dinh.pdf",
                                                null,
                                                "MZ".getBytes(java.nio.charset.StandardCharsets.US_ASCII))),
                                Map.of())))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("không phải PDF, PNG hoặc JPEG");
        assertThatThrownBy(() -> press.run(
                        Press.HEAD,
                        () -> lives.word(
                                bare, new Terms(Turn.REVOKE, "1/QĐ", DAY, "SUSPEND_VERIFYING", "x", null), Map.of())))
                .hasMessageContaining("lý do trong danh mục");
        assertThatThrownBy(() -> press.run(
                        Press.HEAD,
                        () -> lives.word(
                                bare,
                                new Terms(Turn.REVOKE, "1/QĐ", LocalDate.of(2099, 1, 1), "REVOKE_FRAUD", "x", null),
                                Map.of())))
                .hasMessageContaining("tương lai");
    }

    @Test
    void who_may_not_decide_decides_nothing_and_what_is_done_stays_done() {
        var id = press.release(1).getFirst();
        assertThatThrownBy(() -> press.act(Press.CLERK, () -> lives.open(Chosen.of(List.of(id)))))
                .isInstanceOf(AccessDeniedException.class);
        var draft = press.act(Press.REGISTRAR, () -> lives.open(Chosen.of(List.of(id))));
        assertThatThrownBy(() -> press.run(
                        Press.REGISTRAR, () -> lives.word(draft, terms(Turn.REVOKE, "REVOKE_FRAUD"), Map.of())))
                .as("a registrar does not revoke")
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> press.act("hieutruong.caothang", () -> lives.open(Chosen.of(List.of(id)))))
                .as("another college's diploma")
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> press.act("hieutruong.caothang", () -> {
                    lives.drop(draft);
                    return 0;
                }))
                .isInstanceOf(NotFound.class);
        assertThat(press.act("chuyenvien", () -> rulings.find(draft).isPresent()))
                .as("the city reads")
                .isTrue();

        var done = word(Press.HEAD, List.of(id), terms(Turn.REVOKE, "REVOKE_FRAUD"), Map.of());
        carryOut(Press.HEAD, done);
        var college = new Scope(Scope.Reach.COLLEGE, press.institution, null, null, 1L, "x");
        for (var sql : List.of(
                "update credential.ruling set reason = 'x' where id = " + done,
                "delete from credential.ruling where id = " + done,
                "delete from credential.ruling_diploma where ruling_id = " + done,
                "insert into credential.ruling_change (ruling_id, institution_id, field, value) values (%d, %d, 'RANK', 'GOOD')"
                        .formatted(done, press.institution),
                "update credential.correction set after = 'x'",
                "update credential.diploma set state = 'VALID' where id = " + id)) {
            assertThatThrownBy(() -> college.run(() -> jdbc.sql(sql).update()))
                    .as(sql)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void diplomas_are_named_by_serial_number_or_code_and_the_unknown_ones_are_told() {
        var ids = press.release(3);
        var typed = press.text("select serial from credential.diploma where id = " + ids.get(0)) + "\n"
                + press.text("select register_number from credential.diploma where id = " + ids.get(1)) + " ; "
                + press.text("select lower(code) from credential.diploma where id = " + ids.get(2)) + "\nKHONG-CO-1";
        var ruling = press.act(Press.HEAD, () -> lives.open(Chosen.typed(typed)));
        assertThat(press.act(Press.HEAD, () -> rulings.find(ruling).orElseThrow())
                        .unknown())
                .containsExactly("KHONG-CO-1");
        assertThat(press.longs("select diploma_id from credential.ruling_diploma where ruling_id = " + ruling))
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThatThrownBy(() -> press.act(Press.HEAD, () -> lives.open(Chosen.typed("KHONG-CO-1, KHONG-CO-2"))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("“KHONG-CO-1”, “KHONG-CO-2”");
        assertThatThrownBy(() -> press.act(Press.HEAD, () -> lives.open(Chosen.of(List.of()))))
                .hasMessageContaining("Chưa chọn văn bằng nào");
        press.run(Press.HEAD, () -> lives.leaveOut(ruling, ids.getFirst()));
        press.run(Press.HEAD, () -> lives.drop(ruling));
        assertThat(press.one("select count(*) from credential.ruling where id = " + ruling))
                .isZero();
    }

    @Test
    void a_new_diploma_given_back_leaves_the_old_one_in_force_and_a_second_try_takes_its_form() {
        var id = press.release(1).getFirst();
        decide(Press.REGISTRAR, List.of(id), terms(Turn.REPLACE, "REPLACE_DAMAGED"), Map.of());
        var first = press.one("select id from credential.diploma where replaces = " + id);
        var decision = press.one("select decision_id from credential.diploma where id = " + first);
        press.act(Press.CHECKER, () -> issuing.await(issuing.start(decision, Step.CHECK, null)));
        var serial = press.text("select serial from credential.diploma where id = " + first);
        press.act(Press.HEAD, () -> issuing.giveBack(first, "Nhầm người"));
        assertThat(state(id)).isEqualTo("VALID");

        decide(Press.REGISTRAR, List.of(id), terms(Turn.REPLACE, "REPLACE_DAMAGED"), Map.of());
        press.take(decision);
        var second =
                press.one("select id from credential.diploma where replaces = %d and state = 'VALID'".formatted(id));
        assertThat(press.text("select serial from credential.diploma where id = " + second))
                .as("the form that lay free again")
                .isEqualTo(serial);
        assertThat(state(id)).isEqualTo("REPLACED");
    }

    @Test
    void a_new_diploma_is_not_released_for_one_that_is_no_longer_in_force() {
        var id = press.release(1).getFirst();
        decide(Press.REGISTRAR, List.of(id), terms(Turn.REPLACE, "REPLACE_LOST"), Map.of());
        var decision = press.one("select decision_id from credential.diploma where replaces = " + id);
        press.act(Press.CHECKER, () -> issuing.await(issuing.start(decision, Step.CHECK, null)));
        press.act(Press.CLERK, () -> issuing.printed(decision, List.of()));
        press.act(Press.HEAD, () -> issuing.await(issuing.start(decision, Step.SIGN, null)));
        decide(Press.HEAD, List.of(id), terms(Turn.SUSPEND, "SUSPEND_AUTHORITY"), Map.of());
        assertThatThrownBy(() ->
                        press.act(Press.CLERK, () -> issuing.await(issuing.start(decision, Step.RELEASE, null))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("không còn hiệu lực nên không thay được");
        assertThat(press.text("select state from credential.diploma where replaces = " + id))
                .isEqualTo("SIGNED");
    }

    private String told(long id, Turn turn, Map<Correctable, String> changes) {
        var persona = turn.reissues() ? Press.REGISTRAR : Press.HEAD;
        var ruling = word(persona, List.of(id), terms(turn, turn + "_ISSUER"), changes);
        var effect = press.act(persona, () -> lives.preview(ruling)).effects().getFirst();
        assertThat(effect.happens()).isFalse();
        return effect.told();
    }

    private int decide(String persona, List<Long> ids, Terms terms, Map<Correctable, String> changes) {
        return carryOut(persona, word(persona, ids, terms, changes));
    }

    private long word(String persona, List<Long> ids, Terms terms, Map<Correctable, String> changes) {
        return press.act(persona, () -> {
            var ruling = lives.open(Chosen.of(ids));
            lives.word(ruling, terms, changes);
            return ruling;
        });
    }

    private int carryOut(String persona, long ruling) {
        return press.act(
                persona, () -> lives.carryOut(ruling, lives.preview(ruling).fingerprint()));
    }

    private Terms terms(Turn turn, String reasonCode) {
        return new Terms(
                turn,
                "9/QĐ-" + press.prefix,
                DAY,
                reasonCode,
                "Theo biên bản",
                new MockMultipartFile("evidence", "qd.pdf", null, PDF));
    }

    private String state(long id) {
        return press.text("select state from credential.diploma where id = " + id);
    }

    private String lines(long id) {
        return press.text("select string_agg(kind, ' ' order by id) from credential.entry where diploma_id = " + id);
    }

    private List<Annotation> annotations(long id) {
        return lives.annotations(press.text("select code from credential.diploma where id = " + id));
    }

    private List<Annotation.Kin> kin(long id) {
        return lives.kin(press.text("select code from credential.diploma where id = " + id));
    }

    private Stock stock() {
        return press.act(Press.CLERK, blanks::listStock).stream()
                .filter(it -> it.level() == Level.TRUNG_CAP)
                .findFirst()
                .orElseThrow();
    }
}
