package vn.lanhnghe.place;

/** Khu vực, as the department groups the city's wards by the provinces merged in 2025. */
public enum Region {
    OLD_CITY(1, "Khu vực 1 – TP.HCM cũ"),
    BINH_DUONG(2, "Khu vực 2 – Bình Dương cũ"),
    BA_RIA_VUNG_TAU(3, "Khu vực 3 – Bà Rịa – Vũng Tàu cũ");

    private final int number;
    private final String label;

    Region(int number, String label) {
        this.number = number;
        this.label = label;
    }

    public int number() {
        return number;
    }

    public String label() {
        return label;
    }
}
