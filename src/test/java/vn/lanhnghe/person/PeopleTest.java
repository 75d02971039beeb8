package vn.lanhnghe.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.validation.MapBindingResult;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.access.Account;
import vn.lanhnghe.access.Accounts;
import vn.lanhnghe.access.NewAccount;
import vn.lanhnghe.access.Personas;
import vn.lanhnghe.access.Role;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.file.Scan;
import vn.lanhnghe.person.asking.Request;
import vn.lanhnghe.person.asking.Requests;
import vn.lanhnghe.person.moving.Merges;
import vn.lanhnghe.person.moving.NewTransfer;
import vn.lanhnghe.person.moving.Transfer;
import vn.lanhnghe.person.moving.Transfers;
import vn.lanhnghe.person.paper.NewPaper;
import vn.lanhnghe.person.paper.NewRecognition;
import vn.lanhnghe.person.paper.PaperKind;
import vn.lanhnghe.person.paper.PaperState;
import vn.lanhnghe.person.paper.Recognition;
import vn.lanhnghe.person.paper.StaffPapers;
import vn.lanhnghe.person.training.TrainingTown;
import vn.lanhnghe.portal.inbox.Worklist;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Vi;

/** People taken on, changed, moved, merged and taken apart, by the faces that colleges and the city use. */
@RehearsalTest
class PeopleTest {

    private static final LocalDate TODAY = LocalDate.now(Vi.ZONE);
    private static final LocalDate BORN = LocalDate.of(1985, 3, 15);
    private static final Scan SCAN = new Scan(new byte[] {(byte) 0x89, 0x50, 0x4e, 0x47}, "giay.png", Scan.Kind.PNG);

    @Autowired
    People people;

    @Autowired
    Transfers transfers;

    @Autowired
    Merges merges;

    @Autowired
    StaffPapers papers;

    @Autowired
    Requests requests;

    @Autowired
    Accounts accounts;

    @Autowired
    Personas personas;

    @Autowired
    ApplicationContext context;

    @Autowired
    Worklist worklist;

    @Autowired
    JdbcClient jdbc;

    private <T> T as(String persona, Supplier<T> work) {
        var result = new ArrayList<T>();
        Scope.system().run(() -> personas.act(persona, () -> result.add(work.get())));
        return result.getFirst();
    }

    private void run(String persona, Runnable work) {
        as(persona, () -> {
            work.run();
            return 0;
        });
    }

    private long college(String code) {
        return one("select id from institution.directory where code = '" + code + "'");
    }

    private long one(String sql) {
        return Scope.system().get(() -> jdbc.sql(sql).query(Long.class).single());
    }

    private String text(String sql) {
        return Scope.system().get(() -> jdbc.sql(sql).query(String.class).single());
    }

    private static NewPerson person(String name, @Nullable String citizen) {
        return new NewPerson(name, BORN, "FEMALE", citizen, null, null);
    }

    private NewSpell spell(String college, int percent, boolean principal, LocalDate from, @Nullable LocalDate to) {
        return new NewSpell(
                college(college), null, "Khoa Thử", "GIANG_VIEN", true, "BIEN_CHE", percent, principal, from, to);
    }

    private long takeOn(String persona, String college, String name) {
        return as(
                        persona,
                        () -> people.takeOn(
                                person(name, StaffSheetTest.citizen()),
                                spell(college, 100, true, LocalDate.of(2015, 9, 1), null)))
                .personId();
    }

