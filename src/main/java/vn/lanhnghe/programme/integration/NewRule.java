package vn.lanhnghe.programme.integration;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a new version of the rule asks for; {@code measures} by level of training, a level left out is not ruled. */
public record NewRule(
        boolean taught, boolean assessed, @Nullable LocalDate validFrom, String note, Map<String, Asked> measures) {

    /** So many domains, at such a level of the framework. */
    public record Asked(int domains, int rank) {}
}
