package vn.lanhnghe.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Văn bản: {@code effectiveTo} is the last day; verified means that the official wording was read, {@code source} how it is known else. */
public record LawText(
        long id,
        String code,
        String title,
        Kind kind,
        String issuer,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        String use,
        String source,
        boolean verified,
        String signatory,
        String scope,
        @Nullable String fileSha256,
        @Nullable String fileName) {

    /** Loại văn bản. */
    public enum Kind {
        LUAT("Luật"),
        NGHI_DINH("Nghị định"),
        NGHI_QUYET("Nghị quyết"),
        QUYET_DINH("Quyết định"),
        THONG_TU("Thông tư"),
        KE_HOACH("Kế hoạch");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Hiệu lực on a day, computed from the dates. */
    public enum Force {
        IN_FORCE("còn hiệu lực", "ok"),
        NOT_YET("chưa có hiệu lực", "none"),
        EXPIRED("hết hiệu lực", "late"),
        UNKNOWN("chưa rõ ngày hiệu lực", "none");

        private final String label;
        private final String kind;

        Force(String label, String kind) {
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

    public Force on(LocalDate day) {
        if (effectiveTo != null && effectiveTo.isBefore(day)) {
            return Force.EXPIRED;
        }
        return effectiveFrom == null ? Force.UNKNOWN : effectiveFrom.isAfter(day) ? Force.NOT_YET : Force.IN_FORCE;
    }
}
