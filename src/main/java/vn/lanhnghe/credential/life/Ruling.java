package vn.lanhnghe.credential.life;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Quyết định về văn bằng đã phát hành, with how many diplomas it is about; a draft until it is carried out. {@code decisionId} is
 * where the diplomas are issued that take the place of these.
 */
public record Ruling(
        long id,
        long institutionId,
        @Nullable Turn turn,
        @Nullable String decision,
        @Nullable LocalDate decidedOn,
        @Nullable String reasonCode,
        @Nullable String reasonLabel,
        @Nullable String clause,
        @Nullable String reason,
        @Nullable String evidence,
        @Nullable String evidenceName,
        List<String> unknown,
        boolean done,
        String openedByName,
        OffsetDateTime openedAt,
        @Nullable String doneByName,
        @Nullable OffsetDateTime doneAt,
        @Nullable Long decisionId,
        int diplomas,
        int carriedOut) {

    /** Does the draft say what is to be done? */
    public boolean worded() {
        return turn != null;
    }
}
