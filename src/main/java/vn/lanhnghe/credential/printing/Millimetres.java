package vn.lanhnghe.credential.printing;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Lengths as people write them: a decimal comma, a tenth at most. */
public final class Millimetres {

    private Millimetres() {}

    public static String text(double value) {
        return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.of("vi", "VN"))).format(value);
    }

    /** As SVG and CSS write it. */
    public static String plain(double value) {
        return new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }

    public static OptionalDouble read(@Nullable String typed) {
        var tidy = typed == null ? "" : typed.strip().replace(',', '.');
        return tidy.matches("-?\\d{1,4}(\\.\\d{1,2})?")
                ? OptionalDouble.of(Double.parseDouble(tidy))
                : OptionalDouble.empty();
    }
}
