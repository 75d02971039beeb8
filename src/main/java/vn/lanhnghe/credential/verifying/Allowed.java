package vn.lanhnghe.credential.verifying;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a college was allowed: the licence of a day for an occupation and level, whether any licence of it was known for that day, the
 * quota a year of an intake and how many it took.
 */
record Allowed(
        @Nullable String licence,
        @Nullable LocalDate licensedFrom,
        boolean licencesKnown,
        @Nullable Long quota,
        long taken) {}
