package vn.lanhnghe.intake;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong at one place. {@code message} says what is allowed and how to mend it; the place and what was written go
 * before it on screen. {@code fix} is the value to put there, when one can be proposed.
 */
public record Fault(
        String sheet,
        int row,
        Column column,
        FaultKind kind,
        String written,
        String message,
        @Nullable String fix) {}
