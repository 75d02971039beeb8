package vn.lanhnghe.credential.issuing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.credential.Medium;
import vn.lanhnghe.learning.Level;

/** What receiving blank forms asks for: the first and the last serial as they are printed, and the minutes of the hand-over. */
public record NewLot(
        @NotNull(message = "Chọn trình độ của loại phôi.") @Nullable
        Level level,

        @NotNull(message = "Chọn phôi giấy hay dải số của văn bằng số.") @Nullable
        Medium medium,

        @Pattern(
                regexp = "[\\p{L}0-9./-]{0,18}\\d{1,12}",
                message = "Số hiệu đầu gồm phần chữ (nếu có) rồi đến số, ví dụ C250001.")
        @NotBlank(message = "Nhập số hiệu của phôi đầu tiên, ví dụ C250001.")
        String first,

        @Pattern(
                regexp = "[\\p{L}0-9./-]{0,18}\\d{1,12}",
                message = "Số hiệu cuối gồm phần chữ (nếu có) rồi đến số, ví dụ C250500.")
        @NotBlank(message = "Nhập số hiệu của phôi cuối cùng, ví dụ C250500.")
        String last,

        @NotBlank(message = "Nhập số biên bản giao nhận, ví dụ 12/BB-GN.")
        @Size(max = 60, message = "Số biên bản dài tối đa 60 ký tự.")
        String minutes,

        @NotNull(message = "Nhập ngày nhận phôi.") @Nullable LocalDate receivedOn) {}
