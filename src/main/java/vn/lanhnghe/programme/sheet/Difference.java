package vn.lanhnghe.programme.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import vn.lanhnghe.programme.design.Version;
import vn.lanhnghe.ui.Vi;

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

    public static final List<String> KINDS =
            List.of("sửa thông tin chung", "thêm", "sửa lời", "sửa số", "đổi chỗ", "đổi liên kết", "bỏ");

    static Difference of(Version was, Content before, Version is, Content after) {
        var lines = new ArrayList<Line>();
        var old = record(was);
        record(is).forEach((label, value) -> {
            var earlier = Objects.requireNonNullElse(old.get(label), "");
            lines.add(new Line(
                    label,
                    earlier.equals(value) ? List.of() : List.of("sửa thông tin chung"),
                    Piece.diff(earlier, value),
                    List.of()));
        });
        lines.addAll(of(before, after));
        return new Difference(List.copyOf(lines));
    }

    /** What is said of a version as a whole, as it is read. */
    private static Map<String, String> record(Version it) {
        var told = new LinkedHashMap<String, String>();
        told.put("Tên chương trình", it.name());
        told.put("Tên tiếng Anh", it.english());
        told.put("Mã ngành, nghề", it.occupationCode() == null ? "" : it.occupationCode() + " " + it.occupationName());
        told.put("Mã ghi trên giấy", it.occupationOnPaper());
        told.put("Giấy chứng nhận", Objects.requireNonNullElse(it.licence(), it.licenceNote()));
        told.put("Hình thức", it.mode().label());
        told.put("Phương thức", it.method().label());
        told.put("Tổng số giờ", it.hours() == null ? "" : Vi.count(it.hours()) + " giờ");
        told.put("Số tín chỉ", it.credits() == null ? "" : Vi.mark(it.credits()) + " tín chỉ");
        told.put("Thời gian đào tạo", it.months() == null ? "" : it.months() + " tháng");
        told.put("Đối tượng tuyển sinh", it.admission());
        told.put("Mục tiêu", it.goal());
        if (it.decisionNumber() != null) { // a draft has none yet, and has not lost one
            told.put("Quyết định ban hành", it.decisionNumber() + " ngày " + Vi.day(it.decisionOn()));
        }
        return told;
    }

    private static List<Line> of(Content before, Content after) {
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
            if (was == null) {
                lines.add(new Line(
                        it.code(), List.of("thêm"), List.of(new Piece(it.said(), Piece.Kind.ADDED)), List.of()));
                continue;
            }
            var kinds = new ArrayList<String>();
            if (!was.words().equals(it.words())) {
                kinds.add("sửa lời");
            }
            var numbers = it.changed(was);
            if (!numbers.isEmpty()) {
                kinds.add("sửa số");
            }
            lines.add(new Line(
                    it.code(),
                    kinds,
                    Piece.diff(was.words(), it.words()),
                    numbers.isEmpty() ? List.of() : List.of(new Piece(numbers, Piece.Kind.KEPT))));
        }
        before.modules().stream()
                .filter(it -> units.containsKey(it.identifier()))
                .forEach(it -> lines.add(gone(it.code(), it.said())));
        return lines;
    }

    private static Line gone(String where, String said) {
        return new Line(where, List.of("bỏ"), List.of(new Piece(said, Piece.Kind.REMOVED)), List.of());
    }
}
