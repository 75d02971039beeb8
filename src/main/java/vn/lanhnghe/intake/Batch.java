package vn.lanhnghe.intake;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.database.Scope;

/**
 * One file that a college sent. {@code good}, {@code bad} and {@code aside} count rows at the last check, {@code accepted} and
 * {@code refused} as they were when committing was asked for.
 */
public record Batch(
        long id,
        long institutionId,
        @Nullable Long siteId,
        String kind,
        String fileName,
        String sha256,
        BatchState state,
        long uploadedBy,
        String uploader,
        OffsetDateTime uploadedAt,
        int version,
        int accepted,
        int refused,
        @Nullable OffsetDateTime committedAt,
        @Nullable String failure,
        int good,
        int bad,
        int aside,
        boolean streamed,
        @Nullable String overrideReason,
        @Nullable OffsetDateTime undoneAt,
        @Nullable String undoneBy) {

    /** The department's own files belong to no college. */
    static final long OF_THE_DEPARTMENT = 0;

    /** The work goes on in the name of whoever uploaded the file; the department's in the register's own reach. */
    Scope scope() {
        return institutionId == OF_THE_DEPARTMENT
                ? new Scope(Scope.Reach.SYSTEM, null, null, null, uploadedBy, uploader)
                : new Scope(Scope.Reach.COLLEGE, institutionId, siteId, null, uploadedBy, uploader);
    }

    /** Whose files the present reader works on; null outside a college and the department. */
    static @Nullable Long shelf() {
        var scope = Scope.current();
        return scope.reach() == Scope.Reach.CITY ? Long.valueOf(OF_THE_DEPARTMENT) : scope.institutionId();
    }

    public boolean open() {
        return state.open();
    }

    public boolean written() {
        return state == BatchState.DONE || state == BatchState.PARTIAL;
    }

    /** The last moment at which what it wrote can be taken back. */
    public @Nullable OffsetDateTime undoUntil(int days) {
        return committedAt == null ? null : committedAt.plusDays(days);
    }
}
