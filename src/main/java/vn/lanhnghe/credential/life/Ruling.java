package vn.lanhnghe.credential.life;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What changing the life of a diploma asks for: what is done to it, by which decision, and why. */
public record Ruling(
        @NotNull(message = "Chọn việc cần làm với văn bằng.") @Nullable
        Turn turn,

        @NotBlank(message = "Nhập số quyết định, ví dụ 15/QĐ-CĐKTCT.")
        @Size(max = 60, message = "Số quyết định dài tối đa 60 ký tự.")
        String decision,

        @NotBlank(message = "Ghi lý do; lý do được lưu trong sổ gốc và lịch sử của văn bằng.")
        @Size(max = 500, message = "Lý do dài tối đa 500 ký tự.")
        String reason) {}
