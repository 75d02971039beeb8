package vn.lanhnghe.credential;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.learning.Level;

/**
 * Văn bằng: what is printed on it, the four people behind it and how it fares. Serial and register number are there once it was
 * checked; {@code status} is its place in the status lists of its college, {@code wording} what the paper calls things, as when it was
 * signed; {@code state…} tells of the present state, {@code endedAt} when it went out of force for good.
 */
public record Diploma(
        long id,
        long institutionId,
        @Nullable Long siteId,
        long decisionId,
        long enrolmentId,
        long learnerId,
        String code,
        @Nullable String serial,
        @Nullable String registerNumber,
        @Nullable Long bookId,
        Medium medium,
        String institutionName,
        String fullName,
        LocalDate birthDate,
        @Nullable String birthPlace,
        String occupationCode,
        String occupation,
        Level level,
        BigDecimal average,
        String rank,
        String decisionNumber,
        LocalDate decidedOn,
        DiplomaState state,
        long preparedBy,
        String preparedByName,
        @Nullable Long checkedBy,
        @Nullable String checkedByName,
        @Nullable OffsetDateTime checkedAt,
        @Nullable OffsetDateTime printedAt,
        @Nullable Long signedBy,
        @Nullable String signedByName,
        @Nullable OffsetDateTime signedAt,
        @Nullable String keyId,
        byte @Nullable [] signature,
        @Nullable Long status,
        @Nullable String wording,
        @Nullable Long releasedBy,
        @Nullable String releasedByName,
        @Nullable OffsetDateTime releasedAt,
        @Nullable Long replaces,
        OffsetDateTime stateAt,
        @Nullable String stateByName,
        @Nullable String stateDecision,
        @Nullable String stateReason,
        @Nullable OffsetDateTime endedAt) {

    /** What a query selects from {@code credential.diploma d} to fill this record. */
    public static final String COLUMNS = """
            d.id, d.institution_id, d.site_id, d.decision_id, d.enrolment_id, d.learner_id, d.code, d.serial, d.register_number, d.book_id,
            d.medium, d.institution_name, d.full_name, d.birth_date, d.birth_place, d.occupation_code, d.occupation, d.level, d.average,
            d.rank, d.decision_number, d.decided_on, d.state, d.prepared_by, d.prepared_by_name, d.checked_by, d.checked_by_name,
            d.checked_at, d.printed_at, d.signed_by, d.signed_by_name, d.signed_at, d.key_id, d.signature, d.status, d.wording, d.released_by,
            d.released_by_name, d.released_at, d.replaces, d.state_at, d.state_by_name, d.state_decision, d.state_reason, d.ended_at
            """;

    /**
     * The text that was signed before there were credentials: every printed fact on a line of its own, in fixed order, as {@code name=value}. Line breaks
     * cannot occur in a value, because values are tidied on their way in.
     */
    public String facts() {
        return String.join(
                "\n",
                "lanhnghe.diploma.v1",
                "code=" + code,
                "serial=" + Objects.requireNonNull(serial),
                "register=" + Objects.requireNonNull(registerNumber),
                "institution=" + institutionId + " " + institutionName,
                "name=" + fullName,
                "birthDate=" + birthDate,
                "birthPlace=" + (birthPlace == null ? "" : birthPlace),
                "occupation=" + occupationCode + " " + occupation,
                "level=" + level.name(),
                "average=" + average.setScale(1).toPlainString(),
                "rank=" + rank,
                "decision=" + decisionNumber,
                "decidedOn=" + decidedOn);
    }

    /** The code as it is read aloud and typed: groups with hyphens. */
    public String printedCode() {
        return Code.printed(code);
    }
}
