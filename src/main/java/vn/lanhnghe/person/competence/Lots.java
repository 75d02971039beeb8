package vn.lanhnghe.person.competence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lô: people who are counted together, at the narrowest place where there are enough of them: the faculty, else the school, else its
 * type, else the city. Who is in a lot stays in it, so all figures ever shown are sums of whole lots, and what two of them differ by is too.
 */
final class Lots {

    private Lots() {}

    /** The members of one lot and the place that it speaks of. */
    record Lot(
            @Nullable String type,
            @Nullable Long institutionId,
            @Nullable String department,
            List<Waiting> members) {}

    private record Place(
            @Nullable String type,
            @Nullable Long institutionId,
            @Nullable String department) {}

    static List<Lot> of(Collection<Waiting> waiting, int least) {
        var lots = new ArrayList<Lot>();
        Collection<Waiting> rest = waiting;
        rest = gather(
                lots,
                rest,
                least,
                it -> it.department() == null || it.institutionId() == null
                        ? null
                        : new Place(it.type(), it.institutionId(), it.department()));
        rest = gather(
                lots,
                rest,
                least,
                it -> it.institutionId() == null ? null : new Place(it.type(), it.institutionId(), null));
        rest = gather(lots, rest, least, it -> it.type() == null ? null : new Place(it.type(), null, null));
        gather(lots, rest, least, it -> new Place(null, null, null));
        return lots;
    }

    /** Makes a lot of every place that has enough; gives back those who must wait for a wider one. */
    private static List<Waiting> gather(
            List<Lot> lots, Collection<Waiting> waiting, int least, Function<Waiting, @Nullable Place> place) {
        var rest = new ArrayList<Waiting>();
        Map<Place, List<Waiting>> byPlace =
                waiting.stream().filter(it -> place.apply(it) != null).collect(Collectors.groupingBy(place::apply));
        waiting.stream().filter(it -> place.apply(it) == null).forEach(rest::add);
        byPlace.forEach((at, members) -> {
            if (members.size() >= least) {
                lots.add(new Lot(at.type(), at.institutionId(), at.department(), List.copyOf(members)));
            } else {
                rest.addAll(members);
            }
        });
        return rest;
    }
}
