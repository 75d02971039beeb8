package vn.lanhnghe.institution;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures by ward that the public map can show; every bean of this type offers its own. They hold no personal data. */
public interface Layers {

    List<Layer> list();

    /** The values by ward code; a ward that is missing has no data. */
    Map<String, Value> values(String layer, LocalDate on);

    /** One layer; {@code indicator} is the code whose formula can be read, if it is one. */
    record Layer(
            String code,
            String label,
            String unit,
            String note,
            @Nullable String indicator) {}

    /** A plain number when the denominator is 0, else a share. */
    record Value(long numerator, long denominator) {

        public double number() {
            return denominator == 0 ? numerator : 100.0 * numerator / denominator;
        }
    }
}
