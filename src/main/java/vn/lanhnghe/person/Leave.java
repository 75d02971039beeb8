package vn.lanhnghe.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Nghỉ: days away from a spell; {@code endsOn} the last day, null while nobody knows. */
public record Leave(
        long id,
        long spellId,
        String reason,
        LocalDate startsOn,
        @Nullable LocalDate endsOn) {

    public boolean covers(LocalDate day) {
        return !startsOn.isAfter(day) && (endsOn == null || !endsOn.isBefore(day));
    }
}
