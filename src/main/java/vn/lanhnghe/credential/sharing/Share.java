package vn.lanhnghe.credential.sharing;

import java.time.OffsetDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.credential.verifying.Outcome;

/** A link by which a learner shows chosen facts of a diploma until a time; opened {@code views} times. */
public record Share(
        long id,
        long diplomaId,
        Set<Shown> fields,
        String label,
        OffsetDateTime createdAt,
        OffsetDateTime expiresAt,
        @Nullable OffsetDateTime cancelledAt,
        int views,
        @Nullable OffsetDateTime viewedAt) {

    public boolean open(OffsetDateTime now) {
        return cancelledAt == null && expiresAt.isAfter(now);
    }

    /** One check of a diploma by somebody: when, in which way, with which answer. */
    public record CheckSeen(OffsetDateTime at, String way, String outcome) {

        /** The answer in words. */
        public String answer() {
            return Outcome.valueOf(outcome).label();
        }

        /** The way in words. */
        public String how() {
            return switch (way) {
                case "LINK" -> "quét mã QR hoặc mở liên kết";
                case "CODE" -> "gõ mã tra cứu";
                case "SERIAL" -> "gõ số hiệu, họ tên, ngày sinh";
                case "FILE" -> "gửi tệp hoặc ảnh chụp";
                case "LIST" -> "tra theo danh sách";
                case "API" -> "phần mềm khác hỏi";
                default -> "cách khác";
            };
        }
    }
}
