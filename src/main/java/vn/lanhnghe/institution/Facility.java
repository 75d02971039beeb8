package vn.lanhnghe.institution;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Hạ tầng số of a site as it was in a year; bandwidth in megabits a second. */
public record Facility(
        long siteId,
        String siteName,
        int year,
        int computerRooms,
        int computers,
        int workshops,
        int simulators,
        int bandwidthMbps,
        @Nullable String platforms,
        String recordedBy,
        OffsetDateTime recordedAt) {}
