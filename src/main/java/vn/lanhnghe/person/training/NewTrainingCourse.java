package vn.lanhnghe.person.training;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.shared.Vietnamese;

/** What putting a course into the catalogue asks for; {@code topics} a line each: title; hours; online or in person; pass mark. */
public record NewTrainingCourse(
        @Pattern(
                regexp = "[A-Z0-9][A-Z0-9-]{1,19}",
                message = "Mã gồm 2 đến 20 chữ in hoa không dấu, chữ số, gạch nối, ví dụ KNS-01")
        String code,

        @Size(min = 5, max = 200, message = "Ghi tên khoá, từ 5 đến 200 ký tự")
        String title,

        @Pattern(regexp = "[A-Z]+", message = "Chọn loại bồi dưỡng")
        String kind,

        @Pattern(regexp = "[A-Z_]+", message = "Chọn thuộc loại nào theo nghị định")
        String purpose,

        @NotNull(message = "Ghi số tiết")
        @Min(value = 1, message = "Số tiết từ 1 đến 2000")
        @Max(value = 2000, message = "Số tiết từ 1 đến 2000")
        @Nullable
        Integer hours,

        @NotNull(message = "Chọn đối tượng") TrainingCourse.@Nullable Target audience,

        @Size(max = 500, message = "Điều kiện đầu vào tối đa 500 ký tự")
        String prerequisites,

        @Size(min = 3, max = 200, message = "Ghi đơn vị tổ chức, ít nhất 3 ký tự")
        String provider,

        @Size(max = 100) String level,

        @Size(max = 2000, message = "Mô tả tối đa 2.000 ký tự")
        String description,

        @NotNull(message = "Ghi tỷ lệ buổi phải có mặt, ví dụ 80")
        @Min(value = 0, message = "Tỷ lệ từ 0 đến 100")
        @Max(value = 100, message = "Tỷ lệ từ 0 đến 100")
        @Nullable
        Integer attendanceShare,

        @Min(value = 0, message = "Điểm từ 0 đến 10") @Max(value = 10, message = "Điểm từ 0 đến 10") @Nullable
        BigDecimal finalPass,

        @Size(max = 10_000) String topics) {

    public NewTrainingCourse {
        code = Objects.requireNonNullElse(code, "").strip();
        title = Vietnamese.tidy(Objects.requireNonNullElse(title, ""));
        kind = Objects.requireNonNullElse(kind, "");
        purpose = Objects.requireNonNullElse(purpose, "");
        provider = Vietnamese.tidy(Objects.requireNonNullElse(provider, ""));
        prerequisites = Objects.requireNonNullElse(prerequisites, "");
        level = Objects.requireNonNullElse(level, "");
        description = Objects.requireNonNullElse(description, "");
        topics = Objects.requireNonNullElse(topics, "");
    }
}
