package vn.lanhnghe.person.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.file.Scan;
import vn.lanhnghe.portal.inbox.Worklist;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;

/** Training done elsewhere: declared, confirmed, drawn by lot, accepted or struck from what counts. */
@RehearsalTest
class ElsewhereTest {

    private static final String TEACHER = "nhagiao.caothang";
    private static final String REGISTRAR = "daotao.caothang";
    private static final String OFFICER = "chuyenvien";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ElsewhereTrainings elsewhere;

    @Autowired
    OwnTrainings own;

    @Autowired
    OwnRepository repository;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Worklist worklist;

    TrainingTown town;
    long me;

    @BeforeEach
    void town() {
        town = new TrainingTown(context);
        me = town.linked(TEACHER);
    }

    private NewElsewhere item(String kind, LocalDate finished) {
        return new NewElsewhere(
                "Khoá ngoài " + System.nanoTime(),
                kind,
                "THUONG_XUYEN",
                40,
                "Trường ĐH Sư phạm",
                "12/CN",
                finished.minusDays(10),
                finished);
    }

    private static Scan scan() {
        return new Scan(
                ("%PDF-1.7 " + System.nanoTime()).getBytes(StandardCharsets.UTF_8), "chung-nhan.pdf", Scan.Kind.PDF);
    }

    private long declare(NewElsewhere it) {
        var id = new AtomicLong();
        town.act(TEACHER, () -> id.set(elsewhere.declare(it, scan())));
        return id.get();
    }

