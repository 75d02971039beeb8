package vn.lanhnghe.programme.integration;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a programme counts as integrated: at least so many domains of a framework at such a level, by level of training. */
public record Rule(
        long id,
        int number,
        String frameworkCode,
        boolean taught,
        boolean assessed,
        String clause,
        boolean verified,
        String note,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String madeByName,
        OffsetDateTime madeAt,
        List<Measure> measures) {

    /** What is asked of one level of training; {@code rank} is the framework's level, counted from 1. */
    public record Measure(long ruleId, String level, int domains, int rank) {}

    public Optional<Measure> measure(String level) {
        return measures.stream().filter(it -> it.level().equals(level)).findFirst();
    }
}
