package vn.lanhnghe.person.competence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Levels by the rule of the version: rounding, and the whole not far above the lowest domain. */
class ReckoningTest {

    private final QuestionSet rule = new QuestionSet(1, "X", "X", 25, new BigDecimal("0.5"), 1, 5, "09-01");

    @Test
    void half_a_level_counts_as_the_next() {
        var it = Reckoning.of(Map.of(1, List.of(2, 3), 2, List.of(2, 2, 3)), rule);
        assertThat(level(it, 1)).isEqualTo(3);
        assertThat(level(it, 2)).isEqualTo(2);
        assertThat(it.domains().values()).extracting(Reckoning.Line::average).contains(new BigDecimal("2.33"));
    }

    @Test
    void the_whole_stands_at_most_one_above_the_lowest() {
        assertThat(Reckoning.of(Map.of(1, List.of(6), 2, List.of(6), 3, List.of(1)), rule)
                        .overall())
                .isEqualTo(2);
    }

    @Test
    void all_at_the_top_is_the_top_and_all_at_the_bottom_the_bottom() {
        assertThat(Reckoning.of(Map.of(1, List.of(6, 6), 2, List.of(6)), rule).overall())
                .isEqualTo(6);
        assertThat(Reckoning.of(Map.of(1, List.of(1, 1), 2, List.of(1)), rule).overall())
                .isEqualTo(1);
    }

    private static int level(Reckoning it, int domain) {
        return Objects.requireNonNull(it.domains().get(domain)).level();
    }
}
