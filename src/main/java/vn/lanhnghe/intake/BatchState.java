package vn.lanhnghe.intake;

/** Where a file stands on its way into the register. */
public enum BatchState {
    CHECKED("đã kiểm tra", "warn", "▲"),
    COMMITTING("đang ghi", "warn", "▲"),
    DONE("đã ghi", "ok", "●"),
    FAILED("không ghi được", "late", "■"),
    DROPPED("đã bỏ", "none", "◌");

    private final String label;
    private final String kind;
    private final String sign;

    BatchState(String label, String kind, String sign) {
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
