package vn.lanhnghe.target;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.indicator.Definition;
import vn.lanhnghe.indicator.Figure;
import vn.lanhnghe.indicator.Measured;

/** What is still missing to a milestone: how many institutions more, and which of them have the least left to do. */
public record Gap(long needed, List<Effort> efforts) {

    /**
     * One institution that has not met the formula: how many results and diplomas it has yet to record. {@code begun} is false where
     * it has no records from which that could be told.
     */
    public record Effort(
            Measured institution,
            long results,
            long diplomas,
            boolean begun,
            @Nullable Reminder reminder) {

        public long records() {
            return results + diplomas;
        }
    }

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /** How many more of the denominator must meet the formula before the milestone's threshold is reached; 0 where it is, or there is none. */
    static long needed(Figure figure, Milestone milestone) {
        var threshold = milestone.threshold();
        if (threshold == null || figure.denominator() == 0) {
            return 0;
        }
        var share = threshold.multiply(BigDecimal.valueOf(figure.denominator())).divide(WHOLE);
        var least = share.setScale(0, RoundingMode.CEILING).longValueExact();
        if (">".equals(milestone.comparison()) && share.compareTo(BigDecimal.valueOf(least)) == 0) {
            least++;
        }
        return Math.clamp(least - figure.numerator(), 0L, Math.max(0, figure.denominator() - figure.numerator()));
    }

    static Effort effort(Measured it, Definition definition, @Nullable Reminder reminder) {
        return new Effort(
                it,
                it.results() ? 0 : missing(it.resultsDone(), it.resultsDue(), definition.resultShare()),
                it.diplomas() ? 0 : missing(it.diplomasDone(), it.diplomasDue(), definition.diplomaShare()),
                it.process() && (it.results() || it.resultsDue() > 0) && (it.diplomas() || it.diplomasDue() > 0),
                reminder);
    }

    /** The least effort first; those that have not begun last. */
    static List<Effort> ranked(List<Effort> efforts) {
        return efforts.stream()
                .sorted(Comparator.comparing(Effort::begun)
                        .reversed()
                        .thenComparing(Effort::records)
                        .thenComparing(it -> it.institution().name()))
                .toList();
    }

    /** How many more of those due must be there for the share to be reached; one at least, for none is never enough. */
    private static long missing(long done, long due, BigDecimal share) {
        var least = share.multiply(BigDecimal.valueOf(due))
                .divide(WHOLE)
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
        return Math.max(due == 0 ? 0 : 1, least - done);
    }
}
