package vn.lanhnghe.programme.design;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Ma trận bao phủ: outcomes down, components across, in each cell the level that is asked for. */
public record Coverage(
        List<Outcome> outcomes,
        List<Component> components,
        Map<Long, Map<Long, Alignment>> cells,
        List<Alignment> hanging,
        Map<Long, List<Teaching>> teachings,
        int highest) {

    static Coverage of(
            List<Outcome> outcomes,
            List<Component> components,
            List<Alignment> alignments,
            List<Teaching> teachings,
            int highest) {
        var cells = alignments.stream()
                .filter(Alignment::inUse)
                .collect(Collectors.groupingBy(
                        Alignment::outcomeId, Collectors.toMap(Alignment::itemId, Function.identity())));
        return new Coverage(
                outcomes,
                components,
                cells,
                alignments.stream().filter(it -> !it.inUse()).toList(),
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

    /** The highest level that any outcome asks of a component; 0 where none does. */
    public int best(Component component) {
        return cells.values().stream()
                .filter(it -> it.containsKey(component.id()))
                .mapToInt(it ->
                        java.util.Objects.requireNonNull(it.get(component.id())).rank())
                .max()
                .orElse(0);
    }

    /** Of all components, how many have an outcome. */
    public long covered() {
        return components.stream().filter(it -> best(it) > 0).count();
    }

    /** Outcomes that are aligned with anything. */
    public List<Outcome> aligned() {
        return outcomes.stream().filter(it -> cells.containsKey(it.id())).toList();
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
