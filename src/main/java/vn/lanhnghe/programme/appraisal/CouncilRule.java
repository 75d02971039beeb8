package vn.lanhnghe.programme.appraisal;

import java.math.BigDecimal;
import java.util.List;

/** One thing that a council or its meeting must be, as data; {@code posts} are those that have to be at the meeting. */
public record CouncilRule(
        Code code, BigDecimal least, List<Member.Post> posts, String sentence, String clause, boolean verified) {

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
