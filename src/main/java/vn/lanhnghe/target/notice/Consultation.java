package vn.lanhnghe.target.notice;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A draft that institutions comment on by clause until the end of {@code closesOn}. */
public record Consultation(
        long id,
        long editionId,
        String textCode,
        String title,
        String note,
        LocalDate closesOn,
        String openedByName,
        OffsetDateTime openedAt,
        long opinions,
        long answered) {

    public boolean open(LocalDate day) {
        return !day.isAfter(closesOn);
    }

    /** A clause of the draft; without an anchor it is the draft as a whole. */
    public record Clause(String anchor, String label, String words) {

        public static final Clause WHOLE = new Clause("", "Toàn bộ dự thảo", "");
    }

    /** What an institution says of a clause, and what the department answers. */
    public record Opinion(
            long id,
            String institution,
            String anchor,
            String label,
            String words,
            String byName,
            OffsetDateTime at,
            @Nullable Outcome outcome,
            @Nullable String answer,
            @Nullable String answeredByName) {}

    public enum Outcome {
        ACCEPTED("ok", "tiếp thu"),
        PARTLY("warn", "tiếp thu một phần"),
        REJECTED("late", "không tiếp thu");

        private final String kind;
        private final String label;

        Outcome(String kind, String label) {
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
}
