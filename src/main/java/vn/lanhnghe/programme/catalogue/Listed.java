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

    public String title() {
        return name + " (" + levelLabel().toLowerCase(java.util.Locale.ROOT) + ")";
    }
}
