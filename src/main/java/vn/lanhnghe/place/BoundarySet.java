package vn.lanhnghe.place;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Bộ địa giới: one imported file of outlines, with where it comes from and what became of it. */
public record BoundarySet(
        long id,
        State state,
        String fileName,
        String sha256,
        String source,
        String licence,
        LocalDate validFrom,
        int webBytes,
        String uploadedBy,
        OffsetDateTime uploadedAt,
        @Nullable OffsetDateTime usedAt,
        @Nullable OffsetDateTime retiredAt) {

    /** The life of a set. */
    public enum State {
        DRAFT("chờ xác nhận", "warn"),
        USED("đang dùng", "ok"),
        RETIRED("đã thôi dùng", "none");

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
}
