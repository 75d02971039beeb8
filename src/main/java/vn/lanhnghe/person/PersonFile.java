package vn.lanhnghe.person;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Everything the register holds of one person, the covered number included. */
public record PersonFile(
        long id,
        String staffNumber,
        String fullName,
        @Nullable LocalDate birthDate,
        @Nullable String sex,
        @Nullable String citizenId,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String degree,
        @Nullable Long mergedInto,
        @Nullable Long batchId,
        OffsetDateTime recordedAt) {

    /** The fact in its stored form; empty when there is none. */
    public String value(PersonFact fact) {
        var value = switch (fact) {
            case FULL_NAME -> fullName;
            case BIRTH_DATE -> birthDate == null ? null : birthDate.toString();
            case SEX -> sex;
            case CITIZEN_ID -> citizenId;
            case PHONE -> phone;
            case EMAIL -> email;
            case DEGREE -> degree;
        };
        return value == null ? "" : value;
    }

    /** The citizen number with all but its last three digits covered. */
    public String masked() {
        return citizenId == null ? "" : masked(citizenId);
    }

    /** A citizen number beside another: its last three digits, and those in which the two differ. */
    public static String masked(String citizenId, String beside) {
        var shown = new StringBuilder(masked(citizenId));
        for (var i = 0; i < shown.length() && citizenId.length() == beside.length(); i++) {
            if (citizenId.charAt(i) != beside.charAt(i)) {
                shown.setCharAt(i, citizenId.charAt(i));
            }
        }
        return shown.toString();
    }

    /** A citizen number with all but its last three digits covered. */
    public static String masked(String citizenId) {
        return "•".repeat(9) + citizenId.substring(9);
    }
}
