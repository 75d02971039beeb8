package vn.lanhnghe.learning.study;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Sổ điểm và sổ lên lớp: a module taught to a class in one term by one teacher. */
public record Course(
        long id,
        long institutionId,
        @Nullable Long siteId,
        long classId,
        String className,
        int cohort,
        String occupation,
        long moduleId,
        String moduleCode,
        String moduleName,
        BigDecimal credits,
        int year,
        int term,
        String teacher,
        @Nullable Long teacherAccount,
        int periods,
        State state,
        int regularTests,
        int periodicTests,
        int edition,
        @Nullable Long submittedBy,
        @Nullable String submittedName,
        @Nullable OffsetDateTime submittedAt,
        @Nullable String approvedName,
        @Nullable OffsetDateTime approvedAt,
        @Nullable String returnedReason) {

    /** Who may write into the book, and who has the next word. */
    public enum State {
        OPEN("đang ghi điểm", "warn", "▲"),
        SUBMITTED("chờ duyệt", "warn", "▲"),
        APPROVED("đã duyệt, khoá", "ok", "●");

        private final String label;
        private final String kind;
        private final String sign;

        State(String label, String kind, String sign) {
            this.label = label;
            this.kind = kind;
            this.sign = sign;
        }

        public String label() {
            return label;
        }

        public String kind() {
            return kind;
        }

        public String sign() {
            return sign;
        }
    }

    public boolean open() {
        return state == State.OPEN;
    }

    public String name() {
        return moduleCode + " " + moduleName;
    }

    public String when() {
        return "học kỳ %d năm học %d–%d".formatted(term, year, year + 1);
    }

    public List<String> regularParts() {
        return parts("TX", regularTests);
    }

    public List<String> periodicParts() {
        return parts("DK", periodicTests);
    }

    public List<String> tests() {
        var tests = new ArrayList<>(regularParts());
        tests.addAll(periodicParts());
        return tests;
    }

    static List<String> sittings(int most) {
        return parts("THI", most);
    }

    private static List<String> parts(String kind, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(it -> kind + it).toList();
    }
}
