package vn.lanhnghe.credential;

import org.jspecify.annotations.Nullable;

/** The answer to one check; the diploma is there when one was met, whatever its state. */
public record Check(Outcome outcome, @Nullable Diploma diploma) {}
