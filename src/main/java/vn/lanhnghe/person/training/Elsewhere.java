package vn.lanhnghe.person.training;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Bồi dưỡng ở nơi khác: what a teacher declares with a paper, what the school and the department made of it. */
public record Elsewhere(
        long id,
        long personId,
        String staffNumber,
        String fullName,
        long institutionId,
        String institution,
        String title,
        String kind,
        String kindLabel,
        String purpose,
        String purposeLabel,
        int hours,
        String provider,
        String paperNumber,
        LocalDate startsOn,
        LocalDate finishedOn,
        String fileSha256,
        String fileName,
        State state,
        @Nullable String reason,
        OffsetDateTime declaredAt,
        @Nullable OffsetDateTime confirmedAt,
        @Nullable String confirmedBy,
        @Nullable Long sampleId,
        @Nullable OffsetDateTime reviewedAt,
        @Nullable String reviewedBy,
        @Nullable OffsetDateTime endedAt) {

    public enum State {
        DECLARED("chờ trường xác nhận", "warn", false),
        RETURNED("trường trả lại", "late", false),
        CONFIRMED("trường đã xác nhận", "ok", true),
        ACCEPTED("Sở đã rà soát, chấp nhận", "ok", true),
        REJECTED("Sở không chấp nhận", "late", false);

        private final String label;
        private final String kind;
        private final boolean counts;

        State(String label, String kind, boolean counts) {
            this.label = label;
            this.kind = kind;
            this.counts = counts;
        }

        public String label() {
            return label;
        }

        public String kind() {
            return kind;
        }

        public boolean counts() {
            return counts;
        }
    }
}
