package vn.lanhnghe.institution;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A recorded merger, split, renaming or conversion. */
public record Succession(
        long id,
        SuccessionKind kind,
        String decision,
        LocalDate decidedOn,
        LocalDate effectiveOn,
        String openWork,
        String learners,
        String books,
        String reason,
        String recordedBy,
        OffsetDateTime recordedAt,
        @Nullable OffsetDateTime undoneAt,
        @Nullable String undoneBy,
        @Nullable String undoneReason) {

    public String openWorkLabel() {
        return openWork.equals("KEEP") ? "Cơ sở cũ làm nốt đến ngày hiệu lực" : "Rút các đề nghị đang chờ";
    }

    public String learnersLabel() {
        return learners.equals("SUCCESSOR") ? "Cơ sở kế tục quản lý hồ sơ" : "Sở quản lý hồ sơ";
    }

    public String booksLabel() {
        return books.equals("SUCCESSOR") ? "Cơ sở kế tục lưu giữ sổ gốc" : "Sở lưu giữ sổ gốc";
    }
}
