package vn.lanhnghe.indicator.formula;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Giá trị đã chốt: what was published for the last day of a month, as far as the reader's scope reaches. */
public record Frozen(LocalDate asAt, Amounts amounts, long institutions, long covered, OffsetDateTime frozenAt) {

    /** An institution whose published share is not what its records say now; one side may be absent. */
    public record Difference(
            long institutionId,
            String name,
            @Nullable Amounts published,
            @Nullable Amounts recomputed) {}

    /** Why the two differ, as the one who answers for it has written. */
    public record Correction(
            String published, String recomputed, String reason, String madeByName, OffsetDateTime madeAt) {}
}
