package vn.lanhnghe.programme.design;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.shared.Vietnamese;

/** What a programme's record asks for. A draft may leave out what a submission needs. */
public record ProgrammeForm(
        @Pattern(regexp = "CAO_DANG|TRUNG_CAP|TRUNG_HOC_NGHE|SO_CAP|NGHE_KHAC", message = "Chọn trình độ đào tạo.")
        String level,

        @Size(min = 3, max = 200, message = "Tên chương trình dài từ 3 đến 200 ký tự.")
        String name,

        @Size(max = 200, message = "Tên tiếng Anh dài tối đa 200 ký tự.")
        String english,

        @Size(max = 20, message = "Mã ghi trên giấy dài tối đa 20 ký tự.")
        String occupationOnPaper,

        @Size(max = 20, message = "Chọn mã ngành, nghề trong danh mục.")
        String occupationCode,

        @NotNull(message = "Chọn hình thức đào tạo.") @Nullable
        Mode mode,

        @NotNull(message = "Chọn phương thức đào tạo.") @Nullable
        Method method,

        @Nullable Long licenceLineId,

        @Size(max = 300, message = "Lý do dài tối đa 300 ký tự.")
        String licenceNote,

        @Min(value = 1, message = "Số giờ từ 1 đến 10.000.")
        @Max(value = 10_000, message = "Số giờ từ 1 đến 10.000.")
        @Nullable
        Integer hours,

        @DecimalMin(value = "0.5", message = "Số tín chỉ từ 0,5 đến 300.")
        @DecimalMax(value = "300", message = "Số tín chỉ từ 0,5 đến 300.")
        @Nullable
        BigDecimal credits,

        @Min(value = 1, message = "Thời gian đào tạo từ 1 đến 60 tháng.")
        @Max(value = 60, message = "Thời gian đào tạo từ 1 đến 60 tháng.")
        @Nullable
        Integer months,

        @Size(max = 500, message = "Đối tượng tuyển sinh dài tối đa 500 ký tự.")
        String admission,

        @Size(max = 4000, message = "Mục tiêu dài tối đa 4.000 ký tự.")
        String goal) {

    public ProgrammeForm {
        level = Objects.requireNonNullElse(level, "");
        name = tidy(name);
        english = tidy(english);
        occupationOnPaper = tidy(occupationOnPaper);
        occupationCode = tidy(occupationCode);
        licenceNote = tidy(licenceNote);
        admission = tidy(admission);
        goal = Objects.requireNonNullElse(goal, "").replace("\r\n", "\n").strip();
    }

    private static String tidy(@Nullable String text) {
        return text == null ? "" : Vietnamese.tidy(text);
    }

    /** Tells what stands in its fields, for the save that comes later. */
    public String seen() {
        return Seen.of(fields());
    }

    /** Its fields as a reader reads them. */
    List<Seen.Field> fields() {
        return List.of(
                Seen.Field.of("Tên chương trình", name),
                Seen.Field.of("Tên tiếng Anh", english),
                Seen.Field.of("Mã ngành, nghề", occupationCode),
                Seen.Field.of("Mã ghi trên giấy", occupationOnPaper),
                new Seen.Field("Giấy chứng nhận", Objects.toString(licenceLineId, ""), ""),
                Seen.Field.of("Lý do không gắn giấy", licenceNote),
                Seen.Field.of("Hình thức", mode == null ? "" : mode.label()),
                Seen.Field.of("Phương thức", method == null ? "" : method.label()),
                Seen.Field.of("Tổng số giờ", Objects.toString(hours, "")),
                Seen.Field.of(
                        "Số tín chỉ",
                        credits == null ? "" : credits.stripTrailingZeros().toPlainString()),
                Seen.Field.of("Thời gian (tháng)", Objects.toString(months, "")),
                Seen.Field.of("Đối tượng tuyển sinh", admission),
                Seen.Field.of("Mục tiêu", goal));
    }

    public static ProgrammeForm of(Version it) {
        return new ProgrammeForm(
                it.level(),
                it.name(),
                it.english(),
                it.occupationOnPaper(),
                Objects.requireNonNullElse(it.occupationCode(), ""),
                it.mode(),
                it.method(),
                it.licenceLineId(),
                it.licenceNote(),
                it.hours(),
                it.credits(),
                it.months(),
                it.admission(),
                it.goal());
    }
}
