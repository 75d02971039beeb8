package vn.lanhnghe.credential.verifying;

/** What a check of a diploma can answer; each says in Vietnamese and English what it means and what to do next. */
public enum Outcome {
    VALID(
            "ok",
            "Hợp lệ",
            "Valid",
            "Văn bằng này có trong sổ, chữ ký số đúng và đang có hiệu lực.",
            "This diploma is in the register, its signature is intact and it is in force.",
            "So từng dòng ở trên với giấy trên tay. Khác một chữ cũng nên hỏi lại cơ sở cấp.",
            "Compare every line above with the paper in your hand. If anything differs, ask the issuer."),
    REVOKED(
            "bad",
            "Đã thu hồi",
            "Revoked",
            "Văn bằng này đã bị thu hồi và không còn giá trị.",
            "This diploma has been revoked and is no longer valid.",
            "Không chấp nhận văn bằng này. Nếu người nộp cho rằng có nhầm lẫn, họ liên hệ cơ sở cấp.",
            "Do not accept it. The holder may contact the issuer if they believe this is a mistake."),
    SUSPENDED(
            "warn",
            "Tạm dừng hiệu lực",
            "Suspended",
            "Văn bằng này đang bị tạm dừng hiệu lực.",
            "This diploma is suspended for the time being.",
            "Chưa nên chấp nhận. Hỏi cơ sở cấp, hoặc tra cứu lại khi có quyết định tiếp theo.",
            "Do not rely on it yet. Ask the issuer, or check again later."),
    ANNULLED(
            "bad",
            "Đã huỷ bỏ",
            "Annulled",
            "Văn bằng này đã bị huỷ bỏ: nó được coi như chưa từng cấp.",
            "This diploma has been annulled: it counts as never issued.",
            "Không chấp nhận văn bằng này. Nếu người nộp cho rằng có nhầm lẫn, họ liên hệ cơ sở cấp.",
            "Do not accept it. The holder may contact the issuer if they believe this is a mistake."),
    REPLACED(
            "warn",
            "Đã thay bằng văn bằng khác",
            "Replaced",
            "Văn bằng này là thật nhưng đã được thay bằng một văn bằng cấp sau.",
            "This diploma is genuine but has been replaced by a later one.",
            "Yêu cầu người nộp đưa văn bằng mới và tra cứu lại bằng mã trên đó.",
            "Ask the holder for the new diploma and check the code on it."),
    ALTERED(
            "bad",
            "Dữ liệu đã bị thay đổi",
            "Altered",
            "Bản ghi mang mã này không khớp với chữ ký số, nên không thể tin nội dung của nó.",
            "The record with this code does not match its signature, so its content cannot be trusted.",
            "Không chấp nhận văn bằng này cho đến khi cơ sở cấp trả lời. Hệ thống đã ghi lại lần kiểm tra này.",
            "Do not accept it until the issuer has answered. This check has been logged."),
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
