package vn.lanhnghe.credential;

/** What a diploma is handed over as; a paper one has a digital twin, a digital one has no paper. */
public enum Medium {
    PAPER("văn bằng giấy"),
    DIGITAL("văn bằng số");

    private final String label;

    Medium(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
