package vn.lanhnghe.learning.study;

/** What opening a class asks for. */
public record NewClass(String code, String occupationCode, String level, int cohort, String homeroom) {}
