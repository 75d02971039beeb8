package vn.lanhnghe.indicator;

/** Which part of a course of study is due and not there. */
public enum Missing {
    RESULT("Thiếu kết quả học tập"),
    DIPLOMA("Thiếu văn bằng số");

    private final String label;

    Missing(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
