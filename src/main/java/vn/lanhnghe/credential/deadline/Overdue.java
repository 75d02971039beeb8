package vn.lanhnghe.credential.deadline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Diplomas of one decision whose clock runs, started on the same day: how many, and until when. */
public record Overdue(
        long institutionId,
        String institution,
        long decisionId,
        String decision,
        Term.Step step,
        LocalDate startedOn,
        int days,
        boolean working,
        LocalDate dueOn,
        String clause,
        long diplomas) {

    public long daysLeft(LocalDate today) {
        return ChronoUnit.DAYS.between(today, dueOn);
    }

    public boolean late(LocalDate today) {
        return dueOn.isBefore(today);
    }
}
