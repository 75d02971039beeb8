package vn.lanhnghe.person.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.file.Scan;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Vi;

/** What two people do at the same moment, or one does twice: once it is done, and whoever came second is told so in a sentence. */
@RehearsalTest
class TwiceTest {

    private static final String OFFICER = "chuyenvien";
    private static final String REGISTRAR = "daotao.caothang";
    private static final String TEACHER = "nhagiao.caothang";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Trainings trainings;

    @Autowired
    TrainingEnrolments enrolments;

    @Autowired
    TrainingResults results;

    @Autowired
    OwnTrainings own;

    @Autowired
    ElsewhereTrainings elsewhere;

    TrainingTown town;

    @BeforeEach
    void town() {
        town = new TrainingTown(context);
    }

    /** Begins both while what they need is held, lets go when both wait, and answers with what went wrong with either. */
    private List<String> together(String held, Runnable first, Runnable second) {
        var both = Scope.system()
                .get(() -> transaction.execute(status -> {
                    jdbc.sql(held).query(rows -> {});
                    var begun = Stream.of(first, second)
                            .map(it -> CompletableFuture.runAsync(
                                    it, work -> Thread.ofPlatform().start(work)))
                            .toList();
                    var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
                    while (waiting() < 2 && System.nanoTime() < until) {
                        pause();
                    }
                    assertThat(waiting()).as("both wait").isGreaterThanOrEqualTo(2);
                    return begun;
                }));
        var faults = new ArrayList<String>();
        for (var one : both) {
            try {
                one.orTimeout(30, TimeUnit.SECONDS).join();
            } catch (CompletionException e) {
                assertThat(e.getCause()).isInstanceOf(Refusal.class);
                faults.add(String.valueOf(Objects.requireNonNull(e.getCause()).getMessage()));
            }
        }
        return faults;
    }

