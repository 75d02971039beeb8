package vn.lanhnghe.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.lanhnghe.indicator.Definition;
import vn.lanhnghe.indicator.Figure;
import vn.lanhnghe.indicator.Measured;

/** What is missing is exactly what makes the milestone met: not one more, not one less. */
class GapTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    @Test
    void as_many_as_are_needed_reach_the_milestone_and_one_fewer_does_not() {
        var random = new Random(11);
        for (var i = 0; i < 5_000; i++) {
            var denominator = random.nextLong(1, 600);
            var figure = figure(random.nextLong(0, denominator + 1), denominator);
            var milestone = new Milestone(
                    2030, random.nextBoolean() ? ">=" : ">", BigDecimal.valueOf(random.nextInt(1, 100)), "", "", true);
            var needed = Gap.needed(figure, milestone);
            assertThat(met(figure.numerator() + needed, denominator, milestone))
                    .as("%s %s %s", figure, milestone, needed)
                    .isTrue();
            if (needed > 0) {
                assertThat(met(figure.numerator() + needed - 1, denominator, milestone))
                        .as("%s %s %s", figure, milestone, needed)
                        .isFalse();
            }
        }
    }

    @Test
    void nothing_is_needed_where_nothing_is_measured_by_a_threshold_or_nobody_counts() {
        assertThat(Gap.needed(figure(0, 40), new Milestone(2025, null, null, "hình thành", "", true)))
                .isZero();
        assertThat(Gap.needed(figure(0, 0), new Milestone(2030, ">=", BigDecimal.valueOf(70), "", "", true)))
                .isZero();
    }

    @Test
    void the_least_effort_comes_first_and_those_without_records_last() {
        var near = Gap.effort(measured(1, 100, 88, 20, 20), definition(), null);
        var far = Gap.effort(measured(2, 400, 10, 50, 0), definition(), null);
        var none = Gap.effort(measured(3, 0, 0, 0, 0), definition(), null);
        var noDiplomas = Gap.effort(measured(4, 10, 10, 3, 0), definition(), null);
        assertThat(near.results()).as("90 % of 100 are 90").isEqualTo(2);
        assertThat(near.diplomas()).isZero();
        assertThat(far.records()).isEqualTo(350 + 50);
        assertThat(noDiplomas.diplomas()).isEqualTo(3);
        assertThat(none.begun()).isFalse();
        assertThat(Gap.ranked(List.of(none, far, near, noDiplomas))).containsExactly(near, noDiplomas, far, none);
    }

    private static boolean met(long numerator, long denominator, Milestone milestone) {
        return Status.of(figure(numerator, denominator), milestone, BigDecimal.valueOf(70)) == Status.MET;
    }

    private static Figure figure(long numerator, long denominator) {
        return new Figure("CT06", 2030, DAY, 1, "", numerator, denominator, 0, Math.max(1, denominator));
    }

    private static Measured measured(long id, long resultsDue, long resultsDone, long diplomasDue, long diplomasDone) {
        return new Measured(
                id,
                "T" + id,
                "Trường " + id,
                "Cao đẳng",
                null,
                null,
                resultsDue,
                resultsDue,
                resultsDone,
                diplomasDue,
                diplomasDone,
                resultsDue > 0,
                resultsDue > 0 && resultsDone * 100 >= 90 * resultsDue,
                diplomasDone > 0 && diplomasDone * 100 >= 100 * diplomasDue,
                false);
    }

    private static Definition definition() {
        return new Definition(
                "CT06",
                1,
                2030,
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                BigDecimal.valueOf(90),
                0,
                BigDecimal.valueOf(100),
                "",
                true,
                "",
                DAY,
                null);
    }
}
