package vn.lanhnghe.intake;

/** Where a file stands on its way into the register. */
public enum BatchState {
    UPLOADED("chưa đọc được", "late", "■"),
    CHECKED("còn lỗi", "warn", "▲"),
    READY("sẵn sàng ghi", "ok", "●"),
    COMMITTING("đang ghi", "warn", "▲"),
    DONE("đã ghi", "ok", "●"),
    PARTIAL("đã ghi một phần", "warn", "▲"),
    FAILED("không ghi được", "late", "■"),
    UNDONE("đã hoàn tác", "none", "◌"),
    DROPPED("đã bỏ", "none", "◌");

    private final String label;
    private final String kind;
    private final String sign;

    BatchState(String label, String kind, String sign) {
        this.label = label;
        this.kind = kind;
        this.sign = sign;
    }

    /** May cells still be mended and rows committed? */
    public boolean open() {
        return this == UPLOADED || this == CHECKED || this == READY;
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
