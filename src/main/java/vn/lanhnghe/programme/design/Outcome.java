package vn.lanhnghe.programme.design;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Một chuẩn đầu ra; the identifier stays from version to version, the code says where it stands. */
public record Outcome(
        long id,
        UUID identifier,
        @Nullable Long parentId,
        String code,
        OutcomeKind kind,
        String statement,
        @Nullable Integer hours,
        int place) {

    /** How many statements it hangs under. */
    public int depth() {
        return (int) code.chars().filter(it -> it == '.').count();
    }
}
