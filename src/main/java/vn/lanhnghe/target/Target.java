package vn.lanhnghe.target;

import org.jspecify.annotations.Nullable;

/** One target of the city's plan with its two milestones; {@code lacking} and {@code awaited} are null unless records are missing. */
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

    /** Reached or not, by evidence, rather than counted. */
    public boolean byEvidence() {
        return lacking == null && far.formulaCode() == null;
    }
}
