package vn.lanhnghe.intake;

/** What can be wrong with a cell or a row; the code is what the list of faults for machines carries. */
public enum FaultKind {
    REQUIRED("required", "Thiếu ô bắt buộc", "This field is required."),
    DATE_DOES_NOT_EXIST(
            "date-does-not-exist",
            "Ngày không có thật",
            "This date is not in the calendar; write dd/MM/yyyy or yyyy-MM-dd."),
    MONTH_FIRST(
            "month-first",
            "Ngày viết tháng trước (MM/dd)",
            "The month stands before the day; write dd/MM/yyyy or yyyy-MM-dd."),
    DATE_OUT_OF_RANGE("date-out-of-range", "Ngày ngoài khoảng cho phép", "This date lies outside the allowed range."),
    NOT_A_DATE("not-a-date", "Không phải ngày", "This is not a full date; write dd/MM/yyyy or yyyy-MM-dd."),
    LEADING_ZERO_LOST(
            "leading-zero-lost", "Mất số 0 ở đầu", "The leading zero is missing; a citizen number has twelve digits."),
    ID_LENGTH("id-length", "Số định danh không đủ 12 chữ số", "A citizen number has exactly twelve digits."),
    NOT_AN_ID("not-an-id", "Không phải số định danh", "A citizen number consists of twelve digits and nothing else."),
    PHONE("phone", "Số điện thoại không đúng", "A phone number has ten digits and begins with 0."),
    UNKNOWN_VALUE("unknown-value", "Giá trị không có trong danh mục", "This value is not one of those allowed."),
    UNKNOWN_CODE("unknown-code", "Mã không có trong danh mục", "This code is not in the official list."),
    DUPLICATE_IN_FILE(
            "duplicate-in-file",
            "Trùng trong tệp",
            "This value stands in another row or item as well; each may carry it once."),
    ALREADY_TAKEN("already-taken", "Đã có trong sổ", "This value already belongs to another record of the register."),
    NOT_A_NUMBER("not-a-number", "Không phải số", "This is not a number, or the number that belongs to it is missing."),
    OUT_OF_RANGE("out-of-range", "Số ngoài khoảng cho phép", "This number lies outside the allowed range."),
    NOT_A_MARK("not-a-mark", "Không phải điểm", "This is not a mark; write a number, or v for absent."),
    MARK_OUT_OF_RANGE("mark-out-of-range", "Điểm ngoài thang", "This mark lies outside the scale."),
    TOO_LONG("too-long", "Quá dài", "This text is too long."),
    NAME("name", "Họ tên không hợp lệ", "A name consists of letters, at most 120."),
    UNKNOWN_LEARNER(
            "unknown-learner",
            "Chưa có hồ sơ học viên",
            "The register holds no learner with this code; send the learner first."),
    DIFFERS_FROM_REGISTER(
            "differs-from-register", "Khác với sổ", "This differs from what the register says of this record."),
    DOES_NOT_FOLLOW(
            "does-not-follow-from-mark", "Không khớp với điểm", "This does not follow from the marks on record."),
    CONTRADICTS(
            "contradicts", "Mâu thuẫn với dòng khác", "This contradicts another row or item about the same record."),
    NOT_ALLOWED("not-allowed", "Không được phép", "The rules of the register do not allow this here."),
    NOT_WHOLE(
            "not-whole",
            "Chờ dòng khác của cùng giấy",
            "Another row of the same paper has a fault; a paper is recorded whole or not at all."),
    MALFORMED("malformed", "Không đúng dạng", "This does not have the form that is asked for."),
    SECOND_LOOK("second-look", "Nên xem lại", "This may be right; please look at it again."),
    NOT_ELIGIBLE(
            "not-eligible",
            "Chưa đủ điều kiện tốt nghiệp",
            "This learner does not meet the conditions for graduation."),
    WRONG_TYPE(
            "wrong-type",
            "Kiểu dữ liệu không đúng",
            "This must be a single text or number without control characters."),
    UNKNOWN_PROPERTY(
            "unknown-property", "Thuộc tính không có trong mô tả", "This kind of record has no such property."),
    SOURCE_ID(
            "source-id",
            "Mã nguồn không hợp lệ",
            "A source id has 1 to 100 letters, digits or . _ : @ + ~ = - and stands once in a request."),
    SOURCE_ID_MOVED(
            "source-id-moved",
            "Mã nguồn đã gắn với hồ sơ khác",
            "This source id was sent before for another record; one source id names one record for good.");

    private final String code;
    private final String label;
    private final String english;

    FaultKind(String code, String label, String english) {
        this.code = code;
        this.label = label;
        this.english = english;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    /** The same for those who do not read Vietnamese: what is wrong, in one sentence. */
    public String english() {
        return english;
    }
}
