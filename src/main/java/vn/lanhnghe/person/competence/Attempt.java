package vn.lanhnghe.person.competence;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Lần tự đánh giá: under way until it is submitted, then it stays as it was. */
public record Attempt(
        long id,
        long personId,
        long versionId,
        OffsetDateTime startedAt,
        @Nullable LocalDate submittedOn,
        @Nullable Integer overall,
        int answered) {}
