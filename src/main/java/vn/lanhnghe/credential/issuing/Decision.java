package vn.lanhnghe.credential.issuing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.credential.DiplomaState;

/** Quyết định công nhận tốt nghiệp, or one that orders diplomas to be issued again, with its diplomas counted by how far they are. */
public record Decision(
        long id,
        long institutionId,
        Kind kind,
        String number,
        LocalDate decidedOn,
        @Nullable Long graduationId,
        long preparedBy,
        String preparedByName,
        OffsetDateTime preparedAt,
        long diplomas,
        long prepared,
        long checked,
        long signed,
        @Nullable Long runId) {

    public enum Kind {
        GRADUATION("Công nhận tốt nghiệp"),
        REISSUE("Cấp lại văn bằng");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** The step of issuing that comes next; null when every diploma has been released. */
    public @Nullable Step next() {
        return prepared > 0 ? Step.CHECK : checked > 0 ? Step.SIGN : signed > 0 ? Step.RELEASE : null;
    }

    /** How many diplomas wait for that step. */
    public long waiting(Step step) {
        return switch (step) {
            case CHECK -> prepared;
            case SIGN -> checked;
            case RELEASE -> signed;
        };
    }

    public boolean open() {
        return next() != null;
    }

    /** Where the diplomas that are furthest behind stand. */
    public DiplomaState state() {
        var next = next();
        return next == null ? DiplomaState.VALID : next.from();
    }
}
