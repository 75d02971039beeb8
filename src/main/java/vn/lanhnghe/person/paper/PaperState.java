package vn.lanhnghe.person.paper;

/** How far a paper has been proven. */
public enum PaperState {
    DECLARED("Tự khai", "none"),
    CONFIRMED("Trường đã xác nhận", "track"),
    VERIFIED("Đã xác minh với nơi cấp", "ok"),
    REJECTED("Không được nhận", "late");

    private final String label;
    private final String kind;

    PaperState(String label, String kind) {
        this.label = label;
        this.kind = kind;
    }

    public String label() {
        return label;
    }

    /** The shape and colour it is shown with. */
    public String kind() {
        return kind;
    }
}
