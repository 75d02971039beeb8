package vn.lanhnghe.learning;

/** Where a course of study stands. */
public enum Status {
    STUDYING("Đang học"),
    SUSPENDED("Bảo lưu"),
    SLOWED("Điều chỉnh tiến độ"),
    WITHDRAWN("Tự thôi học"),
    EXPELLED("Buộc thôi học"),
    TRANSFERRED("Chuyển trường"),
    GRADUATED("Tốt nghiệp");

    private final String label;

    Status(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
