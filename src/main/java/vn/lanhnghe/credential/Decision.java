package vn.lanhnghe.credential;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Quyết định công nhận tốt nghiệp with the diplomas it lists; {@code signedAt} is null until the second person signs. */
public record Decision(
        long id,
        long institutionId,
        String number,
        LocalDate decidedOn,
        long preparedBy,
        String preparedByName,
        OffsetDateTime preparedAt,
        @Nullable String signedByName,
        @Nullable OffsetDateTime signedAt,
        long diplomas,
        long waiting) {

    public boolean open() {
        return waiting > 0;
    }
}
