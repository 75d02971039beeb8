package vn.lanhnghe.learning;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** One course of study of one learner at one college, with what is known of the learner. */
public record Enrolment(
        long id,
        long learnerId,
        long institutionId,
        @Nullable Long siteId,
        String institution,
        String studentCode,
        String fullName,
        LocalDate birthDate,
        @Nullable Sex sex,
        String citizenId,
        @Nullable String birthPlace,
        @Nullable String ethnicity,
        @Nullable String phone,
        @Nullable String policyGroup,
        String occupationCode,
        String occupation,
        Level level,
        @Nullable LocalDate admittedOn,
        int cohort,
        Status status,
        @Nullable String note,
        OffsetDateTime recordedAt,
        @Nullable OffsetDateTime resultsAt) {

    /** The citizen number as a screen may show it: the first three digits and the last two. */
    public String maskedCitizenId() {
        return citizenId.substring(0, 3) + "•••••••" + citizenId.substring(10);
    }
}
