package vn.lanhnghe.learning.graduation;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run found for one learner. */
public record Verdict(
        long enrolmentId,
        String studentCode,
        String fullName,
        String occupation,
        boolean eligible,
        @Nullable BigDecimal average,
        @Nullable String rank,
        List<Condition> conditions) {

    public List<Condition> open() {
        return conditions.stream()
                .filter(it -> it.state() != Condition.State.MET)
                .toList();
    }
}
