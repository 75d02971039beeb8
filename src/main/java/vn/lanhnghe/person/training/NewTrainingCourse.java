package vn.lanhnghe.person.training;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.shared.Vietnamese;

/**
 * What putting a course into the catalogue asks for; {@code needs} codes of courses to be completed first, {@code topics} a line each:
 * title; hours; online or in person; pass mark.
 */
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

        @Size(max = 400, message = "Mã các khoá phải học trước tối đa 400 ký tự")
        String needs,

        @Size(min = 3, max = 200, message = "Ghi đơn vị tổ chức, từ 3 đến 200 ký tự")
        String provider,

        @Size(max = 100, message = "Bậc này không có trong khung năng lực; chọn lại")
        String level,

        @Size(max = 2000, message = "Mô tả tối đa 2.000 ký tự")
        String description,

        @NotNull(message = "Ghi tỷ lệ buổi phải có mặt, ví dụ 80")
        @Min(value = 0, message = "Tỷ lệ từ 0 đến 100")
        @Max(value = 100, message = "Tỷ lệ từ 0 đến 100")
        @Nullable
        Integer attendanceShare,

        @Pattern(
                regexp = "|10([.,]0)?|[0-9]([.,][0-9])?",
                message = "Điểm từ 0 đến 10, nhiều nhất một chữ số thập phân, ví dụ 5,5")
        String finalPass,

        @Size(max = 10_000, message = "Chuyên đề dài quá 10.000 ký tự; rút gọn tên các chuyên đề")
        String topics) {

    public NewTrainingCourse {
        code = Objects.requireNonNullElse(code, "").strip();
        title = Vietnamese.tidy(Objects.requireNonNullElse(title, ""));
        kind = Objects.requireNonNullElse(kind, "");
        purpose = Objects.requireNonNullElse(purpose, "");
        provider = Vietnamese.tidy(Objects.requireNonNullElse(provider, ""));
        prerequisites = Vietnamese.tidy(Objects.requireNonNullElse(prerequisites, ""));
        needs = Objects.requireNonNullElse(needs, "").strip();
        finalPass = Objects.requireNonNullElse(finalPass, "").strip();
        level = Objects.requireNonNullElse(level, "");
        description = Objects.requireNonNullElse(description, "");
        topics = Objects.requireNonNullElse(topics, "");
    }
}
