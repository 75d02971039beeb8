package vn.lanhnghe.indicator.standard;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A college's report of a year; figures are those of the end of {@code asAt}. */
public record Assessment(
        long id,
        long institutionId,
        String institutionCode,
        String institution,
        int year,
        LocalDate asAt,
        LocalDate dueOn,
        State state,
        @Nullable Verdict verdict) {

    public enum State {
        DRAFT("none", "đang soạn"),
        SENT("warn", "đã gửi, chờ Sở xem"),
        RETURNED("late", "Sở trả lại"),
        ACCEPTED("ok", "Sở đã nhận");

        private final String kind;
        private final String label;

        State(String kind, String label) {
            this.kind = kind;
            this.label = label;
        }

        public String kind() {
            return kind;
        }

        public String label() {
            return label;
        }
    }

    /** Kết luận: one condition or indicator that fails fails the whole. */
    public enum Verdict {
        MEETS("ok", "đáp ứng chuẩn"),
        FAILS("late", "không đáp ứng chuẩn");

        private final String kind;
        private final String label;

        Verdict(String kind, String label) {
            this.kind = kind;
            this.label = label;
        }

        public String kind() {
            return kind;
        }

        public String label() {
            return label;
        }
    }

    public boolean open() {
        return state == State.DRAFT || state == State.RETURNED;
    }
}
