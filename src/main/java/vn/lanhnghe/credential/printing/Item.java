package vn.lanhnghe.credential.printing;

import java.util.Objects;
import vn.lanhnghe.credential.DiplomaPaper;
import vn.lanhnghe.ui.Vi;

/** What can be printed on a form, with what a test page shows in its place. */
public enum Item {
    INSTITUTION("Tên trường", "TRƯỜNG CAO ĐẲNG MẪU"),
    AWARD("Tên văn bằng", "Bằng tốt nghiệp cao đẳng"),
    TITLE("Danh hiệu", "Kỹ sư thực hành"),
    FULL_NAME("Họ và tên", "Nguyễn Thị Kim Ngân"),
    BIRTH_DATE("Ngày sinh", "12/03/2004"),
    BIRTH_PLACE("Nơi sinh", "Thành phố Hồ Chí Minh"),
    OCCUPATION("Ngành, nghề", "Công nghệ kỹ thuật cơ khí"),
    RANK("Xếp loại", "Giỏi"),
    DECISION("Quyết định", "125/QĐ-CĐM ngày 01/06/2026"),
    INSTITUTION_EN("Tên trường, nửa tiếng Anh", "TRƯỜNG CAO ĐẲNG MẪU"),
    AWARD_EN("Tên văn bằng bằng tiếng Anh", "Diploma of College Education"),
    FULL_NAME_EN("Họ và tên, nửa tiếng Anh", "Nguyễn Thị Kim Ngân"),
    BIRTH_DATE_EN("Ngày sinh, nửa tiếng Anh", "12/03/2004"),
    BIRTH_PLACE_EN("Nơi sinh, nửa tiếng Anh", "Thành phố Hồ Chí Minh"),
    OCCUPATION_EN("Ngành, nghề, nửa tiếng Anh", "Công nghệ kỹ thuật cơ khí"),
    RANK_EN("Xếp loại bằng tiếng Anh", "Very good"),
    DECISION_EN("Quyết định, nửa tiếng Anh", "125/QĐ-CĐM, 01/06/2026"),
    SERIAL("Số hiệu", "C260001"),
    REGISTER_NUMBER("Số vào sổ gốc", "1/2026-CĐ"),
    CODE("Mã tra cứu", "LN-XXXXX-XXXXX-XX"),
    QR("Mã QR", ""),
    PHOTO("Khung ảnh 3×4", "");

    private final String label;
    private final String sample;

    Item(String label, String sample) {
        this.label = label;
        this.sample = sample;
    }

    public String label() {
        return label;
    }

    public String sample() {
        return sample;
    }

    /** Is it drawn instead of written? Then its width is what counts. */
    public boolean drawn() {
        return this == QR || this == PHOTO;
    }

    /** How high it is when it is drawn, in widths. */
    public double ratio() {
        return this == PHOTO ? 4 / 3.0 : 1;
    }

    public boolean english() {
        return name().endsWith("_EN");
    }

    /** What it says of a diploma; empty when that is silent about it. */
    public String text(DiplomaPaper paper) {
        var it = paper.diploma();
        return switch (this) {
            case INSTITUTION, INSTITUTION_EN -> it.institutionName();
            case AWARD -> paper.wording().title();
            case AWARD_EN -> paper.wording().titleEn();
            case TITLE -> paper.title();
            case FULL_NAME, FULL_NAME_EN -> it.fullName();
            case BIRTH_DATE, BIRTH_DATE_EN -> Vi.day(it.birthDate());
            case BIRTH_PLACE, BIRTH_PLACE_EN -> Objects.requireNonNullElse(it.birthPlace(), "");
            case OCCUPATION, OCCUPATION_EN -> it.occupation();
            case RANK -> paper.wording().rank();
            case RANK_EN -> paper.wording().rankEn();
            case DECISION -> "%s ngày %s".formatted(it.decisionNumber(), Vi.day(it.decidedOn()));
            case DECISION_EN -> "%s, %s".formatted(it.decisionNumber(), Vi.day(it.decidedOn()));
            case SERIAL -> Objects.requireNonNullElse(it.serial(), "");
            case REGISTER_NUMBER -> Objects.requireNonNullElse(it.registerNumber(), "");
            case CODE -> it.printedCode();
            case QR, PHOTO -> "";
        };
    }
}
