package vn.lanhnghe.credential.issuing;

import vn.lanhnghe.credential.DiplomaState;

/** The three steps after a list was prepared, each by another person. */
public enum Step {
    CHECK("CREDENTIAL_CHECK", DiplomaState.PREPARED, "Kiểm tra, cấp số", "Đã kiểm tra, cấp số", "Đang cấp số"),
    SIGN("CREDENTIAL_SIGN", DiplomaState.CHECKED, "Ký", "Đã ký", "Đang ký"),
    RELEASE("CREDENTIAL_RELEASE", DiplomaState.SIGNED, "Phát hành", "Đã phát hành", "Đang phát hành");

    private final String authority;
    private final DiplomaState from;
    private final String label;
    private final String done;
    private final String going;

    Step(String authority, DiplomaState from, String label, String done, String going) {
        this.authority = authority;
        this.from = from;
        this.label = label;
        this.done = done;
        this.going = going;
    }

    /** Who may do it. */
    public String authority() {
        return authority;
    }

    /** The state of the diplomas it takes. */
    public DiplomaState from() {
        return from;
    }

    public String label() {
        return label;
    }

    public String done() {
        return done;
    }

    public String going() {
        return going;
    }
}
