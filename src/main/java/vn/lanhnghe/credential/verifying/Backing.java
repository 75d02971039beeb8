package vn.lanhnghe.credential.verifying;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind a diploma: its line in the register book, the licence of that day, the course's intake and its quota a year.
 * {@code licencesKnown} says whether any licence of the college was known for that day; {@code cohort} is 0 where it is not known.
 */
record Backing(
        @Nullable Integer bookYear,
        @Nullable String enteredNumber,
        @Nullable OffsetDateTime enteredAt,
        @Nullable String licence,
        @Nullable LocalDate licensedFrom,
        boolean licencesKnown,
        int cohort,
        @Nullable Long quota,
        long taken) {}
