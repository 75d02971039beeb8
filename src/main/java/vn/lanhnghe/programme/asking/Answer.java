package vn.lanhnghe.programme.asking;

import org.jspecify.annotations.Nullable;

/** What one employer said of one outcome; code and statement as they stood then. */
public record Answer(
        long inquiryId, @Nullable Long outcomeId, String code, String statement, Verdict verdict, String words) {

    /** Cần, không cần, hay còn thiếu. */
    public enum Verdict {
        NEEDED("ok", "cần"),
        LACKING("warn", "cần, nhưng còn thiếu"),
        NOT_NEEDED("none", "không cần");

        private final String kind;
        private final String label;

        Verdict(String kind, String label) {
            this.kind = kind;
            this.label = label;
        }

        public String kind() {
            return kind;
        }

        public String label() {
            return label;
        }
    }
}
