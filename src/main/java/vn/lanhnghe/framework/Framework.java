package vn.lanhnghe.framework;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One version of a competence framework; a version in use is only ended by the next. */
public record Framework(
        long id,
        UUID identifier,
        String code,
        String version,
        String title,
        String english,
        Audience audience,
        String creator,
        @Nullable String clause,
        String note,
        State state,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        String madeByName,
        OffsetDateTime madeAt) {

    /** Whose competence it describes. */
    public enum Audience {
        LEARNER("người học"),
        TEACHER("nhà giáo, cán bộ quản lý");

        private final String label;

        Audience(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public enum State {
        DRAFT("warn", "bản nháp"),
        ACTIVE("ok", "đang dùng"),
        ENDED("none", "hết dùng");

        private final String kind;
        private final String label;

        State(String kind, String label) {
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
