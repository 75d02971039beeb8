package vn.lanhnghe.person;

/** Hình thức hợp đồng: how a college holds a person. */
public enum Contract {
    BIEN_CHE("Biên chế, viên chức"),
    KHONG_THOI_HAN("Hợp đồng không thời hạn"),
    CO_THOI_HAN("Hợp đồng có thời hạn"),
    THINH_GIANG("Thỉnh giảng");

    private final String label;

    Contract(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The word for a stored code. */
    public static String label(String code) {
        return valueOf(code).label;
    }
}
