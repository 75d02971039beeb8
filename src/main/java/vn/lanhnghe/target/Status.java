package vn.lanhnghe.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.indicator.formula.Amounts;

/** How far a target has come, in word, shape and colour. */
public enum Status {
    MET("ok", "đạt"),
    ON_TRACK("track", "đúng tiến độ"),
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

    /**
     * Before the milestone's end against the line that leads to it, after it against the milestone itself; {@code atRiskFrom} is the
     * share of that, in percent, from which a value is no longer late.
     */
    static Status of(@Nullable Amounts amounts, Milestone milestone, LocalDate day, BigDecimal atRiskFrom) {
        var threshold = milestone.threshold();
        var under = amounts == null ? null : amounts.denominator();
        if (amounts == null || threshold == null || under == null || under.signum() == 0) {
            return NO_DATA;
        }
        if (milestone.reached(amounts)) {
            return MET;
        }
        var expected = milestone.expected(day);
        if (expected != null && Milestone.compare(amounts, expected) >= 0) {
            return ON_TRACK;
        }
        var least =
                (expected == null ? threshold : expected).multiply(atRiskFrom).divide(WHOLE);
        return Milestone.compare(amounts, least) >= 0 ? AT_RISK : LATE;
    }

    boolean offTrack() {
        return this == LATE;
    }
}
