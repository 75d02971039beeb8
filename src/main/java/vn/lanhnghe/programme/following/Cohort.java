package vn.lanhnghe.programme.following;

/** Khoá tuyển sinh: which version the learners of a year began with, and stay on. */
public record Cohort(int year, long versionId, int number, String recordedBy) {}
