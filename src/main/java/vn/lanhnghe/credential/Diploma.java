package vn.lanhnghe.credential;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.learning.Level;

/** Văn bằng: what is printed on it, who stands behind it and how it fares. */
public record Diploma(
        long id,
        long institutionId,
        long decisionId,
        long enrolmentId,
        long learnerId,
        String code,
        String serial,
        String registerNumber,
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
        @Nullable Long signedBy,
        @Nullable String signedByName,
        @Nullable OffsetDateTime signedAt,
        @Nullable String keyId,
        byte @Nullable [] signature,
        @Nullable OffsetDateTime revokedAt,
        @Nullable String revokedByName,
        @Nullable String revokingDecision,
        @Nullable String revokingReason) {

    /**
     * The text that is signed: every printed fact on a line of its own, in fixed order, as {@code name=value}. Line breaks
     * cannot occur in a value, because values are tidied on their way in.
     */
    String facts() {
        return String.join(
                "\n",
                "lanhnghe.diploma.v1",
                "code=" + code,
                "serial=" + serial,
                "register=" + registerNumber,
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
