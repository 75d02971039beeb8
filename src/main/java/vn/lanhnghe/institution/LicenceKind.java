package vn.lanhnghe.institution;

/** What a paper does. */
public enum LicenceKind {
    FIRST("Cấp lần đầu"),
    SUPPLEMENT("Bổ sung"),
    REPLACEMENT("Cấp lại, thay thế"),
    WITHDRAWAL("Thu hồi, thu hẹp");

    private final String label;

    LicenceKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
