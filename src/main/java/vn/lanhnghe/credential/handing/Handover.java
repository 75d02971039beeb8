package vn.lanhnghe.credential.handing;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Một lần trao văn bằng: who collected it, with which paper, on whose word; {@code undoes} is the line that this one takes back, and
 * {@code undone} says that a later line took this one back.
 */
public record Handover(
        long id,
        long institutionId,
        long diplomaId,
        String fullName,
        String registerNumber,
        String serial,
        @Nullable Long undoes,
        boolean undone,
        String receiver,
        boolean holder,
        PaperKind paperKind,
        String paperNumber,
        @Nullable Boolean matches,
        @Nullable String authorisation,
        @Nullable String authorisationScan,
        @Nullable String authorisationName,
        @Nullable String signature,
        @Nullable String confirmed,
        @Nullable String reason,
        String actorName,
        OffsetDateTime at) {

    /** What the receiver showed. */
    public enum PaperKind {
        CITIZEN_CARD("Thẻ căn cước, CCCD"),
        PASSPORT("Hộ chiếu"),
        STUDENT_CARD("Thẻ học sinh, sinh viên"),
        OTHER("Giấy tờ khác có ảnh");

        private final String label;

        PaperKind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
