package vn.lanhnghe.person.asking;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.person.PersonFact;
import vn.lanhnghe.person.PersonFile;

/**
 * Đề nghị sửa hồ sơ: which facts a teacher wants changed to what, and what came of it. {@code now} is what the register says today,
 * {@code stood} what it said when the teacher asked; empty where that was not written down.
 */
public record Request(
        long id,
        long personId,
        long institutionId,
        String fullName,
        String staffNumber,
        Map<PersonFact, String> facts,
        String note,
        String sha256,
        String fileName,
        State state,
        OffsetDateTime askedAt,
        @Nullable String reply,
        @Nullable String decidedBy,
        @Nullable OffsetDateTime decidedAt,
        Map<PersonFact, String> now,
        Map<PersonFact, String> stood) {

    /** The facts asked for of which the register says something else today than when the teacher asked. */
    public List<PersonFact> moved() {
        return facts.keySet().stream()
                .filter(stood::containsKey)
                .filter(it -> !now.getOrDefault(it, "").equals(stood.get(it)))
                .toList();
    }

    /** What the register says of a fact today, as a page shows it: the citizen number with all but its last three digits covered. */
    public String shown(PersonFact fact) {
        return shown(fact, now.getOrDefault(fact, ""));
    }

    /** What it said when the teacher asked. */
    public String stood(PersonFact fact) {
        return shown(fact, stood.getOrDefault(fact, ""));
    }

    private static String shown(PersonFact fact, String value) {
        return value.isEmpty() ? "(bỏ trống)" : fact.covered() ? PersonFile.masked(value) : fact.shown(value);
    }

    /** Where a request stands. */
    public enum State {
        PENDING("Chờ trường xem", "warn"),
        APPROVED("Đã sửa", "ok"),
        REJECTED("Không sửa", "late"),
        WITHDRAWN("Đã rút", "none");

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
}
