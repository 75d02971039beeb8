package vn.lanhnghe.framework;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.shared.Vietnamese;

/** What of a new version takes the place of each item of the one before: the same identifier, else the same name, almost the same, the same code. */
final class Successors {

    /** An item as it is kept. */
    record Kept(long id, UUID identifier, String code, Item.Kind kind, String name) {}

    /** One proposal; without a successor there is nothing alike. */
    record Proposal(long item, @Nullable Long successor, String how) {}

    /** So much of the words of two names together must be in both. */
    private static final double ALIKE = 0.6;

    private Successors() {}

    /** An item of the new version that carries another's identifier, or its name, is proposed for no third. */
    static List<Proposal> propose(List<Kept> before, List<Kept> after) {
        var open = new ArrayList<>(before);
        var taken = new HashSet<Long>();
        var proposals = new ArrayList<Proposal>();
        match(open, after, taken, proposals, "SAME", (a, b) -> a.identifier().equals(b.identifier()));
        match(
                open,
                after,
                taken,
                proposals,
                "NAME",
                (a, b) -> a.kind() == b.kind() && Vietnamese.fold(a.name()).equals(Vietnamese.fold(b.name())));
        for (var it : List.copyOf(open)) {
            after.stream()
                    .filter(other -> other.kind() == it.kind() && !taken.contains(other.id()))
                    .filter(other -> likeness(it.name(), other.name()) >= ALIKE)
                    .max(Comparator.comparingDouble(other -> likeness(it.name(), other.name())))
                    .ifPresent(other -> {
                        open.remove(it);
                        taken.add(other.id());
                        proposals.add(new Proposal(it.id(), other.id(), "SIMILAR"));
                    });
        }
        match(
                open,
                after,
                taken,
                proposals,
                "CODE",
                (a, b) -> a.kind() == b.kind() && a.code().equals(b.code()));
        open.forEach(it -> proposals.add(new Proposal(it.id(), null, "NONE")));
        return proposals;
    }

    private static void match(
            List<Kept> open,
            List<Kept> after,
            Set<Long> taken,
            List<Proposal> proposals,
            String how,
            BiPredicate<Kept, Kept> same) {
        for (var it : List.copyOf(open)) {
            after.stream()
                    .filter(other -> !taken.contains(other.id()) && same.test(it, other))
                    .findFirst()
                    .ifPresent(other -> {
                        open.remove(it);
                        taken.add(other.id());
                        proposals.add(new Proposal(it.id(), other.id(), how));
                    });
        }
    }

    /** The share of the words of two names that are in both; a name that lies whole in the other is as good as it. */
    static double likeness(String one, String other) {
        var a = Set.of(distinct(one));
        var b = Set.of(distinct(other));
        var both = a.stream().filter(b::contains).count();
        var least = Math.min(a.size(), b.size());
        if (least >= 3 && both == least) {
            return 1 - 0.001 * Math.abs(a.size() - b.size());
        }
        return Objects.equals(a, b) ? 1 : (double) both / Math.max(1, a.size() + b.size() - both);
    }

    private static String[] distinct(String name) {
        return Arrays.stream(Vietnamese.fold(name).split("[^a-z0-9]+"))
                .filter(it -> !it.isEmpty())
                .distinct()
                .toArray(String[]::new);
    }
}
