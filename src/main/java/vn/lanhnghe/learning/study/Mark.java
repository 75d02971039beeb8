package vn.lanhnghe.learning.study;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;

/** One cell of a mark book; absent without reason counts as 0. */
public record Mark(
        long enrolmentId,
        String part,
        @Nullable BigDecimal mark,
        boolean absent,
        @Nullable String comment,
        int version,
        String writtenBy,
        OffsetDateTime writtenAt) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}([.,]\\d{1,2})?");
    private static final Pattern SHORT = Pattern.compile("[1-9]\\d");
    private static final String TEN = "10";

    /** What was typed: a mark, an absence, or nothing. */
    record Typed(@Nullable BigDecimal mark, boolean absent) {

        boolean empty() {
            return mark == null && !absent;
        }

        String shown() {
            return Mark.shown(mark, absent);
        }
    }

    /** Reads “7,5”, “7.5”, “75” (for 7,5), “10”, “v” (absent) and the empty cell; refuses anything else in a sentence. */
    static Typed read(String written, BigDecimal scale) {
        var text = Vietnamese.tidy(written);
        if (text.isEmpty()) {
            return new Typed(null, false);
        }
        if (Vietnamese.fold(text).matches("v|vt|vang|vang thi")) {
            return new Typed(null, true);
        }
        if (!NUMBER.matcher(text).matches()) {
            throw new Refusal("“%s” không phải điểm. Nhập số từ 0 đến %s, ví dụ 7,5 (gõ nhanh 75); vắng thì ghi v."
                    .formatted(text, scale.stripTrailingZeros().toPlainString()));
        }
        var mark = SHORT.matcher(text).matches() && !text.equals(TEN)
                ? new BigDecimal(text).movePointLeft(1)
                : new BigDecimal(text.replace(',', '.')).setScale(1, HALF_UP);
        if (mark.compareTo(scale) > 0) {
            throw new Refusal("%s vượt thang điểm. Nhập số từ 0 đến %s."
                    .formatted(text, scale.stripTrailingZeros().toPlainString()));
        }
        return new Typed(mark.setScale(1, HALF_UP), false);
    }

    public String shown() {
        return shown(mark, absent);
    }

    private static String shown(@Nullable BigDecimal mark, boolean absent) {
        return absent ? "v" : mark == null ? "" : mark.toPlainString().replace('.', ',');
    }
}
