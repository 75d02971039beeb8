package vn.lanhnghe.learning;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a step asks for; the rule says whether a decision is needed. */
public record NewStep(
        String kind,
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate untilOn,
        @Nullable String decisionNumber,
        @Nullable LocalDate decisionOn,
        @Nullable String reason,
        @Nullable String elsewhere) {}
