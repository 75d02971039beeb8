package vn.lanhnghe.programme.design;

/** What an outcome is of. */
public enum OutcomeKind {
    KNOWLEDGE("kiến thức", "knowledge"),
    SKILL("kỹ năng", "skill"),
    AUTONOMY("tự chủ, trách nhiệm", "autonomy and responsibility"),
    DIGITAL("năng lực số", "digital competence");

    private final String label;
    private final String english;

    OutcomeKind(String label, String english) {
        this.label = label;
        this.english = english;
    }

    public String label() {
        return label;
    }

    public String english() {
        return english;
    }
}
