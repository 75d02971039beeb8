package vn.lanhnghe.indicator.formula;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One fact behind a figure; {@code person} is null for a reader who may not see people. */
public record Row(long id, String label, @Nullable String person, BigDecimal amount, String tier, String about) {

    /** Who stands behind it, in words. */
    public String evidence() {
        return switch (tier) {
            case "VERIFIED" -> "đã xác minh";
            case "CONFIRMED" -> "đã xác nhận";
            default -> "trường khai";
        };
    }
}
