package vn.lanhnghe.person.training;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Buổi học of a class. */
public record Sitting(
        long id,
        LocalDate heldOn,
        LocalTime startsAt,
        @Nullable Long topicId,
        @Nullable Integer topicPlace,
        Mode mode,
        String place,
        int present) {}
