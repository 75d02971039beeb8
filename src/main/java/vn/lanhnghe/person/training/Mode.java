package vn.lanhnghe.person.training;

/** How people meet. */
public enum Mode {
    ONLINE("trực tuyến"),
    IN_PERSON("trực tiếp");

    private final String label;

    Mode(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
