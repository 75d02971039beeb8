package vn.lanhnghe.programme.design;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.shared.Refusal;

/** The statements of a version as they hang under each other; a move answers with the tree it leads to. */
final class Tree {

    private static final int DEEPEST = 6;

    /** Where a statement goes, one step. */
    enum Move {
        UP,
        DOWN,
        IN,
        OUT
    }

    /** Where a statement stands: what it hangs under, which one it is there, the code that says so. */
    record Seat(long id, @Nullable Long parentId, int place, String code) {}

    private final Map<Long, Outcome> all = new HashMap<>();
    private final Map<Long, Long> parents = new HashMap<>(); // 0 for the top
    private final Map<Long, List<Long>> children = new HashMap<>();

    Tree(List<Outcome> outcomes) {
        outcomes.stream()
                .sorted(Comparator.comparingInt(Outcome::place).thenComparingLong(Outcome::id))
                .forEach(it -> {
                    all.put(it.id(), it);
                    var parent = Objects.requireNonNullElse(it.parentId(), 0L);
                    parents.put(it.id(), parent);
                    under(parent).add(it.id());
                });
    }

    private List<Long> under(long id) {
        return children.computeIfAbsent(id, key -> new ArrayList<>());
    }

    private long parent(long id) {
        return Objects.requireNonNull(parents.get(id));
    }

    private String code(long id) {
        return Objects.requireNonNull(all.get(id)).code();
    }

    void move(long id, Move move) {
        var parent = parent(id);
        var row = under(parent);
        var at = row.indexOf(id);
        switch (move) {
            case UP -> {
                if (at == 0) {
                    throw new Refusal("Chuẩn %s đã đứng đầu.".formatted(code(id)));
                }
                row.remove(at);
                row.add(at - 1, id);
            }
            case DOWN -> {
                if (at == row.size() - 1) {
                    throw new Refusal("Chuẩn %s đã đứng cuối.".formatted(code(id)));
                }
                row.remove(at);
                row.add(at + 1, id);
            }
            case IN -> {
                if (at == 0) {
                    throw new Refusal(
                            "Chuẩn %s đứng đầu nên không có chuẩn nào ở trên để thụt vào.".formatted(code(id)));
                }
                place(id, row.get(at - 1), null);
            }
            case OUT -> {
                if (parent == 0) {
                    throw new Refusal("Chuẩn %s đã ở ngoài cùng.".formatted(code(id)));
                }
                var above = under(parent(parent));
                var next = above.indexOf(parent) + 1;
                place(id, parent(parent), next < above.size() ? above.get(next) : null);
            }
        }
    }

    /** Puts a statement under another (0 for the top), before one of those there or at the end. */
    void place(long id, long parent, @Nullable Long before) {
        for (var at = parent; at != 0; at = parent(at)) {
            if (at == id) {
                throw new Refusal(
                        "Không đặt được chuẩn %s vào %s: %s nằm dưới chính %s, cây chuẩn đầu ra sẽ thành vòng tròn."
                                .formatted(code(id), code(parent), code(parent), code(id)));
            }
        }
        if (depth(parent) + height(id) > DEEPEST) {
            throw new Refusal("Cây chuẩn đầu ra sâu tối đa %d bậc.".formatted(DEEPEST));
        }
        under(parent(id)).remove(id);
        var row = under(parent);
        var at = before == null ? -1 : row.indexOf(before);
        row.add(at < 0 ? row.size() : at, id);
        parents.put(id, parent);
    }

    private int depth(long id) {
        var depth = 0;
        for (var at = id; at != 0; at = parent(at)) {
            depth++;
        }
        return depth;
    }

    private int height(long id) {
        return 1 + under(id).stream().mapToInt(this::height).max().orElse(0);
    }

    /** Every statement in its order, with the code its place gives. */
    List<Seat> seats() {
        var seats = new ArrayList<Seat>();
        seat(seats, 0, "", new HashSet<>());
        return seats;
    }

    private void seat(List<Seat> seats, long parent, String prefix, HashSet<Long> seen) {
        var place = 0;
        for (var id : under(parent)) {
            if (seen.add(id)) {
                place++;
                var code = prefix + place;
                seats.add(new Seat(id, parent == 0 ? null : parent, place, code));
                seat(seats, id, code + ".", seen);
            }
        }
    }

    /** In the order of the tree. */
    List<Outcome> ordered() {
        return seats().stream()
                .map(it -> Objects.requireNonNull(all.get(it.id())))
                .toList();
    }
}
