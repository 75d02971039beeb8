package vn.lanhnghe.programme.appraisal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What was said of a version or of one statement in it, and what became of it; {@code about} is the statement's code at the time. */
public record Comment(
        long id,
        @Nullable Long outcomeId,
        String about,
        @Nullable String statement,
        Source source,
        String byName,
        String organisation,
        LocalDate saidOn,
        String words,
        boolean agrees,
        @Nullable Decision decision,
        String answer,
        @Nullable String answeredBy,
        @Nullable OffsetDateTime answeredAt,
        boolean byLink) {

    /** Who speaks. */
    public enum Source {
        HEAD("hiệu trưởng"),
        COUNCIL("hội đồng thẩm định"),
        EMPLOYER("người sử dụng lao động");

        private final String label;

        Source(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What became of it. */
    public enum Decision {
        TAKEN("ok", "tiếp thu"),
        PARTLY("warn", "tiếp thu một phần"),
        NOT_TAKEN("none", "không tiếp thu");

        private final String kind;
        private final String label;

        Decision(String kind, String label) {
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

    /** An employer's plain consent asks for no answer. */
    public boolean open() {
        return decision == null && !agrees;
    }
}
