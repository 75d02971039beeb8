package vn.lanhnghe.credential.forgery;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** One report that a paper with a diploma's code looks forged, as the issuing college sees it. */
public record Suspicion(
        long id,
        String code,
        long institutionId,
        String institution,
        long diplomaId,
        String fullName,
        @Nullable String serial,
        String told,
        @Nullable String contact,
        @Nullable String file,
        @Nullable String fileName,
        OffsetDateTime reportedAt,
        LocalDate dueOn,
        @Nullable Finding finding,
        @Nullable String answer,
        @Nullable String answeredByName,
        @Nullable OffsetDateTime answeredAt) {

    /** What the college found. */
    public enum Finding {
        GENUINE("Văn bằng thật", "Genuine"),
        FORGED("Giấy giả", "Forged"),
        OUR_ERROR("Cơ sở cấp ghi sai", "An error of the issuer");

        private final String label;
        private final String english;

        Finding(String label, String english) {
            this.label = label;
            this.english = english;
        }

        public String label() {
            return label;
        }

        public String english() {
            return english;
        }
    }

    public boolean late(LocalDate today) {
        return finding == null && dueOn.isBefore(today);
    }

    /** What the holder of the reporter's code is shown. */
    public record Followed(
            String code,
            OffsetDateTime reportedAt,
            LocalDate dueOn,
            @Nullable Finding finding,
            @Nullable String answer,
            @Nullable OffsetDateTime answeredAt,
            String institution) {}
}
