package vn.lanhnghe.person.competence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Vi;

/** An assessment is its owner's alone; its report says levels, steps and what changed; groups are told of by lots. */
@RehearsalTest
class SelfAssessmentsTest {

    private static final String TEACHER = "nhagiao.caothang";

    @Autowired
    ApplicationContext context;

    @Autowired
    SelfAssessments assessments;

    @Autowired
    CompetenceGroups groups;

    @Autowired
    CompetenceMonth month;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FlywayConnectionDetails owner;

    private Assessed assessed;

    @BeforeEach
    void town() {
        assessed = new Assessed(context);
    }

    @Test
    void every_question_has_six_examples_and_a_place_in_a_framework_and_together_they_cover_both() {
        assessed.afresh(TEACHER);
        assessed.town().act(TEACHER, () -> {
            assessments.start();
            var questions = assessments.listQuestions();
            assertThat(questions).hasSizeBetween(20, 32);
            assertThat(questions).allSatisfy(it -> {
                assertThat(it.choices()).hasSize(6);
                assertThat(it.items()).isNotEmpty();
            });
        });
        assertThat(covered("DIGCOMPEDU")).isEqualTo(22);
        assertThat(covered("NLS-NG")).isEqualTo(20);
    }

    @Test
    void answers_are_kept_one_by_one_and_nothing_is_submitted_half() {
        assessed.afresh(TEACHER);
        assessed.town().act(TEACHER, () -> {
            assessments.start();
            assessments.answer(1, 3);
            assessments.answer(1, 4);
            assessments.answer(2, 2);
        });
        assessed.town().act(TEACHER, () -> {
            assessments.start();
            assertThat(assessments.listQuestions().getFirst().chosen()).isEqualTo(4);
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(assessments::submit)
                    .withMessageContaining("Còn 22 câu chưa trả lời: câu 3, 4");
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> assessments.answer(1, 7));
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> assessments.answer(99, 1));
        });
    }

    @Test
    void a_report_says_levels_steps_and_what_changed_since() {
        assessed.submit(TEACHER, place -> 2);
        var id = assessed.submit(TEACHER, place -> place <= 4 ? 4 : 2);
        assessed.town().act(TEACHER, () -> {
            var report = assessments.report(id);
            assertThat(report.lines()).hasSize(7);
            assertThat(report.lines().getFirst().rung().level()).isEqualTo(4);
            assertThat(report.lines().getFirst().moved()).isEqualTo("tăng 2,0");
            assertThat(report.lines().get(1).moved()).isEqualTo("như lần trước");
            assertThat(report.lines()).allSatisfy(it -> assertThat(it.steps()).hasSizeBetween(2, 3));
            assertThat(report.overall().level()).isEqualTo(2);
            assertThat(report.rule()).contains("0,5");
        });
    }

    @Test
    void a_plan_begins_with_the_lowest_domain_and_keeps_what_was_ticked() {
        var id = assessed.submit(TEACHER, place -> place >= 22 ? 1 : 5);
        var until = LocalDate.now(Vi.ZONE).plusMonths(2);
        assessed.town().act(TEACHER, () -> {
            var offers = assessments.listOffers(assessments.report(id));
            assertThat(offers.getFirst().domain()).isEqualTo(7);
            assertThat(offers).anySatisfy(it -> assertThat(it.courseId()).isNotNull());
            assessments.intend(id, Map.of(offers.getFirst().key(), until, "khong-co", until));
            assertThat(assessments.report(id).intents())
                    .singleElement()
                    .satisfies(it -> assertThat(it.untilOn()).isEqualTo(until));
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> assessments.intend(
                            id,
                            Map.of(
                                    offers.getFirst().key(),
                                    LocalDate.now(Vi.ZONE).minusDays(1))));
        });
    }

    @Test
    void what_was_intended_stays_though_it_is_offered_no_more_and_its_day_is_past() {
        var id = assessed.submit(TEACHER, place -> 5);
        var yesterday = LocalDate.now(Vi.ZONE).minusDays(1);
        Scope.system()
                .run(() -> jdbc.sql(
                                "insert into person.competence_intent (attempt_id, domain, what, until_on, made_on) values (:id, 3, 'Học khoá đã ngừng mở', :day, :day)")
                        .param("id", id)
                        .param("day", yesterday)
                        .update());
        assessed.town().act(TEACHER, () -> {
            var offers = assessments.listOffers(assessments.report(id));
            var old = offers.stream()
                    .filter(it -> it.what().equals("Học khoá đã ngừng mở"))
                    .findFirst()
                    .orElseThrow();
            var next = LocalDate.now(Vi.ZONE).plusMonths(3);
            assessments.intend(
                    id, Map.of(old.key(), yesterday, offers.getFirst().key(), next));
            assertThat(assessments.report(id).intents()).hasSize(2).anySatisfy(it -> {
                assertThat(it.what()).isEqualTo("Học khoá đã ngừng mở");
                assertThat(it.madeOn()).isEqualTo(yesterday);
            });
            assessments.intend(id, Map.of(offers.getFirst().key(), next));
            assertThat(assessments.report(id).intents()).as("unticked, it goes").hasSize(1);
        });
    }

    @Test
    void whoever_presses_twice_has_begun_once_and_submitted_once() throws Exception {
        var person = assessed.afresh(TEACHER);
        try (var pool = Executors.newFixedThreadPool(4)) {
            Callable<Boolean> press = () -> {
                assessed.town().act(TEACHER, assessments::start);
                return true;
            };
            for (var it : pool.invokeAll(Collections.nCopies(8, press))) {
                assertThat(it.get()).isTrue();
            }
        }
        assertThat(assessed.town()
                        .one(
                                "select count(*) from person.competence_attempt where submitted_on is null and person_id = "
                                        + person))
                .isEqualTo(1);
        assessed.town()
                .act(TEACHER, () -> assessments.listQuestions().forEach(it -> assessments.answer(it.place(), 3)));
        var reports = new ConcurrentSkipListSet<Long>();
        try (var pool = Executors.newFixedThreadPool(4)) {
            Callable<Boolean> press = () -> {
                assessed.town().act(TEACHER, () -> reports.add(assessments.submit()));
                return true;
            };
            for (var it : pool.invokeAll(Collections.nCopies(8, press))) {
                assertThat(it.get()).isTrue();
            }
        }
        assertThat(reports).hasSize(1);
    }

    @Test
    void who_answered_the_version_before_is_gathered_too() {
        var month = LocalDate.now(Vi.ZONE).minusMonths(2).withDayOfMonth(1);
        var code = "CU-" + System.nanoTime();
        JdbcClient.create(new DriverManagerDataSource(
                        Objects.requireNonNull(owner.getJdbcUrl()),
                        Objects.requireNonNull(owner.getUsername()),
                        Objects.requireNonNull(owner.getPassword())))
                .sql("""
                            insert into person.competence_version (code, title, minutes, round_up_from, most_above_lowest, least_group, year_starts, valid_from, valid_to)
                            select :code, title, minutes, round_up_from, most_above_lowest, least_group, year_starts, date '2019-01-01', date '2019-12-31'
                              from person.competence_version where code = 'TDG-2026'
                            """)
                .param("code", code)
                .update();
        give(assessed.town().college("TDC"), month.minusDays(3), 5, "Khoa Cũ", code);
        this.month.gather(month);
        assertThat(assessed.town()
                        .one(
                                "select coalesce(sum(people), 0) from person.competence_batch b join person.competence_version v on v.id = b.version_id where v.code = '"
                                        + code + "'"))
                .isEqualTo(5);
        assertThat(assessed.town()
                        .one(
                                "select count(*) from person.competence_batch_sum s join person.competence_batch b on b.id = s.batch_id join person.competence_version v on v.id = b.version_id where v.code = '"
                                        + code + "'"))
                .as("of every domain")
                .isEqualTo(7);
    }

    @Test
    void neither_school_nor_city_nor_another_teacher_reads_what_somebody_answered() {
        var id = assessed.submit(TEACHER, place -> 3);
        assessed.afresh("hieutruong.caothang");
        assessed.town()
                .act(
                        "hieutruong.caothang",
                        () -> assertThatExceptionOfType(NotFound.class).isThrownBy(() -> assessments.report(id)));
        var college = assessed.town().college("CKC");
        for (var scope : List.of(
                new Scope(Scope.Reach.COLLEGE, college, null, null, null, "Trường"),
                new Scope(Scope.Reach.CITY, null, null, null, null, "Sở"))) {
            scope.run(() -> {
                for (var table : List.of("attempt", "answer", "result", "intent", "level")) {
                    assertThat(jdbc.sql("select count(*) from person.competence_" + table)
                                    .query(Long.class)
                                    .single())
                            .as("%s %s", scope.reach(), table)
                            .isZero();
                }
            });
        }
        assertThat(assessed.town()
                        .one(
                                "select count(*) from person.competence_level where person_id = (select person_id from person.competence_attempt where id = "
                                        + id + ")"))
                .isEqualTo(7);
    }

    @Test
    void a_school_is_told_of_five_and_never_of_four() {
        var college = assessed.town().college("TDC");
        var today = LocalDate.now(Vi.ZONE);
        var next = today.plusMonths(1).withDayOfMonth(1);
        give(college, today, 4, "Khoa Bốn " + System.nanoTime());
        month.gather(next);
        var four = told();
        give(college, today, 6, "Khoa Sáu " + System.nanoTime());
        month.gather(next.plusMonths(1));
        var ten = told();
        assertThat(four).allSatisfy(it -> assertThat(it.people()).isGreaterThanOrEqualTo(5));
        assertThat(ten.stream().filter(it -> it.width() == CompetenceGroups.Width.FACULTY))
                .anySatisfy(it -> assertThat(it.name()).startsWith("Khoa Sáu"))
                .noneSatisfy(it -> assertThat(it.name()).startsWith("Khoa Bốn"));
        assertThat(ten.stream()
                        .filter(it -> it.name().startsWith("Khoa Sáu"))
                        .findFirst()
                        .orElseThrow()
                        .said(1))
                .isEqualTo("4,0");
    }

    private List<CompetenceGroups.Group> told() {
        var groups = new ArrayList<CompetenceGroups.Group>();
        assessed.town()
                .act(
                        "hieutruong.thuduc",
                        () -> groups.addAll(this.groups.overview().groups()));
        return groups;
    }

    /** People of a department who submitted today, all at level four. */
    private void give(long college, LocalDate on, int many, String department) {
        give(college, on, many, department, "TDG-2026");
    }

    private void give(long college, LocalDate on, int many, String department, String version) {
        for (var person : assessed.town().staff("TDC", many)) {
            Scope.system().run(() -> {
                jdbc.sql("update person.spell set department = :department where person_id = :person")
                        .param("department", department)
                        .param("person", person)
                        .update();
                var attempt = jdbc.sql("""
                                insert into person.competence_attempt (person_id, version_id, started_at, submitted_on, overall, institution_id, department)
                                select :person, id, now(), :on, 4, :college, :department from person.competence_version where code = :version returning id
                                """)
                        .param("version", version)
                        .param("person", person)
                        .param("on", on)
                        .param("college", college)
                        .param("department", department)
                        .query(Long.class)
                        .single();
                jdbc.sql(
                                "insert into person.competence_result (attempt_id, domain, average, level) select :id, n, 4, 4 from generate_series(1, 7) n")
                        .param("id", attempt)
                        .update();
            });
        }
    }

    private long covered(String framework) {
        return assessed.town().one("""
                select count(distinct i.item_identifier) from person.competence_question_item i join framework.item_list f on f.identifier = i.item_identifier
                 where f.framework_code = '%s' and f.state = 'ACTIVE' and f.kind = 'COMPONENT'
                """.formatted(framework));
    }
}
