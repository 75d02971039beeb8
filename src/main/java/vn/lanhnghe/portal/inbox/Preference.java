package vn.lanhnghe.portal.inbox;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** How often a person wants to be told by e-mail, and where; nothing is sent to an address before it is confirmed. */
public record Preference(
        Frequency frequency,
        @Nullable String email,
        @Nullable OffsetDateTime confirmedAt) {

    static final Preference NONE = new Preference(Frequency.NEVER, null, null);

    public enum Frequency {
        NEVER("Không gửi e-mail"),
        DAILY("Mỗi sáng, khi có việc mới"),
        WEEKLY("Sáng thứ Hai");

        private final String label;

        Frequency(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