    private void refused(String persona, Runnable work, String... words) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> town.act(persona, work))
                .satisfies(it -> assertThat(it.getMessage()).contains(words));
    }

    @Test
    void a_paper_of_the_future_and_a_paper_that_is_missing_are_refused_in_a_sentence() {
        refused(
                TEACHER,
                () -> elsewhere.declare(item("DIGITAL", town.today.plusDays(1)), scan()),
                "sau hôm nay",
                "chỉ khai được khoá đã học xong");
        refused(TEACHER, () -> elsewhere.declare(item("DIGITAL", town.today), null), "Gửi kèm ảnh chụp");
        refused(
                TEACHER,
                () -> elsewhere.declare(
                        new NewElsewhere(
                                "Khoá ngược ngày",
                                "DIGITAL",
                                "THUONG_XUYEN",
                                4,
                                "Trường",
                                "",
                                town.today,
                                town.today.minusDays(2)),
                        scan()),
                "trước ngày bắt đầu");
        var it = item("DIGITAL", town.today.minusDays(3));
        declare(it);
        refused(TEACHER, () -> elsewhere.declare(it, scan()), "đã khai khoá này");
        refused(
                "nguoikiem.thuduc",
                () -> elsewhere.declare(item("DIGITAL", town.today), scan()),
                "chưa gắn với hồ sơ nhà giáo");
    }

    @Test
    void one_kind_is_enough_where_two_bring_a_person_into_the_same_figure() {
        var id = declare(item("PEDAGOGY", town.today.minusDays(20)));
        town.act(REGISTRAR, () -> elsewhere.confirm(id));
        town.act(TEACHER, () -> {
            var standing = own.listCounted(own.me().orElseThrow());
            assertThat(standing)
                    .filteredOn(it -> it.kind().code().equals("DIGITAL"))
                    .singleElement()
                    .satisfies(it -> assertThat(it.counted()).isTrue());
            assertThat(standing)
                    .filteredOn(it -> it.kind().code().equals("OTHER"))
                    .singleElement()
                    .satisfies(it -> assertThat(it.why()).doesNotContain("cùng một chỉ tiêu"));
        });
        // a stranger who opens the passport reads the same
        town.act(TEACHER, () -> own.turn(true));
        var code = town.text("select code from person.training_passport where person_id = " + me);
        var nobody = new Scope(Scope.Reach.PUBLIC, null, null, null, null, "Khách");
        var shown = nobody.get(() -> OwnTrainings.standing(
                catalogue.kinds(),
                repository.listShown(code).stream()
                        .map(OwnRepository.ShownLine::line)
                        .toList(),
                catalogue.alike()));
        town.act(
                TEACHER,
                () -> assertThat(own.listCounted(own.me().orElseThrow()))
                        .zipSatisfy(
                                shown,
                                (mine, theirs) -> assertThat(List.of(mine.counted(), mine.hours()))
                                        .isEqualTo(List.of(theirs.counted(), theirs.hours()))));
        town.act(TEACHER, () -> own.turn(false));
    }

    @Test
    void what_was_rejected_and_is_sent_again_is_seen_beside_the_new_one_and_its_answer_is_news_until_it_is_opened() {
        var it = item("OTHER", town.today.minusDays(70));
        var scan = scan();
        var first = new AtomicLong();
        town.act(TEACHER, () -> first.set(elsewhere.declare(it, scan)));
        town.act(REGISTRAR, () -> elsewhere.giveBack(first.get(), "Giấy mờ, gửi lại bản rõ"));
        var again = new AtomicLong();
        town.act(TEACHER, () -> again.set(elsewhere.declare(it, scan)));
        for (var reader : List.of(REGISTRAR, OFFICER)) {
            town.act(
                    reader,
                    () -> assertThat(elsewhere.listEarlier(elsewhere.get(again.get())))
                            .singleElement()
                            .satisfies(one -> assertThat(one.id()).isEqualTo(first.get()))
                            .satisfies(one -> assertThat(one.reason()).isEqualTo("Giấy mờ, gửi lại bản rõ")));
        }
        var address = "/trainings/elsewhere/" + first.get();
        town.act(
                TEACHER,
                () -> assertThat(worklist.list())
                        .filteredOn(duty -> duty.address().equals(address))
                        .singleElement()
                        .satisfies(duty -> assertThat(duty.what() + duty.about())
                                .contains("Trường trả lại khoá bạn khai", it.title(), "vì: Giấy mờ, gửi lại bản rõ")));
        town.act(REGISTRAR, () -> elsewhere.see(elsewhere.get(first.get())));
        town.act(TEACHER, () -> {
            assertThat(worklist.list())
                    .as("another's look is none")
                    .anyMatch(duty -> duty.address().equals(address));
            assertThat(worklist.list())
                    .as("councils are the office's")
                    .noneMatch(duty -> duty.what().contains("chờ thẩm định"));
            elsewhere.see(elsewhere.get(first.get()));
            assertThat(worklist.list()).noneMatch(duty -> duty.address().equals(address));
        });
    }

    @Test
    void a_form_is_read_whole_and_every_fault_is_told_at_once() {
        var form = new HashMap<String, String>();
        form.put("title", "abc");
        form.put("hours", "x");
        form.put("startsOn", "2026-02-31");
        form.put("finishedOn", "");
        form.put("provider", "");
        assertThat(NewElsewhere.read(form).faults())
                .containsOnlyKeys("title", "hours", "startsOn", "finishedOn", "provider")
                .extractingByKey("hours")
                .asString()
                .contains("“x”");
        town.act(
                TEACHER,
                () -> assertThat(elsewhere.faults("KHONG", "", town.today.minusYears(70), town.today.plusDays(1)))
                        .containsOnlyKeys("kind", "purpose", "startsOn", "finishedOn"));
    }

    @Test
    void it_counts_from_the_day_of_the_schools_word_until_the_day_of_rejection() {
        var id = declare(item("RESOURCES", town.today.minusDays(30)));
        assertThat(trained(id)).isEmpty();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> town.act("daotao.thuduc", () -> elsewhere.confirm(id)));
        refused(REGISTRAR, () -> elsewhere.giveBack(id, ""), "Ghi lý do trả lại");
        town.act(REGISTRAR, () -> elsewhere.confirm(id));
        refused(REGISTRAR, () -> elsewhere.confirm(id), "không còn chờ xác nhận");
        assertThat(trained(id)).containsExactly(town.today + " – CONFIRMED");
        refused(OFFICER, () -> elsewhere.review(id, true, ""), "không nằm trong mẫu nào");

        // confirmed ten days ago and drawn today
        Scope.system()
                .run(() -> jdbc.sql(
                                "update person.training_elsewhere set confirmed_at = confirmed_at - interval '10 days' where id = "
                                        + id)
                        .update());
        var sample = new AtomicLong();
        town.act(OFFICER, () -> {
            sample.set(elsewhere.draw(100, 7L));
            var it = elsewhere.getSample(sample.get());
            assertThat(elsewhere.listOfSample(it, 1).rows())
                    .extracting(Elsewhere::id)
                    .contains(id);
            assertThat(elsewhere.drawsAgain(it)).isTrue();
        });
        refused(OFFICER, () -> elsewhere.draw(100, 7L), "chưa trường nào xác nhận thêm");
        refused(OFFICER, () -> elsewhere.draw(0, null), "từ 1 đến 100");
        refused(OFFICER, () -> elsewhere.review(id, false, " "), "Ghi lý do không chấp nhận");
        town.act(OFFICER, () -> elsewhere.review(id, false, "Giấy không đọc được"));
        refused(OFFICER, () -> elsewhere.review(id, true, ""), "đã được rà soát");
        assertThat(trained(id)).containsExactly(town.today.minusDays(10) + " – " + town.today + " CONFIRMED");
        town.act(
                TEACHER,
                () -> assertThat(own.listCounted(own.me().orElseThrow()))
                        .filteredOn(it -> it.kind().code().equals("RESOURCES"))
                        .singleElement()
                        .satisfies(it -> assertThat(it.counted()).isFalse())
                        .satisfies(it -> assertThat(it.why()).contains("Sở không chấp nhận")));
    }

    /** On which days a person counts in the figure that the kind of an item brings them into, were there nothing else of it. */
    private List<String> trained(long id) {
        return Scope.system()
                .get(() -> jdbc.sql("""
                select f.from_on || ' – ' || coalesce(f.until_on || ' ', '') || f.tier
                  from person.training_elsewhere e join person.person p on p.id = e.person_id join person.service_fact f on f.label = p.staff_number
                 where e.id = :id and f.trained = 'YES' and f.figure in (select k.figure from person.counted_kind k where k.kind = e.kind) order by f.from_on
                """).param("id", id).query(String.class).list());
    }

    @Test
    void a_sample_kept_with_its_seed_can_be_drawn_again() {
        for (var i = 0; i < 10; i++) {
            var id = declare(item("OTHER", town.today.minusDays(40 + i)));
            town.act(REGISTRAR, () -> elsewhere.confirm(id));
        }
        town.act(OFFICER, () -> {
            var it = elsewhere.getSample(elsewhere.draw(20, 4711L));
            assertThat(it.size()).isEqualTo(Math.ceilDiv(it.pool() * 20, 100));
            assertThat(elsewhere.drawsAgain(it)).isTrue();
            var first = elsewhere.listOfSample(it, 1).rows().getFirst();
            elsewhere.review(first.id(), true, "");
            assertThat(elsewhere.get(first.id()).state()).isEqualTo(Elsewhere.State.ACCEPTED);
            assertThat(elsewhere.drawsAgain(it)).isTrue();
        });
    }

    @Test
    void nobody_confirms_their_own() {
        var registrar = town.linked(REGISTRAR);
        assertThat(registrar).isNotEqualTo(me);
        var id = new AtomicLong();
        town.act(REGISTRAR, () -> id.set(elsewhere.declare(item("OTHER", town.today.minusDays(5)), scan())));
        refused(REGISTRAR, () -> elsewhere.confirm(id.get()), "Không ai tự xác nhận cho mình");
        town.act("hieutruong.caothang", () -> elsewhere.confirm(id.get()));
    }

    @Test
    void a_passport_shows_nothing_once_it_is_closed() {
        town.act(TEACHER, () -> own.turn(true));
        var code = town.text("select code from person.training_passport where person_id = " + me);
        var nobody = new Scope(Scope.Reach.PUBLIC, null, null, null, null, "Khách");
        var sql = "select count(*) from person.passport_of('" + code + "')";
        assertThat(nobody.get(() -> jdbc.sql(sql).query(Long.class).single())).isEqualTo(1);
        assertThat(nobody.get(() -> jdbc.sql("select count(*) from person.training_passport")
                        .query(Long.class)
                        .single()))
                .isZero();
        town.act(TEACHER, () -> own.turn(false));
        assertThat(nobody.get(() -> jdbc.sql(sql).query(Long.class).single())).isZero();
        town.act(TEACHER, () -> own.turn(true));
        assertThat(town.text("select code from person.training_passport where person_id = " + me))
                .isNotEqualTo(code);
        town.act(TEACHER, () -> own.turn(false));
    }
}
