package vn.lanhnghe.person;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One line of a person's timeline: what, when, who told of it and through which door. {@code day} events have no hour.
 * {@code origin} is the staff number of the record that the line was written of, where it was merged into this one.
 */
public record Event(
        OffsetDateTime at,
        boolean day,
        String what,
        String about,
        @Nullable String reason,
        String author,
        String source,
        @Nullable String origin) {}
