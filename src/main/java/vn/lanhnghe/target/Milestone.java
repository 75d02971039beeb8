package vn.lanhnghe.target;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What is to be reached by the end of a year; the threshold is in percent, null where the plan only says "hình thành". */
public record Milestone(
        int year,
        @Nullable String comparison,
        @Nullable BigDecimal threshold,
        String wording,
        String scope,
        boolean verified) {}
