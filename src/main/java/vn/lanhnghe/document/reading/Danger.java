package vn.lanhnghe.document.reading;

/** What a paper has no need of and a forger or an intruder has; a PDF that holds any is not read further. */
public enum Danger {
    XFA("biểu mẫu XFA", "an XFA form"),
    JAVASCRIPT("mã JavaScript", "JavaScript"),
    LAUNCH("lệnh mở chương trình khác", "a command that starts a program"),
    EMBEDDED_FILE("tệp đính kèm", "an embedded file"),
    MEDIA("phim, âm thanh hoặc mô hình 3D", "video, sound or 3D content");

    private final String label;
    private final String english;

    Danger(String label, String english) {
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
