package vn.lanhnghe.credential.life;

import java.util.EnumSet;
import java.util.Set;
import vn.lanhnghe.credential.DiplomaState;
import vn.lanhnghe.credential.issuing.Entry;

/** What a decision may do to diplomas that were released. */
public enum Turn {
    SUSPEND("Tạm dừng hiệu lực", "CREDENTIAL_REVOKE", DiplomaState.SUSPENDED, Entry.Kind.SUSPENDED, DiplomaState.VALID),
    RESTORE("Khôi phục hiệu lực", "CREDENTIAL_REVOKE", DiplomaState.VALID, Entry.Kind.RESTORED, DiplomaState.SUSPENDED),
    REVOKE(
            "Thu hồi",
            "CREDENTIAL_REVOKE",
            DiplomaState.REVOKED,
            Entry.Kind.REVOKED,
            DiplomaState.VALID,
            DiplomaState.SUSPENDED),
    ANNUL(
            "Huỷ bỏ",
            "CREDENTIAL_REVOKE",
            DiplomaState.ANNULLED,
            Entry.Kind.ANNULLED,
            DiplomaState.VALID,
            DiplomaState.SUSPENDED),
    CORRECT("Chỉnh sửa nội dung", "CREDENTIAL_REVOKE", DiplomaState.VALID, Entry.Kind.CORRECTED, DiplomaState.VALID),
    REISSUE(
            "Cấp lại có chỉnh sửa",
            "CREDENTIAL_PREPARE",
            DiplomaState.REPLACED,
            Entry.Kind.REPLACED,
            DiplomaState.VALID),
    REPLACE(
            "Cấp lại vì mất, hỏng",
            "CREDENTIAL_PREPARE",
            DiplomaState.REPLACED,
            Entry.Kind.REPLACED,
            DiplomaState.VALID);

    private final String label;
    private final String authority;
    private final DiplomaState to;
    private final Entry.Kind entry;
    private final Set<DiplomaState> from;

    Turn(String label, String authority, DiplomaState to, Entry.Kind entry, DiplomaState first, DiplomaState... rest) {
        this.label = label;
        this.authority = authority;
        this.to = to;
        this.entry = entry;
        this.from = EnumSet.of(first, rest);
    }

    public String label() {
        return label;
    }

    /** Who may decide it. */
    public String authority() {
        return authority;
    }

    public DiplomaState to() {
        return to;
    }

    Entry.Kind entry() {
        return entry;
    }

    public boolean possible(DiplomaState state) {
        return from.contains(state);
    }

    /** Does the diploma go out of force for good, with nothing in its place? */
    public boolean ends() {
        return this == REVOKE || this == ANNUL;
    }

    /** Does it put something in the place of what is printed? */
    public boolean corrects() {
        return this == CORRECT || this == REISSUE;
    }

    /** Is another diploma issued, which takes this one's place when it is released? */
    public boolean reissues() {
        return this == REISSUE || this == REPLACE;
    }

    /** What can be said to whoever is about to do it about taking it back. */
    public String undoing() {
        return switch (this) {
            case SUSPEND -> "Khôi phục được bằng một quyết định sau.";
            case RESTORE -> "Tạm dừng lại được bằng một quyết định sau.";
            case REVOKE, ANNUL -> "Không đảo lại được: văn bằng hết hiệu lực vĩnh viễn.";
            case CORRECT -> "Nội dung in ban đầu vẫn giữ và vẫn xem được; chỉnh sửa lại được bằng một quyết định sau.";
            case REISSUE, REPLACE ->
                "Văn bằng cũ còn hiệu lực cho đến khi văn bằng mới phát hành; trước lúc đó trả lại được văn bằng mới.";
        };
    }
}
