package vn.lanhnghe.programme.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.institution.Training;

/** A programme in force as anybody sees it. */
public record Listed(
        long id,
        long versionId,
        int number,
        String institution,
        String slug,
        String level,
        String name,
        String english,
        @Nullable String occupationCode,
        @Nullable String occupation,
        @Nullable Integer hours,
        @Nullable BigDecimal credits,
        @Nullable Integer months,
        String admission,
        String goal,
        @Nullable String decisionNumber,
        @Nullable LocalDate decisionOn,
        @Nullable LocalDate endedOn,
        @Nullable Boolean integrated) {

    public String levelLabel() {
        return Training.label(level);
    }

    /** The level as it is called in English. */
    public String levelEnglish() {
        return english(level);
    }

    static String english(String level) {
        return switch (level) {
            case "CAO_DANG" -> "College";
            case "TRUNG_CAP" -> "Intermediate";
            case "TRUNG_HOC_NGHE" -> "Vocational secondary";
            case "SO_CAP" -> "Elementary";
            default -> "Other vocational training";
        };
    }

    public boolean meets() {
        return Boolean.TRUE.equals(integrated);
    }

    /** Whether it meets the rule on digital competence, in both languages. */
    public String said() {
        return meets() ? "đã tích hợp" : "chưa tích hợp";
    }

    public String saidEnglish() {
        return meets() ? "integrated" : "not yet integrated";
    }

    public String title() {
        return name + " (" + levelLabel().toLowerCase(java.util.Locale.ROOT) + ")";
    }
}
