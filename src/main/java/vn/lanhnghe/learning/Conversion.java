package vn.lanhnghe.learning;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bảng quy đổi: from marks of ten to letters and points of four, and from an average of points to a rank; both from the best down. */
public record Conversion(long id, String name, String source, List<Step> steps, List<Band> bands) {

    public record Step(String letter, BigDecimal atLeast, BigDecimal points) {}

    public record Band(String label, String english, BigDecimal atLeast) {}

    public Step step(BigDecimal mark) {
        return steps.stream()
                .filter(it -> mark.compareTo(it.atLeast()) >= 0)
                .findFirst()
                .orElse(steps.getLast());
    }

    public Band band(BigDecimal points) {
        return bands.stream()
                .filter(it -> points.compareTo(it.atLeast()) >= 0)
                .findFirst()
                .orElse(bands.getLast());
    }

    /** Weighted by credits over all modules with a mark but the condition subjects, two decimals; null without any. */
    public @Nullable BigDecimal average(List<ModuleResult> results) {
        var sum = BigDecimal.ZERO;
        var weight = BigDecimal.ZERO;
        for (var result : results) {
            var mark = result.absent() ? BigDecimal.ZERO : result.mark();
            if (mark != null && !result.condition()) {
                sum = sum.add(step(mark).points().multiply(result.credits()));
                weight = weight.add(result.credits());
            }
        }
        return weight.signum() == 0 ? null : sum.divide(weight, 2, HALF_UP);
    }
}
