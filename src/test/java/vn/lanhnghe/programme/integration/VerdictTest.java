package vn.lanhnghe.programme.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the rule says of a programme, and which of its conditions fails where. */
class VerdictTest {

    private static final List<Verdict.Named> DOMAINS = List.of(
            new Verdict.Named("1", "Dữ liệu"), new Verdict.Named("2", "Giao tiếp"), new Verdict.Named("3", "Sáng tạo"));

    @Test
    void enough_domains_high_enough_taught_and_assessed() {
        var verdict = verdict(
                rule(2, 3, true, true),
                "CAO_DANG",
                DOMAINS,
                List.of(reach("1", 3, true, true), reach("2", 4, true, true)));
        assertThat(verdict.integrated()).isTrue();
        assertThat(verdict.said()).isEqualTo("2 miền đạt bậc 3 trở lên, được dạy và được đánh giá; cần 2 miền.");
        assertThat(verdict.domains().getLast().lacking()).isEqualTo("chưa có chuẩn đầu ra nào gắn với miền này");
    }

    @Test
    void each_domain_says_what_it_lacks_and_where_to_mend_it() {
        var verdict = verdict(
                rule(3, 3, true, true),
                "CAO_DANG",
                DOMAINS,
                List.of(
                        reach("1", 2, true, true),
                        reach("2", 3, true, false),
                        reach("3", 3, false, false),
                        reach("3", 1, true, true)));
        assertThat(verdict.integrated()).isFalse();
        assertThat(verdict.domains())
                .extracting(Verdict.Domain::lacking)
                .containsExactly(
                        "cao nhất bậc 2 (chuẩn 1.1), cần bậc 3",
                        "chuẩn 2.1 đạt bậc 3 nhưng chưa có môn học, mô-đun nào đánh giá",
                        "chuẩn 3.1 đạt bậc 3 nhưng chưa có môn học, mô-đun nào dạy và đánh giá");
        assertThat(verdict.domains()).extracting(Verdict.Domain::outcomeId).doesNotContainNull();
    }

    @Test
    void a_rule_that_asks_less_is_met_by_less() {
        var reaches = List.of(reach("2", 3, true, false));
        assertThat(verdict(rule(1, 3, true, false), "CAO_DANG", DOMAINS, reaches)
                        .integrated())
                .isTrue();
        assertThat(verdict(rule(1, 3, true, true), "CAO_DANG", DOMAINS, reaches).integrated())
                .isFalse();
        var other = verdict(rule(1, 3, true, true), "SO_CAP", DOMAINS, reaches);
        assertThat(other.integrated()).isFalse();
        assertThat(other.said()).contains("chưa nêu trình độ này");
    }

    private static Verdict verdict(Rule rule, String level, List<Verdict.Named> domains, List<Reach> reaches) {
        return Verdict.of(rule, level, new Frame(1, "NLS-NH", "2025", true), List.of(), domains, reaches);
    }

    private static Rule rule(int domains, int rank, boolean taught, boolean assessed) {
        return new Rule(
                1,
                1,
                "NLS-NH",
                taught,
                assessed,
                "x",
                false,
                "x",
                LocalDate.EPOCH,
                null,
                "x",
                OffsetDateTime.now(),
                List.of(new Rule.Measure(1, "CAO_DANG", domains, rank)));
    }

    private static Reach reach(String domain, int rank, boolean taught, boolean assessed) {
        return new Reach(1, domain, domain + ".1", rank, 7, domain + ".1", taught, assessed);
    }
}
