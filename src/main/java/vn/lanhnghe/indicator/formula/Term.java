package vn.lanhnghe.indicator.formula;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One side of a formula: facts of a set that meet the conditions, counted, or one of their numbers added up; as so many years before. */
public record Term(Side side, FactSet set, FactSet.@Nullable Field summed, int yearsBack, List<Condition> conditions) {

    /** Tử số or mẫu số. */
    public enum Side {
        NUMERATOR("Tử số"),
        DENOMINATOR("Mẫu số");

        private final String label;

        Side(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** The whole side in words. */
    public String said() {
        return (summed == null ? "Số " + set.unit() : "Tổng " + summed.label().toLowerCase(vn.lanhnghe.ui.Vi.LOCALE))
                + " (" + set.label().toLowerCase(vn.lanhnghe.ui.Vi.LOCALE) + ")"
                + (conditions.isEmpty()
                        ? ""
                        : conditions.stream().map(Condition::said).collect(Collectors.joining("; ", ": ", "")))
                + (yearsBack == 0 ? "" : "; tính cho ngày này của " + yearsBack + " năm trước");
    }
}
