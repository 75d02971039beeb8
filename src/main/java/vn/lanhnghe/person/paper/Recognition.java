package vn.lanhnghe.person.paper;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Công nhận người dạy nghề: by a council of a college; it lives as long as the person goes on teaching. */
public record Recognition(
        long id,
        long personId,
        long institutionId,
        String institution,
        String occupation,
        int councilSize,
        String decisionNumber,
        LocalDate decidedOn,
        String evidence,
        String sha256,
        String fileName,
        @Nullable LocalDate taughtOn,
        LocalDate lapsesOn,
        LocalDate remindOn) {

    /** What it is worth on a day. */
    public enum State {
        VALID("Còn hiệu lực", "ok"),
        LAPSING("Sắp thôi hiệu lực", "warn"),
        LAPSED("Đã thôi hiệu lực", "late");

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

    public State state(LocalDate day) {
        return !day.isBefore(lapsesOn) ? State.LAPSED : day.isBefore(remindOn) ? State.VALID : State.LAPSING;
    }
}
