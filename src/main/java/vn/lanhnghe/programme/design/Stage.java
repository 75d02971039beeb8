package vn.lanhnghe.programme.design;

/** How far a version has come. */
public enum Stage {
    DRAFT("none", "bản nháp"),
    SUBMITTED("track", "chờ thẩm định"),
    RETURNED("late", "trả lại để sửa"),
    APPRAISED("warn", "đã thẩm định, chờ ban hành"),
    PUBLISHED("ok", "đang áp dụng"),
    SUPERSEDED("none", "đã có bản thay");

    private final String kind;
    private final String label;

    Stage(String kind, String label) {
        this.kind = kind;
        this.label = label;
    }

    public String kind() {
        return kind;
    }

    public String label() {
        return label;
    }

    /** May its content be changed? */
    public boolean open() {
        return this == DRAFT || this == RETURNED;
    }

    /** Was it ever in force? */
    public boolean frozen() {
        return this == PUBLISHED || this == SUPERSEDED;
    }
}
