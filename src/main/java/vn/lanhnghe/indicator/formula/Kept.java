package vn.lanhnghe.indicator.formula;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.database.Scope.Reach;
import vn.lanhnghe.indicator.formula.FactRepository.Sum;
import vn.lanhnghe.indicator.formula.Share.Tiers;

/**
 * What was counted for the whole city, by institution. Each reading asks which institutions something was done about since and counts
 * those again; everything is counted anew after a quarter of an hour. A college's own counts are not kept: they are few.
 */
@Component
class Kept {

    private static final Duration WHOLE = Duration.ofMinutes(15);

    private static final int MOST = 400;

    /** {@code seen} is the snapshot after which acts are still to be looked at. */
    private record Slot(Map<Long, List<Sum>> sums, String seen, Instant whole) {}

    /** Which institutions to count; all of them when null. */
    private interface Counting extends Function<@Nullable List<Long>, List<Sum>> {}

    private final Map<String, Slot> slots = new ConcurrentHashMap<>();
    private final FactRepository facts;
    private final Clock clock;

    Kept(FactRepository facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    /** Both sides of a formula by institution, whole and in every part. */
    List<Sum> sum(Formula formula, LocalDate asAt) {
        Counting counting = institutions -> facts.sum(formula, asAt, institutions);
        return formula.draft() ? counting.apply(own()) : count(formula.id() + "|" + asAt, counting);
    }

    /** Institutions that have any fact of the set by the end of the day. */
    Set<Long> present(FactSet set, LocalDate asAt) {
        var present = new HashSet<Long>();
        count(
                        set.code() + "|" + asAt,
                        institutions -> facts.listPresent(set, asAt, institutions).stream()
                                .map(it -> new Sum(it, null, null, Amounts.NONE, Tiers.NONE))
                                .toList())
                .forEach(it -> present.add(it.institutionId()));
        return present;
    }

    private static @Nullable List<Long> own() {
        var scope = Scope.current();
        var institution = scope.institutionId();
        return scope.reach() == Reach.COLLEGE && institution != null ? List.of(institution) : null;
    }

    private List<Sum> count(String key, Counting counting) {
        var reach = Scope.current().reach();
        if (reach != Reach.CITY && reach != Reach.SYSTEM) {
            return counting.apply(own());
        }
        if (slots.size() > MOST) {
            slots.clear();
        }
        var slot = slots.compute(
                key,
                (unused, last) -> last == null || last.whole().plus(WHOLE).isBefore(clock.instant())
                        ? whole(counting)
                        : refreshed(last, counting));
        return slot.sums().values().stream().flatMap(List::stream).toList();
    }

    private Slot whole(Counting counting) {
        var seen = facts.snapshot();
        return new Slot(byInstitution(counting.apply(null)), seen, clock.instant());
    }

    private Slot refreshed(Slot last, Counting counting) {
        var seen = facts.snapshot();
        var touched = facts.listTouched(last.seen());
        if (touched.isEmpty()) {
            return new Slot(last.sums(), seen, last.whole());
        }
        var sums = new HashMap<>(last.sums());
        touched.forEach(sums::remove);
        sums.putAll(byInstitution(counting.apply(touched)));
        return new Slot(sums, seen, last.whole());
    }

    private static Map<Long, List<Sum>> byInstitution(List<Sum> sums) {
        var map = new HashMap<Long, List<Sum>>();
        sums.forEach(it -> map.computeIfAbsent(it.institutionId(), key -> new ArrayList<>())
                .add(it));
        return map;
    }
}
