package vn.lanhnghe.person.competence;

import org.jspecify.annotations.Nullable;

/** Somebody's assessment that no figure counts yet, and where they teach. */
record Waiting(
        long attemptId,
        long personId,
        @Nullable String type,
        @Nullable Long institutionId,
        @Nullable String department) {}
