package vn.lanhnghe.person.training;

import java.time.OffsetDateTime;

/** Mẫu rà soát: {@code percent} of a {@code pool}, drawn by {@code seed}; who draws again by these draws the same. */
public record Sample(
        long id,
        long seed,
        int percent,
        int pool,
        OffsetDateTime drawnAt,
        String drawnByName,
        int size,
        int open,
        int rejected) {}
