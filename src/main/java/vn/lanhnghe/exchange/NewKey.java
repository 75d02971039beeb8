package vn.lanhnghe.exchange;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A key that is asked for: {@code scopes} are {@code learners:check}, {@code learners:write} and so on. */
public record NewKey(
        @NotBlank(message = "Đặt tên cho khoá, ví dụ tên phần mềm sẽ dùng khoá này.")
        @Size(max = 80, message = "Tên khoá dài tối đa 80 ký tự.")
        String name,

        @NotEmpty(message = "Chọn ít nhất một quyền.") List<String> scopes) {

    public NewKey {
        scopes = scopes == null ? List.of() : List.copyOf(scopes);
    }
}
