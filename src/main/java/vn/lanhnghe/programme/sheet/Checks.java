package vn.lanhnghe.programme.sheet;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/** What is wrong with a content as a whole, whichever file it came in; each with its row where there is one. */
final class Checks {

    private Checks() {}

    static void check(Content it, List<String> faults) {
        var codes = new HashSet<String>();
        var identifiers = new HashSet<>();
        for (var one : it.modules()) {
            var where = where(one.row(), "môn học " + one.code());
            if (one.code().isEmpty() || one.code().length() > 20) {
                faults.add("%smã dài từ 1 đến 20 ký tự.".formatted(where));
            } else if (!codes.add(one.code().toUpperCase(Locale.ROOT))) {
                faults.add("%smã %s đã dùng ở trên.".formatted(where, one.code()));
            }
            if (one.name().length() < 2 || one.name().length() > 200) {
                faults.add("%stên dài từ 2 đến 200 ký tự.".formatted(where));
            }
            if (one.theory() + one.practice() + one.exam() == 0) {
                faults.add("%scần ít nhất một giờ.".formatted(where));
            }
            if (one.own() > one.theory() + one.practice() + one.exam()) {
                faults.add("%sgiờ cơ hữu %d lớn hơn tổng số giờ %d."
                        .formatted(where, one.own(), one.theory() + one.practice() + one.exam()));
            }
            if (!identifiers.add(one.identifier())) {
                faults.add("%sđịnh danh đã dùng ở dòng khác.".formatted(where));
            }
        }
        var last = new HashMap<String, Integer>();
        for (var one : it.outcomes()) {
            var where = where(one.row(), "chuẩn " + one.code());
            if (!one.code().matches("[1-9][0-9]{0,2}(\\.[1-9][0-9]{0,2}){0,5}")) {
                faults.add("%smã “%s” cần dạng 1, 1.1, 1.1.2, sâu tối đa 6 bậc.".formatted(where, one.code()));
                continue;
            }
            var dot = one.code().lastIndexOf('.');
            var parent = dot < 0 ? "" : one.code().substring(0, dot);
            var number = Integer.parseInt(one.code().substring(dot + 1));
            if (!parent.isEmpty() && !last.containsKey("=" + parent)) {
                faults.add("%skhông có chuẩn %s ở trên để nằm dưới.".formatted(where, parent));
            }
            var expected = last.getOrDefault(parent, 0) + 1;
            if (number != expected) {
                faults.add("%smã phải liền nhau: ở đây là %s%d."
                        .formatted(where, parent.isEmpty() ? "" : parent + ".", expected));
            }
            last.put(parent, number);
            last.put("=" + one.code(), 0);
            if (one.words().length() < 5 || one.words().length() > 1000) {
                faults.add("%slời dài từ 5 đến 1.000 ký tự.".formatted(where));
            }
            for (var code : java.util.stream.Stream.concat(one.taughtIn().stream(), one.assessedIn().stream())
                    .distinct()
                    .toList()) {
                if (it.modules().stream().noneMatch(m -> m.code().equals(code))) {
                    faults.add("%skhông có môn học, mô-đun mã “%s”.".formatted(where, code));
                }
            }
            if (!identifiers.add(one.identifier())) {
                faults.add("%sđịnh danh đã dùng ở dòng khác.".formatted(where));
            }
            if (one.links().stream().map(Content.Link::itemId).distinct().count()
                    < one.links().size()) {
                faults.add("%smột năng lực ghi hai lần.".formatted(where));
            }
        }
        if (it.modules().isEmpty() && it.outcomes().isEmpty()) {
            faults.add("Tệp không có môn học, chuẩn đầu ra nào.");
        }
    }

    private static String where(int row, String what) {
        return row > 0
                ? "Dòng %d (%s): ".formatted(row, what)
                : Character.toUpperCase(what.charAt(0)) + what.substring(1) + ": ";
    }
}
