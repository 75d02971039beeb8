package vn.lanhnghe.indicator;

import org.jspecify.annotations.Nullable;

/** One institution under a formula: its three parts with what was done of what was due. Excluded ones carry the reason. */
public record Measured(
        long institutionId,
        String code,
        String name,
        String typeLabel,
        @Nullable Integer region,
        @Nullable String exclusion,
        long learners,
        long resultsDue,
        long resultsDone,
        long diplomasDue,
        long diplomasDone,
        boolean process,
        boolean results,
        boolean diplomas,
        boolean met) {}
