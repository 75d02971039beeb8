package vn.lanhnghe.learning.study;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What adding a module to a cohort's programme asks for. */
public record NewModule(
        String code,
        String name,
        @Nullable BigDecimal credits,
        @Nullable Integer theoryPeriods,
        @Nullable Integer practicePeriods,
        @Nullable Integer semester) {}
