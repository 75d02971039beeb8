package vn.lanhnghe.intake;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.database.Scope;

/** One file that a college sent. {@code accepted} and {@code refused} count rows as they were when committing was asked for. */
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
        @Nullable String failure) {

    /** The work goes on in the name of whoever uploaded the file. */
    Scope scope() {
        return new Scope(Scope.Reach.COLLEGE, institutionId, siteId, null, uploadedBy, uploader);
    }

    public boolean open() {
        return state == BatchState.CHECKED;
    }
}
