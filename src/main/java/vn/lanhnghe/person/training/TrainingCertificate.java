package vn.lanhnghe.person.training;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Chứng nhận bồi dưỡng: what it says, who signed it, whether it stands. */
public record TrainingCertificate(
        long id,
        long enrolmentId,
        long classId,
        long personId,
        long institutionId,
        String issuerSlug,
        String issuerName,
        String printed,
        String code,
        String fullName,
        LocalDate birthDate,
        String courseCode,
        String courseTitle,
        String kind,
        int hours,
        String result,
        String signedBy,
        LocalDate issuedOn,
        String keyId,
        byte[] signature,
        OffsetDateTime signedAt,
        long status,
        State state,
        @Nullable OffsetDateTime revokedAt,
        @Nullable String revokedBy,
        @Nullable String reason) {

    public enum State {
        VALID("còn hiệu lực", "ok"),
        REVOKED("đã thu hồi", "late");

        private final String label;
        private final String kind;

        State(String label, String kind) {
            this.label = label;
            this.kind = kind;
        }

        public String label() {
            return label;
        }

        public String kind() {
            return kind;
        }
    }

    public CertificateText text() {
        return new CertificateText(
                institutionId,
                issuerSlug,
                issuerName,
                printed,
                fullName,
                birthDate,
                courseCode,
                courseTitle,
                kind,
                hours,
                result,
                issuedOn);
    }
}