    @Test
    void what_cannot_be_is_refused_in_words_and_nothing_is_saved() {
        var id = takeOn("daotao.caothang", "CKC", "Đặng Thị Không Thể");
        var spells = one("select count(*) from person.spell where person_id = " + id);
        assertThatThrownBy(() -> run(
                        "daotao.caothang",
                        () -> people.addSpell(
                                id, spell("CKC", 50, false, LocalDate.of(2020, 1, 1), LocalDate.of(2019, 1, 1)))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("đứng trước ngày bắt đầu");
        assertThatThrownBy(() -> run(
                        "daotao.caothang",
                        () -> people.addSpell(id, spell("CKC", 250, false, LocalDate.of(2020, 1, 1), null))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("từ 1 đến 100")
                .hasMessageContaining("250");
        assertThatThrownBy(() -> run(
                        "daotao.caothang",
                        () -> people.addSpell(id, spell("CKC", 50, true, LocalDate.of(2020, 1, 1), null))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("đã có nơi làm việc chính ở cơ sở của bạn");
        run("daotao.caothang", () -> people.addSpell(id, spell("CKC", 100, false, LocalDate.of(2020, 1, 1), null)));
        assertThat(as("daotao.caothang", () -> java.util.Optional.ofNullable(people.overload(id))))
                .hasValueSatisfying(it -> assertThat(it).contains("200 %").contains("01/01/2020"));
        assertThatThrownBy(() -> run(
                        "daotao.caothang",
                        () -> people.addSpell(id, spell("CKC", 50, false, LocalDate.of(2021, 1, 1), null))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("250 %")
                .hasMessageContaining("200 %");
        assertThat(one("select count(*) from person.spell where person_id = " + id))
                .isEqualTo(spells + 1);
    }

    @Test
    void days_that_cannot_be_are_refused_in_sentences_wherever_they_are_told() {
        var id = takeOn("daotao.caothang", "CKC", "Đặng Thị Ngày Lạ");
        var spell = as("daotao.caothang", () -> people.listSpells(id)).getFirst();
        refused("đủ 15 tuổi", () -> people.addSpell(id, spell("CKC", 10, false, LocalDate.of(1999, 9, 1), null)));
        refused(
                "đủ 15 tuổi",
                () -> people.takeOn(
                        person("Đặng Thị Trẻ Quá", StaffSheetTest.citizen()),
                        spell("CKC", 10, false, LocalDate.of(1980, 9, 1), null)));
        refused("quá xa", () -> people.addSpell(id, spell("CKC", 10, false, TODAY.plusMonths(25), null)));
        refused("quá xa", () -> people.addSpell(id, spell("CKC", 10, false, TODAY, TODAY.plusYears(11))));
        refused("quá xa", () -> people.endSpell(id, spell.id(), LocalDate.of(2090, 1, 1), "Nghỉ hưu"));
        refused("quá xa", () -> people.addLeave(id, spell.id(), "Đi học", TODAY, LocalDate.of(2090, 1, 1)));
        refused(
                "quá xa",
                () -> transfers.offer(
                        id,
                        college("TDC"),
                        new NewTransfer(LocalDate.of(2099, 1, 1), "GIANG_VIEN", "", "BIEN_CHE", "QĐ 99")));
        refused(
                "chưa đủ 10 tuổi",
                () -> papers.add(
                        id,
                        new NewPaper(PaperKind.KHAC, "Bằng kỹ sư", "Trường Thử", "1", BORN.plusYears(9), null),
                        papers.keep(SCAN)));
        refused(
                "đủ 15 tuổi",
                () -> people.correct(
                        id, Map.of(PersonFact.BIRTH_DATE, "2005-01-01"), "Theo căn cước", papers.keep(SCAN)));
        assertThat(one("select count(*) from person.spell where person_id = " + id))
                .isEqualTo(1);
        run(
                "daotao.caothang",
                () -> people.addSpell(id, spell("CKC", 10, false, TODAY.plusMonths(23), TODAY.plusYears(9))));
    }

    private void refused(String why, Runnable work) {
        assertThatThrownBy(() -> run("daotao.caothang", work))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(why);
    }

    @Test
    void the_same_spell_stands_once_and_one_recorded_by_mistake_is_struck_with_a_trace() {
        var id = takeOn("daotao.caothang", "CKC", "Đặng Thị Ghi Nhầm");
        var wrong = spell("CKC", 20, false, LocalDate.of(2022, 9, 1), null);
        run("daotao.caothang", () -> people.addSpell(id, wrong));
        refused("Mỗi thời gian công tác ghi một lần", () -> people.addSpell(id, wrong));
        var spells = as("daotao.caothang", () -> people.listSpells(id));
        assertThat(spells).hasSize(2);
        var struck = spells.getFirst();
        var first = spells.getLast();
        refused(
                "Mỗi thời gian công tác ghi một lần",
                () -> people.changeSpell(
                        id, struck.id(), spell("CKC", 20, false, LocalDate.of(2015, 9, 1), null), "Sửa ngày"));
        refused("5–300", () -> people.removeSpell(id, struck.id(), "nhầm"));
        assertThatThrownBy(() -> run("daotao.thuduc", () -> people.removeSpell(id, struck.id(), "Ghi nhầm người")))
                .as("another college's")
                .isInstanceOf(NotFound.class);
        run("daotao.caothang", () -> people.addLeave(id, struck.id(), "Đi học", LocalDate.of(2023, 1, 1), null));
        refused("đã ghi ngày nghỉ", () -> people.removeSpell(id, struck.id(), "Ghi nhầm người"));
        var leave = as("daotao.caothang", () -> people.listLeaves(id)).getFirst();
        run("daotao.caothang", () -> people.endLeave(id, leave.id(), LocalDate.of(2023, 1, 1)));
        run("daotao.caothang", () -> people.removeSpell(id, struck.id(), "Ghi nhầm người"));
        assertThat(as("daotao.caothang", () -> people.listSpells(id)))
                .singleElement()
                .isEqualTo(first);
        assertThat(as("daotao.caothang", () -> people.timeline(id))).anySatisfy(it -> {
            assertThat(it.about())
                    .isEqualTo("Xoá thời gian công tác ghi nhầm: Giảng viên cao đẳng – Khoa Thử, 20 %, từ 01/09/2022");
            assertThat(it.reason()).isEqualTo("Ghi nhầm người");
        });
        as(
                "daotao.caothang",
                () -> transfers.offer(
                        id, college("TDC"), new NewTransfer(TODAY.plusDays(20), "GIANG_VIEN", "", "BIEN_CHE", "QĐ 8")));
        refused("chuyển công tác", () -> people.removeSpell(id, first.id(), "Ghi nhầm người"));
    }

    @Test
    void what_went_over_full_time_in_the_past_is_flagged_too() {
        var id = takeOn("daotao.caothang", "CKC", "Đặng Thị Quá Sức");
        var to = LocalDate.of(2024, 12, 31);
        run("daotao.caothang", () -> people.addSpell(id, spell("CKC", 50, false, LocalDate.of(2024, 1, 1), to)));
        run("daotao.caothang", () -> people.addSpell(id, spell("CKC", 50, false, LocalDate.of(2024, 3, 1), to)));
        assertThat(as("daotao.caothang", () -> java.util.Optional.ofNullable(people.overload(id))))
                .hasValueSatisfying(it -> assertThat(it).contains("200 %").contains("01/03/2024"));
    }

    @Test
    void somebody_of_the_same_name_and_birth_date_is_told_of_first() {
        var id = takeOn("daotao.caothang", "CKC", "Đặng Thị Trùng Tên");
        var other = person("DANG THI TRUNG TEN", StaffSheetTest.citizen());
        assertThat(as("daotao.caothang", () -> people.listNamesakes(other)))
                .extracting(Person::id)
                .containsExactly(id);
        assertThat(as("daotao.thuduc", () -> people.listNamesakes(other)))
                .as("of another college nothing is told")
                .isEmpty();
    }

    @Test
    void one_person_keeps_one_number_wherever_they_work_and_little_is_told() {
        var citizen = StaffSheetTest.citizen();
        var first = as(
                "daotao.caothang",
                () -> people.takeOn(
                        person("Hồ Thị Hai Nơi", citizen), spell("CKC", 100, true, LocalDate.of(2015, 9, 1), null)));
        assertThat(first.known()).isFalse();
        assertThatThrownBy(() -> run("daotao.thuduc", () -> people.get(first.personId())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> run(
                        "daotao.thuduc",
                        () -> people.takeOn(
                                new NewPerson("Hồ Thị Hai Nơi", BORN.plusDays(1), null, citizen, null, null),
                                spell("TDC", 40, false, LocalDate.of(2024, 9, 1), null))))
                .isInstanceOf(Refusal.class)
                .hasMessageNotContaining("Hồ Thị")
                .hasMessageNotContaining(Vi.day(BORN));
        assertThatThrownBy(() -> run(
                        "daotao.thuduc",
                        () -> people.takeOn(
                                person("Hồ Thị Hai Nơi", citizen),
                                spell("TDC", 100, true, LocalDate.of(2024, 9, 1), null))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("ở một cơ sở khác")
                .hasMessageNotContaining("Cao Thắng");
        assertThatThrownBy(() -> run(
                        "daotao.thuduc",
                        () -> people.takeOn(
                                person("Người Khác Hẳn", citizen),
                                spell("TDC", 40, false, LocalDate.of(2024, 9, 1), null))))
                .as("a right number under a quite different name")
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Kiểm tra lại số")
                .hasMessageNotContaining("Hồ Thị");
        assertThatThrownBy(() -> run(
                        "daotao.caothang",
                        () -> people.takeOn(
                                person("Người Khác Hẳn", citizen),
                                spell("CKC", 40, false, LocalDate.of(2024, 9, 1), null))))
                .as("of one's own it is told whose the number is")
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("của Hồ Thị Hai Nơi");
        var second = as(
                "daotao.thuduc",
                () -> people.takeOn(
                        person("HO THI HAI NOI", citizen), spell("TDC", 40, false, LocalDate.of(2024, 9, 1), null)));
        assertThat(second.known()).isTrue();
        assertThat(second.personId()).isEqualTo(first.personId());
        assertThat(as("daotao.thuduc", () -> people.listSpells(first.personId())))
                .hasSize(1);
        assertThat(as("daotao.thuduc", () -> people.countElsewhere(first.personId())))
                .isEqualTo(1);
        assertThat(as("daotao.thuduc", () -> java.util.Optional.ofNullable(people.overload(first.personId()))))
                .hasValueSatisfying(it -> assertThat(it).contains("140 %"));
    }

    @Test
    void both_colleges_agree_to_a_transfer_and_the_record_moves_with_its_history() {
        var id = takeOn("daotao.caothang", "CKC", "Bùi Thị Chuyển Đi");
        var to = college("TDC");
        var move = new NewTransfer(
                LocalDate.of(2026, 10, 1), "GIANG_VIEN_CHINH", "Khoa Mới", "BIEN_CHE", "QĐ điều động 30");
        var asked = as("daotao.caothang", () -> transfers.offer(id, to, move));
        assertThatThrownBy(() -> run("daotao.caothang", () -> transfers.accept(asked)))
                .as("who asks does not answer")
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> as("daotao.caothang", () -> transfers.offer(id, to, move)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("chờ trả lời");
        run("daotao.thuduc", () -> transfers.accept(asked));
        assertThat(as("daotao.thuduc", () -> transfers.get(asked)).state()).isEqualTo(Transfer.State.DONE);
        for (var day : List.of("2026-09-30", "2026-10-01")) {
            assertThat(one(
                            "select count(*) from person.staff where principal and starts_on <= date '%1$s' and (ends_on is null or ends_on >= date '%1$s') and person_id = %2$d"
                                    .formatted(day, id)))
                    .as("counted once on " + day)
                    .isEqualTo(1);
        }
        assertThat(as("daotao.thuduc", () -> people.listSpells(id)))
                .as("the new college reads the old spell")
                .hasSize(2);
        assertThat(as("daotao.thuduc", () -> people.timeline(id)).stream().map(Event::what))
                .contains("Bắt đầu làm việc", "Thôi làm việc", "Chuyển công tác", "Ghi hồ sơ nhà giáo, cán bộ");
        assertThat(as("daotao.caothang", () -> people.listSpells(id)))
                .as("the old one its own part")
                .hasSize(1);

        var number = text("select staff_number from person.person where id = " + id);
        var back = as(
                "daotao.caothang",
                () -> transfers.request(
                        number,
                        BORN,
                        new NewTransfer(LocalDate.of(2026, 11, 20), "GIANG_VIEN", "", "BIEN_CHE", "Xin về lại")));
        assertThatThrownBy(() -> as(
                        "daotao.caothang",
                        () -> transfers.request(
                                number,
                                BORN.plusDays(1),
                                new NewTransfer(TODAY, "GIANG_VIEN", "", "BIEN_CHE", "Đoán mò"))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Không có ai");
        run("daotao.thuduc", () -> transfers.refuse(back, "Đang cần người"));
        assertThat(as("daotao.caothang", () -> transfers.get(back)).answer()).isEqualTo("Đang cần người");
    }

    @Test
    void a_transfer_is_judged_anew_when_it_is_accepted_and_ends_the_days_away() {
        var id = takeOn("daotao.caothang", "CKC", "Đinh Thị Đổi Ý");
        var move = new NewTransfer(LocalDate.of(2026, 12, 10), "GIANG_VIEN", "", "BIEN_CHE", "QĐ điều động 31");
        var asked = as("daotao.caothang", () -> transfers.offer(id, college("TDC"), move));
        var spell = as("daotao.caothang", () -> people.listSpells(id)).getFirst();
        run(
                "daotao.caothang",
                () -> people.addLeave(id, spell.id(), "Đi học", LocalDate.of(2026, 12, 5), LocalDate.of(2026, 12, 12)));
        run(
                "daotao.caothang",
                () -> people.addLeave(
                        id, spell.id(), "Đi học", LocalDate.of(2026, 12, 15), LocalDate.of(2026, 12, 20)));
        run("daotao.thuduc", () -> transfers.accept(asked));
        assertThat(as("chuyenvien", () -> people.listLeaves(id)))
                .singleElement()
                .satisfies(it -> assertThat(it.endsOn()).isEqualTo("2026-12-09"));

        var other = takeOn("daotao.caothang", "CKC", "Đinh Thị Nghỉ Trước");
        var late = as("daotao.caothang", () -> transfers.offer(other, college("TDC"), move));
        var ended = as("daotao.caothang", () -> people.listSpells(other)).getFirst();
        run("daotao.caothang", () -> people.endSpell(other, ended.id(), LocalDate.of(2026, 11, 10), "Nghỉ hẳn"));
        assertThatThrownBy(() -> run("daotao.thuduc", () -> transfers.accept(late)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("hồ sơ đã đổi")
                .hasMessageContaining("sau ngày thôi việc ở nơi cũ");
        assertThat(as("daotao.thuduc", () -> transfers.get(late)).state()).isEqualTo(Transfer.State.PENDING);
        assertThat(one("select count(*) from person.spell where person_id = " + other))
                .isEqualTo(1);
    }

    @Test
    void whom_a_college_does_not_keep_it_does_not_write_of_and_reads_no_more_than_came_along() {
        var citizen = StaffSheetTest.citizen();
        var id = as(
                        "daotao.caothang",
                        () -> people.takeOn(
                                person("Tô Thị Đã Đi", citizen),
                                spell("CKC", 100, true, LocalDate.of(2015, 9, 1), null)))
                .personId();
        var asked = as(
                "daotao.caothang",
                () -> transfers.offer(
                        id,
                        college("TDC"),
                        new NewTransfer(LocalDate.of(2026, 10, 1), "GIANG_VIEN", "", "BIEN_CHE", "QĐ điều động 32")));
        run("daotao.thuduc", () -> transfers.accept(asked));

        var values = new EnumMap<PersonFact, @Nullable String>(PersonFact.class);
        values.put(PersonFact.PHONE, "0912345678");
        var scan = as("daotao.caothang", () -> papers.keep(SCAN));
        assertThat(as("daotao.caothang", () -> people.editable(id))).isFalse();
        assertThatThrownBy(() -> run("daotao.caothang", () -> people.correct(id, values, "Theo phiếu", scan)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("đã thôi làm việc ở cơ sở của bạn");
        assertThatThrownBy(() -> run(
                        "daotao.caothang",
                        () -> papers.add(
                                id,
                                new NewPaper(PaperKind.KHAC, "Giấy cũ", "Nơi cấp", "", LocalDate.of(2016, 1, 1), null),
                                scan)))
                .isInstanceOf(Refusal.class);
        var touch = "update person.person set phone = phone where id = " + id;
        assertThat(as("daotao.caothang", () -> jdbc.sql(touch).update()))
                .as("by policy")
                .isZero();
        assertThat(as("daotao.thuduc", () -> jdbc.sql(touch).update())).isEqualTo(1);

        // a later job at the old college is not what came along
        run(
                "daotao.caothang",
                () -> people.takeOn(
                        person("Tô Thị Đã Đi", citizen), spell("CKC", 20, false, LocalDate.of(2026, 11, 1), null)));
        assertThat(as("daotao.thuduc", () -> people.listSpells(id))).hasSize(2);
        assertThat(as("daotao.caothang", () -> people.editable(id))).isTrue();
        var here = as("daotao.thuduc", () -> people.listSpells(id)).getFirst();
        run("daotao.thuduc", () -> people.endSpell(id, here.id(), TODAY.minusDays(1), "Thôi việc"));
        assertThat(as("daotao.thuduc", () -> people.listSpells(id)))
                .as("the history goes when the person does")
                .hasSize(1);
        assertThat(as("daotao.thuduc", () -> people.editable(id))).isFalse();
        assertThat(as("daotao.thuduc", () -> jdbc.sql(touch).update())).isZero();

        // who works nowhere is kept by the college that had them last
        var retired = takeOn("daotao.caothang", "CKC", "Tô Thị Nghỉ Hưu");
        var last = as("daotao.caothang", () -> people.listSpells(retired)).getFirst();
        run("daotao.caothang", () -> people.endSpell(retired, last.id(), TODAY.minusDays(1), "Nghỉ hưu"));
        run("daotao.caothang", () -> people.correct(retired, values, "Theo phiếu", scan));
    }

    @Test
    void what_was_declared_at_one_college_is_seen_by_another_once_it_is_confirmed() {
        var citizen = StaffSheetTest.citizen();
        var id = as(
                        "daotao.caothang",
                        () -> people.takeOn(
                                person("Kiều Thị Hai Trường", citizen),
                                spell("CKC", 100, true, LocalDate.of(2015, 9, 1), null)))
                .personId();
        run(
                "daotao.thuduc",
                () -> people.takeOn(
                        person("Kiều Thị Hai Trường", citizen),
                        spell("TDC", 40, false, LocalDate.of(2024, 9, 1), null)));
        Scope.system()
                .run(() -> jdbc.sql("""
                        insert into person.training_elsewhere (person_id, institution_id, title, kind, purpose, hours, provider, starts_on, finished_on, file_sha256,
                               file_name, declared_at)
                        values (:person, :college, 'Khoá tự khai', 'OTHER', 'TU_NGUYEN', 10, 'Nơi khác', date '2026-01-01', date '2026-01-02', repeat('0', 64), 'x.pdf', now())
                        """)
                        .param("person", id)
                        .param("college", college("CKC"))
                        .update());
        var count = "select count(*) from person.training_elsewhere where person_id = " + id;
        assertThat(as("daotao.caothang", () -> jdbc.sql(count).query(Long.class).single()))
                .isEqualTo(1);
        assertThat(as("daotao.thuduc", () -> jdbc.sql(count).query(Long.class).single()))
                .isZero();
        Scope.system()
                .run(() -> jdbc.sql(
                                "update person.training_elsewhere set state = 'CONFIRMED', confirmed_at = now(), confirmed_by = 'x' where person_id = :id")
                        .param("id", id)
                        .update());
        assertThat(as("daotao.thuduc", () -> jdbc.sql(count).query(Long.class).single()))
                .isEqualTo(1);
    }

    @Test
    void two_records_become_one_by_chosen_values_and_come_apart_exactly() {
        var kept = as(
                        "daotao.caothang",
                        () -> people.takeOn(
                                person("Mai Thị Trùng", StaffSheetTest.citizen()),
                                spell("CKC", 100, true, LocalDate.of(2015, 9, 1), null)))
                .personId();
        var gone = as(
                        "daotao.thuduc",
                        () -> people.takeOn(
                                new NewPerson(
                                        "Mai Thị Trùng Lắp", BORN, null, StaffSheetTest.citizen(), "0901234567", null),
                                spell("TDC", 100, true, LocalDate.of(2018, 9, 1), null)))
                .personId();
        run(
                "daotao.thuduc",
                () -> papers.add(
                        gone,
                        new NewPaper(
                                PaperKind.SU_PHAM,
                                "Chứng chỉ NVSP",
                                "Trường Sư phạm",
                                "",
                                LocalDate.of(2016, 1, 1),
                                null),
                        papers.keep(SCAN)));
        var before = photograph(kept, gone);
        var goneNumber = text("select staff_number from person.person where id = " + gone);

        assertThatThrownBy(() ->
                        as("daotao.caothang", () -> merges.merge(kept, gone, EnumSet.noneOf(PersonFact.class), "thử")))
                .isInstanceOf(AuthorizationDeniedException.class);
        var merge = as(
                "chuyenvien",
                () -> merges.merge(kept, gone, EnumSet.of(PersonFact.FULL_NAME), "Đã đối chiếu thẻ căn cước"));

        var file = as("chuyenvien", () -> people.file(kept));
        assertThat(file.fullName()).isEqualTo("Mai Thị Trùng Lắp");
        assertThat(file.phone()).as("an empty value is filled").isEqualTo("0901234567");
        assertThat(as("chuyenvien", () -> people.listAliases(kept))).containsExactly(goneNumber);
        assertThat(as("chuyenvien", () -> people.listSpells(kept))).hasSize(2);
        assertThat(as("chuyenvien", () -> papers.list(kept))).hasSize(1);
        assertThat(one("select count(*) from person.spell where principal and ends_on is null and person_id = " + kept))
                .isEqualTo(1);
        assertThat(one("select count(*) from person.staff where person_id in (%d, %d) and principal"
                        .formatted(kept, gone)))
                .isEqualTo(1);

        run("chuyenvien", () -> merges.undo(merge, "Nhầm người"));
        assertThat(photograph(kept, gone)).isEqualTo(before);
        assertThat(as("chuyenvien", () -> people.listAliases(kept))).isEmpty();
    }

    private String photograph(long kept, long gone) {
        return text(
                "select jsonb_build_object('p', (select jsonb_agg(to_jsonb(p) order by id) from person.person p where id in (%1$d, %2$d)), 's', (select jsonb_agg(to_jsonb(s) order by id) from person.spell s where person_id in (%1$d, %2$d)), 'q', (select jsonb_agg(to_jsonb(q) order by id) from person.paper q where person_id in (%1$d, %2$d)))::text"
                        .formatted(kept, gone));
    }

    @Test
    void a_recognition_lapses_without_teaching_and_another_school_may_use_it_until_then() {
        var citizen = StaffSheetTest.citizen();
        var id = as(
                        "daotao.caothang",
                        () -> people.takeOn(
                                person("Lâm Thị Thợ Giỏi", citizen),
                                spell("CKC", 50, true, LocalDate.of(2024, 1, 1), null)))
                .personId();
        var decided = TODAY.minusMonths(11);
        run(
                "daotao.caothang",
                () -> papers.recognise(
                        id, new NewRecognition("Hàn", 7, "9/QĐ", decided, "Bậc thợ 7/7", null), papers.keep(SCAN)));
        assertThat(NewRecognition.read(Map.of("councilSize", "6"), TODAY, as("daotao.caothang", () -> people.rules()))
                        .faults())
                .containsKey("councilSize");
        var it = as("daotao.caothang", () -> papers.listRecognitions(id)).getFirst();
        assertThat(it.state(TODAY)).isEqualTo(Recognition.State.LAPSING);
        assertThat(it.state(decided.plusMonths(12))).isEqualTo(Recognition.State.LAPSED);
        run(
                "daotao.thuduc",
                () -> people.takeOn(
                        person("Lâm Thị Thợ Giỏi", citizen),
                        new NewSpell(
                                college("TDC"),
                                null,
                                "",
                                "NGUOI_DAY_NGHE",
                                true,
                                "CO_THOI_HAN",
                                40,
                                false,
                                TODAY.minusDays(10),
                                null)));
        assertThat(as("daotao.thuduc", () -> papers.listRecognitions(id)))
                .as("used by another school")
                .hasSize(1);
        run("daotao.thuduc", () -> papers.taught(id, it.id(), TODAY));
        assertThat(as("daotao.caothang", () -> papers.listRecognitions(id))
                        .getFirst()
                        .state(TODAY))
                .isEqualTo(Recognition.State.VALID);
    }

    @Test
    void a_teacher_asks_and_the_college_decides_with_the_paper_as_evidence() {
        var own = as("nhagiao.caothang", () -> people.own().orElseThrow());
        var values = new EnumMap<PersonFact, @Nullable String>(PersonFact.class);
        values.put(PersonFact.EMAIL, "vo.thanh.nhan." + System.nanoTime() + "@truong.example");
        run(
                "nhagiao.caothang",
                () -> requests.listOwn().stream()
                        .filter(it -> it.state() == Request.State.PENDING)
                        .forEach(it -> requests.withdraw(it.id())));
        run("nhagiao.caothang", () -> requests.ask(values, "Đổi địa chỉ thư", papers.keep(SCAN)));
        assertThatThrownBy(() -> run("nhagiao.caothang", () -> requests.ask(values, "Lần nữa", papers.keep(SCAN))))
                .isInstanceOf(Refusal.class);
        var asked = as("nhagiao.caothang", () -> requests.listOwn()).getFirst();
        assertThatThrownBy(() -> run("daotao.thuduc", () -> approve(asked.id(), "")))
                .isInstanceOf(NotFound.class);
        run("daotao.caothang", () -> approve(asked.id(), "Đã đối chiếu"));
        run("nhagiao.caothang", () -> {
            assertThat(worklist.list())
                    .filteredOn(it -> it.what().contains("số %d của bạn".formatted(asked.id())))
                    .singleElement()
                    .satisfies(it -> assertThat(it.about()).isEqualTo("Thư điện tử; trả lời: Đã đối chiếu"));
            requests.see();
            assertThat(worklist.list()).noneMatch(it -> it.what().contains("số %d của bạn".formatted(asked.id())));
        });
        assertThat(as("nhagiao.caothang", () -> people.own().orElseThrow())
                        .file()
                        .email())
                .isEqualTo(values.get(PersonFact.EMAIL));
        assertThat(as("daotao.caothang", () -> people.listCorrections(own.file().id()))
                        .getFirst()
                        .fileName())
                .isEqualTo("giay.png");
        run(
                "nhagiao.caothang",
                () -> papers.declare(
                        new NewPaper(
                                PaperKind.NGOAI_NGU,
                                "IELTS 6.5",
                                "British Council",
                                "",
                                LocalDate.of(2024, 5, 1),
                                null),
                        papers.keep(SCAN)));
        var paper = as("nhagiao.caothang", () -> papers.listOwn()).stream()
                .filter(it -> it.name().equals("IELTS 6.5"))
                .findFirst()
                .orElseThrow();
        assertThat(paper.state()).isEqualTo(PaperState.DECLARED);
        assertThatThrownBy(() ->
                        run("daotao.thuduc", () -> papers.turn(own.file().id(), paper.id(), PaperState.CONFIRMED, "")))
                .isInstanceOf(NotFound.class);
        run(
                "daotao.caothang",
                () -> papers.turn(own.file().id(), paper.id(), PaperState.VERIFIED, "Tra trên trang của nơi cấp"));
        run(
                "nhagiao.caothang",
                () -> papers.declare(
                        new NewPaper(PaperKind.KHAC, "Giấy mờ", "Phường", "", LocalDate.of(2024, 5, 1), null),
                        papers.keep(SCAN)));
        var blurred = as("nhagiao.caothang", () -> papers.listOwn()).stream()
                .filter(it -> it.name().equals("Giấy mờ") && it.state() == PaperState.DECLARED)
                .findFirst()
                .orElseThrow();
        run("daotao.caothang", () -> papers.turn(own.file().id(), blurred.id(), PaperState.REJECTED, "Không đọc được"));
        run("nhagiao.caothang", () -> {
            assertThat(worklist.list())
                    .filteredOn(it -> it.what().equals("Trường không nhận giấy “Giấy mờ”"))
                    .singleElement()
                    .satisfies(it -> assertThat(it.about()).isEqualTo("vì: Không đọc được"));
            papers.see();
            assertThat(worklist.list()).noneMatch(it -> it.what().contains("Giấy mờ"));
        });
        assertThat(as("nhagiao.caothang", () -> papers.listOwn()).stream().map(it -> it.state()))
                .contains(PaperState.VERIFIED);
    }

    @Test
    void what_is_sent_twice_is_written_once_and_refused_in_words() throws Exception {
        var id = takeOn("daotao.caothang", "CKC", "Phan Thị Hai Lần");
        var paper = new NewPaper(PaperKind.TIN_HOC, "Chứng chỉ IC3", "Certiport", "12", LocalDate.of(2022, 5, 1), null);
        var scan = as("daotao.caothang", () -> papers.keep(SCAN));
        var refused = atOnce(() -> run("daotao.caothang", () -> papers.add(id, paper, scan)));
        assertThat(refused).singleElement().asString().contains("Chứng chỉ IC3", "đã có trong hồ sơ");
        assertThat(one("select count(*) from person.paper where person_id = " + id))
                .isEqualTo(1);
        run("daotao.caothang", () -> papers.turn(id, papers.list(id).getFirst().id(), PaperState.REJECTED, "Bản mờ"));
        run("daotao.caothang", () -> papers.add(id, paper, scan));

        run(
                "nhagiao.caothang",
                () -> requests.listOwn().stream()
                        .filter(it -> it.state() == Request.State.PENDING)
                        .forEach(it -> requests.withdraw(it.id())));
        var values = new EnumMap<PersonFact, @Nullable String>(PersonFact.class);
        values.put(PersonFact.EMAIL, "hai.lan." + System.nanoTime() + "@truong.example");
        refused = atOnce(() -> run("nhagiao.caothang", () -> requests.ask(values, "Đổi thư", scan)));
        assertThat(refused).singleElement().asString().contains("một đề nghị chờ xem");
        run(
                "nhagiao.caothang",
                () -> requests.withdraw(requests.listOwn().getFirst().id()));
    }

    @Test
    void nobody_decides_about_their_own_record_and_the_head_does() {
        var registrar = new TrainingTown(context).linked("daotao.caothang");
        var values = new EnumMap<PersonFact, @Nullable String>(PersonFact.class);
        values.put(PersonFact.EMAIL, "cua.minh." + System.nanoTime() + "@truong.example");
        var paper = new NewPaper(
                PaperKind.TIN_HOC, "IC3 " + System.nanoTime(), "Certiport", "", LocalDate.of(2022, 5, 1), null);
        var scan = as("daotao.caothang", () -> papers.keep(SCAN));
        run(
                "daotao.caothang",
                () -> requests.listOwn().stream()
                        .filter(it -> it.state() == Request.State.PENDING)
                        .forEach(it -> requests.withdraw(it.id())));
        run("daotao.caothang", () -> requests.ask(values, "Đổi thư", scan));
        run("daotao.caothang", () -> papers.declare(paper, scan));
        var asked = as("daotao.caothang", () -> requests.listOwn()).getFirst();
        var declared = as("daotao.caothang", () -> papers.listOwn()).stream()
                .filter(it -> it.name().equals(paper.name()))
                .findFirst()
                .orElseThrow();
        var spell = as("daotao.caothang", () -> people.listSpells(registrar)).getFirst();
        for (Runnable deed : List.<Runnable>of(
                () -> approve(asked.id(), "Đúng"),
                () -> requests.reject(asked.id(), "Không đúng"),
                () -> papers.turn(registrar, declared.id(), PaperState.VERIFIED, "Tra cứu rồi"),
                () -> papers.add(registrar, paper, scan),
                () -> papers.recognise(
                        registrar, new NewRecognition("Hàn", 7, "1/QĐ", TODAY, "Bậc thợ 7/7", null), scan),
                () -> people.correct(registrar, values, "Theo giấy", scan),
                () -> people.endSpell(registrar, spell.id(), TODAY, "Nghỉ hưu"),
                () -> people.unlink(account("daotao.caothang"), registrar, "Gỡ để tự sửa"))) {
            refused(deed, "Không ai tự quyết hồ sơ của chính mình");
        }
        assertThat(as("daotao.caothang", () -> people.editable(registrar))).isFalse();

        run("hieutruong.caothang", () -> approve(asked.id(), "Đã đối chiếu"));
        run(
                "hieutruong.caothang",
                () -> papers.turn(registrar, declared.id(), PaperState.VERIFIED, "Tra trên trang của nơi cấp"));
        assertThat(as("daotao.caothang", () -> people.own().orElseThrow())
                        .file()
                        .email())
                .isEqualTo(values.get(PersonFact.EMAIL));
    }

    /** The same deed by two at once: what was refused, in words; anything else fails. */
    private static List<String> atOnce(Runnable deed) throws Exception {
        var refused = new ConcurrentLinkedQueue<String>();
        try (var two = Executors.newFixedThreadPool(2)) {
            var both = List.of(two.submit(() -> tried(deed, refused)), two.submit(() -> tried(deed, refused)));
            for (var it : both) {
                it.get();
            }
        }
        return List.copyOf(refused);
    }

    private static void tried(Runnable deed, Queue<String> refused) {
        try {
            deed.run();
        } catch (Refusal it) {
            refused.add(String.valueOf(it.getMessage()));
        }
    }

    @Test
    void a_scan_stays_for_the_next_turn_of_its_form_for_whoever_sent_it_and_who_opens_one_leaves_a_trace() {
        var id = takeOn("daotao.caothang", "CKC", "Quách Thị Minh Chứng");
        var sent = new MockMultipartFile(
                "scan",
                "../x/giấy.png",
                "image/png",
                ("\u0089PNG\r\n\u001a\n của tôi " + id).getBytes(StandardCharsets.ISO_8859_1));
        var form = new HashMap<String, String>();
        var wrong = new MapBindingResult(form, "paper");
        wrong.rejectValue("name", "missing", "Ghi tên");
        var kept = Objects.requireNonNull(as("daotao.caothang", () -> papers.take(sent, form, wrong, "scan")));
        assertThat(kept.fileName()).isEqualTo("giấy.png");
        assertThat(form).as("the form shown again names it").containsEntry("keptName", "giấy.png");
        var again = new MapBindingResult(form, "paper");
        assertThat(as("daotao.caothang", () -> papers.take(null, form, again, "scan")))
                .isEqualTo(kept);
        assertThat(again.hasErrors()).isFalse();
        for (var id1 :
                List.of("", "f".repeat(64), kept.id() + "x", UUID.randomUUID().toString())) {
            assertThat(as("daotao.caothang", () -> Optional.ofNullable(papers.kept(id1))))
                    .isEmpty();
        }
        for (var other : List.of("daotao.thuduc", "hieutruong.caothang")) {
            assertThat(as(other, () -> Optional.ofNullable(papers.kept(kept.id().toString()))))
                    .as("only who sent it goes on with it")
                    .isEmpty();
        }
        run(
                "daotao.caothang",
                () -> papers.add(
                        id,
                        new NewPaper(PaperKind.KHAC, "Giấy xác nhận", "Phường", "", LocalDate.of(2022, 5, 1), null),
                        kept.evidence()));
        run("daotao.caothang", () -> papers.file(id, papers.list(id).getFirst().id()));
        assertThat(text("select summary from audit.act where kind = 'PERSON_READ' and subject_id = " + id))
                .isEqualTo("Xem bản quét: Giấy xác nhận");
    }

    @Test
    void who_looks_at_a_citizen_number_leaves_a_trace_and_a_correction_names_its_paper() {
        var id = takeOn("daotao.caothang", "CKC", "Vũ Thị Dấu Vết");
        for (var no : List.of(" ", "x", "12345678", "xem!")) {
            refused(() -> people.reveal(id, no), "ít nhất 5 ký tự");
        }
        run("daotao.caothang", () -> people.reveal(id, "Đối chiếu thẻ"));
        assertThat(one(
                        "select count(*) from audit.act where kind = 'PERSON_REVEALED' and subject_id = %d and reason = 'Đối chiếu thẻ'"
                                .formatted(id)))
                .isEqualTo(1);
        assertThat(as("daotao.caothang", () -> people.file(id)).masked()).matches("•{9}\\d{3}");
        var values = new EnumMap<PersonFact, @Nullable String>(PersonFact.class);
        values.put(PersonFact.FULL_NAME, "Vũ Thị Dấu Vết Mới");
        run("daotao.caothang", () -> people.correct(id, values, "Theo căn cước", papers.keep(SCAN)));
        assertThat(text("select summary from audit.act where kind = 'PERSON_CORRECTED' and subject_id = " + id))
                .contains("Vũ Thị Dấu Vết Mới")
                .contains("giay.png");
    }

    @Test
    void an_account_of_the_college_is_one_persons_and_a_person_has_one_there() {
        var id = takeOn("daotao.caothang", "CKC", "Trịnh Thị Tài Khoản");
        var other = takeOn("daotao.caothang", "CKC", "Trịnh Thị Khác Nữa");
        var name = "tk." + System.nanoTime();
        Scope.system().run(() -> {
            for (var one : List.of("a", "b", "c")) {
                accounts.openPersona(
                        new NewAccount(
                                one + name,
                                "Trịnh Thị Tài Khoản",
                                one.equals("c") ? Role.CLERK : Role.TEACHER,
                                college(one.equals("b") ? "TDC" : "CKC"),
                                null,
                                null),
                        "dien-tap-2026");
            }
        });
        var account = account("a" + name);
        assertThat(as("daotao.caothang", () -> people.logins(id)).free())
                .extracting(Account::username)
                .contains("a" + name, "c" + name)
                .doesNotContain("b" + name, "nhagiao.caothang");
        refused(() -> people.link(account("b" + name), id), "ở cơ sở của bạn");
        refused(() -> people.link(account("chuyenvien"), id), "ở cơ sở của bạn");
        run("daotao.caothang", () -> people.link(account, id));
        assertThat(as("a" + name, () -> people.own().orElseThrow()).file().id()).isEqualTo(id);
        refused(() -> people.link(account, id), "đã gắn với hồ sơ này rồi");
        refused(() -> people.link(account, other), "đã gắn với hồ sơ của Trịnh Thị Tài Khoản");
        refused(() -> people.link(account("c" + name), id), "Hồ sơ này đã gắn với tài khoản a" + name);
        assertThatThrownBy(() -> run("daotao.thuduc", () -> people.link(account("b" + name), id)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> run("daotao.thuduc", () -> people.unlink(account, id, "Của trường khác")))
                .isInstanceOf(NotFound.class);
        refused(() -> people.unlink(account, id, " "), "lý do gỡ");
        run("daotao.caothang", () -> people.unlink(account, id, "Gắn nhầm người"));
        assertThat(as("a" + name, () -> people.own())).isEmpty();
        run("daotao.caothang", () -> people.link(account, other));
        assertThat(text(
                        "select string_agg(kind || coalesce(': ' || reason, ''), ', ' order by id) from audit.act where subject = 'person' and subject_id = "
                                + id + " and kind like 'PERSON_%LINKED'"))
                .isEqualTo("PERSON_LINKED, PERSON_UNLINKED: Gắn nhầm người");
    }

    /** As somebody does who sees the page of today. */
    private void approve(long id, String reply) {
        var it = requests.get(id);
        requests.approve(
                id, reply, it.facts().keySet().stream().collect(Collectors.toMap(one -> one, it::shown)), false);
    }

    @Test
    void what_was_written_meanwhile_is_never_overwritten_unseen() {
        var id = takeOn("daotao.caothang", "CKC", "Lê Thị Hai Cửa Sổ");
        var scan = as("daotao.caothang", () -> papers.keep(SCAN));
        var email = new EnumMap<PersonFact, @Nullable String>(PersonFact.class);
        email.put(PersonFact.EMAIL, "moi." + System.nanoTime() + "@truong.example");
        run("daotao.caothang", () -> people.correct(id, email, "Theo phiếu", scan));
        email.put(PersonFact.EMAIL, "cu@truong.example");
        assertThatThrownBy(() -> run(
                        "daotao.caothang",
                        () -> people.correct(id, email, "Theo phiếu", scan, Map.of(PersonFact.EMAIL, ""), () -> {})))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("hồ sơ đã được sửa")
                .hasMessageContaining("Thư điện tử: “” → “moi.");

        var own =
                as("nhagiao.caothang", () -> people.own().orElseThrow()).file().id();
        run(
                "nhagiao.caothang",
                () -> requests.listOwn().stream()
                        .filter(it -> it.state() == Request.State.PENDING)
                        .forEach(it -> requests.withdraw(it.id())));
        email.put(PersonFact.EMAIL, "xin." + System.nanoTime() + "@truong.example");
        run("nhagiao.caothang", () -> requests.ask(email, "Đổi thư", scan));
        var asked = as("nhagiao.caothang", () -> requests.listOwn()).getFirst();
        var before = asked.shown(PersonFact.EMAIL);
        assertThat(asked.moved()).isEmpty();
        var later = new EnumMap<PersonFact, @Nullable String>(PersonFact.class);
        later.put(PersonFact.EMAIL, "truong.ghi." + System.nanoTime() + "@truong.example");
        run("daotao.caothang", () -> people.correct(own, later, "Theo phiếu mới", scan));
        refused(
                () -> requests.approve(asked.id(), "", Map.of(PersonFact.EMAIL, before), true),
                "Thư điện tử nay là “" + later.get(PersonFact.EMAIL));
        assertThat(as("daotao.caothang", () -> requests.get(asked.id())).moved())
                .containsExactly(PersonFact.EMAIL);
        refused(() -> approve(asked.id(), ""), "đánh dấu đã xem");
        run(
                "daotao.caothang",
                () -> requests.approve(
                        asked.id(), "", Map.of(PersonFact.EMAIL, String.valueOf(later.get(PersonFact.EMAIL))), true));
        assertThat(as("nhagiao.caothang", () -> people.own().orElseThrow())
                        .file()
                        .email())
                .isEqualTo(email.get(PersonFact.EMAIL));
    }

    private long account(String username) {
        return one("select id from access.account where username = '" + username + "'");
    }

    private void refused(Runnable deed, String words) {
        assertThatThrownBy(() -> run("daotao.caothang", deed))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(words);
    }

    @Test
    void somebody_away_is_back_on_the_day_that_is_said() {
        var id = takeOn("daotao.caothang", "CKC", "Ngô Thị Vắng Mặt");
        var spell = as("daotao.caothang", () -> people.listSpells(id)).getFirst();
        run("daotao.caothang", () -> people.addLeave(id, spell.id(), "Nghỉ thai sản", LocalDate.of(2026, 9, 1), null));
        assertThatThrownBy(() -> run(
                        "daotao.caothang",
                        () -> people.addLeave(
                                id, spell.id(), "Đi học", LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 5))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("lần nghỉ khác");
        assertThat(as(
                        "daotao.caothang",
                        () -> people.checkLeave(
                                id, spell.id(), "Ố", LocalDate.of(2026, 9, 5), LocalDate.of(2026, 9, 1))))
                .as("all at once")
                .containsOnlyKeys("leaveReason", "to");
        var leave = as("daotao.caothang", () -> people.listLeaves(id)).getFirst();
        run("daotao.caothang", () -> people.endLeave(id, leave.id(), LocalDate.of(2026, 11, 2)));
        assertThat(as("daotao.caothang", () -> people.listLeaves(id)).getFirst().endsOn())
                .isEqualTo("2026-11-01");
        run("daotao.caothang", () -> people.endSpell(id, spell.id(), LocalDate.of(2026, 11, 20), "Nghỉ hưu"));
        assertThatThrownBy(() -> run("daotao.thuduc", () -> people.endSpell(id, spell.id(), TODAY, "Của trường khác")))
                .isInstanceOf(NotFound.class);
    }
}
