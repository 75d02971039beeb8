package vn.lanhnghe.person.competence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Lần tự đánh giá, all of it by its own version: under way until it is submitted, then it stays as it was; {@code next} is the first open question, the last where none is. */
public record Attempt(
        long id,
        long versionId,
        int minutes,
        @Nullable LocalDate submittedOn,
        @Nullable Integer overall,
        @Nullable String overallName,
        int questions,
        int answered,
        int next) {}
