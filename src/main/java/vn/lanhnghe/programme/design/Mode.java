package vn.lanhnghe.programme.design;

/** Hình thức đào tạo. */
public enum Mode {
    CHINH_QUY("chính quy"),
    VLVH("vừa làm vừa học"),
    TU_XA("từ xa, tự học có hướng dẫn");

    private final String label;

    Mode(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
