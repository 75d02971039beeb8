package vn.lanhnghe.intake;

/** What can be wrong with a cell or a row; the code is what the list of faults for machines carries. */
public enum FaultKind {
    REQUIRED("required", "Thiếu ô bắt buộc"),
    DATE_DOES_NOT_EXIST("date-does-not-exist", "Ngày không có thật"),
    MONTH_FIRST("month-first", "Ngày viết tháng trước (MM/dd)"),
    DATE_OUT_OF_RANGE("date-out-of-range", "Ngày ngoài khoảng cho phép"),
    NOT_A_DATE("not-a-date", "Không phải ngày"),
    LEADING_ZERO_LOST("leading-zero-lost", "Mất số 0 ở đầu"),
    ID_LENGTH("id-length", "Số định danh không đủ 12 chữ số"),
    NOT_AN_ID("not-an-id", "Không phải số định danh"),
    PHONE("phone", "Số điện thoại không đúng"),
    UNKNOWN_VALUE("unknown-value", "Giá trị không có trong danh mục"),
    UNKNOWN_CODE("unknown-code", "Mã không có trong danh mục"),
    DUPLICATE_IN_FILE("duplicate-in-file", "Trùng trong tệp"),
    ALREADY_TAKEN("already-taken", "Đã có trong sổ"),
    NOT_A_NUMBER("not-a-number", "Không phải số"),
    OUT_OF_RANGE("out-of-range", "Số ngoài khoảng cho phép"),
    NOT_A_MARK("not-a-mark", "Không phải điểm"),
    MARK_OUT_OF_RANGE("mark-out-of-range", "Điểm ngoài thang"),
    TOO_LONG("too-long", "Quá dài"),
    NAME("name", "Họ tên không hợp lệ"),
    UNKNOWN_LEARNER("unknown-learner", "Chưa có hồ sơ học viên"),
    DIFFERS_FROM_REGISTER("differs-from-register", "Khác với hồ sơ"),
    DOES_NOT_FOLLOW("does-not-follow-from-mark", "Không khớp với điểm"),
    MALFORMED("malformed", "Không đúng dạng"),
    SECOND_LOOK("second-look", "Nên xem lại"),
    LOCKED("locked", "Sổ đã khoá"),
    NOT_ELIGIBLE("not-eligible", "Chưa đủ điều kiện tốt nghiệp");

    private final String code;
    private final String label;

    FaultKind(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }
}
