package vn.lanhnghe.institution;

/** How one institution comes after another (Luật GDNN 124/2025/QH15, NĐ 95/2026). */
public enum SuccessionKind {
    MERGE("Sáp nhập", "Một hoặc nhiều cơ sở nhập vào một cơ sở; cơ sở nhập vào thôi hoạt động."),
    SPLIT("Chia, tách", "Một cơ sở thành nhiều cơ sở; cơ sở bị chia thôi hoạt động, cơ sở bị tách thì còn."),
    RENAME("Đổi tên", "Cùng một cơ sở, cùng mã, mang tên mới."),
    CONVERT("Chuyển đổi loại hình", "Cùng một cơ sở, cùng mã, thành loại hình khác.");

    private final String label;
    private final String meaning;

    SuccessionKind(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    public String label() {
        return label;
    }

    public String meaning() {
        return meaning;
    }

    /** Do the institutions before cease or lose part, so that heirs are named? */
    public boolean hasHeirs() {
        return this == MERGE || this == SPLIT;
    }
}
