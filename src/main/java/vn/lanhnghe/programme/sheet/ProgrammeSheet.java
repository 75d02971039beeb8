package vn.lanhnghe.programme.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.document.Spreadsheets;
import vn.lanhnghe.intake.Lists;
import vn.lanhnghe.programme.design.OutcomeKind;
import vn.lanhnghe.programme.design.Relation;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;

/** A version's modules and outcomes as one sheet, a row each, with groups, alignments and where they are taught. */
final class ProgrammeSheet {

    private static final List<String> HEADERS = List.of(
            "Loại",
            "Mã",
            "Nội dung",
            "Nhóm",
            "Giờ",
            "Tín chỉ",
            "Lý thuyết",
            "Thực hành",
            "Kiểm tra",
            "Giờ cơ hữu",
            "Học liệu số",
            "LMS",
            "Phần mềm",
            "Giáo trình",
            "Quyết định giáo trình",
            "Dạy trong",
            "Đánh giá trong",
            "Năng lực số",
            "Định danh");
    private static final List<String> NEEDED = List.of("Loại", "Mã", "Nội dung");
    private static final String MODULE = "MON";
    private static final String OUTCOME = "CHUAN";
    private static final Map<String, OutcomeKind> KINDS = Map.of(
            "KIEN_THUC", OutcomeKind.KNOWLEDGE,
            "KY_NANG", OutcomeKind.SKILL,
            "TU_CHU", OutcomeKind.AUTONOMY,
            "NANG_LUC_SO", OutcomeKind.DIGITAL);
    private static final Pattern LINK =
            Pattern.compile("(?:([A-Za-z0-9-]+)(?:/([A-Za-z0-9.-]+))?:)?([0-9A-Za-z.]+)\\s+(\\S.*)\\s+(\\S+)");
    private static final Map<String, String> ROWS =
            Map.of("mon", MODULE, "mon hoc", MODULE, "mo dun", MODULE, "chuan", OUTCOME, "chuan dau ra", OUTCOME);

    private ProgrammeSheet() {}

    static byte[] write(Content it, String title) {
        var rows = new ArrayList<List<String>>();
        for (var one : it.modules()) {
            rows.add(List.of(
                    MODULE,
                    one.code(),
                    one.name(),
                    "",
                    "",
                    Content.plain(one.credits()),
                    Integer.toString(one.theory()),
                    Integer.toString(one.practice()),
                    Integer.toString(one.exam()),
                    Integer.toString(one.own()),
                    yes(one.material()),
                    yes(one.platform()),
                    yes(one.software()),
                    one.textbook(),
                    one.textbookPaper(),
                    "",
                    "",
                    "",
                    one.identifier().toString()));
        }
        for (var one : it.outcomes()) {
            rows.add(List.of(
                    OUTCOME,
                    one.code(),
                    one.words(),
                    word(one.kind()),
                    Objects.toString(one.hours(), ""),
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    String.join("; ", one.taughtIn()),
                    String.join("; ", one.assessedIn()),
                    one.links().stream().map(Content.Link::said).collect(Collectors.joining("; ")),
                    one.identifier().toString()));
        }
        var about = new LinkedHashMap<String, String>();
        about.put("Chương trình", title);
        about.put("Loại", "MON (môn): môn học, mô-đun; CHUAN (chuẩn): chuẩn đầu ra");
        about.put(
                "Nhóm của chuẩn",
                "kiến thức, kỹ năng, tự chủ, năng lực số; hoặc KIEN_THUC, KY_NANG, TU_CHU, NANG_LUC_SO");
        about.put("Mã của chuẩn", "1, 1.1, 1.2 …: mã nói chuẩn nào nằm dưới chuẩn nào");
        about.put("Học liệu số, LMS, Phần mềm", "ghi C nếu có");
        about.put("Dạy trong, Đánh giá trong", "mã môn học, cách nhau bằng dấu chấm phẩy");
        about.put(
                "Năng lực số",
                "mã năng lực, liên hệ (trùng khớp, một phần, liên quan; hoặc TRUNG, MOT_PHAN, LIEN_QUAN), bậc; ví dụ: 1.1 trùng khớp 3; 2.4 MOT_PHAN 3");
        about.put("Định danh", "để trống với dòng mới");
        return Spreadsheets.xlsx("Chương trình", HEADERS, rows, about);
    }

    private static String yes(boolean it) {
        return it ? "C" : "";
    }

