package vn.lanhnghe.proof;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The status lists of institutions: a position for each credential, and a bit at it for each purpose. */
@Service
@Transactional
public class Statuses {

    private final StatusRepository repository;
    private final Clock clock;

    Statuses(StatusRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** So many positions that follow one another, without a gap to those given before; answers with the first. */
    public long allot(long institutionId, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count: " + count);
        }
        var first = repository.give(institutionId, count);
        repository.open(
                institutionId,
                Position.of(first).list(),
                Position.of(first + count - 1).list(),
                OffsetDateTime.now(clock));
        return first;
    }

    /** Sets or clears the bits of credentials of one institution; what stands so already stays. */
    public void set(long institutionId, StatusPurpose purpose, Collection<Long> statuses, boolean on) {
        var given = repository.countGiven(institutionId);
        if (statuses.stream().anyMatch(it -> it < 0 || it >= given)) {
            throw new IllegalArgumentException(
                    "institution %d has given %d positions, not all of %s".formatted(institutionId, given, statuses));
        }
        var byList = statuses.stream().map(Position::of).collect(Collectors.groupingBy(Position::list));
        var lists = repository.listForChange(institutionId, purpose, byList.keySet());
        if (lists.size() < byList.size()) {
            throw new IllegalStateException("a status list of institution %d is gone".formatted(institutionId));
        }
        var changed = lists.stream()
                .filter(it -> turn(it.bits(), byList.getOrDefault(it.number(), List.of()), on))
                .toList();
        repository.change(institutionId, purpose, changed, OffsetDateTime.now(clock));
    }

    /** What stands at the position; empty when there is no such list, or no such position in it. */
    @Transactional(readOnly = true)
    public Optional<Set<StatusPurpose>> find(long institutionId, long status) {
        if (status < 0 || status >= repository.countGiven(institutionId)) {
            return Optional.empty();
        }
        var position = Position.of(status);
        Map<StatusPurpose, Integer> eights = repository.listEights(institutionId, position).stream()
                .collect(Collectors.toMap(StatusRepository.Eight::purpose, StatusRepository.Eight::value));
        if (eights.size() < StatusPurpose.values().length) {
            return Optional.empty();
        }
        var set = EnumSet.noneOf(StatusPurpose.class);
        eights.forEach((purpose, value) -> {
            if ((value & position.mask()) != 0) {
                set.add(purpose);
            }
        });
        return Optional.of(set);
    }

    /** Says whether anything changed. */
    private static boolean turn(byte[] bits, List<Position> positions, boolean on) {
        var changed = false;
        for (var it : positions) {
            if ((bits[it.at()] & it.mask()) != 0 != on) {
                bits[it.at()] ^= (byte) it.mask();
                changed = true;
            }
        }
        return changed;
    }
}
