package vn.lanhnghe.framework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.document.Spreadsheets;
import vn.lanhnghe.framework.Item.Kind;
import vn.lanhnghe.intake.Lists;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;

/** A framework as one sheet: the framework itself, its levels, then its items, a row each. */
final class FrameworkSheet {

    static final List<String> HEADERS = List.of(
            "Loại",
            "Mã",
            "Mã cha",
            "Bậc",
            "Tên",
            "Tiếng Anh",
            "Phiên bản",
            "Đối tượng",
            "Cơ quan ban hành",
            "Định danh");

    private static final int SHORT = 60;
    private static final String FRAMEWORK = "KHUNG";
    private static final String LEVEL = "BAC";
    private static final Map<String, Kind> KINDS =
            Map.of("MIEN", Kind.DOMAIN, "NANG_LUC", Kind.COMPONENT, "CHI_BAO", Kind.INDICATOR);

    private FrameworkSheet() {}

    static byte[] write(Content it) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(
                FRAMEWORK,
                it.code(),
                "",
                "",
                it.title(),
                it.english(),
                it.version(),
                it.audience().name(),
                it.creator(),
                it.identifier().toString()));
        it.levels()
                .forEach(level -> rows.add(
                        List.of(LEVEL, level.code(), level.band(), "", level.name(), level.english(), "", "", "", "")));
        it.items()
                .forEach(item -> rows.add(List.of(
                        word(item.kind()),
                        item.code(),
                        Objects.requireNonNullElse(item.parentCode(), ""),
                        Objects.requireNonNullElse(item.levelCode(), ""),
                        item.name(),
                        item.english(),
                        "",
                        "",
                        "",
                        item.identifier().toString())));
        var about = new LinkedHashMap<String, String>();
        about.put("Khung", it.title());
        about.put("Cột Mã cha", "của bậc: tên chung của nhóm bậc; của mục: mã của mục trên");
        about.put("Loại", "KHUNG, BAC, MIEN, NANG_LUC, CHI_BAO");
        return Spreadsheets.xlsx(it.code(), HEADERS, rows, about);
    }

    private static String word(Kind kind) {
        return KINDS.entrySet().stream()
                .filter(it -> it.getValue() == kind)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /**
     * What a sheet says, and what in it cannot be read, by row and column. {@code bare} are the codes of items without an identifier; the
     * framework's own is bare where the set holds the empty code.
     */
    record Parsed(Content content, Set<String> bare, List<String> faults) {}

    static Parsed read(byte[] file) {
        var lines = Lists.read(file);
        var columns = new HashMap<String, Integer>();
        var begun = false;
        List<String> head = null;
        UUID identifier = null;
        var levels = new ArrayList<Level>();
        var items = new ArrayList<Item>();
        var bare = new HashSet<String>();
        var faults = new ArrayList<String>();
        for (var line : lines) {
            if (!begun) {
                for (var i = 0; i < line.cells().size(); i++) {
                    columns.put(Vietnamese.fold(line.cells().get(i)), i);
                }
                begun = columns.containsKey("loai") && columns.containsKey("ma") && columns.containsKey("ten");
                if (!begun) {
                    columns.clear();
                }
                continue;
            }
            var row = HEADERS.stream()
                    .map(it -> cell(line, columns.get(Vietnamese.fold(it))))
                    .toList();
            var type = row.getFirst().toUpperCase(java.util.Locale.ROOT);
            if (type.equals(FRAMEWORK)) {
                if (head != null) {
                    faults.add("Dòng %d, cột Loại: tệp đã có một dòng KHUNG ở trên.".formatted(line.number()));
                    continue;
                }
                head = row;
                identifier = uuid(row.getLast(), line.number(), faults);
            } else if (type.equals(LEVEL)) {
                levels.add(new Level(row.get(1), row.get(4), row.get(5), row.get(2)));
            } else if (KINDS.containsKey(type)) {
                var own = uuid(row.getLast(), line.number(), faults);
                if (own == null) {
                    bare.add(row.get(1));
                }
                items.add(new Item(
                        own == null ? Change.identifier("", row.get(1)) : own,
                        row.get(1),
                        empty(row.get(2)),
                        Objects.requireNonNull(KINDS.get(type)),
                        empty(row.get(3)),
                        row.get(4),
                        row.get(5)));
            } else if (!String.join("", row).isEmpty()) {
                faults.add("Dòng %d, cột Loại: “%s”; dùng KHUNG, BAC, MIEN, NANG_LUC hoặc CHI_BAO."
                        .formatted(line.number(), Vietnamese.brief(type, SHORT)));
            }
        }
        if (!begun) {
            throw new Refusal("Không thấy dòng tiêu đề. Tệp cần các cột: %s.".formatted(String.join(", ", HEADERS)));
        }
        if (head == null) {
            faults.addFirst("Thiếu dòng KHUNG ghi mã, tên, phiên bản của khung.");
            throw new Refusal(String.join("\n", faults.subList(0, Math.min(30, faults.size()))));
        }
        var it = head;
        if (identifier == null) {
            bare.add("");
        }
        return new Parsed(
                new Content(
                        identifier == null ? Change.identifier(it.get(1), it.get(6)) : identifier,
                        it.get(1),
                        it.get(6),
                        it.get(4),
                        it.get(5),
                        it.get(7).equals("TEACHER") ? Framework.Audience.TEACHER : Framework.Audience.LEARNER,
                        it.get(8),
                        levels,
                        items.stream()
                                .map(item -> bare.contains(item.code())
                                        ? item.as(Change.identifier(it.get(1), item.code()))
                                        : item)
                                .toList()),
                Set.copyOf(bare),
                List.copyOf(faults));
    }

    private static String cell(Lists.Line line, @Nullable Integer column) {
        return column == null || column >= line.cells().size()
                ? ""
                : line.cells().get(column);
    }

    private static @Nullable String empty(String text) {
        return text.isEmpty() ? null : text;
    }

    /** None where the cell is empty, or holds no identifier, which is told. */
    private static @Nullable UUID uuid(String text, int row, List<String> faults) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            faults.add("Dòng %d, cột Định danh: “%s” không phải UUID; để trống thì lấy theo mã."
                    .formatted(row, Vietnamese.brief(text, SHORT)));
            return null;
        }
    }
}
