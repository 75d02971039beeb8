package vn.lanhnghe.programme.design;

import org.jspecify.annotations.Nullable;

/** A line of a licence in force that a programme may rest on. */
public record Licensed(long id, String number, @Nullable String occupationCode, String occupationName, String level) {}
