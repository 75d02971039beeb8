package vn.lanhnghe.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lanhnghe.indicator.formula.Amounts;
import vn.lanhnghe.indicator.formula.Share;

/** How many more are needed, and who has the least left to do. */
class GapTest {

    @Test
    void as_many_as_are_needed_reach_the_milestone_and_one_fewer_does_not() {
        var random = new Random(11);
        for (var i = 0; i < 5_000; i++) {
            var denominator = random.nextLong(1, 600);
            var numerator = random.nextLong(0, denominator + 1);
            var milestone = milestone(random.nextBoolean() ? ">=" : ">", random.nextInt(1, 100));
            var needed = Gap.needed(amounts(numerator, denominator), milestone);
            assertThat(milestone.reached(amounts(numerator + needed, denominator)))
                    .as("%s/%s %s %s", numerator, denominator, milestone, needed)
                    .isTrue();
            if (needed > 0) {
                assertThat(milestone.reached(amounts(numerator + needed - 1, denominator)))
                        .as("%s/%s %s %s", numerator, denominator, milestone, needed)
                        .isFalse();
            }
        }
    }

    @Test
    void nothing_is_needed_where_nothing_is_measured_by_a_threshold_or_nobody_counts() {
        assertThat(Gap.needed(amounts(0, 40), milestone(null, 0))).isZero();
        assertThat(Gap.needed(amounts(0, 0), milestone(">=", 70))).isZero();
    }

    @Test
    void the_least_effort_comes_first_and_those_without_records_last() {
        var near = effort("A", 2L, 0L);
        var far = effort("B", 350L, 50L);
        var none = effort("C", 0L, null);
        var noDiplomas = effort("D", 0L, 3L);
        assertThat(Gap.ranked(List.of(none, far, near, noDiplomas))).containsExactly(near, noDiplomas, far, none);
    }

    @Test
    void a_status_follows_the_line_to_the_milestone_and_the_milestone_after_it() {
        var goal = milestone(">=", 100);
        assertThat(goal.expected(LocalDate.of(2028, 7, 1))).isEqualByComparingTo("50.00");
        assertThat(goal.expected(LocalDate.of(2031, 1, 1))).isNull();
        assertThat(status(10, 10, "2026-12-31", goal)).isEqualTo(Status.MET);
        assertThat(status(2, 10, "2026-12-31", goal)).as("19.99 % by then").isEqualTo(Status.ON_TRACK);
        assertThat(status(19, 100, "2026-12-31", goal)).isEqualTo(Status.AT_RISK);
        assertThat(status(13, 100, "2026-12-31", goal)).isEqualTo(Status.LATE);
        assertThat(status(70, 100, "2031-01-01", goal)).isEqualTo(Status.AT_RISK);
        assertThat(status(69, 100, "2031-01-01", goal)).isEqualTo(Status.LATE);
        assertThat(status(0, 0, "2026-12-31", goal)).isEqualTo(Status.NO_DATA);
        assertThat(status(5, 10, "2026-12-31", milestone(null, 0))).isEqualTo(Status.NO_DATA);
    }

    private static Status status(long done, long whole, String day, Milestone goal) {
        return Status.of(amounts(done, whole), goal, LocalDate.parse(day), BigDecimal.valueOf(70));
    }

    @SuppressWarnings("NullAway") // the order looks at no formula
    private static Gap.Effort effort(String name, @Nullable Long results, @Nullable Long diplomas) {
        var place = new Share.Place(1, name, name, "CD", "Cao đẳng", "CONG_LAP", "Công lập", null, null, null);
        return new Gap.Effort(
                new Share(
                        place, amounts(0, 1), true, new Share.Tiers(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO)),
                List.of(new Gap.Lack(null, "hồ sơ", results), new Gap.Lack(null, "văn bằng", diplomas)),
                null);
    }

    private static Milestone milestone(@Nullable String comparison, int threshold) {
        return new Milestone(
                2030,
                comparison,
                comparison == null ? null : BigDecimal.valueOf(threshold),
                "",
                "",
                true,
                "X",
                LocalDate.of(2025, 12, 31),
                BigDecimal.ZERO,
                null);
    }

    private static Amounts amounts(long numerator, long denominator) {
        return new Amounts(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
    }
}
