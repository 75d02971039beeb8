package vn.lanhnghe.programme.design;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /** Those with none under them: what learners reach and are assessed in. The others are headings. */
    public static List<Outcome> leaves(List<Outcome> outcomes) {
        var parents = outcomes.stream().map(Outcome::parentId).collect(Collectors.toSet());
        return outcomes.stream().filter(it -> !parents.contains(it.id())).toList();
    }
}
