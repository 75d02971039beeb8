package vn.lanhnghe.proof;

/** What becomes of a credential that is checked; the first of these that applies. */
public enum Verdict {
    NOT_JSON("Không đọc được như một chứng chỉ số"),
    NOT_A_CREDENTIAL("Không phải chứng chỉ số về một thành tích"),
    UNKNOWN_CONTEXT("Dùng từ vựng lạ"),
    UNKNOWN_ISSUER("Đơn vị cấp không có trong sổ"),
    WRONG_SIGNATURE("Không có chữ ký số hợp lệ"),
    UNKNOWN_KEY("Khoá ký không phải của đơn vị ghi trên chứng chỉ"),
    ALTERED("Nội dung đã bị sửa sau khi ký"),
    KEY_NOT_VALID_THEN("Khoá ký không có giá trị vào lúc ký"),
    STATUS_GONE("Không còn danh sách tình trạng"),
    REVOKED("Đã thu hồi"),
    SUSPENDED("Đang tạm dừng hiệu lực"),
    FINE("Nguyên vẹn, do đúng đơn vị ký");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
