package vn.lanhnghe.programme.design;

/** Phương thức đào tạo. */
public enum Method {
    NIEN_CHE("niên chế"),
    MO_DUN("tích luỹ mô-đun"),
    TIN_CHI("tín chỉ");

    private final String label;

    Method(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
