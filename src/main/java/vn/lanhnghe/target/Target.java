package vn.lanhnghe.target;

import org.jspecify.annotations.Nullable;

/** One target of the city's plan with its two milestones; {@code lacking} and {@code awaited} are null for one that is computed. */
public record Target(
        String code,
        String name,
        String unit,
        String numerator,
        String denominator,
        String owner,
        String clause,
        boolean clauseVerified,
        String note,
        @Nullable String lacking,
        @Nullable String awaited,
        Milestone near,
        Milestone far) {

    Milestone milestone(int year) {
        return near.year() == year ? near : far;
    }
}
