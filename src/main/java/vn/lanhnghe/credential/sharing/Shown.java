package vn.lanhnghe.credential.sharing;

/** What of a diploma a link may show; the kind of paper, who issued it and whether it is in force are always shown. */
public enum Shown {
    FULL_NAME("Họ và tên", "Full name"),
    BIRTH_DATE("Ngày sinh", "Date of birth"),
    BIRTH_PLACE("Nơi sinh", "Place of birth"),
    OCCUPATION("Ngành, nghề", "Occupation"),
    RANK("Xếp loại", "Classification"),
    DECISION("Quyết định công nhận", "Decision"),
    ISSUED_ON("Ngày cấp", "Issued on"),
    SIGNED_BY("Người ký", "Signed by"),
    SERIAL("Số hiệu", "Serial number"),
    REGISTER_NUMBER("Số vào sổ gốc", "Register number"),
    CODE("Mã tra cứu", "Verification code");

    private final String label;
    private final String english;

    Shown(String label, String english) {
        this.label = label;
        this.english = english;
    }

    public String label() {
        return label;
    }

    public String english() {
        return english;
    }
}
