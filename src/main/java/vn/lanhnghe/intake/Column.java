package vn.lanhnghe.intake;

import org.jspecify.annotations.Nullable;

/** A column of a file: its letter, its header as written, the field it was taken for (null: an extra one), and its legend. */
public record Column(
        int index,
        String letter,
        String header,
        @Nullable String field,
        @Nullable String legend) {}
