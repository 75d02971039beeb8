package vn.lanhnghe.institution;

/** What became of a change. */
public enum ChangeState {
    PENDING("Chờ duyệt", "warn"),
    DONE("Đã ghi", "ok"),
    REJECTED("Không duyệt", "late"),
    WITHDRAWN("Đã rút", "none"),
    UNDONE("Đã hoàn tác", "none");

    private final String label;
    private final String kind;

    ChangeState(String label, String kind) {
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
