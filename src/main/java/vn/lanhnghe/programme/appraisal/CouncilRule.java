package vn.lanhnghe.programme.appraisal;

import java.math.BigDecimal;

/** One thing that a council or its meeting must be, as data. */
public record CouncilRule(Code code, BigDecimal least, String sentence, String clause, boolean verified) {

    /** What a rule is about. */
    public enum Code {
        MEMBERS,
        CHAIR,
        DEPUTY,
        SECRETARY,
        TEACHERS,
        OUTSIDE_REVIEWERS,
        STATE,
        DEGREE,
        YEARS,
        DRAFTERS,
        PRESENT,
        IN_FAVOUR
    }
}
