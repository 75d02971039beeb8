package vn.lanhnghe.programme.design;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Ma trận bao phủ: outcomes down, components across, in each cell the level that is asked for. */
public record Coverage(
        List<Outcome> outcomes,
        List<Component> components,
        Map<Long, Map<Long, Alignment>> cells,
        List<Alignment> uncounted,
        Map<Long, List<Teaching>> teachings,
        int highest) {

    /** {@code counted}: by alignment, the component it counts for; of two for one component the higher shows. */
    static Coverage of(
            List<Outcome> outcomes,
            List<Component> components,
            List<Alignment> alignments,
            Map<Long, Long> counted,
            List<Teaching> teachings,
            int highest) {
        var cells = alignments.stream()
                .filter(it -> counted.containsKey(it.id()))
                .collect(Collectors.groupingBy(
                        Alignment::outcomeId,
                        Collectors.toMap(
                                it -> Objects.requireNonNull(counted.get(it.id())),
                                Function.identity(),
                                BinaryOperator.maxBy(Comparator.<Alignment, Boolean>comparing(
                                                it -> it.relation() != Relation.RELATED)
                                        .thenComparingInt(Alignment::rank)))));
        return new Coverage(
                outcomes,
                components,
                cells,
                alignments.stream().filter(it -> !counted.containsKey(it.id())).toList(),
                teachings.stream().collect(Collectors.groupingBy(Teaching::outcomeId)),
                highest);
    }

    public @Nullable Alignment cell(Outcome outcome, Component component) {
        return cells.getOrDefault(outcome.id(), Map.of()).get(component.id());
    }

    /** The domains in order, with how many components each has. */
    public Map<String, Long> domains() {
        return components.stream()
                .collect(Collectors.groupingBy(
                        it -> it.domainCode() + ". " + it.domainName(), LinkedHashMap::new, Collectors.counting()));
    }

    /** The highest level that any outcome asks of a component; 0 where none does. What is only related does not count. */
    public int best(Component component) {
        return cells.values().stream()
                .map(it -> it.get(component.id()))
                .filter(it -> it != null && it.relation() != Relation.RELATED)
                .mapToInt(it -> Objects.requireNonNull(it).rank())
                .max()
                .orElse(0);
    }

    /** Of all components, how many have an outcome. */
    public long covered() {
        return components.stream().filter(it -> best(it) > 0).count();
    }

    /** What a cell says: the level, with p for a part of the component, in brackets where it is only related and does not count. */
    public String said(@Nullable Alignment cell) {
        if (cell == null) {
            return "";
        }
        return switch (cell.relation()) {
            case EXACT -> Integer.toString(cell.rank());
            case PART -> cell.rank() + "p";
            case RELATED -> "(" + cell.rank() + ")";
        };
    }

    /** The shade of a cell; what does not count has one of its own. */
    public String shade(@Nullable Alignment cell) {
        return cell == null
                ? "shade-0"
                : cell.relation() == Relation.RELATED ? "shade-related" : "shade-" + shade(cell.rank());
    }

    /** Outcomes that something is asked of: a statement with others under it is their heading. */
    public List<Outcome> leaves() {
        return Outcome.leaves(outcomes);
    }

    /** Of those, the ones that are aligned with anything. */
    public List<Outcome> aligned() {
        return leaves().stream().filter(it -> cells.containsKey(it.id())).toList();
    }

    /** The versions of frameworks that the components are of. */
    public String frames() {
        return components.stream()
                .map(it -> it.frameworkCode() + " bản " + it.frameworkVersion())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    public boolean taught(Outcome it) {
        return teachings.getOrDefault(it.id(), List.of()).stream().anyMatch(Teaching::teaches);
    }

    public boolean assessed(Outcome it) {
        return teachings.getOrDefault(it.id(), List.of()).stream().anyMatch(Teaching::assesses);
    }

    /** From 1, pale, to 4, dark: which quarter of the levels a rank lies in. */
    public int shade(int rank) {
        return rank == 0 ? 0 : Math.clamp((rank * 4L + highest - 1) / Math.max(1, highest), 1, 4);
    }
}
