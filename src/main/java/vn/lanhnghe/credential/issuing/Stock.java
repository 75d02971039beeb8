package vn.lanhnghe.credential.issuing;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.learning.Level;

/**
 * Where the blank forms of a level stand since the last period was closed: what was there, what came in and went out, and what must
 * therefore lie on the shelf – free, or held for a diploma that is not released yet.
 */
public record Stock(
        Level level,
        @Nullable OffsetDateTime since,
        long opening,
        long received,
        long issued,
        long spoiled,
        long cancelled,
        long lost,
        long free,
        long held) {

    /** What the ledger's movements leave. */
    public long closing() {
        return opening + received - issued - spoiled - cancelled - lost;
    }

    /** Do the forms themselves say the same? */
    public boolean reconciles() {
        return closing() == free + held;
    }
}
