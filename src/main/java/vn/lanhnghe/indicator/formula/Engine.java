package vn.lanhnghe.indicator.formula;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lanhnghe.indicator.formula.Formula.Kind;
import vn.lanhnghe.indicator.formula.Share.Tiers;

/** The engine: a formula, a day, and what the facts come to; each institution by itself, so that every level adds up to the one above. */
@Component
class Engine {

    private final FormulaRepository formulas;
    private final FactRepository facts;
    private final Kept kept;
    private final Clock clock;

    Engine(FormulaRepository formulas, FactRepository facts, Kept kept, Clock clock) {
        this.formulas = formulas;
        this.facts = facts;
        this.kept = kept;
        this.clock = clock;
    }

    Result compute(Formula formula, LocalDate asAt) {
        return compute(List.of(formula), asAt).getFirst();
    }

    /** Several formulas on one day: institutions are read once, and so is each set of facts that was not counted yet. */
    List<Result> compute(List<Formula> several, LocalDate asAt) {
        var run = new Run(asAt, several);
        return several.stream().map(it -> run.compute(it, new HashSet<>())).toList();
    }

    private record Held(Amounts amounts, boolean covered, Tiers tiers) {}

    /** One day's computing: what other formulas demand, and everything that was counted for it. */
    private class Run {

        private final LocalDate asAt;
        private final Map<String, Formula> inUse = new HashMap<>();
        private final Map<String, List<FactRepository.Sum>> counted;
        private final Map<String, List<FactRepository.Sum>> today;
        private final Map<List<String>, List<Share.Place>> places = new HashMap<>();
        private final Map<String, Set<Long>> since = new HashMap<>();

        Run(LocalDate asAt, List<Formula> several) {
            this.asAt = asAt;
            if (several.stream().anyMatch(it -> it.kind() == Kind.MEETING)) {
                formulas.list(asAt).forEach(it -> inUse.put(it.code(), it));
            }
            var asked = new LinkedHashMap<String, Kept.Asked>();
            several.forEach(it -> ask(it, asked, new HashSet<>()));
            counted = kept.count(List.copyOf(asked.values()), asAt);
            var now = LocalDate.now(clock);
            today = asAt.isBefore(now)
                    ? kept.count(
                            asked.values().stream()
                                    .filter(Kept.Asked.Presence.class::isInstance)
                                    .toList(),
                            now)
                    : counted;
        }

        /** Institutions that have records today, of every set that is asked. */
        private Set<Long> since(Formula formula) {
            return formula.kind() == Kind.MEETING || formula.lacking() != null || today == counted
                    ? Set.of()
                    : since.computeIfAbsent(formula.code(), code -> present(formula, today));
        }

        private void ask(Formula formula, Map<String, Kept.Asked> asked, Set<String> above) {
            if (formula.lacking() != null || !above.add(formula.code())) {
                return;
            }
            for (var demand : formula.demands()) {
                var under = inUse.get(demand.code());
                if (under != null) {
                    ask(under, asked, above);
                }
            }
            if (formula.kind() != Kind.MEETING) {
                var sides = new Kept.Asked.Sides(formula);
                asked.put(sides.key(), sides);
                formula.terms().forEach(it -> {
                    var presence = new Kept.Asked.Presence(it.set());
                    asked.put(presence.key(), presence);
                });
            }
            above.remove(formula.code());
        }

