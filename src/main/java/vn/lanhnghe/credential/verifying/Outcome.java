package vn.lanhnghe.credential.verifying;

/** What a check of a diploma can answer; each says in Vietnamese and English what it means and what to do next. */
public enum Outcome {
    VALID(
            "ok",
            "Hợp lệ",
            "Valid",
            "Văn bằng này có trong sổ, chữ ký số đúng và đang có hiệu lực.",
            "This diploma is in the register, its signature is intact and it is in force.",
            "So từng dòng với giấy trên tay. Khác một chữ cũng nên hỏi lại cơ sở cấp.",
            "Compare every line with the paper in your hand. If anything differs, ask the issuer."),
    CORRECTED(
            "ok",
            "Hợp lệ, đã được chỉnh sửa",
            "Valid, with corrections",
            "Văn bằng này có hiệu lực; một số nội dung đã được chỉnh sửa bằng quyết định ghi bên dưới.",
            "This diploma is in force; some of its content was corrected by the decision shown below.",
            "Dùng nội dung sau chỉnh sửa. Người nộp có quyết định chỉnh sửa kèm theo văn bằng.",
            "Rely on the corrected content. The holder has the decision that goes with the diploma."),
    COPY(
            "ok",
            "Bản sao hợp lệ",
            "Valid certified copy",
            "Đây là mã của bản sao cấp từ sổ gốc; văn bằng gốc đang có hiệu lực.",
            "This is the code of a certified copy from the register; the diploma itself is in force.",
            "So từng dòng với bản sao trên tay. Bản sao từ sổ gốc có giá trị như bản chính.",
            "Compare every line with the copy in your hand. A copy from the register is worth what the original is worth."),
    NOT_LICENSED(
            "warn",
            "Có trong sổ, chưa rõ phép đào tạo",
            "In the register, licence not shown",
            "Văn bằng này thật, nhưng ngày công nhận, sổ giấy phép không ghi cơ sở cấp được đào tạo ngành, nghề và trình độ này.",
            "The diploma is genuine, but on the day of the decision the register of licences does not show this issuer as licensed for this occupation and level.",
            "Hỏi cơ sở cấp giấy phép đào tạo tại ngày công nhận, hoặc hỏi Sở Giáo dục và Đào tạo trước khi dùng.",
            "Ask the issuer for the licence of that day, or ask the city's department before you rely on it."),
    OVER_QUOTA(
            "warn",
            "Có trong sổ, khoá học vượt quy mô",
            "In the register, course above its quota",
            "Văn bằng này thật và đang có hiệu lực, nhưng khoá học đã tuyển nhiều hơn quy mô trong giấy phép.",
            "The diploma is genuine and in force, but its course took in more learners than the licence allowed.",
            "Văn bằng không mất hiệu lực vì điều này. Nếu cần chắc chắn, hỏi cơ sở cấp hoặc Sở Giáo dục và Đào tạo.",
            "This does not take the diploma out of force. If in doubt, ask the issuer or the city's department."),
    TRAINING(
            "ok",
            "Chứng nhận bồi dưỡng hợp lệ",
            "Valid certificate of training",
            "Chứng nhận bồi dưỡng này có trong sổ, chữ ký số đúng và còn hiệu lực.",
            "This certificate of training is in the register, its signature is intact and it is in force.",
            "So từng dòng với giấy trên tay. Khác một chữ cũng nên hỏi lại đơn vị cấp.",
            "Compare every line with the paper in your hand. If anything differs, ask the issuer."),
    TRAINING_REVOKED(
            "bad",
            "Chứng nhận bồi dưỡng đã thu hồi",
            "Certificate of training revoked",
            "Chứng nhận bồi dưỡng này đã bị thu hồi và không còn giá trị.",
            "This certificate of training has been revoked and is no longer valid.",
            "Không chấp nhận chứng nhận này. Nếu người nộp cho rằng có nhầm lẫn, họ liên hệ đơn vị cấp.",
            "Do not accept it. The holder may contact the issuer if they believe this is a mistake."),
    SUSPENDED(
            "warn",
            "Tạm dừng hiệu lực",
            "Suspended",
            "Văn bằng này đang bị tạm dừng hiệu lực.",
            "This diploma is suspended for the time being.",
            "Chưa nên chấp nhận. Hỏi cơ sở cấp, hoặc tra cứu lại khi có quyết định tiếp theo.",
            "Do not rely on it yet. Ask the issuer, or check again later."),
    REPLACED(
            "warn",
            "Đã thay bằng văn bằng khác",
            "Replaced",
            "Văn bằng này là thật nhưng đã được thay bằng một văn bằng cấp sau.",
            "This diploma is genuine but has been replaced by a later one.",
            "Yêu cầu người nộp đưa văn bằng mới và tra cứu lại bằng mã trên đó.",
            "Ask the holder for the new diploma and check the code on it."),
    REVOKED(
            "bad",
            "Đã thu hồi",
            "Revoked",
            "Văn bằng này đã bị thu hồi và không còn giá trị.",
            "This diploma has been revoked and is no longer valid.",
            "Không chấp nhận văn bằng này. Nếu người nộp cho rằng có nhầm lẫn, họ liên hệ cơ sở cấp.",
            "Do not accept it. The holder may contact the issuer if they believe this is a mistake."),
    ANNULLED(
            "bad",
            "Đã huỷ bỏ",
            "Annulled",
            "Văn bằng này đã bị huỷ bỏ: nó được coi như chưa từng cấp.",
            "This diploma has been annulled: it counts as never issued.",
            "Không chấp nhận văn bằng này. Nếu người nộp cho rằng có nhầm lẫn, họ liên hệ cơ sở cấp.",
            "Do not accept it. The holder may contact the issuer if they believe this is a mistake."),
    PAPER_DIFFERS(
            "bad",
            "Giấy khác với sổ",
            "The paper differs from the register",
            "Văn bằng mang mã này có thật, nhưng giấy bạn đưa ghi khác sổ ở các dòng đánh dấu bên dưới.",
            "A diploma with this code exists, but what you handed in says something else where marked below.",
            "Không chấp nhận giấy này. Đề nghị người nộp đưa bản chính, hoặc báo nghi giả cho cơ sở cấp.",
            "Do not accept this paper. Ask for the original, or report it to the issuer."),
    FILE_ALTERED(
            "bad",
            "Tệp đã bị sửa sau khi ký",
            "The file was changed after it was signed",
            "Chữ ký số trong tệp không còn khớp với nội dung của tệp.",
            "The digital signature in the file no longer matches its content.",
            "Không chấp nhận tệp này. Đề nghị người nộp gửi lại tệp gốc tải từ hệ thống.",
            "Do not accept this file. Ask the holder for the file as downloaded from this platform."),
    UNKNOWN_ISSUER(
            "bad",
            "Không rõ đơn vị ký",
            "Not signed by an issuer we know",
            "Chữ ký trong tệp không phải của cơ sở nào trong sổ. Tên cơ sở ghi trong tệp ai cũng tự ghi được.",
            "The file is not signed by any institution in our register. Anybody can write a college's name into a file.",
            "Không chấp nhận tệp này như văn bằng số của thành phố. Hỏi thẳng cơ sở mà tệp nêu tên.",
            "Do not accept the file as a diploma of this city. Ask the institution it names directly."),
    KEY_NOT_TRUSTED(
            "bad",
            "Khoá ký không còn tin được",
            "Signed with a key that was not trusted then",
            "Chữ ký đúng về kỹ thuật, nhưng được tạo bằng một khoá không có giá trị vào lúc ký, hoặc đã báo lộ.",
            "The signature computes, but it was made with a key that was not valid at that time or was reported stolen.",
            "Chưa chấp nhận. Hỏi cơ sở cấp; văn bằng thật sẽ được ký lại bằng khoá mới.",
            "Do not accept it yet. Ask the issuer, who signs genuine diplomas again with a new key."),
    ALTERED(
            "bad",
            "Dữ liệu đã bị thay đổi",
            "Altered",
            "Bản ghi mang mã này không khớp với chữ ký số, nên không thể tin nội dung của nó.",
            "The record with this code does not match its signature, so its content cannot be trusted.",
            "Không chấp nhận văn bằng này cho đến khi cơ sở cấp trả lời. Hệ thống đã ghi lại lần kiểm tra này.",
            "Do not accept it until the issuer has answered. This check has been logged."),
    STATUS_GONE(
            "warn",
            "Chưa biết còn hiệu lực không",
            "Status not known",
            "Chữ ký đúng, nhưng danh sách tình trạng mà tệp dẫn tới không có trong hệ thống.",
            "The signature is right, but the status list it refers to is not on this platform.",
            "Tra cứu lại bằng mã in trên văn bằng, hoặc hỏi cơ sở cấp.",
            "Check again by the printed code, or ask the issuer."),
    LINK_ELSEWHERE(
            "bad",
            "Mã QR dẫn tới trang khác",
            "The QR code leads elsewhere",
            "Mã QR trên giấy không dẫn tới trang tra cứu này. Người làm giả hay in mã dẫn tới một trang giống như thật.",
            "The QR code does not lead to this site. Forgers print codes that lead to a look-alike page.",
            "Đừng tin trang mà mã đó mở ra. Gõ số hiệu, họ tên và ngày sinh in trên giấy vào ô tra cứu ở đây.",
            "Do not trust the page it opens. Type the serial number, name and birth date from the paper here instead."),
    UNREADABLE(
            "warn",
            "Không đọc được tệp",
            "The file could not be read",
            "Hệ thống không đọc được văn bằng nào từ tệp này.",
            "No diploma could be read from this file.",
            "Chụp lại thẳng, đủ sáng, thấy rõ mã QR; hoặc gõ mã in dưới mã QR.",
            "Take the picture again, straight and well lit with the QR code in view, or type the code below it."),
    NOT_FOUND(
            "warn",
            "Không tìm thấy",
            "Not found",
            "Không có văn bằng nào khớp với những gì bạn nhập.",
            "No diploma matches what you entered.",
            "Kiểm tra lại từng ô; họ tên cần đúng dấu như trên giấy hoặc không dấu. Văn bằng cấp trước khi trường dùng nền tảng này có thể chưa có ở đây: hãy hỏi cơ sở cấp.",
            "Check each field. Diplomas issued before the college joined this platform may not be here: ask the issuer."),
    NOT_OUR_CODE(
            "warn",
            "Không phải mã của hệ thống",
            "Not our code",
            "Mã này không do nền tảng cấp, hoặc bị gõ nhầm một ký tự.",
            "This code was not given by this platform, or one character was mistyped.",
            "Mã có dạng LN-XXXXX-XXXXX-XX, in dưới mã QR. Nếu giấy in một mã khác dạng, đó không phải mã của hệ thống này.",
            "Codes look like LN-XXXXX-XXXXX-XX and are printed below the QR code.");

    private final String kind;
    private final String label;
    private final String english;
    private final String meaning;
    private final String meaningEnglish;
    private final String next;
    private final String nextEnglish;

    Outcome(
            String kind,
            String label,
            String english,
            String meaning,
            String meaningEnglish,
            String next,
            String nextEnglish) {
        this.kind = kind;
        this.label = label;
        this.english = english;
        this.meaning = meaning;
        this.meaningEnglish = meaningEnglish;
        this.next = next;
        this.nextEnglish = nextEnglish;
    }

    public String kind() {
        return kind;
    }

    public String label() {
        return label;
    }

    public String english() {
        return english;
    }

    public String meaning() {
        return meaning;
    }

    public String meaningEnglish() {
        return meaningEnglish;
    }

    public String next() {
        return next;
    }

    public String nextEnglish() {
        return nextEnglish;
    }

    public String sign() {
        return switch (kind) {
            case "ok" -> "✓";
            case "bad" -> "✕";
            default -> "?";
        };
    }
}
