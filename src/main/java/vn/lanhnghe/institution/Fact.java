package vn.lanhnghe.institution;

import java.util.List;

/** A field of an institution's entry that is kept with its dates; how it is called and what kind of value it holds. */
public enum Fact {
    NAME("Tên cơ sở", Kind.TEXT, 250),
    NAME_EN("Tên tiếng Anh", Kind.TEXT, 250),
    TYPE("Loại hình", Kind.CHOICE, 20),
    OWNERSHIP("Sở hữu", Kind.CHOICE, 40),
    GOVERNING_BODY("Cơ quan chủ quản", Kind.TEXT, 200),
    AUTONOMY("Mức tự chủ tài chính", Kind.CHOICE, 20),
    STATUS("Tình trạng", Kind.CHOICE, 20),
    FOUNDED_ON("Ngày thành lập", Kind.DAY, 10),
    ADDRESS("Địa chỉ trụ sở", Kind.TEXT, 250),
    WARD("Phường, xã", Kind.CHOICE, 60),
    LOCATION("Toạ độ trụ sở", Kind.POINT, 60),
    PHONE("Điện thoại", Kind.PHONE, 30),
    EMAIL("Thư điện tử", Kind.EMAIL, 120),
    WEBSITE("Trang web chính thức", Kind.WEBSITE, 150),
    NATIONAL_CODE("Mã trường quốc gia", Kind.CODE, 20),
    AGENCY_CODE("Mã định danh điện tử", Kind.CODE, 35),
    TAX_CODE("Mã số thuế", Kind.TAX, 14);

    /** What kind of value. */
    public enum Kind {
        TEXT,
        CHOICE,
        DAY,
        POINT,
        PHONE,
        EMAIL,
        WEBSITE,
        CODE,
        TAX
    }

    /** Facts that an entry cannot be without. */
    static final List<Fact> NEEDED = List.of(NAME, TYPE, OWNERSHIP, STATUS);

    private final String label;
    private final Kind kind;
    private final int longest;

    Fact(String label, Kind kind, int longest) {
        this.label = label;
        this.kind = kind;
        this.longest = longest;
    }

    public String label() {
        return label;
    }

    public Kind kind() {
        return kind;
    }

    public int longest() {
        return longest;
    }
}
