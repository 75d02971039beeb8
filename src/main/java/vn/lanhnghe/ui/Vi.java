package vn.lanhnghe.ui;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How values are written for a Vietnamese reader: 1.234,5 and dd/MM/yyyy HH:mm, in the city's own time. */
public final class Vi {

    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
    public static final Locale LOCALE = Locale.of("vi", "VN");

    private Vi() {}

    public static String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    public static String time(@Nullable OffsetDateTime time) {
        return time == null ? "" : TIME.format(time.atZoneSameInstant(ZONE));
    }

    public static String count(long number) {
        return String.format(LOCALE, "%,d", number);
    }

    /** One decimal, as marks are written: 7,5. */
    /** A grade point with its two decimals. */
    public static String mark2(@Nullable BigDecimal points) {
        return points == null
                ? ""
                : points.setScale(2, java.math.RoundingMode.HALF_UP)
                        .toPlainString()
                        .replace('.', ',');
    }

    public static String mark(@Nullable BigDecimal mark) {
        return mark == null
                ? ""
                : mark.setScale(1, java.math.RoundingMode.HALF_UP)
                        .toPlainString()
                        .replace('.', ',');
    }

    /** A share of a whole in percent with one decimal: 66,7 %; nothing of nothing has no share. */
    public static String percent(long part, long whole) {
        return whole == 0 ? "–" : String.format(LOCALE, "%.1f %%", 100.0 * part / whole);
    }
}
