package vn.lanhnghe.credential.life;

import java.util.EnumSet;
import java.util.Set;
import vn.lanhnghe.credential.DiplomaState;
import vn.lanhnghe.credential.issuing.Entry;

/** What a decision may do to diplomas that were released. */
public enum Turn {
    SUSPEND("Tạm dừng hiệu lực", DiplomaState.SUSPENDED, Entry.Kind.SUSPENDED, DiplomaState.VALID),
    RESTORE("Khôi phục hiệu lực", DiplomaState.VALID, Entry.Kind.RESTORED, DiplomaState.SUSPENDED),
    REVOKE("Thu hồi", DiplomaState.REVOKED, Entry.Kind.REVOKED, DiplomaState.VALID, DiplomaState.SUSPENDED),
    ANNUL("Huỷ bỏ", DiplomaState.ANNULLED, Entry.Kind.ANNULLED, DiplomaState.VALID, DiplomaState.SUSPENDED);

    private final String label;
    private final DiplomaState to;
    private final Entry.Kind entry;
    private final Set<DiplomaState> from;

    Turn(String label, DiplomaState to, Entry.Kind entry, DiplomaState first, DiplomaState... rest) {
        this.label = label;
        this.to = to;
        this.entry = entry;
        this.from = EnumSet.of(first, rest);
    }

    public String label() {
        return label;
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

    /** Does the diploma never come back from it? */
    public boolean ends() {
        return this == REVOKE || this == ANNUL;
    }
}
