package vn.lanhnghe.credential.handing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A released diploma that nobody has collected yet, and until when it should be handed over. */
public record Uncollected(
        long diplomaId,
        long institutionId,
        String institution,
        long learnerId,
        long enrolmentId,
        String fullName,
        LocalDate birthDate,
        @Nullable String studentCode,
        String occupation,
        String serial,
        String registerNumber,
        long decisionId,
        String decision,
        LocalDate releasedOn,
        @Nullable LocalDate dueOn) {

    public long daysWaiting(LocalDate today) {
        return ChronoUnit.DAYS.between(releasedOn, today);
    }

    /** How long diplomas have waited, in the steps of the list. */
    public enum Age {
        MONTH("Đến 30 ngày", 0, 30),
        QUARTER("31–90 ngày", 31, 90),
        YEAR("91–365 ngày", 91, 365),
        OLDER("Trên một năm", 366, 100_000);

        private final String label;
        private final int from;
        private final int until;

        Age(String label, int from, int until) {
            this.label = label;
            this.from = from;
            this.until = until;
        }

        public String label() {
            return label;
        }

        int from() {
            return from;
        }

        int until() {
            return until;
        }
    }
}
