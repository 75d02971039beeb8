package vn.lanhnghe.person.moving;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Chuyển công tác: who goes from where to where, from when, and what the other side said. */
public record Transfer(
        long id,
        long personId,
        String fullName,
        String staffNumber,
        long spellId,
        long fromId,
        String fromName,
        long toId,
        String toName,
        long askedById,
        LocalDate startsOn,
        String titleCode,
        String title,
        String department,
        String contract,
        String reason,
        State state,
        String askedBy,
        OffsetDateTime askedAt,
        @Nullable String answer,
        @Nullable String answeredBy,
        @Nullable OffsetDateTime answeredAt) {

    /** Where a transfer stands. */
    public enum State {
        PENDING("Chờ bên kia", "warn"),
        DONE("Đã chuyển", "ok"),
        REFUSED("Không đồng ý", "late"),
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

    /** Whose answer is waited for. */
    public long answererId() {
        return askedById == fromId ? toId : fromId;
    }
}
