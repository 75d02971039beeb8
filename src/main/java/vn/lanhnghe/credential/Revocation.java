package vn.lanhnghe.credential;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What revoking a diploma asks for. */
public record Revocation(
        @NotBlank(message = "Nhập số quyết định thu hồi, ví dụ 15/QĐ-CĐKTCT.")
        @Size(max = 60, message = "Số quyết định dài tối đa 60 ký tự.")
        String decision,

        @NotBlank(message = "Ghi lý do thu hồi; lý do được lưu trong lịch sử của văn bằng.")
        @Size(max = 500, message = "Lý do dài tối đa 500 ký tự.")
        String reason) {}
