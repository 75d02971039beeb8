package vn.lanhnghe.programme.following;

/** How many learners of a cohort reached an outcome, of those who were assessed. */
public record Attainment(long outcomeId, int cohort, int assessed, int achieved, String source, String recordedBy) {}
