package vn.lanhnghe.portal.inbox;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Something that was brought up to a person; {@code goneAt} is when it no longer waited. */
public record Notice(
        long id,
        String address,
        String what,
        String about,
        String button,
        @Nullable LocalDate until,
        OffsetDateTime firstAt,
        @Nullable OffsetDateTime readAt,
        @Nullable OffsetDateTime goneAt) {}
