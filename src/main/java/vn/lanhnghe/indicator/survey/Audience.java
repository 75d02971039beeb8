package vn.lanhnghe.indicator.survey;

/** Who is asked. */
public enum Audience {
    GRADUATE("Người tốt nghiệp"),
    LEARNER("Người đang học"),
    EMPLOYER("Người sử dụng lao động");

    private final String label;

    Audience(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
