package vn.lanhnghe.credential.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How long a step may take: so many days from {@code startedOn}, the last of them {@code dueOn}, by a clause; {@code doneOn} when it is done. */
public record Term(
        Step step,
        LocalDate startedOn,
        int days,
        boolean working,
        LocalDate dueOn,
        @Nullable LocalDate doneOn,
        String clause) {

    public enum Step {
        ISSUE("Cấp văn bằng, từ ngày quyết định"),
        HAND_OVER("Trao văn bằng, từ ngày phát hành");

        private final String label;

        Step(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** In words: "30 ngày làm việc". */
    public String length() {
        return days + (working ? " ngày làm việc" : " ngày");
    }
}
