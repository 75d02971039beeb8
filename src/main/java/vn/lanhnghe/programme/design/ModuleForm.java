package vn.lanhnghe.programme.design;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.shared.Vietnamese;

/** What a module asks for. */
public record ModuleForm(
        @Size(min = 1, max = 20, message = "Mã dài từ 1 đến 20 ký tự, ví dụ MĐ07.")
        @Pattern(regexp = "[^;,]*", message = "Mã không có dấu phẩy, chấm phẩy.")
        String code,

        @Size(min = 2, max = 200, message = "Tên dài từ 2 đến 200 ký tự.")
        String name,

        @NotNull(message = "Nhập số tín chỉ, ví dụ 3.")
        @DecimalMin(value = "0", message = "Số tín chỉ từ 0 đến 60.")
        @DecimalMax(value = "60", message = "Số tín chỉ từ 0 đến 60.")
        @Digits(integer = 2, fraction = 1, message = "Số tín chỉ có tối đa một chữ số lẻ, ví dụ 2,5.")
        @Nullable
        BigDecimal credits,

        @NotNull(message = HOURS) @Min(value = 0, message = HOURS) @Max(value = 2000, message = HOURS) @Nullable
        Integer theory,

        @NotNull(message = HOURS) @Min(value = 0, message = HOURS) @Max(value = 2000, message = HOURS) @Nullable
        Integer practice,

        @NotNull(message = HOURS) @Min(value = 0, message = HOURS) @Max(value = 2000, message = HOURS) @Nullable
        Integer exam,

        @NotNull(message = HOURS) @Min(value = 0, message = HOURS) @Max(value = 2000, message = HOURS) @Nullable
        Integer ownHours,

        @Nullable Boolean material,
        @Nullable Boolean platform,
        @Nullable Boolean software,

        @Size(max = 300, message = "Giáo trình dài tối đa 300 ký tự.")
        String textbook,

        @Size(max = 100, message = "Quyết định dài tối đa 100 ký tự.")
        String textbookPaper) {

    private static final String HOURS = "Nhập số giờ nguyên, từ 0 đến 2.000.";

    public ModuleForm {
        code = tidy(code);
        name = tidy(name);
        // a box that is not ticked is not sent at all
        material = Boolean.TRUE.equals(material);
        platform = Boolean.TRUE.equals(platform);
        software = Boolean.TRUE.equals(software);
        textbook = tidy(textbook);
        textbookPaper = tidy(textbookPaper);
    }

    private static String tidy(@Nullable String text) {
        return text == null ? "" : Vietnamese.tidy(text);
    }

    /** What is wrong with its parts together. */
    public List<String> faults() {
        var faults = new ArrayList<String>();
        if (hours() == 0) {
            faults.add("Cần ít nhất một giờ lý thuyết, thực hành hoặc kiểm tra.");
        }
        if (Objects.requireNonNullElse(ownHours, 0) > hours()) {
            faults.add("Có %d giờ, nhưng ghi %d giờ do nhà giáo cơ hữu dạy; số này không được lớn hơn tổng số giờ."
                    .formatted(hours(), ownHours));
        }
        if (!textbookPaper.isEmpty() && textbook.isEmpty()) {
            faults.add("Có quyết định chấp nhận sử dụng nhưng chưa ghi giáo trình.");
        }
        return faults;
    }

    private int hours() {
        return Objects.requireNonNullElse(theory, 0)
                + Objects.requireNonNullElse(practice, 0)
                + Objects.requireNonNullElse(exam, 0);
    }

    /** Tells what stands in its fields, for the save that comes later. */
    public String seen() {
        return Seen.of(fields());
    }

    /** Its fields as a reader reads them. */
    List<Seen.Field> fields() {
        return List.of(
                Seen.Field.of("Mã", code),
                Seen.Field.of("Tên", name),
                Seen.Field.of(
                        "Số tín chỉ",
                        credits == null ? "" : credits.stripTrailingZeros().toPlainString()),
                Seen.Field.of("Giờ lý thuyết", Objects.toString(theory, "")),
                Seen.Field.of("Giờ thực hành", Objects.toString(practice, "")),
                Seen.Field.of("Giờ kiểm tra", Objects.toString(exam, "")),
                Seen.Field.of("Giờ do cơ hữu dạy", Objects.toString(ownHours, "")),
                Seen.Field.of("Học liệu số", has(material)),
                Seen.Field.of("Hệ thống quản lý học tập", has(platform)),
                Seen.Field.of("Phần mềm dạy học", has(software)),
                Seen.Field.of("Giáo trình", textbook),
                Seen.Field.of("Quyết định chấp nhận sử dụng", textbookPaper));
    }

    private static String has(@Nullable Boolean it) {
        return Boolean.TRUE.equals(it) ? "có" : "không có";
    }

    public static ModuleForm of(Module it) {
        return new ModuleForm(
                it.code(),
                it.name(),
                it.credits().stripTrailingZeros().scale() < 0
                        ? it.credits().setScale(0, java.math.RoundingMode.UNNECESSARY)
                        : it.credits().stripTrailingZeros(),
                it.theory(),
                it.practice(),
                it.exam(),
                it.ownHours(),
                it.material(),
                it.platform(),
                it.software(),
                it.textbook(),
                it.textbookPaper());
    }
}