    private long waiting() {
        return jdbc.sql("select count(distinct pid) from pg_locks where not granted")
                .query(Long.class)
                .single();
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String lock(String what) {
        return "select pg_advisory_xact_lock(hashtextextended('person.%s', 0))".formatted(what);
    }

    private long enrolment(long classId, long person) {
        return town.one(
                "select id from person.training_enrolment where class_id = " + classId + " and person_id = " + person);
    }

    @Test
    void nobody_leaves_a_class_while_it_is_closed() {
        var people = town.staff("CKC", 2);
        var id = town.past(OFFICER, town.course(OFFICER, "OTHER"), 5);
        town.act(OFFICER, () -> enrolments.enrol(id, people));
        town.finish(OFFICER, id, Set.of());
        var leaving = enrolment(id, people.getFirst());
        var faults = together(
                lock("training_class " + id),
                () -> town.act(OFFICER, () -> results.close(id)),
                () -> town.act(OFFICER, () -> enrolments.withdraw(leaving, "Bận dạy")));
        // whoever came first, the closed class counts nobody who left
        assertThat(town.one("select count(*) from person.training_enrolment where class_id = " + id
                        + " and state = 'WITHDREW'"))
                .isEqualTo(faults.isEmpty() ? 1 : 0);
        assertThat(town.one("select count(*) from person.training_enrolment where class_id = " + id
                        + " and state in ('COMPLETED', 'FAILED')"))
                .isEqualTo(faults.isEmpty() ? 1 : 2);
    }

    @Test
    void somebody_leaves_once() {
        var people = town.staff("CKC", 1);
        var id = town.past(OFFICER, town.course(OFFICER, "OTHER"), 5);
        town.act(OFFICER, () -> enrolments.enrol(id, people));
        var leaving = enrolment(id, people.getFirst());
        Runnable leave = () -> town.act(OFFICER, () -> enrolments.withdraw(leaving, "Bận dạy"));
        assertThat(together(lock("training_class " + id), leave, leave))
                .singleElement()
                .asString()
                .contains("không đang học trong lớp này");
    }

    @Test
    void a_school_answers_once() {
        var me = town.linked(TEACHER);
        var id = town.open(OFFICER, town.course(OFFICER, "OTHER"), 5, town.today, town.today.plusDays(3), "");
        town.act(TEACHER, () -> enrolments.ask(id));
        var asked = enrolment(id, me);
        assertThat(together(
                        lock("training_class " + id),
                        () -> town.act(REGISTRAR, () -> enrolments.answer(asked, true, "")),
                        () -> town.act("hieutruong.caothang", () -> enrolments.answer(asked, false, "Đang bận"))))
                .singleElement()
                .asString()
                .contains("không còn chờ trường bạn trả lời");
    }

    @Test
    void a_survey_is_answered_once() {
        var me = town.linked(TEACHER);
        var id = town.past(OFFICER, town.course(OFFICER, "OTHER"), 5);
        town.act(OFFICER, () -> enrolments.enrol(id, List.of(me)));
        var seat = enrolment(id, me);
        Runnable answer = () -> town.act(TEACHER, () -> own.answer(seat, 5, 5, 5, ""));
        assertThat(together(
                        "select 1 from person.training_enrolment where id = " + seat + " for update", answer, answer))
                .singleElement()
                .asString()
                .contains("đã trả lời khảo sát này");
        assertThat(town.one("select count(*) from person.training_feedback where class_id = " + id))
                .isEqualTo(1);
    }

    @Test
    void a_paper_sent_twice_is_one_paper() {
        var me = town.linked(TEACHER);
        var it = new NewElsewhere(
                "Gửi hai lần " + System.nanoTime(),
                "OTHER",
                "THUONG_XUYEN",
                8,
                "Trường ĐH Sư phạm",
                "",
                town.today.minusDays(9),
                town.today.minusDays(8));
        var scan =
                new Scan(("%PDF-1.7 " + System.nanoTime()).getBytes(StandardCharsets.UTF_8), "giay.pdf", Scan.Kind.PDF);
        Runnable declare = () -> town.act(TEACHER, () -> elsewhere.declare(it, scan));
        assertThat(together("select id from person.person where id = " + me + " for update", declare, declare))
                .singleElement()
                .asString()
                .contains("đã khai khoá này");
    }

    @Test
    void a_code_is_given_to_one_course() {
        var it = new NewTrainingCourse(
                "HAI-" + System.nanoTime() % 1_000_000,
                "Khoá gửi hai lần",
                "OTHER",
                "THUONG_XUYEN",
                8,
                TrainingCourse.Target.BOTH,
                "",
                "",
                "Sở",
                "",
                "",
                80,
                "5",
                "");
        Runnable add = () -> town.act(OFFICER, () -> catalogue.add(it));
        assertThat(together(lock("training_course 0"), add, add))
                .singleElement()
                .asString()
                .contains("Danh mục đã có khoá mang mã");
    }

    @Test
    void a_session_is_planned_once() {
        var id = town.open(OFFICER, town.course(OFFICER, "OTHER"), 5, town.today, town.today.plusDays(3), "");
        Runnable plan = () ->
                town.act(OFFICER, () -> trainings.plan(id, "%s 18:00; 1; trực tuyến".formatted(Vi.day(town.today))));
        assertThat(together(lock("training_class " + id), plan, plan))
                .singleElement()
                .asString()
                .contains("Lớp đã có buổi lúc 18:00");
    }

    @Test
    void an_enrolment_of_many_is_taken_back_once() {
        var id = town.past(OFFICER, town.course(OFFICER, "OTHER"), 5);
        var people = town.staff("CKC", 2);
        town.act(OFFICER, () -> enrolments.enrol(id, people));
        var batch = town.one("select max(id) from person.training_batch where class_id = " + id);
        Runnable undo = () -> town.act(OFFICER, () -> enrolments.undo(batch));
        assertThat(together(lock("training_class " + id), undo, undo))
                .singleElement()
                .asString()
                .contains("vừa được hoàn tác");
    }
}
