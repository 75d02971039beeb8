package vn.lanhnghe.signing;

/** Who signs with a key, as its certificate names them; the id is the institution's, 0 for the platform itself. */
public record KeyOwner(long id, String name) {

    public static final KeyOwner PLATFORM = new KeyOwner(0, "Nền tảng dữ liệu Lành Nghề");
}
