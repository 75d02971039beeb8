package vn.lanhnghe.programme.asking;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Một lần hỏi: one employer asked about one version; the last fields are as whoever answered signed them. */
public record Inquiry(
        long id,
        String organisation,
        LocalDate untilOn,
        String madeByName,
        OffsetDateTime madeAt,
        @Nullable OffsetDateTime withdrawnAt,
        @Nullable OffsetDateTime answeredAt,
        @Nullable String byName,
        @Nullable String byPost,
        @Nullable String byOrganisation,
        String words) {

    /** Does it still take an answer? */
    public boolean open(LocalDate today) {
        return withdrawnAt == null && answeredAt == null && !today.isAfter(untilOn);
    }

    public String kind(LocalDate today) {
        return answeredAt != null ? "ok" : open(today) ? "track" : "none";
    }

    public String label(LocalDate today) {
        return answeredAt != null
                ? "đã trả lời"
                : withdrawnAt != null ? "đã thu hồi" : open(today) ? "chờ trả lời" : "hết hạn";
    }
}
