package vn.lanhnghe.target.notice;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A document sent to institutions; {@code read} of {@code sent} have said that they read it, as far as the reader's scope reaches. */
public record Distribution(
        long id,
        @Nullable Long textId,
        String textCode,
        String title,
        String note,
        String sentByName,
        OffsetDateTime sentAt,
        long sent,
        long read) {

    /** One institution's receipt; nobody has read it while {@code readAt} is null. */
    public record Receipt(
            long institutionId,
            String code,
            String name,
            @Nullable OffsetDateTime readAt,
            @Nullable String readByName) {}
}
