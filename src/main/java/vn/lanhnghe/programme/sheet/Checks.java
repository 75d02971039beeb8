package vn.lanhnghe.programme.sheet;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Vi;

/** What is wrong with a content as a whole, whichever file it came in; each with its row where there is one. */
final class Checks {

    private static final int MOST = 1000;
    private static final int SHORT = 60;

    private Checks() {}

    /** The ranges are those of the forms, so that a file and the screen refuse alike. */
    static void check(Content it, Validator validator, List<String> faults) {
        if (it.modules().size() > MOST || it.outcomes().size() > MOST) {
            faults.add("Tệp có %s môn học, %s chuẩn đầu ra; mỗi loại tối đa %s."
                    .formatted(
                            Vi.count(it.modules().size()),
                            Vi.count(it.outcomes().size()),
                            Vi.count(MOST)));
            return;
        }
        var codes = new HashSet<String>();
        var identifiers = new HashSet<>();
        for (var one : it.modules()) {
            var where = where(one.row(), "môn học " + brief(one.code()));
            var form = one.form();
            validator.validate(form).stream()
                    .map(ConstraintViolation::getMessage)
                    .distinct()
                    .sorted()
                    .forEach(said -> faults.add(where + said));
            if (!one.code().isEmpty() && !codes.add(one.code().toUpperCase(Locale.ROOT))) {
                faults.add("%smã %s đã dùng ở trên.".formatted(where, brief(one.code())));
            }
            form.faults().forEach(said -> faults.add(where + said));
            if (!identifiers.add(one.identifier())) {
                faults.add("%sđịnh danh đã dùng ở dòng khác.".formatted(where));
            }
        }
        var last = new HashMap<String, Integer>();
        for (var one : it.outcomes()) {
            var where = where(one.row(), "chuẩn " + brief(one.code()));
            if (!one.code().matches("[1-9][0-9]{0,2}(\\.[1-9][0-9]{0,2}){0,5}")) {
                faults.add("%smã “%s” cần dạng 1, 1.1, 1.1.2, sâu tối đa 6 bậc.".formatted(where, brief(one.code())));
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
            one.form().faults().forEach(said -> faults.add(where + said));
            for (var code : java.util.stream.Stream.concat(one.taughtIn().stream(), one.assessedIn().stream())
                    .distinct()
                    .toList()) {
                if (it.modules().stream().noneMatch(m -> m.code().equals(code))) {
                    faults.add("%skhông có môn học, mô-đun mã “%s”.".formatted(where, brief(code)));
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

    /** Every identifier that belongs to another programme, each with its row. */
    static void foreign(Content it, Set<UUID> foreign, List<String> faults) {
        it.modules().stream()
                .filter(one -> foreign.contains(one.identifier()))
                .forEach(one ->
                        faults.add(where(one.row(), "môn học " + brief(one.code())) + another(one.identifier())));
        it.outcomes().stream()
                .filter(one -> foreign.contains(one.identifier()))
                .forEach(one -> faults.add(where(one.row(), "chuẩn " + brief(one.code())) + another(one.identifier())));
    }

    private static String another(UUID identifier) {
        return "định danh %s là của chương trình khác; để trống cột Định danh với dòng mới.".formatted(identifier);
    }

    /** Somebody's words, short enough to stand in a sentence. */
    static String brief(String text) {
        return Vietnamese.brief(text, SHORT);
    }

    private static String where(int row, String what) {
        return row > 0
                ? "Dòng %d (%s): ".formatted(row, what)
                : Character.toUpperCase(what.charAt(0)) + what.substring(1) + ": ";
    }
}
