package vn.lanhnghe.programme.appraisal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.shared.Vietnamese;

/** What adding a member asks for. */
public record NewMember(
        @Size(min = 3, max = 120, message = "Họ và tên dài từ 3 đến 120 ký tự.")
        String name,

        @Size(min = 2, max = 200, message = "Nơi công tác dài từ 2 đến 200 ký tự.")
        String workplace,

        @Size(max = 20, message = "Số nhà giáo dài tối đa 20 ký tự.")
        String staffNumber,

        @NotNull(message = "Chọn vai trò trong hội đồng.") Member.@Nullable Post post,

        @Nullable Boolean teacher,
        @Nullable Boolean outside,
        @Nullable Boolean stateSide,
        String degreeCode,

        @NotNull(message = "Nhập số năm kinh nghiệm.")
        @Min(value = 0, message = "Số năm kinh nghiệm từ 0 đến 60.")
        @Max(value = 60, message = "Số năm kinh nghiệm từ 0 đến 60.")
        @Nullable
        Integer years) {

    public NewMember {
        name = name == null ? "" : Vietnamese.tidy(name);
        workplace = workplace == null ? "" : Vietnamese.tidy(workplace);
        staffNumber = Objects.requireNonNullElse(staffNumber, "").strip();
        // a box that is not ticked is not sent at all
        teacher = Boolean.TRUE.equals(teacher);
        outside = Boolean.TRUE.equals(outside);
        stateSide = Boolean.TRUE.equals(stateSide);
        degreeCode = Objects.requireNonNullElse(degreeCode, "");
    }
}
