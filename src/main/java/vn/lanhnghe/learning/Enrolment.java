package vn.lanhnghe.learning;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
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
        @Nullable String citizenId,
        @Nullable String passport,
        @Nullable Long personId,
        @Nullable LocalDate citizenIssuedOn,
        @Nullable String citizenIssuedBy,
        @Nullable String birthPlace,
        @Nullable String homeTown,
        @Nullable String religion,
        String nationality,
        @Nullable String email,
        @Nullable String permanentAddress,
        @Nullable String currentAddress,
        @Nullable String contact,
        @Nullable String ethnicity,
        @Nullable String phone,
        @Nullable String policyGroup,
        String occupationCode,
        String occupation,
        Level level,
        @Nullable LocalDate admittedOn,
        int cohort,
        @Nullable Long classId,
        @Nullable String className,
        @Nullable String mode,
        @Nullable String entrySchooling,
        @Nullable Integer entryYear,
        @Nullable String admissionDecision,
        Status status,
        @Nullable String note,
        OffsetDateTime recordedAt,
        @Nullable OffsetDateTime resultsAt) {

    /** The number that names the person, as a screen may show it: its first three and last two signs. */
    public String maskedIdentity() {
        var number = Objects.requireNonNullElse(citizenId, Objects.requireNonNullElse(passport, ""));
        return number.length() < 6
                ? number
                : number.substring(0, 3) + "•".repeat(number.length() - 5) + number.substring(number.length() - 2);
    }

    /** Turned sixteen? Younger learners need a guardian. */
    public boolean guarded(LocalDate today) {
        return birthDate.plusYears(LearnerSheet.GUARDED_UNTIL).isAfter(today);
    }

    /** What stands in a field of the sheet, in its canonical form; null when it is empty. */
    @Nullable
    String value(String field) {
        return switch (field) {
            case "studentCode" -> studentCode;
            case "fullName" -> fullName;
            case "birthDate" -> birthDate.toString();
            case "sex" -> sex == null ? null : sex.name();
            case "citizenId" -> citizenId;
            case "passport" -> passport;
            case "citizenIssuedOn" -> citizenIssuedOn == null ? null : citizenIssuedOn.toString();
            case "citizenIssuedBy" -> citizenIssuedBy;
            case "birthPlace" -> birthPlace;
            case "homeTown" -> homeTown;
            case "ethnicity" -> ethnicity;
            case "religion" -> religion;
            case "nationality" -> nationality;
            case "phone" -> phone;
            case "email" -> email;
            case "permanentAddress" -> permanentAddress;
            case "currentAddress" -> currentAddress;
            case "contact" -> contact;
            case "policyGroup" -> policyGroup;
            case "occupationCode" -> occupationCode;
            case "occupationName" -> occupation;
            case "level" -> level.name();
            case "admittedOn" -> admittedOn == null ? null : admittedOn.toString();
            case "admissionDecision" -> admissionDecision;
            case "className" -> className;
            case "mode" -> mode;
            case "entrySchooling" -> entrySchooling;
            case "entryYear" -> entryYear == null ? null : entryYear.toString();
            case "note" -> note;
            default -> null;
        };
    }
}
