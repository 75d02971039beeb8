package vn.lanhnghe.audit;

import org.jspecify.annotations.Nullable;

/** The record an act is about: its kind and id, and the college it belongs to, if any. */
public record Subject(String kind, long id, @Nullable Long institutionId) {}
