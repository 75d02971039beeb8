package vn.lanhnghe.institution;

/** Whose word a change of a field needs. */
public enum Holder {
    SCHOOL("Cơ sở tự sửa"),
    APPROVAL("Sửa xong chờ Sở duyệt"),
    DEPARTMENT("Chỉ Sở sửa");

    private final String label;

    Holder(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
