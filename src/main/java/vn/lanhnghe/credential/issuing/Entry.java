package vn.lanhnghe.credential.issuing;

import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of a register book, as it was written; {@code content} by the words of the book's columns. */
public record Entry(
        long id,
        long bookId,
        int line,
        Kind kind,
        @Nullable Integer number,
        String registerNumber,
        long diplomaId,
        Map<String, String> content,
        @Nullable String decision,
        @Nullable String reason,
        String actorName,
        OffsetDateTime at) {

    public enum Kind {
        NUMBERED("Vào sổ"),
        BLANK_CHANGED("Đổi phôi"),
        VOIDED("Không phát hành"),
        HANDED_OVER("Đã trao"),
        HANDING_UNDONE("Huỷ ghi trao nhầm"),
        SUSPENDED("Tạm dừng hiệu lực"),
        RESTORED("Khôi phục hiệu lực"),
        REVOKED("Thu hồi"),
        ANNULLED("Huỷ bỏ"),
        REPLACED("Thay bằng văn bằng khác"),
        CORRECTED("Chỉnh sửa"),
        COPIED("Cấp bản sao");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
