package vn.lanhnghe.audit;

/** The acts of weight that the product records. */
public enum ActKind {
    SIGNED_IN("Đăng nhập"),
    SIGN_IN_REFUSED("Đăng nhập bị từ chối"),
    PASSWORD_SET("Đặt mật khẩu"),
    ACCOUNT_OPENED("Mở tài khoản"),
    ACCOUNT_CLOSED("Khoá tài khoản"),
    FILE_UPLOADED("Tải tệp lên"),
    ROW_CORRECTED("Sửa ô dữ liệu"),
    ROW_SET_ASIDE("Để dòng lại"),
    COMMIT_REQUESTED("Yêu cầu ghi vào sổ"),
    BATCH_COMMITTED("Ghi vào sổ"),
    BATCH_FAILED("Ghi không thành"),
    BATCH_DROPPED("Bỏ tệp"),
    BATCH_UNDONE("Hoàn tác tệp"),
    COLUMN_MAPPED("Chỉ cột cho hệ thống"),
    LEARNER_ADMITTED("Ghi hồ sơ học viên"),
    LEARNER_CHANGED("Sửa hồ sơ học viên"),
    LEARNER_READ("Xem hồ sơ học viên"),
    LEARNER_REVEALED("Xem thông tin được che"),
    LEARNERS_EXPORTED("Xuất dữ liệu cá nhân"),
    LEARNERS_MERGED("Gộp hồ sơ trùng"),
    MERGE_UNDONE("Tách hồ sơ đã gộp"),
    GUARDIAN_RECORDED("Ghi người giám hộ"),
    STATUS_CHANGED("Đổi tình trạng học"),
    STATUS_UNDONE("Hoàn tác tình trạng học"),
    CLASS_OPENED("Mở lớp"),
    COURSE_OPENED("Mở sổ điểm môn"),
    MARKS_SUBMITTED("Nộp sổ điểm"),
    MARKS_APPROVED("Duyệt, khoá sổ điểm"),
    MARKS_RETURNED("Trả lại sổ điểm"),
    UNLOCK_ASKED("Đề nghị mở khoá sổ điểm"),
    MARKS_UNLOCKED("Mở khoá sổ điểm"),
    UNLOCK_REFUSED("Không mở khoá sổ điểm"),
    MODULE_EXEMPTED("Miễn, bảo lưu môn"),
    CONDUCT_RECORDED("Ghi kết quả rèn luyện"),
    SCALE_CHOSEN("Chọn cách tính điểm"),
    GRADUATION_OPENED("Mở đợt xét tốt nghiệp"),
    GRADUATION_RUN("Xét điều kiện tốt nghiệp"),
    GRADUATION_DECIDED("Công nhận tốt nghiệp"),
    TRANSCRIPT_ISSUED("Cấp bảng điểm"),
    RESULTS_RECORDED("Ghi kết quả học tập"),
    GRADUATION_PREPARED("Lập danh sách tốt nghiệp"),
    DIPLOMA_SIGNED("Ký văn bằng"),
    DIPLOMA_REVOKED("Thu hồi văn bằng"),
    FILE_DOWNLOADED("Tải dữ liệu xuống"),
    INSTITUTION_OPENED("Ghi cơ sở vào sổ"),
    INSTITUTION_CHANGED("Sửa thông tin cơ sở"),
    INSTITUTION_CONFIRMED("Xác nhận thông tin cơ sở"),
    CHANGE_REQUESTED("Đề nghị sửa thông tin"),
    CHANGE_APPROVED("Duyệt đề nghị"),
    CHANGE_REJECTED("Không duyệt đề nghị"),
    CHANGE_WITHDRAWN("Rút đề nghị"),
    CHANGE_UNDONE("Hoàn tác thay đổi"),
    LEADER_APPOINTED("Ghi người đứng đầu, hội đồng"),
    INFRASTRUCTURE_RECORDED("Kê hạ tầng số"),
    LICENCE_RECORDED("Ghi giấy chứng nhận"),
    LICENCE_CORRECTED("Sửa giấy chứng nhận"),
    LICENCE_LINE_WITHDRAWN("Thu hẹp giấy chứng nhận"),
    SUCCESSION_RECORDED("Ghi sáp nhập, chia tách, chuyển đổi"),
    SUCCESSION_UNDONE("Hoàn tác sáp nhập, chia tách, chuyển đổi"),
    LISTS_RECONCILED("Đối chiếu danh sách"),
    BOUNDARIES_UPLOADED("Tải lên địa giới"),
    BOUNDARIES_USED("Dùng bộ địa giới"),
    BOUNDARIES_RETIRED("Quay lại sơ đồ"),
    BOUNDARIES_DROPPED("Bỏ bộ địa giới"),
    LAW_SUPERSEDED("Ghi văn bản hết hiệu lực"),
    LAW_REINSTATED("Hoàn tác văn bản hết hiệu lực"),
    API_KEY_CREATED("Tạo khoá kết nối"),
    API_KEY_ROTATED("Đổi bí mật của khoá kết nối"),
    API_KEY_REVOKED("Thu hồi khoá kết nối");

    private final String label;

    ActKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
