package vn.lanhnghe.person.training;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.ui.Vi;

/**
 * Học viên của lớp: a person's enrolment, how it stands and why, and the certificate that came of it. {@code changedAt}: when their
 * record last changed after they had confirmed it. {@code twin}: the seat of a record that was merged away, or one whose person holds a
 * certificate of this class by such a seat. {@code gone}: they have no place of work any more.
 */
public record Member(
        long id,
        long classId,
        long personId,
        String staffNumber,
        String fullName,
        @Nullable LocalDate birthDate,
        long institutionId,
        String institution,
        @Nullable Long batchId,
        State state,
        String reason,
        String exception,
        @Nullable BigDecimal finalMark,
        @Nullable OffsetDateTime confirmedAt,
        @Nullable String confirmedBy,
        @Nullable OffsetDateTime changedAt,
        @Nullable LocalDate answeredOn,
        boolean account,
        @Nullable Long certificateId,
        @Nullable String certificateNumber,
        @Nullable String certificateState,
        boolean twin,
        boolean gone) {

    /** What a certificate will say of the person. */
    public static String printed(String fullName, @Nullable LocalDate birthDate) {
        return birthDate == null ? fullName : fullName + ", " + Vi.day(birthDate);
    }

    /** How an enrolment stands; a refused one never began. */
    public enum State {
        ASKED("xin học, chờ trường đồng ý", "warn"),
        REFUSED("trường chưa đồng ý", "none"),
        ENROLLED("đang học", "track"),
        COMPLETED("hoàn thành", "ok"),
        FAILED("chưa đạt", "late"),
        WITHDREW("thôi học", "none");

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

    /** The person's own record, where they worked when they were enrolled: what is done about them stands in their history there. */
    Subject person() {
        return new Subject("person", personId, institutionId);
    }

    /** Whether the person sits in the class: not one who only asked, was refused or left. */
    public boolean seated() {
        return state == State.ENROLLED || state == State.COMPLETED || state == State.FAILED;
    }
}
