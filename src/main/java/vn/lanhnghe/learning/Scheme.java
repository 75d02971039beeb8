package vn.lanhnghe.learning;

import org.jspecify.annotations.Nullable;

/** Niên chế or tín chỉ, and the conversion of marks, as a college has chosen them from a cohort on. */
public record Scheme(
        long institutionId,
        int cohortFrom,
        System system,
        @Nullable Conversion conversion) {

    public enum System {
        CREDIT("Tích luỹ mô-đun, tín chỉ"),
        YEAR("Niên chế");

        private final String label;

        System(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
