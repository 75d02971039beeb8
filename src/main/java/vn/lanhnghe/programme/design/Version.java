package vn.lanhnghe.programme.design;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.institution.Training;

/** Một bản của chương trình đào tạo. {@code occupationOnPaper} is as the paper writes it, {@code occupationCode} as the list has it. */
public record Version(
        long id,
        long programmeId,
        UUID identifier,
        long institutionId,
        String institution,
        String slug,
        String level,
        @Nullable LocalDate endedOn,
        int number,
        Stage state,
        String name,
        String english,
        String occupationOnPaper,
        @Nullable String occupationCode,
        @Nullable String occupationName,
        Mode mode,
        Method method,
        @Nullable Long licenceLineId,
        @Nullable String licence,
        String licenceNote,
        @Nullable Integer hours,
        @Nullable BigDecimal credits,
        @Nullable Integer months,
        String admission,
        String goal,
        @Nullable String decisionNumber,
        @Nullable LocalDate decisionOn,
        String madeByName,
        OffsetDateTime madeAt,
        @Nullable LocalDate submittedOn,
        @Nullable OffsetDateTime publishedAt,
        @Nullable String publishedByName,
        @Nullable OffsetDateTime checkedAt,
        @Nullable String checkedByName,
        @Nullable Boolean integrated) {

    public String levelLabel() {
        return Training.label(level);
    }

    public String title() {
        return name + " (" + levelLabel().toLowerCase(java.util.Locale.ROOT) + ")";
    }

    /** Where its pages begin. */
    public String address() {
        return "/programmes/versions/" + id;
    }
}
