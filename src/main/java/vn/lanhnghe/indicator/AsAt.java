package vn.lanhnghe.indicator;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.ui.Vi;

/** The day a figure is computed for, read from an address; what cannot be used becomes today, with a sentence that says so. */
public record AsAt(
        LocalDate day,
        LocalDate first,
        LocalDate today,
        @Nullable String notice) {

    private static final DateTimeFormatter VIETNAMESE =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    /** {@code first} is the first day for which there is a formula. */
    public static AsAt of(@Nullable String text, LocalDate first, LocalDate today) {
        if (text == null || text.isBlank()) {
            return new AsAt(today, first, today, null);
        }
        LocalDate day;
        try {
            day = text.contains("/") ? LocalDate.parse(text.strip(), VIETNAMESE) : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            return instead(first, today, "Ngày tính chưa đúng. Hãy nhập ngày có thật, ví dụ " + Vi.day(today) + ".");
        }
        if (day.isAfter(today)) {
            return instead(first, today, "Ngày " + Vi.day(day) + " chưa đến, nên chưa có hồ sơ để tính.");
        }
        if (day.isBefore(first)) {
            return instead(
                    first, today, "Công thức chỉ áp dụng từ ngày " + Vi.day(first) + ". Hãy chọn từ ngày đó trở đi.");
        }
        return new AsAt(day, first, today, null);
    }

    private static AsAt instead(LocalDate first, LocalDate today, String why) {
        return new AsAt(today, first, today, why + " Trang đang tính đến hôm nay, " + Vi.day(today) + ".");
    }
}