    private static String word(OutcomeKind kind) {
        return KINDS.entrySet().stream()
                .filter(it -> it.getValue() == kind)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** One row with its cells by header, and where to say what is wrong with them. */
    private record Row(int number, Map<String, String> cells, List<String> faults) {

        String cell(String header) {
            return cells.getOrDefault(header, "");
        }

        void fault(String header, String said) {
            faults.add("Dòng %d, cột %s: %s.".formatted(number, header, said));
        }

        int whole(String header) {
            var text = cell(header);
            if (!text.matches("\\d{0,4}")) {
                fault(header, "cần số nguyên từ 0 đến 9.999, tệp ghi “%s”".formatted(text));
                return 0;
            }
            return text.isEmpty() ? 0 : Integer.parseInt(text);
        }

        boolean ticked(String header) {
            var text = cell(header).toUpperCase(Locale.ROOT);
            if (!text.isEmpty() && !text.equals("C") && !text.equals("X")) {
                fault(header, "ghi C nếu có, để trống nếu không; tệp ghi “%s”".formatted(text));
            }
            return !text.isEmpty();
        }

        @Nullable
        UUID identifier() {
            var text = cell("Định danh");
            if (text.isEmpty()) {
                return null;
            }
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                fault("Định danh", "“%s” không phải UUID; để trống với dòng mới".formatted(text));
                return null;
            }
        }

        List<String> list(String header) {
            return Stream.of(cell(header).split("[;,]"))
                    .map(String::strip)
                    .filter(it -> !it.isEmpty())
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    static Content read(byte[] file, Known known, List<String> faults) {
        var rows = rows(file, faults);
        var modules = new ArrayList<Content.Unit>();
        var outcomes = new ArrayList<Content.Statement>();
        for (var row : rows) {
            switch (ROWS.getOrDefault(bare(row.cell("Loại")), "")) {
                case MODULE -> modules.add(module(row, known));
                case OUTCOME -> outcomes.add(outcome(row, known));
                default -> {
                    if (!String.join("", row.cells().values()).isEmpty()) {
                        row.fault("Loại", "dùng môn hoặc chuẩn, tệp ghi “%s”".formatted(row.cell("Loại")));
                    }
                }
            }
        }
        return new Content(
                modules, outcomes.stream().map(it -> spelt(it, modules)).toList());
    }

    /** Without marks, signs and capitals: what people type for a word or a code. */
    private static String bare(String text) {
        return Vietnamese.fold(text).replaceAll("[^a-z0-9]+", " ").strip();
    }

    /** Its modules under the codes that the file's own rows give them. */
    private static Content.Statement spelt(Content.Statement it, List<Content.Unit> modules) {
        return new Content.Statement(
                it.row(),
                it.identifier(),
                it.code(),
                it.kind(),
                it.words(),
                it.hours(),
                spelt(it.taughtIn(), modules),
                spelt(it.assessedIn(), modules),
                it.links());
    }

    private static List<String> spelt(List<String> codes, List<Content.Unit> modules) {
        return codes.stream()
                .map(code -> spelt(code, modules))
                .distinct()
                .sorted()
                .toList();
    }

    private static String spelt(String code, List<Content.Unit> modules) {
        var all = modules.stream().map(Content.Unit::code).toList();
        if (all.contains(code)) {
            return code;
        }
        var alike =
                all.stream().filter(it -> it.equalsIgnoreCase(code)).distinct().toList();
        if (alike.isEmpty()) {
            alike = all.stream()
                    .filter(it -> bare(it).equals(bare(code)))
                    .distinct()
                    .toList();
        }
        return alike.size() == 1 ? alike.getFirst() : code;
    }

    private static @Nullable OutcomeKind kind(String typed) {
        return Arrays.stream(OutcomeKind.values())
                .filter(it -> Stream.of(word(it), it.label(), it.name())
                        .anyMatch(one -> bare(one).equals(bare(typed))))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Relation relation(String typed) {
        return Arrays.stream(Relation.values())
                .filter(it -> Stream.of(Content.word(it), it.label(), it.name())
                        .map(ProgrammeSheet::bare)
                        .anyMatch(one -> one.equals(bare(typed)) || one.equals("co " + bare(typed))))
                .findFirst()
                .orElse(null);
    }

    private static List<Row> rows(byte[] file, List<String> faults) {
        var columns = new HashMap<String, Integer>();
        var rows = new ArrayList<Row>();
        var begun = false;
        List<String> nearest = List.of();
        for (var line : Lists.read(file)) {
            if (!begun) {
                columns.clear();
                for (var i = 0; i < line.cells().size(); i++) {
                    columns.putIfAbsent(Vietnamese.fold(line.cells().get(i)), i);
                }
                begun = NEEDED.stream().allMatch(it -> columns.containsKey(Vietnamese.fold(it)));
                var known = HEADERS.stream()
                        .filter(it -> columns.containsKey(Vietnamese.fold(it)))
                        .toList();
                nearest = known.size() > nearest.size() ? known : nearest;
                continue;
            }
            var cells = new HashMap<String, String>();
            for (var header : HEADERS) {
                var at = columns.get(Vietnamese.fold(header));
                if (at != null && at < line.cells().size()) {
                    cells.put(header, line.cells().get(at));
                }
            }
            rows.add(new Row(line.number(), cells, faults));
        }
        if (!begun) {
            var missing = new ArrayList<>(NEEDED);
            missing.removeAll(nearest);
            throw new Refusal(
                    nearest.isEmpty()
                            ? "Không thấy dòng tiêu đề. Dùng tệp mẫu tải ở trang Tệp; cần ít nhất các cột %s."
                                    .formatted(String.join(", ", missing))
                            : "Dòng tiêu đề thiếu cột %s; đặt lại đúng tên như trong tệp mẫu."
                                    .formatted(String.join(", ", missing)));
        }
        return rows;
    }

    private static Content.Unit module(Row row, Known known) {
        var code = row.cell("Mã");
        var credits = BigDecimal.ZERO;
        var typed = row.cell("Tín chỉ").replace(',', '.');
        if (typed.matches("\\d{1,2}(\\.\\d)?")) {
            credits = new BigDecimal(typed);
        } else if (!typed.isEmpty()) {
            row.fault("Tín chỉ", "cần một số như 3 hoặc 2,5; tệp ghi “%s”".formatted(row.cell("Tín chỉ")));
        }
        var identifier = row.identifier();
        return new Content.Unit(
                row.number(),
                identifier != null
                        ? identifier
                        : Objects.requireNonNullElseGet(
                                known.moduleIdentifiers().get(code), UUID::randomUUID),
                code,
                row.cell("Nội dung"),
                credits,
                row.whole("Lý thuyết"),
                row.whole("Thực hành"),
                row.whole("Kiểm tra"),
                row.whole("Giờ cơ hữu"),
                row.ticked("Học liệu số"),
                row.ticked("LMS"),
                row.ticked("Phần mềm"),
                row.cell("Giáo trình"),
                row.cell("Quyết định giáo trình"));
    }

    private static Content.Statement outcome(Row row, Known known) {
        var code = row.cell("Mã");
        var kind = kind(row.cell("Nhóm"));
        if (kind == null) {
            row.fault(
                    "Nhóm",
                    "dùng kiến thức, kỹ năng, tự chủ hoặc năng lực số; tệp ghi “%s”".formatted(row.cell("Nhóm")));
        }
        var identifier = row.identifier();
        var own = identifier != null
                ? identifier
                : Objects.requireNonNullElseGet(known.outcomeIdentifiers().get(code), UUID::randomUUID);
        return new Content.Statement(
                row.number(),
                own,
                code,
                Objects.requireNonNullElse(kind, OutcomeKind.KNOWLEDGE),
                row.cell("Nội dung"),
                row.cell("Giờ").isEmpty() ? null : Integer.valueOf(row.whole("Giờ")),
                row.list("Dạy trong"),
                row.list("Đánh giá trong"),
                links(row, known, own));
    }

    private static List<Content.Link> links(Row row, Known known, UUID outcome) {
        var links = new ArrayList<Content.Link>();
        for (var text : row.cell("Năng lực số").split(";")) {
            if (text.isBlank()) {
                continue;
            }
            var parts = LINK.matcher(text.strip());
            if (!parts.matches()) {
                row.fault("Năng lực số", "“%s” cần mã, liên hệ và bậc, ví dụ 1.1 TRUNG 3".formatted(text.strip()));
                continue;
            }
            var relation = relation(parts.group(4));
            var item = known.item(
                    Objects.requireNonNullElse(parts.group(1), "").toUpperCase(Locale.ROOT),
                    Objects.requireNonNullElse(parts.group(2), ""),
                    parts.group(3));
            if (relation == null) {
                row.fault(
                        "Năng lực số",
                        "liên hệ “%s”; dùng trùng khớp, một phần hoặc liên quan".formatted(parts.group(4)));
            }
            if (item == null) {
                row.fault("Năng lực số", known.unknown(Objects.requireNonNullElse(parts.group(1), ""), parts.group(3)));
            } else if (!item.usable() && !known.has(outcome, item)) {
                row.fault("Năng lực số", Known.whyNot(item));
            } else if (!known.levels()
                    .getOrDefault(item.frameworkId(), List.of())
                    .contains(parts.group(5))) {
                row.fault(
                        "Năng lực số",
                        "khung %s không có bậc “%s”; các bậc: %s"
                                .formatted(
                                        item.framework(),
                                        parts.group(5),
                                        String.join(", ", known.levels().getOrDefault(item.frameworkId(), List.of()))));
            } else if (relation != null) {
                links.add(new Content.Link(
                        item.identifier(),
                        item.id(),
                        item.frameworkId(),
                        item.framework(),
                        item.version(),
                        item.code(),
                        relation,
                        parts.group(5)));
            }
        }
        links.sort(java.util.Comparator.comparing(Content.Link::said));
        return links;
    }
}
