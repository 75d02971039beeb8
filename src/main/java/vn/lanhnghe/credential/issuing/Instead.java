package vn.lanhnghe.credential.issuing;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A diploma that takes a released one's place: the same facts, but for those that are given here. */
public record Instead(
        long replaces,
        @Nullable String fullName,
        @Nullable LocalDate birthDate,
        @Nullable String birthPlace,
        @Nullable String occupationCode,
        @Nullable String occupation,
        @Nullable BigDecimal average,
        @Nullable String rank,
        @Nullable String decisionNumber,
        @Nullable LocalDate decidedOn) {}
