package vn.lanhnghe.indicator.formula;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** What is counted by institution: both sides of a formula, whole and in every part, or whether there is any fact of a set. */
    sealed interface Asked {

        String key();

        record Sides(Formula formula) implements Asked {
            @Override
            public String key() {
                return String.valueOf(formula.id());
            }
        }

        record Presence(FactSet set) implements Asked {
            @Override
            public String key() {
                return set.code();
            }
        }
    }

    /** {@code seen} is the snapshot after which acts are still to be looked at. */
    private record Slot(Map<Long, List<Sum>> sums, String seen, Instant whole) {}

    private final Map<String, Slot> slots = new ConcurrentHashMap<>();

    /** One count of a day at a time: whoever asks meanwhile has it when it is done. Days share what locks there are. */
    private final ReentrantLock[] counting =
            Stream.generate(ReentrantLock::new).limit(16).toArray(ReentrantLock[]::new);

    private final FactRepository facts;
    private final Clock clock;

    Kept(FactRepository facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    /** Everything that is asked, by its key: what is not kept yet or was touched is counted together. */
    Map<String, List<Sum>> count(List<Asked> asked, LocalDate asAt) {
        var scope = Scope.current();
        if (scope.reach() != Reach.CITY && scope.reach() != Reach.SYSTEM) {
            var own = scope.reach() == Reach.COLLEGE ? scope.institutionId() : null;
            return count(asked, asAt, own == null ? null : List.of(own));
        }
        var drafts = asked.stream()
                .filter(it -> it instanceof Asked.Sides sides && sides.formula().draft())
                .toList();
        var counted = new HashMap<>(count(drafts, asAt, null));
        var lock = counting[Math.floorMod(asAt.toEpochDay(), counting.length)];
        lock.lock();
        try {
            var kept = asked.stream().filter(it -> !drafts.contains(it)).toList();
            refresh(kept, asAt)
                    .forEach((key, slot) -> counted.put(
                            key,
                            slot.sums().values().stream().flatMap(List::stream).toList()));
        } finally {
            lock.unlock();
        }
        return counted;
    }

    /** Of all that is asked, by its key, as it is now; meanwhile another day may put some out to make room. */
    private Map<String, Slot> refresh(List<Asked> asked, LocalDate asAt) {
        var now = clock.instant();
        var fresh = new HashMap<String, Slot>();
        var anew = new ArrayList<Asked>();
        var since = new HashMap<String, Map<Asked, Slot>>();
        for (var it : asked) {
            var slot = slots.get(it.key() + "|" + asAt);
            if (slot == null || slot.whole().plus(WHOLE).isBefore(now)) {
                anew.add(it);
            } else {
                since.computeIfAbsent(slot.seen(), seen -> new HashMap<>()).put(it, slot);
            }
        }
        var snapshot = facts.snapshot();
        since.forEach((seen, some) -> fresh.putAll(recount(some, asAt, snapshot, facts.listTouched(seen))));
        if (!anew.isEmpty()) {
            if (slots.size() > MOST) {
                slots.keySet().removeIf(it -> !it.endsWith("|" + asAt));
            }
            count(anew, asAt, null)
                    .forEach((key, sums) -> fresh.put(key, new Slot(byInstitution(sums), snapshot, now)));
        }
        fresh.forEach((key, slot) -> slots.put(key + "|" + asAt, slot));
        return fresh;
    }

    private Map<String, Slot> recount(Map<Asked, Slot> some, LocalDate asAt, String snapshot, List<Long> touched) {
        var counted =
                touched.isEmpty() ? Map.<String, List<Sum>>of() : count(List.copyOf(some.keySet()), asAt, touched);
        var fresh = new HashMap<String, Slot>();
        some.forEach((it, slot) -> {
            var sums = new HashMap<>(slot.sums());
            touched.forEach(sums::remove);
            sums.putAll(byInstitution(counted.getOrDefault(it.key(), List.of())));
            fresh.put(it.key(), new Slot(sums, snapshot, slot.whole()));
        });
        return fresh;
    }

    private Map<String, List<Sum>> count(List<Asked> asked, LocalDate asAt, @Nullable List<Long> institutions) {
        var counted = new HashMap<String, List<Sum>>();
        var formulas = new ArrayList<Formula>();
        for (var it : asked) {
            switch (it) {
                case Asked.Sides sides -> formulas.add(sides.formula());
                case Asked.Presence presence ->
                    counted.put(
                            it.key(),
                            facts.listPresent(presence.set(), asAt, institutions).stream()
                                    .map(id -> new Sum(id, null, null, Amounts.NONE, Tiers.NONE))
                                    .toList());
            }
        }
        facts.sum(formulas, asAt, institutions).forEach((id, sums) -> counted.put(String.valueOf(id), sums));
        return counted;
    }

    private static Map<Long, List<Sum>> byInstitution(List<Sum> sums) {
        return sums.stream().collect(Collectors.groupingBy(Sum::institutionId));
    }
}
