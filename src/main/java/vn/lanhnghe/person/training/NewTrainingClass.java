package vn.lanhnghe.person.training;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import vn.lanhnghe.shared.Vietnamese;

/** What opening a class asks for; {@code sessions} a line each: day and time; number of the topic; online or in person; where. */
public record NewTrainingClass(
        @NotNull(message = "Chọn khoá bồi dưỡng") @Nullable Long courseId,

        @Size(min = 3, max = 120, message = "Ghi tên lớp, từ 3 đến 120 ký tự")
        String name,

        @NotNull(message = "Chọn ngày bắt đầu") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate startsOn,

        @NotNull(message = "Chọn ngày kết thúc") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate endsOn,

        @Size(min = 3, max = 200, message = "Ghi nơi học hoặc phòng trực tuyến, từ 3 đến 200 ký tự")
        String place,

        @NotNull(message = "Ghi số chỗ")
        @Min(value = 1, message = "Số chỗ từ 1 đến 2000")
        @Max(value = 2000, message = "Số chỗ từ 1 đến 2000")
        @Nullable
        Integer capacity,

        @Size(min = 3, max = 300, message = "Ghi ít nhất một người đánh giá, từ 3 đến 300 ký tự")
        String evaluators,

        @Nullable Boolean selfEnrol,

        @Size(max = 10_000, message = "Lịch học dài quá 10.000 ký tự; thêm phần còn lại ở trang lớp")
        String sessions) {

    public NewTrainingClass {
        name = Vietnamese.tidy(Objects.requireNonNullElse(name, ""));
        place = Vietnamese.tidy(Objects.requireNonNullElse(place, ""));
        evaluators = Vietnamese.tidy(Objects.requireNonNullElse(evaluators, ""));
        selfEnrol = Objects.requireNonNullElse(selfEnrol, false);
        sessions = Objects.requireNonNullElse(sessions, "");
    }
}
