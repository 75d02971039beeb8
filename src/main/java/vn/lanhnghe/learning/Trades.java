package vn.lanhnghe.learning;

import static java.util.stream.Collectors.toMap;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.intake.FaultKind;
import vn.lanhnghe.intake.SheetRow;
import vn.lanhnghe.programme.Occupation;
import vn.lanhnghe.shared.Vietnamese;

/** Looks at the occupation of a row: is there such a code, and if not, which one that the college is licensed for is meant. */
final class Trades {

    private static final int CODE = 7;

    private final Map<String, Occupation> known;
    private final Set<String> licensed;

    Trades(List<Occupation> occupations, Set<String> licensed) {
        this.known = occupations.stream().collect(toMap(Occupation::code, Function.identity()));
        this.licensed = licensed;
    }

    void check(SheetRow row) {
        var code = row.text("occupationCode");
        if (code == null || known.containsKey(code)) {
            return;
        }
        var name = row.text("occupationName");
        var likely = likely(code, name == null ? "" : Vietnamese.fold(name), row.text("level"));
        row.fault(
                "occupationCode",
                FaultKind.UNKNOWN_CODE,
                "Mã này không có trong danh mục ngành, nghề đào tạo (7 chữ số, bắt đầu bằng 6 với cao đẳng, 5 với trung cấp). "
                        + (likely == null
                                ? "Hãy tra lại mã trên giấy chứng nhận đăng ký hoạt động của trường."
                                : "%s có mã %s. Hãy tra lại rồi sửa.".formatted(likely.name(), likely.code())),
                likely == null || !close(code, likely) ? null : likely.code());
    }

    /** The occupation of that name and level, else the licensed one whose code is one slip of the finger away, if there is just one. */
    private @Nullable Occupation likely(String code, String name, @Nullable String level) {
        var named = known.values().stream()
                .filter(it -> Vietnamese.fold(it.name()).equals(name))
                .filter(it -> level == null || it.code().startsWith("TRUNG_CAP".equals(level) ? "5" : "6"))
                .max(Comparator.comparing((Occupation it) -> licensed.contains(it.code()))
                        .thenComparing(Occupation::code));
        if (named.isPresent()) {
            return named.get();
        }
        var near = known.values().stream()
                .filter(it -> licensed.contains(it.code()) && close(code, it))
                .toList();
        return near.size() == 1 ? near.getFirst() : null;
    }

    /** One digit wrong, or two neighbours swapped. */
    private static boolean close(String code, Occupation occupation) {
        var other = occupation.code();
        if (code.length() != CODE || other.length() != CODE) {
            return false;
        }
        var first = -1;
        var differing = 0;
        for (var i = 0; i < CODE; i++) {
            if (code.charAt(i) != other.charAt(i)) {
                first = differing++ == 0 ? i : first;
            }
        }
        return differing == 1
                || differing == 2
                        && first + 1 < CODE
                        && Objects.equals(code.charAt(first), other.charAt(first + 1))
                        && Objects.equals(code.charAt(first + 1), other.charAt(first));
    }
}
