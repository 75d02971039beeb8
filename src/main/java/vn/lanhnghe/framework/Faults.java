package vn.lanhnghe.framework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import vn.lanhnghe.shared.Vietnamese;

/** What is wrong with a content, all of it at once, each with where and what to do. */
final class Faults {

    private static final int MOST = 200;
    private static final int MOST_ITEMS = 2000;
    private static final int MOST_LEVELS = 50;
    private static final int SHORT = 60;

    private Faults() {}

    static List<String> of(Content it) {
        var faults = new ArrayList<String>();
        if (!it.code().matches("[A-Z0-9-]{2,20}")) {
            faults.add(
                    "Mã khung “%s”: dùng 2 đến 20 chữ in hoa, số, gạch nối, ví dụ NLS-NH.".formatted(brief(it.code())));
        }
        if (!it.version().matches("[A-Za-z0-9.-]{1,20}")) {
            faults.add("Phiên bản “%s”: dùng chữ, số, dấu chấm, tối đa 20 ký tự, ví dụ 2026."
                    .formatted(brief(it.version())));
        }
        if (it.title().length() < 3 || it.title().length() > 300) {
            faults.add("Tên khung cần từ 3 đến 300 ký tự.");
        }
        if (it.english().length() > 300) {
            faults.add("Tên tiếng Anh của khung dài tối đa 300 ký tự.");
        }
        if (it.creator().length() > 300) {
            faults.add("Cơ quan ban hành dài tối đa 300 ký tự.");
        }
        if (it.items().size() > MOST_ITEMS || it.levels().size() > MOST_LEVELS) {
            faults.add("Tệp có %d mục, %d bậc; một khung có tối đa %d mục và %d bậc."
                    .formatted(it.items().size(), it.levels().size(), MOST_ITEMS, MOST_LEVELS));
            return faults;
        }
        var levels = new HashSet<String>();
        for (var level : it.levels()) {
            if (level.code().isEmpty() || level.name().isEmpty()) {
                faults.add("Bậc “%s”: thiếu mã hoặc tên.".formatted(brief(level.code() + level.name())));
            } else if (level.code().length() > 20
                    || level.name().length() > 300
                    || level.english().length() > 1000
                    || level.band().length() > 100) {
                faults.add("Bậc %s: mã tối đa 20 ký tự, tên 300, tên tiếng Anh 1.000, nhóm bậc 100."
                        .formatted(brief(level.code())));
            } else if (!levels.add(level.code())) {
                faults.add("Bậc %s ghi hai lần.".formatted(level.code()));
            }
        }
        items(faults, it, levels);
        return faults.size() > MOST ? faults.subList(0, MOST) : faults;
    }

    private static void items(List<String> faults, Content it, HashSet<String> levels) {
        var parents = new HashMap<String, String>();
        for (var item : it.items()) {
            if (!item.code().matches("[0-9A-Za-z.]{1,20}")) {
                faults.add("Mục “%s”: mã dùng chữ không dấu, số và dấu chấm, tối đa 20 ký tự."
                        .formatted(brief(item.code())));
            } else if (parents.put(item.code(), Objects.requireNonNullElse(item.parentCode(), "")) != null) {
                faults.add("Mã %s ghi cho hai mục.".formatted(item.code()));
            }
            if (item.name().length() < 2 || item.name().length() > 1000) {
                faults.add("Mục %s: tên cần từ 2 đến 1.000 ký tự.".formatted(brief(item.code())));
            }
            if (item.english().length() > 1000) {
                faults.add("Mục %s: tên tiếng Anh dài tối đa 1.000 ký tự.".formatted(brief(item.code())));
            }
            if (item.levelCode() != null && !levels.contains(item.levelCode())) {
                faults.add("Mục %s: khung không có bậc “%s”; các bậc có: %s."
                        .formatted(brief(item.code()), brief(item.levelCode()), String.join(", ", levels)));
            }
        }
        for (var item : it.items()) {
            var parent = item.parentCode();
            if (parent != null && !parents.containsKey(parent)) {
                faults.add("Mục %s thuộc %s, nhưng khung không có mục %s."
                        .formatted(brief(item.code()), brief(parent), brief(parent)));
            } else if (circular(item.code(), parents)) {
                faults.add("Mục %s thuộc chính nó qua các mục trên; sửa cột mã cha.".formatted(brief(item.code())));
            }
        }
        if (it.items().isEmpty()) {
            faults.add("Khung chưa có miền, năng lực nào.");
        }
    }

    private static String brief(String text) {
        return Vietnamese.brief(text, SHORT);
    }

    private static boolean circular(String code, HashMap<String, String> parents) {
        var seen = new HashSet<String>();
        for (var at = code; at != null && !at.isEmpty(); at = parents.get(at)) {
            if (!seen.add(at)) {
                return true;
            }
        }
        return false;
    }
}
