package vn.lanhnghe.credential.life;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** What a decision about diplomas says: what is done to them, by which paper of which day, why, and what proves it. */
public record Terms(
        @NotNull(message = "Chọn việc cần làm với các văn bằng.") @Nullable
        Turn turn,

        @NotBlank(message = "Nhập số quyết định, ví dụ 15/QĐ-CĐKTCT.")
        @Size(max = 60, message = "Số quyết định dài tối đa 60 ký tự.")
        String decision,

        @NotNull(message = "Nhập ngày của quyết định.") @Nullable
        LocalDate decidedOn,

        @NotBlank(message = "Chọn lý do trong danh mục.") String reasonCode,

        @NotBlank(message = "Ghi rõ lý do; lý do được lưu trong sổ gốc và lịch sử của văn bằng.")
        @Size(max = 500, message = "Lý do dài tối đa 500 ký tự.")
        String reason,

        @Nullable MultipartFile evidence) {}
