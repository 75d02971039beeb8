package vn.lanhnghe.indicator.standard;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What a college says of one requirement, or of an indicator that the records do not tell; {@code declared} is in the indicator's unit. */
public record Line(
        String code,
        Verdict verdict,
        @Nullable BigDecimal declared,
        String words,
        @Nullable String evidence,
        @Nullable String evidenceName,
        String byName,
        OffsetDateTime at) {

    public enum Verdict {
        MET("đạt"),
        NOT_MET("không đạt"),
        EXEMPT("không áp dụng");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
