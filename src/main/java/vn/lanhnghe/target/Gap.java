package vn.lanhnghe.target;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.indicator.formula.Amounts;
import vn.lanhnghe.indicator.formula.Formula;
import vn.lanhnghe.indicator.formula.Formula.Kind;
import vn.lanhnghe.indicator.formula.Formulas.Demanded;
import vn.lanhnghe.indicator.formula.Result;
import vn.lanhnghe.indicator.formula.Share;

/** What is still missing to a milestone: how many more of {@code unit}, and which institutions have the least left to do. */
public record Gap(long needed, String unit, List<Effort> efforts) {

    /** One institution that is not there yet, with what it lacks in each thing that is asked of it. */
    public record Effort(
            Share share, List<Lack> lacks, @Nullable Reminder reminder) {

        /** Whether it has records from which each lack could be told. */
        public boolean begun() {
            return lacks.stream().allMatch(it -> it.amount() != null);
        }

        public long records() {
            return lacks.stream()
                    .map(Lack::amount)
                    .filter(Objects::nonNull)
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    /** How many more of {@code unit} an institution needs by one formula; null where it has no record to tell it from. */
    public record Lack(
            Formula formula, String unit, @Nullable Long amount) {}

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /** How many more must be there before the milestone's threshold is reached; 0 where it is, or nothing is measured. */
    static long needed(Amounts amounts, Milestone milestone) {
        var threshold = milestone.threshold();
        var under = amounts.denominator();
        if (threshold == null || under == null || under.signum() == 0) {
            return 0;
        }
        var share = threshold.multiply(under).divide(WHOLE);
        var least = share.setScale(0, RoundingMode.CEILING);
        if (">".equals(milestone.comparison()) && share.compareTo(least) == 0) {
            least = least.add(BigDecimal.ONE);
        }
        return Math.clamp(
                least.subtract(amounts.numerator())
                        .setScale(0, RoundingMode.CEILING)
                        .longValueExact(),
                0L,
                Math.max(0, under.subtract(amounts.numerator()).longValue()));
    }

    /** The gap of a figure to a milestone; {@code demanded} is what it leans on, empty for one that counts facts itself. */
    static Gap of(Result figure, Milestone milestone, List<Demanded> demanded, java.util.Map<Long, Reminder> told) {
        return new Gap(
                needed(figure.amounts(), milestone),
                figure.formula().kind() == Kind.MEETING ? "cơ sở" : unit(figure.formula()),
                ranked(behind(figure, milestone).stream()
                        .map(it -> effort(
                                figure.formula(),
                                it,
                                milestone,
                                demanded,
                                told.get(it.place().id())))
                        .toList()));
    }

    /** Institutions that have not come as far as the milestone asks. */
    static List<Share> behind(Result figure, Milestone milestone) {
        return figure.shares().stream()
                .filter(it -> figure.formula().kind() == Kind.MEETING
                        ? it.amounts().numerator().signum() == 0
                        : !milestone.reached(it.amounts()))
                .toList();
    }

    static Effort effort(
            Formula formula, Share share, Milestone milestone, List<Demanded> demanded, @Nullable Reminder reminder) {
        var lacks = formula.kind() == Kind.MEETING
                ? demanded.stream()
                        .map(it -> lack(
                                it.result().formula(),
                                it.at(share.place().id()).map(Share::amounts),
                                it.demand().least()))
                        .toList()
                : List.of(new Lack(
                        formula,
                        unit(formula),
                        share.amounts().denominator() == null ? null : needed(share.amounts(), milestone)));
        return new Effort(share, lacks, reminder);
    }

    private static Lack lack(Formula formula, Optional<Amounts> amounts, BigDecimal least) {
        if (formula.kind() == Kind.COUNT) {
            var there = amounts.map(Amounts::numerator).orElse(BigDecimal.ZERO);
            return new Lack(formula, unit(formula), Math.max(0, ceiling(least.subtract(there))));
        }
        var under = amounts.map(Amounts::denominator).orElse(null);
        return new Lack(
                formula,
                unit(formula),
                under == null || under.signum() == 0
                        ? null
                        : Math.max(
                                0,
                                ceiling(least.multiply(under)
                                        .divide(WHOLE)
                                        .setScale(0, RoundingMode.CEILING)
                                        .subtract(amounts.orElseThrow().numerator()))));
    }

    private static long ceiling(BigDecimal number) {
        return number.setScale(0, RoundingMode.CEILING).longValueExact();
    }

    private static String unit(Formula formula) {
        return formula.terms().isEmpty()
                ? "cơ sở"
                : formula.terms().getLast().set().unit();
    }

    /** The least effort first; those that have not begun last. */
    static List<Effort> ranked(List<Effort> efforts) {
        return efforts.stream()
                .sorted(Comparator.comparing(Effort::begun)
                        .reversed()
                        .thenComparing(Effort::records)
                        .thenComparing(it -> it.share().place().name()))
                .toList();
    }
}
