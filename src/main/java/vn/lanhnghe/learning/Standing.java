package vn.lanhnghe.learning;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a learner stands by the rule: average, rank, and what is still unmet for graduation; where the college has chosen a
 * conversion for the cohort, also letters and the average of points.
 */
public record Standing(
        Enrolment enrolment,
        List<ModuleResult> results,
        @Nullable BigDecimal average,
        Grading.@Nullable Band rank,
        List<String> unmet,
        @Nullable Conversion conversion) {

    static Standing of(
            Enrolment enrolment,
            List<ModuleResult> results,
            Grading grading,
            @Nullable Conversion conversion,
            boolean warned) {
        var average = grading.average(results);
        var resits = results.stream().filter(it -> it.sittings() > 1).count();
        return new Standing(
                enrolment,
                results,
                average,
                average == null ? null : grading.rank(average, resits, warned),
                grading.unmet(results),
                conversion);
    }

    public @Nullable BigDecimal points() {
        return conversion == null ? null : conversion.average(results);
    }

    public @Nullable String pointsBand() {
        var points = points();
        return conversion == null || points == null
                ? null
                : conversion.band(points).label();
    }

    /** The letter of a mark; empty without a conversion or a mark. */
    public String letter(ModuleResult result) {
        var mark = result.mark();
        return conversion == null || mark == null ? "" : conversion.step(mark).letter();
    }
}
