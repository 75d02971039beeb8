package vn.lanhnghe.person.training;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Lớp bồi dưỡng: a run of a course. {@code institutionId} is who runs it, 0 the department; {@code enrolled} and {@code asked} count
 * the people whom the reader may see.
 */
public record TrainingClass(
        long id,
        long courseId,
        long institutionId,
        String institution,
        String courseCode,
        String courseTitle,
        String kind,
        String kindLabel,
        int hours,
        String name,
        LocalDate startsOn,
        LocalDate endsOn,
        String place,
        int capacity,
        String evaluators,
        boolean selfEnrol,
        State state,
        @Nullable OffsetDateTime closedAt,
        @Nullable String closedByName,
        int enrolled,
        int asked,
        int version,
        String cancelReason) {

    public enum State {
        OPEN("đang mở", "track"),
        CLOSED("đã chốt kết quả", "warn"),
        ISSUED("đã cấp chứng nhận", "ok"),
        CANCELLED("đã huỷ", "none");

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

    public boolean open() {
        return state == State.OPEN;
    }

    /** Whether its results stand. */
    public boolean settled() {
        return state == State.CLOSED || state == State.ISSUED;
    }

    public boolean cancelled() {
        return state == State.CANCELLED;
    }

    /** Whether somebody can still come into it on that day; not whether there is a seat. */
    public boolean joinable(LocalDate day) {
        return open() && !endsOn.isBefore(day);
    }
}
