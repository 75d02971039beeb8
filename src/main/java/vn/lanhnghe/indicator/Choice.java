package vn.lanhnghe.indicator;

import org.jspecify.annotations.Nullable;

/** Which institutions are asked for: those that met the formula or not, those of a region, or one; null asks for all. */
public record Choice(
        @Nullable Boolean met,
        @Nullable Integer region,
        @Nullable Long institution) {

    public static final Choice ALL = new Choice(null, null, null);
}
