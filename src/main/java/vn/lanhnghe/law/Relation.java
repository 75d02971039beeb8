package vn.lanhnghe.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How one text stands to another; {@code from} acts on {@code to}. */
public record Relation(
        long id,
        Kind kind,
        long fromId,
        String fromCode,
        long toId,
        String toCode,
        @Nullable LocalDate since,
        @Nullable String note) {

    /** Quan hệ: in the words of the acting text, and of the other. */
    public enum Kind {
        REPLACES("thay thế", "được thay thế bởi"),
        REPEALS("bãi bỏ", "bị bãi bỏ bởi"),
        AMENDS("sửa đổi, bổ sung", "được sửa đổi bởi"),
        GUIDES("hướng dẫn, quy định chi tiết", "được hướng dẫn bởi"),
        CITES("dẫn chiếu", "được dẫn chiếu bởi");

        private final String label;
        private final String reverse;

        Kind(String label, String reverse) {
            this.label = label;
            this.reverse = reverse;
        }

        public String label() {
            return label;
        }

        public String reverse() {
            return reverse;
        }
    }
}
