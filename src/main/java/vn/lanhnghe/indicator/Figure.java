package vn.lanhnghe.indicator;

import java.time.LocalDate;

/** A value and what it is made of, as at the end of a day; {@code covered} counts the institutions with any record at all. */
public record Figure(
        String code,
        int milestone,
        LocalDate asAt,
        int version,
        String population,
        long numerator,
        long denominator,
        long excluded,
        long covered) {}
