package vn.lanhnghe.institution;

/** The life of an institution. */
public enum InstitutionStatus {
    PROPOSED("đang thành lập", "none", "◌"),
    OPEN("đang hoạt động", "ok", "●"),
    SUSPENDED("tạm dừng", "warn", "▲"),
    CLOSED("đã giải thể", "late", "■");

    private final String label;
    private final String kind;
    private final String sign;

    InstitutionStatus(String label, String kind, String sign) {
        this.label = label;
        this.kind = kind;
        this.sign = sign;
    }

    public String label() {
        return label;
    }

    public String kind() {
        return kind;
    }

    public String sign() {
        return sign;
    }
}
