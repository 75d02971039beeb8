package vn.lanhnghe.law.wording;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.shared.Vietnamese;

/** Two wordings side by side, clause by clause, in the order of the new one; what was left out stands where it was. */
public record Comparison(List<Line> lines) {

    /** From this share of common words on, a clause under another number is the same clause moved. */
    private static final double SAME = 0.6;

    /** So much in common under the same number needs no look elsewhere; so little is still the same clause when no other is like it. */
    private static final double CLEARLY = 0.5;

    private static final double REWORDED = 0.15;

    /** What became of a clause. */
    public enum Kind {
        SAME("giữ nguyên", "none"),
        CHANGED("sửa", "warn"),
        MOVED("đổi chỗ", "warn"),
        ADDED("thêm", "ok"),
        REMOVED("bỏ", "late");

        private final String label;
        private final String status;

        Kind(String label, String status) {
            this.label = label;
            this.status = status;
        }

        public String label() {
            return label;
        }

        public String status() {
            return status;
        }
    }

    /** One clause: where it was and is, and its words with what changed in them. */
    public record Line(
            Kind kind, @Nullable Passage before, @Nullable Passage after, List<Marked> words) {

        public String label() {
            return after != null ? after.label() : before != null ? before.label() : "";
        }
    }

    public long count(Kind kind) {
        return lines.stream().filter(it -> it.kind() == kind).count();
    }

    static Comparison of(List<Passage> before, List<Passage> after) {
        var old = new HashMap<String, Passage>();
        before.forEach(it -> old.put(it.anchor(), it));
        var partners = new HashMap<String, Passage>(); // of the new one, by its anchor
        var taken = new HashSet<String>();
        pairInPlace(old, after, partners, taken, CLEARLY);
        pairMoved(before, after, partners, taken);
        pairInPlace(old, after, partners, taken, REWORDED);
        var lines = new ArrayList<Line>();
        var removed = new ArrayList<>(
                before.stream().filter(it -> !taken.contains(it.anchor())).toList());
        var next = 0;
        for (var it : after) {
            var partner = partners.get(it.anchor());
            // what was left out before this clause comes first
            while (partner != null
                    && next < removed.size()
                    && before.indexOf(removed.get(next)) < before.indexOf(partner)) {
                lines.add(gone(removed.get(next++)));
            }
            lines.add(partner == null ? come(it) : both(partner, it));
        }
        removed.subList(next, removed.size()).forEach(it -> lines.add(gone(it)));
        return new Comparison(List.copyOf(lines));
    }

    private static void pairInPlace(
            HashMap<String, Passage> old,
            List<Passage> after,
            HashMap<String, Passage> partners,
            HashSet<String> taken,
            double least) {
        for (var it : after) {
            var same = old.get(it.anchor());
            if (same != null
                    && !partners.containsKey(it.anchor())
                    && !taken.contains(same.anchor())
                    && like(same, it) >= least) {
                partners.put(it.anchor(), same);
                taken.add(same.anchor());
            }
        }
    }

    private static void pairMoved(
            List<Passage> before, List<Passage> after, HashMap<String, Passage> partners, HashSet<String> taken) {
        for (var it : after) {
            if (partners.containsKey(it.anchor())) {
                continue;
            }
            before.stream()
                    .filter(one -> !taken.contains(one.anchor()) && like(one, it) >= SAME)
                    .max(java.util.Comparator.comparingDouble(one -> like(one, it)))
                    .ifPresent(best -> {
                        partners.put(it.anchor(), best);
                        taken.add(best.anchor());
                    });
        }
    }

    /** The share of words that two clauses have in common. */
    private static double like(Passage a, Passage b) {
        var one = terms(a.words());
        var other = terms(b.words());
        var common = new HashSet<>(one);
        common.retainAll(other);
        var all = new HashSet<>(one);
        all.addAll(other);
        return all.isEmpty() ? 1 : (double) common.size() / all.size();
    }

    private static Set<String> terms(String words) {
        return new HashSet<>(Arrays.asList(Vietnamese.fold(words).split("[^a-z0-9]+")));
    }

    private static Line gone(Passage it) {
        return new Line(Kind.REMOVED, it, null, List.of(new Marked(it.words(), Marked.Kind.REMOVED)));
    }

    private static Line come(Passage it) {
        return new Line(Kind.ADDED, null, it, List.of(new Marked(it.words(), Marked.Kind.ADDED)));
    }

    private static Line both(Passage before, Passage after) {
        var moved = !before.anchor().equals(after.anchor());
        if (before.words().equals(after.words())) {
            return new Line(
                    moved ? Kind.MOVED : Kind.SAME,
                    before,
                    after,
                    List.of(new Marked(after.words(), Marked.Kind.PLAIN)));
        }
        return new Line(moved ? Kind.MOVED : Kind.CHANGED, before, after, diff(before.words(), after.words()));
    }

    /** Word by word; runs of one kind are one piece. */
    private static List<Marked> diff(String before, String after) {
        var pieces = new ArrayList<Marked>();
        for (var delta : DiffUtils.diff(words(before), words(after), true).getDeltas()) {
            if (delta.getType() == DeltaType.EQUAL) {
                pieces.add(new Marked(String.join(" ", delta.getSource().getLines()), Marked.Kind.PLAIN));
                continue;
            }
            if (!delta.getSource().getLines().isEmpty()) {
                pieces.add(new Marked(String.join(" ", delta.getSource().getLines()), Marked.Kind.REMOVED));
            }
            if (!delta.getTarget().getLines().isEmpty()) {
                pieces.add(new Marked(String.join(" ", delta.getTarget().getLines()), Marked.Kind.ADDED));
            }
        }
        return pieces;
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.split("\\s+"));
    }
}
