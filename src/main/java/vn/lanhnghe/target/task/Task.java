package vn.lanhnghe.target.task;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Một nhiệm vụ of a document; no lead named is the department. {@code percent} is what the lead last reported. */
public record Task(
        long id,
        String textCode,
        @Nullable Long textId,
        String title,
        String product,
        @Nullable Long leadId,
        String lead,
        LocalDate dueOn,
        LocalDate firstDueOn,
        @Nullable LocalDate nextOn,
        int percent,
        boolean waiting,
        String madeByName,
        OffsetDateTime madeAt,
        @Nullable LocalDate closedOn,
        @Nullable String closedByName,
        @Nullable String closeReason) {

    /** How it stands on a day, by word, shape and colour. */
    public enum Standing {
        DONE("ok", "hoàn thành"),
        OPEN("none", "đang làm"),
        SOON("warn", "sắp đến hạn"),
        OVERDUE("late", "quá hạn");

        private final String kind;
        private final String label;

        Standing(String kind, String label) {
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

    /** When a task is brought up before its due day, and when it goes to the city's leader after it; in days. */
    public record Rule(int remindDays, int escalateDays, String note) {}

    /** By the nearest of its due day and its milestones that are not reached. */
    public Standing on(LocalDate day, Rule rule) {
        if (closedOn != null) {
            return Standing.DONE;
        }
        var until = until();
        if (until.isBefore(day)) {
            return Standing.OVERDUE;
        }
        return until.minusDays(rule.remindDays()).isAfter(day) ? Standing.OPEN : Standing.SOON;
    }

    /** The nearest day on which something of it is due. */
    public LocalDate until() {
        return nextOn != null && nextOn.isBefore(dueOn) ? nextOn : dueOn;
    }

    /** Something that must be there on the way to the whole; {@code doneOn} is null until it is. */
    public record Milestone(
            int place,
            String name,
            LocalDate dueOn,
            @Nullable LocalDate doneOn,
            @Nullable String doneByName) {}

    /** What a lead has to do. */
    public record Unit(String name, long open, long overdue, long closed) {}

    public record Partner(long id, String name) {}

    public record Report(
            long id,
            @Nullable Long institutionId,
            String institution,
            int percent,
            String words,
            @Nullable String evidence,
            @Nullable String evidenceName,
            String byName,
            OffsetDateTime at) {}

    public record Extension(
            long id,
            LocalDate wantedOn,
            String reason,
            String askedByName,
            OffsetDateTime askedAt,
            @Nullable Boolean granted,
            @Nullable String answer,
            @Nullable String answeredByName) {}
}
