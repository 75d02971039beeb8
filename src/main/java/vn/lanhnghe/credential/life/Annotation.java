package vn.lanhnghe.credential.life;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** A decision about a diploma as it stands beside the diploma, for staff, holder and public: never why, never the evidence. */
public record Annotation(
        long rulingId,
        Turn turn,
        String decision,
        LocalDate decidedOn,
        OffsetDateTime doneAt,
        List<Correction> corrections) {

    /** One corrected fact in words: what stood there and what counts from now on. */
    public record Correction(Correctable field, String before, String after) {
        public String told() {
            return "%s: “%s” → “%s”".formatted(field.label(), before, after);
        }
    }

    /** The diploma that took this one's place ({@code later}), or whose place this one took. */
    public record Kin(boolean later, String code, String serial, String registerNumber, OffsetDateTime releasedAt) {}
}
