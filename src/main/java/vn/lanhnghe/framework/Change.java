package vn.lanhnghe.framework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** One thing in which a file differs from what is kept. */
public record Change(Kind kind, String where, String before, String after) {

    public enum Kind {
        ADDED("thêm"),
        CHANGED("sửa"),
        REMOVED("bỏ");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** All changes from one content to another; empty when they say the same. */
    static List<Change> list(Content before, Content after) {
        var changes = new ArrayList<Change>();
        compare(changes, "Tên khung", before.title(), after.title());
        compare(changes, "Tên tiếng Anh của khung", before.english(), after.english());
        compare(
                changes,
                "Đối tượng",
                before.audience().label(),
                after.audience().label());
        compare(changes, "Cơ quan ban hành", before.creator(), after.creator());
        each(changes, before.levels(), after.levels(), Level::code, it -> "Bậc " + it.code(), Change::said);
        each(
                changes,
                before.items(),
                after.items(),
                Item::identifier,
                it -> it.kind().label() + " " + it.code(),
                Change::said);
        return changes;
    }

    private static String said(Level it) {
        return String.join(" · ", it.name(), it.english(), it.band());
    }

    private static String said(Item it) {
        return String.join(
                " · ",
                it.kind().label(),
                it.code(),
                "thuộc " + Objects.requireNonNullElse(it.parentCode(), "khung"),
                Objects.requireNonNullElse(it.levelCode(), ""),
                it.name(),
                it.english());
    }

    private static <T, K> void each(
            List<Change> changes,
            List<T> before,
            List<T> after,
            Function<T, K> key,
            Function<T, String> where,
            Function<T, String> said) {
        Map<K, T> old = new HashMap<>();
        before.forEach(it -> old.put(key.apply(it), it));
        for (var it : after) {
            var was = old.remove(key.apply(it));
            if (was == null) {
                changes.add(new Change(Kind.ADDED, where.apply(it), "", said.apply(it)));
            } else {
                compare(changes, where.apply(it), said.apply(was), said.apply(it));
            }
        }
        before.stream()
                .filter(it -> old.containsKey(key.apply(it)))
                .forEach(it -> changes.add(new Change(Kind.REMOVED, where.apply(it), said.apply(it), "")));
    }

    private static void compare(List<Change> changes, String where, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new Change(Kind.CHANGED, where, before, after));
        }
    }

    /** The identifier of something that has none of its own yet: always the same for the same framework and code. */
    static UUID identifier(String framework, String code) {
        return UUID.nameUUIDFromBytes((framework + " " + code).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
