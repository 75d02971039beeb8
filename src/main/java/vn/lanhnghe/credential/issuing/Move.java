package vn.lanhnghe.credential.issuing;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.learning.Level;

/** One movement of the ledger of blank forms: a run of serials that came in or went out together. */
public record Move(
        long id,
        Level level,
        Act act,
        String firstSerial,
        String lastSerial,
        int count,
        @Nullable String minutes,
        @Nullable String reason,
        String actorName,
        OffsetDateTime at) {

    public enum Act {
        RECEIVED("Nhập", "IN_STOCK"),
        ISSUED("Cấp", "ISSUED"),
        SPOILED("Hỏng", "SPOILED"),
        CANCELLED("Huỷ", "CANCELLED"),
        LOST("Mất", "LOST"),
        FOUND("Tìm lại được", "IN_STOCK");

        private final String label;
        private final String state;

        Act(String label, String state) {
            this.label = label;
            this.state = state;
        }

        public String label() {
            return label;
        }

        /** The state of the form afterwards. */
        String state() {
            return state;
        }
    }
}
