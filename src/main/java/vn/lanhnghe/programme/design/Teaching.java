package vn.lanhnghe.programme.design;

/** A module that teaches an outcome, assesses it, or both. */
public record Teaching(long outcomeId, long moduleId, String moduleCode, boolean teaches, boolean assesses) {}
