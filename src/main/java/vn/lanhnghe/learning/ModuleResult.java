package vn.lanhnghe.learning;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The final mark in one module; no mark and not absent means that none was recorded. */
public record ModuleResult(
        long enrolmentId,
        String code,
        String name,
        BigDecimal credits,
        boolean condition,
        @Nullable BigDecimal mark,
        boolean absent,
        boolean exempt,
        int sittings) {}
