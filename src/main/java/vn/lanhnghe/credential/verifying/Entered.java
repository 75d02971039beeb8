package vn.lanhnghe.credential.verifying;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What the records say of one diploma beside itself: its line in the register book, the intake it comes from ({@code cohort} is 0
 * where that is not known), and whether a ruling was carried out on it.
 */
record Entered(
        @Nullable String number,
        @Nullable OffsetDateTime at,
        int cohort,
        @Nullable LocalDate admittedOn,
        boolean ruled) {}
