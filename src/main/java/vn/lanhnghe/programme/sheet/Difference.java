package vn.lanhnghe.programme.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Two versions statement by statement, in the order of the newer one; what was left out stands at the end. */
public record Difference(List<Line> lines) {

    /** One statement or module: what became of it, and its words with what changed in them. */
    public record Line(String where, List<String> kinds, List<Piece> words, List<Piece> links) {

        public boolean same() {
            return kinds.isEmpty();
        }
    }

    public long count(String kind) {
        return lines.stream().filter(it -> it.kinds().contains(kind)).count();
    }

    public static final List<String> KINDS = List.of("thêm", "sửa lời", "đổi chỗ", "đổi liên kết", "bỏ");

    static Difference of(Content before, Content after) {
        var lines = new ArrayList<Line>();
        Map<UUID, Content.Statement> old = new HashMap<>();
        before.outcomes().forEach(it -> old.put(it.identifier(), it));
        for (var it : after.outcomes()) {
            var was = old.remove(it.identifier());
            if (was == null) {
                lines.add(new Line(
                        "Chuẩn " + it.code(),
                        List.of("thêm"),
                        List.of(new Piece(it.said(), Piece.Kind.ADDED)),
                        List.of()));
                continue;
            }
            var kinds = new ArrayList<String>();
            if (!was.said().equals(it.said())) {
                kinds.add("sửa lời");
            }
            var moved = !was.code().equals(it.code());
            if (moved) {
                kinds.add("đổi chỗ");
            }
            if (!was.joined().equals(it.joined())) {
                kinds.add("đổi liên kết");
            }
            lines.add(new Line(
                    moved ? "Chuẩn %s (trước là %s)".formatted(it.code(), was.code()) : "Chuẩn " + it.code(),
                    kinds,
                    Piece.diff(was.said(), it.said()),
                    was.joined().equals(it.joined()) ? List.of() : Piece.diff(was.joined(), it.joined())));
        }
        before.outcomes().stream()
                .filter(it -> old.containsKey(it.identifier()))
                .forEach(it -> lines.add(gone("Chuẩn " + it.code(), it.said())));
        Map<UUID, Content.Unit> units = new HashMap<>();
        before.modules().forEach(it -> units.put(it.identifier(), it));
        for (var it : after.modules()) {
            var was = units.remove(it.identifier());
            lines.add(
                    was == null
                            ? new Line(
                                    it.code(),
                                    List.of("thêm"),
                                    List.of(new Piece(it.said(), Piece.Kind.ADDED)),
                                    List.of())
                            : new Line(
                                    it.code(),
                                    was.said().equals(it.said()) ? List.of() : List.of("sửa lời"),
                                    Piece.diff(was.said(), it.said()),
                                    List.of()));
        }
        before.modules().stream()
                .filter(it -> units.containsKey(it.identifier()))
                .forEach(it -> lines.add(gone(it.code(), it.said())));
        return new Difference(List.copyOf(lines));
    }

    private static Line gone(String where, String said) {
        return new Line(where, List.of("bỏ"), List.of(new Piece(said, Piece.Kind.REMOVED)), List.of());
    }
}
