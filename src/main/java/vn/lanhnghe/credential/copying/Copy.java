package vn.lanhnghe.credential.copying;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.credential.Code;
import vn.lanhnghe.credential.DiplomaState;

/** Một bản sao cấp từ sổ gốc, with the state of the diploma it was made from, which is its own state too. */
public record Copy(
        long id,
        long institutionId,
        long diplomaId,
        long bookId,
        String registerNumber,
        String code,
        String fullName,
        String diplomaNumber,
        String serial,
        DiplomaState state,
        String requester,
        Relation relation,
        @Nullable String authorisation,
        String paper,
        String purpose,
        String issuedByName,
        OffsetDateTime issuedAt) {

    /** What the requester is to the holder of the diploma. */
    public enum Relation {
        HOLDER("Người được cấp văn bằng"),
        SENT("Người được uỷ quyền"),
        AUTHORITY("Cơ quan có thẩm quyền");

        private final String label;

        Relation(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public String printedCode() {
        return Code.printed(code);
    }

    /** What the public learns of a copy by its code; the diploma by {@code diplomaCode} says what it is worth. */
    public record Found(
            String registerNumber, String code, OffsetDateTime issuedAt, String issuedByName, String diplomaCode) {}
}
