package vn.lanhnghe.person.competence;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Averages as people write them. */
public final class Words {

    private Words() {}

    public static String decimal(BigDecimal number) {
        return number.setScale(1, RoundingMode.HALF_UP).toPlainString().replace('.', ',');
    }

    /** Minutes left of a sheet, never none while something is open. */
    public static String left(int minutes, int answered, int all) {
        return "khoảng %d phút".formatted(Math.max(1, Math.round((float) minutes * (all - answered) / all)));
    }
}
