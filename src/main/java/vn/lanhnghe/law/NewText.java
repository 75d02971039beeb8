package vn.lanhnghe.law;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.shared.Vietnamese;

/** A document to be entered in the register, as its first page says. */
public record NewText(
        @Size(min = 3, max = 60, message = "Nhập số hiệu, từ 3 đến 60 ký tự, ví dụ QĐ 12/2026/QĐ-UBND")
        String code,

        @Size(min = 5, max = 300, message = "Nhập tên văn bản, từ 5 đến 300 ký tự")
        String title,

        @NotNull(message = "Chọn loại văn bản") LawText.@Nullable Kind kind,

        @Size(min = 3, max = 120, message = "Nhập cơ quan ban hành, từ 3 đến 120 ký tự")
        String issuer,

        @Size(max = 120, message = "Người ký dài hơn 120 ký tự")
        String signatory,

        @Size(max = 300, message = "Phạm vi áp dụng dài hơn 300 ký tự")
        String scope,

        @NotNull(message = "Chọn ngày ban hành") @Nullable LocalDate issuedOn,
        @Nullable LocalDate effectiveFrom,

        @Pattern(regexp = "|REPLACES|AMENDS|GUIDES|REPEALS|CITES", message = "Chọn quan hệ trong danh sách")
        String relation,

        @Size(max = 60, message = "Số hiệu dài hơn 60 ký tự")
        String related) {

    public NewText {
        code = tidy(code);
        title = tidy(title);
        issuer = tidy(issuer);
        signatory = tidy(signatory);
        scope = tidy(scope);
        relation = tidy(relation);
        related = tidy(related);
    }

    private static String tidy(@Nullable String text) {
        return Vietnamese.tidy(Objects.requireNonNullElse(text, ""));
    }
}
