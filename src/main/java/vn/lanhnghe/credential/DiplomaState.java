package vn.lanhnghe.credential;

/** The life of a diploma, from the list it was prepared on to the end of its force. */
public enum DiplomaState {
    PREPARED("chờ kiểm tra", "none", "◌"),
    CHECKED("chờ ký", "none", "◌"),
    SIGNED("chờ phát hành", "warn", "▲"),
    VALID("có hiệu lực", "ok", "●"),
    SUSPENDED("tạm dừng hiệu lực", "warn", "▲"),
    REVOKED("đã thu hồi", "late", "■"),
    ANNULLED("đã huỷ bỏ", "late", "■"),
    REPLACED("đã thay bằng văn bằng khác", "late", "■"),
    VOID("không phát hành", "none", "◌");

    private final String label;
    private final String kind;
    private final String sign;

    DiplomaState(String label, String kind, String sign) {
        this.label = label;
        this.kind = kind;
        this.sign = sign;
    }

    public String label() {
        return label;
    }

    /** How the page colours it. */
    public String kind() {
        return kind;
    }

    public String sign() {
        return sign;
    }

    /** Has the public been told of it, whatever became of it since? */
    public boolean released() {
        return switch (this) {
            case PREPARED, CHECKED, SIGNED, VOID -> false;
            case VALID, SUSPENDED, REVOKED, ANNULLED, REPLACED -> true;
        };
    }
}
