package vn.lanhnghe.programme.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One thing in which a file differs from what is kept. */
public record Change(Kind kind, String where, String before, String after) {

    /** What is done to it. */
    public enum Kind {
        ADDED("thêm"),
        CHANGED("sửa"),
        MOVED("đổi chỗ"),
        LINKED("đổi liên kết"),
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
        Map<UUID, Content.Unit> units = new HashMap<>();
        before.modules().forEach(it -> units.put(it.identifier(), it));
        for (var it : after.modules()) {
            var was = units.remove(it.identifier());
            if (was == null) {
                changes.add(new Change(Kind.ADDED, it.code(), "", it.said()));
            } else if (!was.said().equals(it.said())) {
                changes.add(new Change(Kind.CHANGED, it.code(), was.said(), it.said()));
            }
        }
        before.modules().stream()
                .filter(it -> units.containsKey(it.identifier()))
                .forEach(it -> changes.add(new Change(Kind.REMOVED, it.code(), it.said(), "")));
        var order = before.modules().stream().map(Content.Unit::code).toList();
        var now = after.modules().stream().map(Content.Unit::code).toList();
        if (changes.isEmpty() && !order.equals(now)) {
            changes.add(
                    new Change(Kind.MOVED, "Thứ tự môn học, mô-đun", String.join(", ", order), String.join(", ", now)));
        }
        Map<UUID, Content.Statement> statements = new HashMap<>();
        before.outcomes().forEach(it -> statements.put(it.identifier(), it));
        for (var it : after.outcomes()) {
            var was = statements.remove(it.identifier());
            var where = "Chuẩn " + it.code();
            if (was == null) {
                changes.add(new Change(Kind.ADDED, where, "", it.said()));
                continue;
            }
            if (!was.said().equals(it.said())) {
                changes.add(new Change(Kind.CHANGED, where, was.said(), it.said()));
            }
            if (!was.code().equals(it.code())) {
                changes.add(new Change(Kind.MOVED, where, was.code(), it.code()));
            }
            if (!was.joined().equals(it.joined())) {
                changes.add(new Change(Kind.LINKED, where, was.joined(), it.joined()));
            }
        }
        before.outcomes().stream()
                .filter(it -> statements.containsKey(it.identifier()))
                .forEach(it -> changes.add(new Change(Kind.REMOVED, "Chuẩn " + it.code(), it.said(), "")));
        return changes;
    }
}
