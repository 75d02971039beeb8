package vn.lanhnghe.audit;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** One line of a record's history. */
public record Act(
        long id,
        OffsetDateTime at,
        ActKind kind,
        String actor,
        String summary,
        @Nullable String reason) {}
