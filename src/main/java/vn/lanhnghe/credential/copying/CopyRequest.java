package vn.lanhnghe.credential.copying;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What issuing copies asks for: who wants how many, in which right, what for; no fee is taken. */
public record CopyRequest(
        @NotNull(message = "Chọn người yêu cầu là ai.") Copy.@Nullable Relation relation,

        @NotBlank(message = "Nhập họ và tên người yêu cầu, hoặc tên cơ quan.")
        @Size(max = 160, message = "Tên người yêu cầu dài tối đa 160 ký tự.")
        String requester,

        @Size(max = 300, message = "Căn cứ dài tối đa 300 ký tự.")
        String authorisation,

        @NotBlank(message = "Ghi giấy tờ đã xem và số, ví dụ CCCD 079204001234; sổ chỉ giữ số được che.")
        @Size(max = 60, message = "Giấy tờ dài tối đa 60 ký tự.")
        String paper,

        @NotBlank(message = "Ghi mục đích xin bản sao, ví dụ “Nộp hồ sơ xin việc”.")
        @Size(max = 200, message = "Mục đích dài tối đa 200 ký tự.")
        String purpose,

        @NotNull(message = "Nhập số bản.")
        @Min(value = 1, message = "Cấp ít nhất 1 bản.")
        @Max(value = 10, message = "Một lần cấp tối đa 10 bản.")
        @Nullable
        Integer count) {}
