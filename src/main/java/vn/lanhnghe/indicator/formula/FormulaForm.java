package vn.lanhnghe.indicator.formula;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a formula says apart from its two sides. */
public record FormulaForm(
        @NotBlank(message = "Nhập mã, ví dụ DT.NU.")
        @Pattern(
                regexp = "[A-Z0-9.]{2,20}",
                message = "Mã gồm 2–20 chữ in hoa không dấu, chữ số và dấu chấm, ví dụ DT.NU.")
        String code,

        @NotBlank(message = "Nhập tên chỉ số.") @Size(min = 3, max = 200, message = "Tên dài từ 3 đến 200 ký tự.")
        String name,

        @NotNull(message = "Chọn cách tính.") Formula.@Nullable Kind kind,

        @NotNull(message = "Chọn chiều.") Formula.@Nullable Direction direction,

        @NotNull(message = "Nhập số chữ số thập phân.")
        @Min(value = 0, message = "Số chữ số thập phân từ 0 đến 4.")
        @Max(value = 4, message = "Số chữ số thập phân từ 0 đến 4.")
        @Nullable
        Integer decimals,

        @Nullable BigDecimal least,

        List<String> types,

        @NotBlank(message = "Chọn căn cứ pháp lý.") String clauseCode,

        @Size(max = 500, message = "Ghi chú dài tối đa 500 ký tự.")
        String note,

        @NotNull(message = "Chọn ngày bắt đầu áp dụng.") @Nullable
        LocalDate validFrom) {

    public FormulaForm {
        code = Objects.requireNonNullElse(code, "").strip();
        name = Objects.requireNonNullElse(name, "").strip();
        note = Objects.requireNonNullElse(note, "").strip();
        clauseCode = Objects.requireNonNullElse(clauseCode, "");
        types = types == null ? List.of() : List.copyOf(types);
    }

    static FormulaForm of(Formula it) {
        return new FormulaForm(
                it.code(),
                it.name(),
                it.kind(),
                it.direction(),
                it.decimals(),
                it.least(),
                it.types(),
                it.clauseCode(),
                it.note(),
                it.validFrom());
    }
}
