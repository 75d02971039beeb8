package vn.lanhnghe.person.training;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.ui.Vi;

/** Buổi học of a class. */
public record Sitting(
        long id,
        LocalDate heldOn,
        LocalTime startsAt,
        @Nullable Long topicId,
        @Nullable Integer topicPlace,
        Mode mode,
        String place,
        int present) {

    /** As people say it: 18:00 05/12/2026. */
    public String when() {
        return "%s %s".formatted(startsAt, Vi.day(heldOn));
    }
}
