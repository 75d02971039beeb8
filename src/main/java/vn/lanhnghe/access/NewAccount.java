package vn.lanhnghe.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What opening an account asks for. */
public record NewAccount(
        @NotBlank(message = "Nhập tên đăng nhập, ví dụ nguyen.lan.")
        @Pattern(
                regexp = "[a-z0-9][a-z0-9._-]{2,59}",
                message = "Tên đăng nhập dài từ 3 đến 60 ký tự, chỉ gồm chữ thường không dấu, số và các dấu . _ -")
        String username,

        @NotBlank(message = "Nhập họ và tên người dùng tài khoản.")
        @Size(max = 120, message = "Họ và tên dài tối đa 120 ký tự.")
        String fullName,

        @NotNull(message = "Chọn một vai trò.") Role role,
        @Nullable Long institutionId,
        @Nullable Long siteId,
        @Nullable Long learnerId) {}
