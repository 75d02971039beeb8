package vn.lanhnghe.programme.design;

/** How an outcome belongs to a component of a framework. */
public enum Relation {
    EXACT("trùng khớp", "exactMatchOf"),
    PART("là một phần", "isPartOf"),
    RELATED("có liên quan", "isRelatedTo");

    private final String label;
    private final String association;

    Relation(String label, String association) {
        this.label = label;
        this.association = association;
    }

    public String label() {
        return label;
    }

    /** What CASE 1.1 calls it. */
    public String association() {
        return association;
    }
}
