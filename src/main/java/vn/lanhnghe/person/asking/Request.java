package vn.lanhnghe.person.asking;

import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.person.PersonFact;

/** Đề nghị sửa hồ sơ: which facts a teacher wants changed to what, and what came of it. */
public record Request(
        long id,
        long personId,
        long institutionId,
        String fullName,
        String staffNumber,
        Map<PersonFact, String> facts,
        String note,
        String sha256,
        String fileName,
        State state,
        OffsetDateTime askedAt,
        @Nullable String reply,
        @Nullable String decidedBy,
        @Nullable OffsetDateTime decidedAt) {

    /** Where a request stands. */
    public enum State {
        PENDING("Chờ trường xem", "warn"),
        APPROVED("Đã sửa", "ok"),
        REJECTED("Không sửa", "late"),
        WITHDRAWN("Đã rút", "none");

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
}
