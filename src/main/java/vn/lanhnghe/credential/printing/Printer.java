package vn.lanhnghe.credential.printing;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A college's printer and its correction. */
public record Printer(
        long id,
        long institutionId,
        String name,
        double scaleX,
        double scaleY,
        double offsetX,
        double offsetY,
        @Nullable OffsetDateTime correctedAt) {

    public Correction correction() {
        return new Correction(scaleX, scaleY, offsetX, offsetY);
    }
}
