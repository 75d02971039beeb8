package vn.lanhnghe.learning;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.shared.Vietnamese;

/**
 * The rule by which marks become an average and an average a rank (TT 04/2022, as data in {@code learning.grading_rule}).
 * The average is weighted by credits, over all modules but the condition subjects, rounded half up.
 */
public record Grading(
        long id,
        String name,
        String clauseCode,
        BigDecimal scale,
        int decimals,
        BigDecimal passMark,
        Parts parts,
        List<Band> bands,
        List<String> conditionSubjects) {

    /** A rank and the lowest average that earns it; a rule's bands run from the best down. */
    public record Band(
            String code,
            String label,
            String english,
            BigDecimal atLeast,
            @Nullable Integer mostResits) {}

    /**
     * How a module's mark is made: the weights of ongoing and periodic tests in their average, the shares of that average and of
     * the examination, and what must be met to sit it (attendance as a share of the periods, average of the tests).
     */
    public record Parts(
            int regularWeight,
            int periodicWeight,
            BigDecimal testsShare,
            BigDecimal examShare,
            BigDecimal attendanceLeast,
            BigDecimal testsLeast,
            int mostSittings) {}

    public boolean isCondition(String moduleName) {
        var folded = Vietnamese.fold(moduleName);
        return conditionSubjects.stream().anyMatch(folded::contains);
    }

    /** Null as long as no module that counts has a mark. */
    public @Nullable BigDecimal average(List<ModuleResult> results) {
        var sum = BigDecimal.ZERO;
        var weight = BigDecimal.ZERO;
        for (var result : results) {
            var mark = result.absent() ? BigDecimal.ZERO : result.mark();
            if (mark != null && !result.condition()) {
                sum = sum.add(mark.multiply(result.credits()));
                weight = weight.add(result.credits());
            }
        }
        return weight.signum() == 0 ? null : sum.divide(weight, decimals, HALF_UP);
    }

    public Band rank(BigDecimal average) {
        return bands.stream()
                .filter(it -> average.compareTo(it.atLeast()) >= 0)
                .findFirst()
                .orElse(bands.getLast());
    }

    /** The rank after what re-sits and a disciplinary warning cost: one band for each that has a limit of re-sits. */
    public Band rank(BigDecimal average, long resits, boolean warned) {
        var earned = rank(average);
        var limit = earned.mostResits();
        return limit == null || !warned && resits <= limit ? earned : bands.get(bands.indexOf(earned) + 1);
    }

    public Band band(String code) {
        return bands.stream().filter(it -> it.code().equals(code)).findFirst().orElseThrow();
    }

    /** What stands between the learner and graduation, each in words; empty when nothing does. */
    public List<String> unmet(List<ModuleResult> results) {
        if (results.isEmpty()) {
            return List.of("chưa có điểm nào trong sổ");
        }
        return results.stream().flatMap(this::unmet).toList();
    }

    private Stream<String> unmet(ModuleResult result) {
        if (result.exempt()) {
            return Stream.of();
        }
        if (result.absent()) {
            return Stream.of(result.name() + ": vắng thi");
        }
        var mark = result.mark();
        if (mark == null) {
            return Stream.of(result.name() + ": chưa có điểm");
        }
        return mark.compareTo(passMark) < 0
                ? Stream.of("%s: %s điểm, dưới %s".formatted(result.name(), comma(mark), comma(passMark)))
                : Stream.of();
    }

    private static String comma(BigDecimal mark) {
        return mark.setScale(1, HALF_UP).toPlainString().replace('.', ',');
    }
}
