package vn.lanhnghe.credential.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.credential.issuing.Press;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Duties;

/** The clocks of issuing and handing over, against the calendar as the data have it. */
@RehearsalTest
class DeadlineTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Deadlines deadlines;

    @Autowired
    DeadlineRepository repository;

    @Autowired
    List<Duties> duties;

    @Autowired
    JdbcClient jdbc;

    Press press;

    @BeforeEach
    void begin() {
        press = new Press(context);
    }

    @Test
    void working_days_leave_out_weekends_and_days_off() {
        // Monday 27 April 2026: Tue 28, Wed 29, then 30/4 and 1/5 off, weekend, Mon 4 May
        assertThat(due("2026-04-27", 3, true)).isEqualTo(LocalDate.parse("2026-05-04"));
        assertThat(due("2026-04-27", 3, false)).isEqualTo(LocalDate.parse("2026-04-30"));
        press.run("chuyenvien", () -> deadlines.addHoliday(LocalDate.of(2026, 5, 2), "Làm bù", true));
        assertThat(due("2026-04-27", 3, true)).as("a Saturday that is worked").isEqualTo(LocalDate.parse("2026-05-02"));
        press.run("chuyenvien", () -> deadlines.addHoliday(LocalDate.of(2026, 4, 28), "Nghỉ bù", false));
        assertThat(due("2026-04-27", 3, true)).isEqualTo(LocalDate.parse("2026-05-04"));
        press.run("chuyenvien", () -> deadlines.removeHoliday(LocalDate.of(2026, 5, 2)));
        press.run("chuyenvien", () -> deadlines.removeHoliday(LocalDate.of(2026, 4, 28)));
        assertThat(due("2026-04-27", 3, true)).isEqualTo(LocalDate.parse("2026-05-04"));
    }

    @Test
    void only_the_department_writes_days_off_and_says_which() {
        assertThatThrownBy(() ->
                        press.run(Press.HEAD, () -> deadlines.addHoliday(LocalDate.of(2026, 7, 1), "x", false)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() ->
                        press.run("chuyenvien", () -> deadlines.addHoliday(LocalDate.of(2026, 7, 1), "Làm bù", true)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("vốn đã là ngày làm việc");
        assertThatThrownBy(() ->
                        press.run("chuyenvien", () -> deadlines.addHoliday(LocalDate.of(2026, 1, 1), "x", false)))
                .hasMessageContaining("đã có trong danh sách");
        assertThatThrownBy(() -> press.run("chuyenvien", () -> deadlines.removeHoliday(LocalDate.of(2026, 7, 1))))
                .hasMessageContaining("không có trong danh sách");
    }

    @Test
    void a_clock_runs_from_the_decision_to_the_release_and_another_to_the_hand_over() {
        var decision = press.prepare(2, LocalDate.of(2026, 6, 1));
        assertThat(press.act(Press.CHECKER, () -> deadlines.due(List.of(decision))))
                .containsEntry(decision, LocalDate.of(2026, 7, 1));
        assertThat(press.act(Press.CHECKER, () -> repository.list(press.institution, null)))
                .filteredOn(it -> it.decisionId() == decision)
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.step()).isEqualTo(Term.Step.ISSUE);
                    assertThat(it.diplomas()).isEqualTo(2);
                    assertThat(it.clause()).contains("TT 10/2026");
                    assertThat(it.late(LocalDate.of(2026, 7, 2))).isTrue();
                    assertThat(it.late(LocalDate.of(2026, 7, 1))).isFalse();
                });
        press.receive(10);
        press.take(decision);
        assertThat(press.act(Press.CHECKER, () -> deadlines.due(List.of(decision))))
                .isEmpty();
        var terms =
                press.act(Press.CLERK, () -> deadlines.terms(press.ids(decision).getFirst()));
        assertThat(terms).extracting(Term::step).containsExactly(Term.Step.ISSUE, Term.Step.HAND_OVER);
        assertThat(terms.getFirst().doneOn()).isNotNull();
        assertThat(terms.getLast().doneOn()).isNull();
    }

    @Test
    void an_older_decision_follows_the_rule_of_its_day() {
        var decision = press.prepare(1, LocalDate.of(2026, 3, 2));
        assertThat(press.act(Press.CHECKER, () -> deadlines.due(List.of(decision)))
                        .get(decision))
                .as("thirty working days before TT 10/2026")
                .isEqualTo(due("2026-03-02", 30, true));
    }

    @Test
    void what_is_late_waits_for_whoever_can_act() {
        press.prepare(2, LocalDate.of(2025, 1, 6));
        assertThat(duties("chuyenvien")).anyMatch(it -> it.contains("cơ sở quá hạn cấp hoặc trao"));
        assertThat(duties(Press.CHECKER)).anyMatch(it -> it.startsWith("Kiểm tra, cấp số 2 văn bằng"));
        assertThat(press.act("chuyenvien", () -> repository.listColleges(deadlines.today())))
                .filteredOn(it -> it.institutionId() == press.institution)
                .singleElement()
                .satisfies(it -> assertThat(it.issuingLate()).isGreaterThanOrEqualTo(2));
    }

    private List<String> duties(String persona) {
        return press.act(
                persona,
                () -> duties.stream()
                        .filter(it -> it.authority().equals("CREDENTIAL_VIEW"))
                        .flatMap(it -> it.list().stream())
                        .map(it -> it.what())
                        .toList());
    }

    private LocalDate due(String from, int days, boolean working) {
        return press.act(
                Press.CLERK,
                () -> jdbc.sql("select credential.due(:from::date, :days, :working)")
                        .param("from", from)
                        .param("days", days)
                        .param("working", working)
                        .query(LocalDate.class)
                        .single());
    }
}
