package vn.lanhnghe.learning;

/** Trình độ đào tạo (domain code list of TT 43/2026, Điều 3). */
public enum Level {
    CAO_DANG("Cao đẳng", "College diploma", "Bằng tốt nghiệp cao đẳng", "Diploma of College Education"),
    TRUNG_CAP("Trung cấp", "Intermediate", "Bằng tốt nghiệp trung cấp", "Diploma of Intermediate Vocational Education"),
    TRUNG_HOC_NGHE(
            "Trung học nghề",
            "Vocational upper secondary",
            "Bằng tốt nghiệp trung học nghề",
            "Vocational Upper Secondary Diploma"),
    SO_CAP("Sơ cấp", "Elementary", "Chứng chỉ sơ cấp", "Elementary Vocational Certificate");

    private final String label;
    private final String english;
    private final String paper;
    private final String paperEnglish;

    Level(String label, String english, String paper, String paperEnglish) {
        this.label = label;
        this.english = english;
        this.paper = paper;
        this.paperEnglish = paperEnglish;
    }

    public String label() {
        return label;
    }

    public String english() {
        return english;
    }

    /** What the paper is called. */
    public String paper() {
        return paper;
    }

    public String paperEnglish() {
        return paperEnglish;
    }
}
