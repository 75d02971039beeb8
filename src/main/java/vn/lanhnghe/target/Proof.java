package vn.lanhnghe.target;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Evidence of a milestone that is reached or not; {@code accepted} is null until a second person has judged it. */
public record Proof(
        long id,
        int year,
        String words,
        String evidence,
        String evidenceName,
        long broughtBy,
        String broughtByName,
        OffsetDateTime broughtAt,
        @Nullable Boolean accepted,
        @Nullable String reason,
        @Nullable String judgedByName,
        @Nullable OffsetDateTime judgedAt) {}
