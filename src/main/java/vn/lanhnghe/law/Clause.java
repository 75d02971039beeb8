package vn.lanhnghe.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Điều, khoản of a legal text; not verified means that its official wording has not been read. */
public record Clause(
        String clauseCode,
        String textCode,
        String label,
        String summary,
        boolean verified,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo) {}
