package vn.lanhnghe.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Averages and ranks by TT 04/2022. */
class GradingTest {

    private static final Grading RULE = new Grading(
            1,
            "Thang điểm 10",
            "TT04-2022.KQHT",
            BigDecimal.TEN,
            1,
            new BigDecimal("5.0"),
            new Grading.Parts(
                    1,
                    2,
                    new BigDecimal("0.40"),
                    new BigDecimal("0.60"),
                    new BigDecimal("0.80"),
                    new BigDecimal("5.0"),
                    3),
            List.of(
                    band("EXCELLENT", "9.0"),
                    band("VERY_GOOD", "8.0"),
                    band("GOOD", "7.0"),
                    band("AVERAGE", "5.0"),
                    band("WEAK", "0")),
            List.of("giao duc the chat", "giao duc quoc phong"));

    private static Grading.Band band(String code, String atLeast) {
        var mostResits = switch (code) {
            case "EXCELLENT" -> Integer.valueOf(0);
            case "VERY_GOOD" -> Integer.valueOf(1);
            default -> null;
        };
        return new Grading.Band(code, code, code, new BigDecimal(atLeast), mostResits);
    }

    private static ModuleResult result(String name, int credits, String mark) {
        return new ModuleResult(
                1,
                name,
                name,
                BigDecimal.valueOf(credits),
                RULE.isCondition(name),
                mark.isEmpty() || mark.equals("v") ? null : new BigDecimal(mark),
                mark.equals("v"),
                false,
                1);
    }

    @Test
    void the_average_is_weighted_by_credits_and_leaves_condition_subjects_out() {
        var results = List.of(
                result("Tin học", 3, "8.0"),
                result("Tiếng Anh", 5, "6.0"),
                result("Giáo dục thể chất", 2, "10"),
                result("Giáo dục quốc phòng và an ninh", 3, "9"));
        assertThat(RULE.average(results)).isEqualByComparingTo("6.8");
    }

    @Test
    void a_half_is_rounded_up() {
        assertThat(RULE.average(List.of(result("A", 1, "7.9"), result("B", 1, "8.0"))))
                .isEqualByComparingTo("8.0");
    }

    @ParameterizedTest
    @CsvSource({
        "10,EXCELLENT",
        "9.0,EXCELLENT",
        "8.9,VERY_GOOD",
        "8.0,VERY_GOOD",
        "7.9,GOOD",
        "7.0,GOOD",
        "6.9,AVERAGE",
        "5.0,AVERAGE",
        "4.9,WEAK"
    })
    void a_rank_begins_at_its_lowest_average(String average, String rank) {
        assertThat(RULE.rank(new BigDecimal(average)).code()).isEqualTo(rank);
    }

    @Test
    void what_stands_between_a_learner_and_graduation_is_said_module_by_module() {
        assertThat(RULE.unmet(List.of(
                        result("A", 1, "5.0"),
                        result("B", 1, "4.9"),
                        result("C", 1, "v"),
                        result("D", 1, ""),
                        result("Giáo dục thể chất", 1, "3"))))
                .containsExactly(
                        "B: 4,9 điểm, dưới 5,0",
                        "C: vắng thi",
                        "D: chưa có điểm",
                        "Giáo dục thể chất: 3,0 điểm, dưới 5,0");
        assertThat(RULE.unmet(List.of())).hasSize(1);
    }

    @Test
    void nothing_that_counts_has_no_average() {
        assertThat(RULE.average(List.of(result("Giáo dục thể chất", 1, "8")))).isNull();
    }

    @Test
    void resits_and_a_warning_cost_the_best_ranks_one_band() {
        var best = new BigDecimal("9.2");
        assertThat(RULE.rank(best, 0, false).code()).isEqualTo("EXCELLENT");
        assertThat(RULE.rank(best, 1, false).code()).isEqualTo("VERY_GOOD");
        assertThat(RULE.rank(best, 0, true).code()).isEqualTo("VERY_GOOD");
        assertThat(RULE.rank(new BigDecimal("8.1"), 1, false).code()).isEqualTo("VERY_GOOD");
        assertThat(RULE.rank(new BigDecimal("8.1"), 2, false).code()).isEqualTo("GOOD");
        assertThat(RULE.rank(new BigDecimal("7.1"), 5, true).code()).isEqualTo("GOOD");
    }
}
