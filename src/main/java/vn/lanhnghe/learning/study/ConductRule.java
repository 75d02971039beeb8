package vn.lanhnghe.learning.study;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How conduct is counted and named (TT 40/2026, as data): parts with their most, bands from the best down, caps by discipline. */
public record ConductRule(List<Part> parts, List<Band> bands, List<Cap> caps) {

    public record Part(String code, String label, BigDecimal most) {}

    public record Band(String code, String label, String english, BigDecimal atLeast) {}

    public record Cap(String discipline, String label, String bandCode) {}

    public Band band(BigDecimal total, @Nullable String discipline) {
        var earned = bands.stream()
                .filter(it -> total.compareTo(it.atLeast()) >= 0)
                .findFirst()
                .orElse(bands.getLast());
        return caps.stream()
                .filter(it -> it.discipline().equals(discipline))
                .flatMap(cap -> bands.stream().filter(it -> it.code().equals(cap.bandCode())))
                .filter(cap -> bands.indexOf(cap) > bands.indexOf(earned))
                .findFirst()
                .orElse(earned);
    }

    /** The course's total: the mean of its years, each the mean of its terms; null without any. */
    public @Nullable BigDecimal overall(Collection<Conduct> terms) {
        var years = terms.stream().map(Conduct::year).distinct().sorted().toList();
        return years.isEmpty()
                ? null
                : mean(years.stream().map(year -> year(terms, year)).toList());
    }

    BigDecimal year(Collection<Conduct> terms, int year) {
        return mean(terms.stream()
                .filter(it -> it.year() == year)
                .sorted(Comparator.comparingInt(Conduct::term))
                .map(Conduct::total)
                .toList());
    }

    private static BigDecimal mean(List<BigDecimal> values) {
        return values.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.size()), 1, HALF_UP);
    }
}
