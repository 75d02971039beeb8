package vn.lanhnghe.programme.integration;

/** The version of a framework that a version of a programme is held against. */
public record Frame(long id, String code, String version, boolean inUse) {}
