package vn.lanhnghe.target;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.indicator.Figure;

/** How far a target has come, in word, shape and colour. */
public enum Status {
    MET("ok", "đạt"),
    AT_RISK("warn", "có nguy cơ"),
    LATE("late", "chậm"),
    NO_DATA("none", "chưa có dữ liệu");

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final String kind;
    private final String label;

    Status(String kind, String label) {
        this.kind = kind;
        this.label = label;
    }

    public String kind() {
        return kind;
    }

    public String label() {
        return label;
    }

    /** {@code atRiskFrom} is the share of the threshold, in percent, from which a value is no longer late. */
    static Status of(@Nullable Figure figure, Milestone milestone, BigDecimal atRiskFrom) {
        var threshold = milestone.threshold();
        if (figure == null || threshold == null || figure.denominator() == 0 || figure.covered() == 0) {
            return NO_DATA;
        }
        var value = BigDecimal.valueOf(figure.numerator()).multiply(WHOLE);
        var needed = threshold.multiply(BigDecimal.valueOf(figure.denominator()));
        var over = value.compareTo(needed);
        if (over > 0 || (over == 0 && ">=".equals(milestone.comparison()))) {
            return MET;
        }
        return value.multiply(WHOLE).compareTo(needed.multiply(atRiskFrom)) >= 0 ? AT_RISK : LATE;
    }
}
