package vn.lanhnghe.learning.graduation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Đợt xét tốt nghiệp: whom a council looks at; once decided, nothing of it changes. */
public record Graduation(
        long id,
        long institutionId,
        @Nullable Long siteId,
        String name,
        @Nullable String occupationCode,
        @Nullable String occupation,
        int cohort,
        @Nullable Long classId,
        @Nullable String className,
        LocalDate plannedOn,
        String state,
        @Nullable String decisionNumber,
        @Nullable LocalDate decidedOn,
        long openedBy,
        String openedName,
        @Nullable String decidedName,
        @Nullable OffsetDateTime decidedAt,
        int runs) {

    public boolean open() {
        return state.equals("OPEN");
    }

    public String scope() {
        return "khoá " + cohort + (className == null ? "" : ", lớp " + className)
                + (occupation == null ? ", mọi ngành" : ", " + occupation);
    }
}
