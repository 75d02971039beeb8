package vn.lanhnghe.person.paper;

/** Văn bằng, chứng chỉ a teacher has. */
public enum PaperKind {
    VAN_BANG("Văn bằng"),
    SU_PHAM("Chứng chỉ sư phạm, NVSP GDNN"),
    NGOAI_NGU("Ngoại ngữ"),
    TIN_HOC("Tin học, năng lực số"),
    KY_NANG("Kỹ năng nghề"),
    BOI_DUONG("Bồi dưỡng"),
    KHAC("Khác");

    private final String label;

    PaperKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
