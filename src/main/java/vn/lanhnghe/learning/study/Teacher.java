package vn.lanhnghe.learning.study;

/** A teacher with an account. */
public record Teacher(long id, String fullName) {}
