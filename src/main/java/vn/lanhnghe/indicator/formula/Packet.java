package vn.lanhnghe.indicator.formula;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.indicator.formula.Term.Side;

/** Bộ chỉ tiêu and số liệu as neutral data for other systems; what QCVN 125 calls the fields is said in a mapping file (provisional). */
public record Packet(LocalDate asAt, List<Indicator> set, List<Datum> data) {

    /** {@code required} is in the indicator's unit; the two sides are told in words. */
    public record Indicator(
            String code,
            int version,
            String name,
            String unit,
            String direction,
            @Nullable BigDecimal required,
            @Nullable String numerator,
            @Nullable String denominator,
            String clause,
            boolean verified) {}

    /** No value where there is nothing to divide by, with the reason. */
    public record Datum(
            String code,
            LocalDate asAt,
            @Nullable BigDecimal value,
            BigDecimal numerator,
            @Nullable BigDecimal denominator,
            long covered,
            int counted,
            @Nullable String silence) {}

    static Packet of(LocalDate asAt, List<Result> results) {
        return new Packet(
                asAt,
                results.stream().map(it -> indicator(it.formula())).toList(),
                results.stream().map(it -> datum(asAt, it)).toList());
    }

    private static Indicator indicator(Formula it) {
        return new Indicator(
                it.code(),
                it.version(),
                it.name(),
                it.kind().unit(),
                it.direction().name(),
                it.least(),
                it.term(Side.NUMERATOR).map(Term::said).orElse(null),
                it.term(Side.DENOMINATOR).map(Term::said).orElse(null),
                it.clause(),
                it.verified());
    }

    private static Datum datum(LocalDate asAt, Result it) {
        var amounts = it.amounts();
        return new Datum(
                it.formula().code(),
                asAt,
                it.silence() == null ? amounts.value(it.formula()) : null,
                amounts.numerator(),
                amounts.denominator(),
                it.covered(),
                it.shares().size(),
                it.silence());
    }
}
