package vn.lanhnghe.target;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.indicator.formula.Amounts;

/**
 * What is to be reached by the end of a year, as it stood on a day; the threshold is in percent, null where the plan only says "hình
 * thành". {@code revision} is the document that changed it, if one did.
 */
public record Milestone(
        int year,
        @Nullable String comparison,
        @Nullable BigDecimal threshold,
        String wording,
        String scope,
        boolean verified,
        @Nullable String formulaCode,
        LocalDate startOn,
        BigDecimal startValue,
        @Nullable String revision) {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /** The last day for reaching it. */
    public LocalDate end() {
        return LocalDate.of(year, 12, 31);
    }

    /** Whether so much is enough; never without a denominator. */
    boolean reached(Amounts amounts) {
        var over = compare(amounts, threshold == null ? WHOLE : threshold);
        return threshold != null && (over > 0 || (over == 0 && ">=".equals(comparison)));
    }

    /** How far it should be on a day, in percent: on the straight line from where it sets out; null where nothing is counted or it is past. */
    public @Nullable BigDecimal expected(LocalDate day) {
        if (threshold == null || day.isAfter(end()) || day.isBefore(startOn)) {
            return null;
        }
        var gone = BigDecimal.valueOf(ChronoUnit.DAYS.between(startOn, day));
        var all = BigDecimal.valueOf(ChronoUnit.DAYS.between(startOn, end()));
        return startValue.add(threshold.subtract(startValue).multiply(gone).divide(all, 2, RoundingMode.HALF_UP));
    }

    /** Exactly, without rounding: the sign of value − percent. */
    static int compare(Amounts amounts, BigDecimal percent) {
        var under = amounts.denominator();
        return under == null || under.signum() == 0
                ? -1
                : amounts.numerator().multiply(WHOLE).compareTo(percent.multiply(under));
    }
}
