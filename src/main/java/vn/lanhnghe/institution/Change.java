package vn.lanhnghe.institution;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** One field of one institution, from what to what, effective when, asked by whom and answered by whom; values by their codes. */
public record Change(
        long id,
        long institutionId,
        String institutionName,
        String field,
        @Nullable Long subjectId,
        @Nullable String oldValue,
        @Nullable String newValue,
        @Nullable String details,
        LocalDate effectiveOn,
        ChangeState state,
        @Nullable String reason,
        @Nullable String evidence,
        @Nullable String evidenceName,
        String requestedBy,
        OffsetDateTime requestedAt,
        @Nullable String decidedBy,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String reply) {

    public String label() {
        return switch (field) {
            case "SITE" -> "Địa điểm đào tạo";
            case "LEADER" -> "Người đứng đầu, hội đồng";
            case "ALIAS" -> "Tên gọi khác";
            case "INFRASTRUCTURE" -> "Hạ tầng số";
            default -> Fact.valueOf(field).label();
        };
    }
}
