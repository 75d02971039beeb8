package vn.lanhnghe.institution;

/** The life of an institution. */
public enum InstitutionStatus {
    PROPOSED("đang thành lập", "none", "◌"),
    OPEN("đang hoạt động", "ok", "●"),
    SUSPENDED("tạm dừng", "warn", "▲"),
    CLOSING("đề nghị giải thể", "warn", "▲"),
    CLOSED("đã giải thể", "late", "■");

    /** What may follow; an institution that is closed stays closed. */
    public boolean leadsTo(InstitutionStatus next) {
        return switch (this) {
            case PROPOSED -> next == OPEN || next == CLOSED;
            case OPEN -> next == SUSPENDED || next == CLOSING || next == CLOSED;
            case SUSPENDED -> next == OPEN || next == CLOSING || next == CLOSED;
            case CLOSING -> next == OPEN || next == CLOSED;
            case CLOSED -> false;
        };
    }

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
