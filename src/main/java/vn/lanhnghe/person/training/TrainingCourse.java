package vn.lanhnghe.person.training;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Khoá bồi dưỡng of the catalogue: how long, for whom, by whom, what is asked for its certificate. {@code institutionId} is 0 for
 * the department; {@code edition} of its code, of which the newest is in force; {@code attendanceShare} in percent; {@code finalPass} null where there is no final test.
 */
public record TrainingCourse(
        long id,
        long institutionId,
        String institution,
        String code,
        String title,
        String kind,
        String kindLabel,
        String purpose,
        String purposeLabel,
        int hours,
        Target audience,
        String prerequisites,
        String provider,
        @Nullable String frameworkCode,
        @Nullable String levelCode,
        String description,
        int attendanceShare,
        @Nullable BigDecimal finalPass,
        State state,
        int edition,
        int version,
        int topics,
        int classes) {

    /** For whom a course is. */
    public enum Target {
        TEACHER("Nhà giáo"),
        MANAGER("Cán bộ quản lý"),
        BOTH("Nhà giáo và cán bộ quản lý");

        private final String label;

        Target(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public enum State {
        ACTIVE("đang dùng", "ok"),
        WITHDRAWN("đã rút", "none"),
        REPLACED("đã có lần ban hành sau", "none");

        private final String label;
        private final String kind;

        State(String label, String kind) {
            this.label = label;
            this.kind = kind;
        }

        public String label() {
            return label;
        }

        public String kind() {
            return kind;
        }
    }

    public boolean active() {
        return state == State.ACTIVE;
    }

    /** The level it leads to as a form says it; empty when to none. */
    public String level() {
        return levelCode == null ? "" : frameworkCode + "|" + levelCode;
    }

    /** What has to be reached, in words. */
    public String rule() {
        return "có mặt từ %d %% số buổi; mọi chuyên đề đạt điểm%s"
                .formatted(
                        attendanceShare, finalPass == null ? "" : "; kiểm tra cuối khoá từ " + Closing.told(finalPass));
    }
}
