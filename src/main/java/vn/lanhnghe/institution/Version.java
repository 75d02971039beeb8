package vn.lanhnghe.institution;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The facts of an institution from a day on, up to the day before {@code validTo}. */
record Version(
        long id,
        long institutionId,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        Map<String, String> facts) {

    /** The facts of the day among the versions of one institution in order; before its first day, those of its first. */
    static Map<String, String> on(List<Version> life, LocalDate day) {
        return life.stream()
                .filter(it -> !it.validFrom().isAfter(day)
                        && (it.validTo() == null || it.validTo().isAfter(day)))
                .findFirst()
                .or(() -> life.stream().findFirst())
                .map(Version::facts)
                .orElse(Map.of());
    }
}
