package vn.lanhnghe.learning;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a learner stands by the rule: average, rank, and what is still unmet for graduation. */
public record Standing(
        Enrolment enrolment,
        List<ModuleResult> results,
        @Nullable BigDecimal average,
        Grading.@Nullable Band rank,
        List<String> unmet) {

    static Standing of(Enrolment enrolment, List<ModuleResult> results, Grading grading) {
        var average = grading.average(results);
        return new Standing(
                enrolment, results, average, average == null ? null : grading.rank(average), grading.unmet(results));
    }
}
