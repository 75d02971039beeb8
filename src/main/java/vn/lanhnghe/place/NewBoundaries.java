package vn.lanhnghe.place;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** What is told of a file of boundaries when it is uploaded. */
public record NewBoundaries(
        @NotBlank(message = "Ghi nguồn của tệp, ví dụ: Sở Nông nghiệp và Môi trường, công văn số … ngày ….")
        @Size(max = 300, message = "Nguồn dài tối đa 300 ký tự.")
        String source,

        @NotBlank(message = "Ghi điều kiện sử dụng, ví dụ: CC BY 4.0, hoặc: dùng trong cơ quan nhà nước.")
        @Size(max = 300, message = "Điều kiện sử dụng dài tối đa 300 ký tự.")
        String licence,

        @NotNull(message = "Chọn ngày địa giới có hiệu lực, ví dụ 01/07/2025.")
        LocalDate validFrom) {}
