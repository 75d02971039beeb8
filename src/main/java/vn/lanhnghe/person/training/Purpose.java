package vn.lanhnghe.person.training;

import org.jspecify.annotations.Nullable;

/** What a training is for, and how many weeks of it a year may hold at most; {@code hoursAWeek} turns hours of class into weeks. */
public record Purpose(
        String code,
        String label,
        @Nullable Integer weeks,
        int hoursAWeek,
        @Nullable String clause) {

    /** How many hours of class a year may hold at most; null where nothing limits them. */
    public @Nullable Integer mostHours() {
        return weeks == null ? null : weeks * hoursAWeek;
    }
}
