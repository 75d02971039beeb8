package vn.lanhnghe.person.competence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Cách tính mức: what answers come to by the rule of their version. */
record Reckoning(Map<Integer, Line> domains, int overall) {

    /** Average of a domain's answers and the level it makes. */
    record Line(BigDecimal average, int level) {}

    /** What questions that are all answered come to. */
    static Reckoning of(List<Question> questions, QuestionSet rule) {
        return of(
                questions.stream()
                        .collect(Collectors.groupingBy(
                                Question::domain,
                                Collectors.mapping(it -> Objects.requireNonNull(it.chosen()), Collectors.toList()))),
                rule);
    }

    /** {@code answers}: the levels chosen, by domain. */
    static Reckoning of(Map<Integer, ? extends Collection<Integer>> answers, QuestionSet rule) {
        var domains = new TreeMap<Integer, Line>();
        answers.forEach((domain, levels) -> {
            var sum = levels.stream().mapToInt(Integer::intValue).sum();
            var average = BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(levels.size()), 2, RoundingMode.HALF_UP);
            domains.put(domain, new Line(average, level(average, rule.roundUpFrom())));
        });
        var whole = domains.values().stream()
                .map(Line::average)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(domains.size()), 2, RoundingMode.HALF_UP);
        var lowest = domains.values().stream().mapToInt(Line::level).min().orElseThrow();
        return new Reckoning(domains, Math.min(level(whole, rule.roundUpFrom()), lowest + rule.mostAboveLowest()));
    }

    private static int level(BigDecimal average, BigDecimal roundUpFrom) {
        var full = average.setScale(0, RoundingMode.FLOOR);
        return full.intValue() + (average.subtract(full).compareTo(roundUpFrom) >= 0 ? 1 : 0);
    }
}
