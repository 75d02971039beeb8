package vn.lanhnghe.indicator.formula;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.indicator.formula.Term.Side;

/** Rows of a formula that can be looked at: those of one side, or those of the denominator that the numerator does not have. */
public record Opened(Which which, Term term, @Nullable Term without) {

    public enum Which {
        NUMERATOR("Tử số"),
        DENOMINATOR("Mẫu số"),
        MISSING("Còn thiếu");

        private final String label;

        Which(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    static Optional<Opened> of(Formula formula, Which which) {
        return switch (which) {
            case NUMERATOR -> formula.term(Side.NUMERATOR).map(it -> new Opened(which, it, null));
            case DENOMINATOR -> formula.term(Side.DENOMINATOR).map(it -> new Opened(which, it, null));
            case MISSING ->
                formula.term(Side.DENOMINATOR)
                        .flatMap(whole -> formula.term(Side.NUMERATOR)
                                .filter(part -> part.set().equals(whole.set())
                                        && part.summed() == null
                                        && whole.summed() == null
                                        && part.yearsBack() == whole.yearsBack())
                                .map(part -> new Opened(which, whole, part)));
        };
    }

    /** How many rows there are, by what the two sides come to; null where a number is added up rather than rows counted. */
    @Nullable
    Long count(Amounts amounts) {
        var under = amounts.denominator();
        if (term.summed() != null || under == null && which != Which.NUMERATOR) {
            return null;
        }
        return switch (which) {
            case NUMERATOR -> amounts.numerator().longValue();
            case DENOMINATOR -> Objects.requireNonNull(under).longValue();
            // a part of the numerator may lie outside the denominator
            case MISSING -> null;
        };
    }

    public String said() {
        return without == null
                ? term.said()
                : "Có ở mẫu số mà chưa có ở tử số. Mẫu số: %s. Tử số: %s".formatted(term.said(), without.said());
    }
}
