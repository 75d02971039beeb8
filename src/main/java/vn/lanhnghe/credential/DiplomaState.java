package vn.lanhnghe.credential;

/** The life of a diploma. */
public enum DiplomaState {
    PREPARED("chờ ký", "none", "◌"),
    VALID("có hiệu lực", "ok", "●"),
    REVOKED("đã thu hồi", "late", "■");

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
}
