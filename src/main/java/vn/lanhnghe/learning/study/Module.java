package vn.lanhnghe.learning.study;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Môn học, mô-đun as a college teaches it to the cohort of an occupation. */
public record Module(
        long id,
        String code,
        String name,
        BigDecimal credits,
        boolean condition,
        @Nullable Integer theoryPeriods,
        @Nullable Integer practicePeriods,
        @Nullable Integer semester) {}
