package vn.lanhnghe.indicator.survey;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What opening a survey asks for; {@code employers} are lines “name; occupation code”, for that audience alone. */
public record NewSurvey(
        @NotNull(message = "Chọn người được hỏi.") @Nullable Audience audience,

        @NotBlank(message = "Nhập tên cuộc khảo sát, ví dụ “Việc làm khoá 2023”.")
        @Size(min = 3, max = 200, message = "Tên dài từ 3 đến 200 ký tự.")
        String title,

        @NotNull(message = "Chọn ngày mở.") @Nullable LocalDate opensOn,

        @NotNull(message = "Chọn ngày đóng.") @Nullable LocalDate closesOn,

        @NotNull(message = "Nhập tỷ lệ người được mời, từ 1 đến 100.")
        @Min(value = 1, message = "Tỷ lệ người được mời từ 1 đến 100 %.")
        @Max(value = 100, message = "Tỷ lệ người được mời từ 1 đến 100 %.")
        @Nullable
        Integer share,

        @Size(max = 100_000, message = "Danh sách đơn vị dài tối đa 100.000 ký tự.")
        String employers) {

    public NewSurvey {
        title = Objects.requireNonNullElse(title, "").strip();
        employers = Objects.requireNonNullElse(employers, "");
    }
}
