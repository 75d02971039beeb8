package vn.lanhnghe.institution;

import java.time.LocalDate;
import java.util.List;

/** What a licence is worth on a day. */
public enum LicenceStanding {
    VALID("Còn hiệu lực", "Valid", "ok"),
    CHANGED("Còn hiệu lực, nội dung đã thay đổi", "Valid, changed since issue", "warn"),
    WITHDRAWN("Đã thu hồi", "Withdrawn", "late"),
    EXPIRED("Hết thời hạn", "Expired", "late"),
    NOT_YET("Chưa có hiệu lực", "Not yet in force", "none"),
    ACT("Giấy thu hồi, thu hẹp", "An act of withdrawal", "none");

    private final String label;
    private final String english;
    private final String kind;

    LicenceStanding(String label, String english, String kind) {
        this.label = label;
        this.english = english;
        this.kind = kind;
    }

    public String label() {
        return label;
    }

    public String english() {
        return english;
    }

    public String kind() {
        return kind;
    }

    /** {@code lines} are those of the licence itself. */
    static LicenceStanding of(Licence licence, List<LicenceLine> lines, LocalDate day) {
        if (licence.kind() == LicenceKind.WITHDRAWAL) {
            return ACT;
        }
        if (licence.validFrom().isAfter(day)) {
            return NOT_YET;
        }
        if (licence.validTo() != null && licence.validTo().isBefore(day)) {
            return EXPIRED;
        }
        var gone = lines.stream()
                .filter(it -> it.withdrawnBy() != null
                        && it.validTo() != null
                        && it.validTo().isBefore(day))
                .count();
        var live = lines.stream().filter(it -> it.validOn(day)).count();
        return gone == 0 ? (live == 0 && !lines.isEmpty() ? EXPIRED : VALID) : live == 0 ? WITHDRAWN : CHANGED;
    }
}