        Result compute(Formula formula, Set<String> above) {
            var shares = new ArrayList<Share>();
            var excluded = new ArrayList<Share>();
            var values = formula.lacking() != null
                    ? Map.<Long, Held>of()
                    : formula.kind() == Kind.MEETING ? meeting(formula, above) : sums(formula);
            for (var place : places.computeIfAbsent(formula.types(), types -> facts.listPlaces(formula, asAt))) {
                var held = values.get(place.id());
                var amounts = held != null
                        ? held.amounts()
                        : formula.kind() == Kind.MEETING ? new Amounts(BigDecimal.ZERO, BigDecimal.ONE) : Amounts.NONE;
                var share = new Share(
                        place, amounts, held != null && held.covered(), held == null ? Tiers.NONE : held.tiers());
                (place.exclusion() == null ? shares : excluded).add(share);
            }
            // those with records first, the lowest value first among them
            shares.sort(Comparator.comparing(Share::covered)
                    .reversed()
                    .thenComparing(it -> it.amounts().value(formula), Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(it -> it.place().name()));
            var late = shares.stream()
                    .filter(it ->
                            !it.covered() && since(formula).contains(it.place().id()))
                    .map(it -> it.place().id())
                    .collect(Collectors.toSet());
            return new Result(formula, asAt, List.copyOf(shares), List.copyOf(excluded), late);
        }

        private Map<Long, Held> sums(Formula formula) {
            var held = new HashMap<Long, Held>();
            var present = present(formula, counted);
            for (var id : present) {
                held.put(id, new Held(Amounts.NONE, true, Tiers.NONE));
            }
            for (var it : counted.getOrDefault(String.valueOf(formula.id()), List.of())) {
                if (it.by() == null && present.contains(it.institutionId())) {
                    held.merge(
                            it.institutionId(),
                            new Held(it.amounts(), true, it.tiers()),
                            (a, b) -> new Held(
                                    a.amounts().plus(b.amounts()),
                                    true,
                                    a.tiers().plus(b.tiers())));
                }
            }
            return held;
        }

        /** Institutions with facts of every set that is asked; without them neither side says anything about an institution. */
        private static Set<Long> present(Formula formula, Map<String, List<FactRepository.Sum>> counted) {
            Set<Long> present = null;
            for (var term : formula.terms()) {
                var some = counted.getOrDefault(term.set().code(), List.of()).stream()
                        .map(FactRepository.Sum::institutionId)
                        .collect(Collectors.toSet());
                if (present == null) {
                    present = some;
                } else {
                    present.retainAll(some);
                }
            }
            return present == null ? Set.of() : present;
        }

        /** Of each institution: 1 of 1 when it reaches every demand, 0 of 1 otherwise. A circle of demands is refused when it is made. */
        private Map<Long, Held> meeting(Formula formula, Set<String> above) {
            if (!above.add(formula.code())) {
                throw new IllegalStateException("formula " + formula.code() + " demands itself");
            }
            var held = new HashMap<Long, Held>();
            for (var demand : formula.demands()) {
                var under = inUse.get(demand.code());
                if (under == null) {
                    return Map.of(); // what it leans on was not in use on that day: nobody can have reached it
                }
                var result = compute(under, above);
                for (var share : result.shares()) {
                    var value = share.amounts().value(under);
                    var met = value != null && value.compareTo(demand.least()) >= 0;
                    held.merge(
                            share.place().id(),
                            new Held(
                                    new Amounts(met ? BigDecimal.ONE : BigDecimal.ZERO, BigDecimal.ONE),
                                    share.covered(),
                                    Tiers.NONE),
                            (a, b) -> new Held(
                                    new Amounts(
                                            a.amounts()
                                                    .numerator()
                                                    .min(b.amounts().numerator()),
                                            BigDecimal.ONE),
                                    a.covered() || b.covered(),
                                    Tiers.NONE));
                }
            }
            above.remove(formula.code());
            return held;
        }
    }

    /** The figure in parts; refuses a breakdown that the formula does not have. The parts add up to the whole. */
    List<Part> parts(Result result, String by) {
        var formula = result.formula();
        Breakdown.check(formula, by);
        var parts = Breakdown.ofPlaces(result, by);
        if (result.unknown()) { // of no part is more known than of the whole
            return parts.stream()
                    .map(it -> new Part(it.key(), it.label(), Amounts.NONE, it.institutions()))
                    .toList();
        }
        return parts.isEmpty() ? ofFacts(result, by) : parts;
    }

    private List<Part> ofFacts(Result result, String by) {
        var counted = new HashSet<Long>();
        result.shares().stream()
                .filter(Share::covered)
                .forEach(it -> counted.add(it.place().id()));
        var amounts = new LinkedHashMap<String, Amounts>();
        var institutions = new HashMap<String, Set<Long>>();
        var field = result.formula().terms().getFirst().set().get(by);
        var sides = new Kept.Asked.Sides(result.formula());
        for (var sum : kept.count(List.of(sides), result.asAt()).getOrDefault(sides.key(), List.of())) {
            if (by.equals(sum.by()) && counted.contains(sum.institutionId())) {
                var key = Objects.requireNonNullElse(sum.part(), "");
                amounts.merge(key, sum.amounts(), Amounts::plus);
                institutions.computeIfAbsent(key, it -> new HashSet<>()).add(sum.institutionId());
            }
        }
        return amounts.entrySet().stream()
                .map(it -> new Part(
                        it.getKey(),
                        it.getKey().isEmpty() ? "Chưa ghi" : field.said(it.getKey()),
                        it.getValue(),
                        Objects.requireNonNull(institutions.get(it.getKey())).size()))
                .sorted(Comparator.comparing(Part::label))
                .toList();
    }
}
