package vn.lanhnghe.credential.verifying;

import org.jspecify.annotations.Nullable;

/** One fact as what was handed in tells it and as the register has it; null where one of them is silent. */
public record Compared(
        String label,
        String english,
        @Nullable String paper,
        @Nullable String register,
        boolean same) {}
