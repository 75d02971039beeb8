package vn.lanhnghe.target.task;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What giving a task asks for; lead and partners are codes of institutions, no lead is the department. */
public record NewTask(
        @NotBlank(message = "Chọn văn bản giao nhiệm vụ.") String textCode,

        @NotBlank(message = "Nhập nội dung nhiệm vụ.")
        @Size(min = 3, max = 300, message = "Nội dung dài từ 3 đến 300 ký tự.")
        String title,

        @NotBlank(message = "Nhập sản phẩm phải có, ví dụ “Báo cáo rà soát”.")
        @Size(min = 3, max = 300, message = "Sản phẩm dài từ 3 đến 300 ký tự.")
        String product,

        String lead,

        String partners,

        @NotNull(message = "Chọn hạn hoàn thành.") @Nullable LocalDate dueOn,

        @Size(max = 4000, message = "Các mốc dài hơn 4.000 ký tự.")
        String milestones) {

    public NewTask {
        textCode = Objects.requireNonNullElse(textCode, "");
        title = Objects.requireNonNullElse(title, "").strip();
        product = Objects.requireNonNullElse(product, "").strip();
        lead = Objects.requireNonNullElse(lead, "").strip();
        partners = Objects.requireNonNullElse(partners, "").strip();
        milestones = Objects.requireNonNullElse(milestones, "").strip();
    }
}
