package vn.lanhnghe.person.training;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** What declaring training done elsewhere asks for; its paper comes beside it. */
public record NewElsewhere(
        @Size(min = 5, max = 200, message = "Ghi tên khoá, từ 5 đến 200 ký tự")
        String title,

        @Pattern(regexp = "[A-Z]+", message = "Chọn loại bồi dưỡng")
        String kind,

        @Pattern(regexp = "[A-Z_]+", message = "Chọn khoá thuộc loại nào")
        String purpose,

        @NotNull(message = "Ghi số tiết trên chứng nhận")
        @Min(value = 1, message = "Số tiết từ 1 đến 2000")
        @Max(value = 2000, message = "Số tiết từ 1 đến 2000")
        @Nullable
        Integer hours,

        @Size(min = 3, max = 200, message = "Ghi nơi cấp chứng nhận")
        String provider,

        @Size(max = 60, message = "Số chứng nhận tối đa 60 ký tự")
        String paperNumber,

        @NotNull(message = "Chọn ngày bắt đầu học") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate startsOn,

        @NotNull(message = "Chọn ngày học xong, như trên chứng nhận")
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        @Nullable
        LocalDate finishedOn) {

    public NewElsewhere {
        title = Objects.requireNonNullElse(title, "");
        kind = Objects.requireNonNullElse(kind, "");
        purpose = Objects.requireNonNullElse(purpose, "");
        provider = Objects.requireNonNullElse(provider, "");
        paperNumber = Objects.requireNonNullElse(paperNumber, "");
    }
}
