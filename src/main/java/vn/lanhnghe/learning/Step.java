package vn.lanhnghe.learning;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** One step in the life of a course of study: suspended, back, transferred …; an undone one stays to be read. */
public record Step(
        long id,
        long enrolmentId,
        String kind,
        String label,
        Status fromStatus,
        Status toStatus,
        LocalDate effectiveOn,
        @Nullable LocalDate untilOn,
        @Nullable String decisionNumber,
        @Nullable LocalDate decisionOn,
        String reason,
        @Nullable String elsewhere,
        String recorder,
        OffsetDateTime recordedAt,
        @Nullable OffsetDateTime undoneAt,
        @Nullable String undoneBy,
        @Nullable String undoneReason) {

    public boolean stands() {
        return undoneAt == null;
    }
}
