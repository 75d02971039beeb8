package vn.lanhnghe.indicator.standard;

import org.jspecify.annotations.Nullable;

/**
 * One indicator in a report: what was asked and what it came to. {@code met} is null when the records do not tell it; then the college
 * declares it in a line of its own.
 */
public record Measure(
        String code,
        int version,
        String name,
        String asked,
        String said,
        @Nullable Boolean met) {

    /** One of the standard's own indicators, not one that shows how far a condition is met. */
    public boolean asks() {
        return code.startsWith("TT38.");
    }

    public boolean computed() {
        return met != null;
    }
}
