package vn.lanhnghe.indicator.formula;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.ui.Vi;

/** Two sides and the value they make. A value there is only where there is something to divide by: never a silent 0 or 100. */
public record Amounts(BigDecimal numerator, @Nullable BigDecimal denominator) {

    static final Amounts NONE = new Amounts(BigDecimal.ZERO, null);

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    Amounts plus(Amounts other) {
        var other2 = other.denominator;
        return new Amounts(
                numerator.add(other.numerator),
                denominator == null ? other2 : other2 == null ? denominator : denominator.add(other2));
    }

    /** Rounded as the formula says; null when there is no denominator. */
    public @Nullable BigDecimal value(Formula formula) {
        if (formula.kind() == Formula.Kind.COUNT) {
            return numerator;
        }
        if (denominator == null || denominator.signum() == 0) {
            return null;
        }
        var part = formula.kind() == Formula.Kind.GROWTH ? numerator.subtract(denominator) : numerator;
        return part.multiply(WHOLE).divide(denominator, formula.decimals(), RoundingMode.HALF_UP);
    }

    /** Whether what is asked is reached; null when nothing is asked or there is no value. */
    public @Nullable Boolean met(Formula formula) {
        var value = value(formula);
        var least = formula.least();
        return value == null || least == null
                ? null
                : formula.direction() == Formula.Direction.UP
                        ? value.compareTo(least) >= 0
                        : value.compareTo(least) <= 0;
    }

    public String said(Formula formula) {
        var value = value(formula);
        return value == null
                ? "chưa tính được"
                : plain(value)
                        + (formula.kind().unit().isEmpty()
                                ? ""
                                : " " + formula.kind().unit());
    }

    /** A number as Vietnamese write it, without zeros that say nothing. */
    public static String plain(BigDecimal number) {
        var format = NumberFormat.getNumberInstance(Vi.LOCALE);
        format.setMaximumFractionDigits(4);
        return format.format(number);
    }
}
