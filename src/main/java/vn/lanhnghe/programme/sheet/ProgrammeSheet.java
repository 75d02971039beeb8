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
    private static final String MODULE = "MON";
    private static final String OUTCOME = "CHUAN";
    private static final Map<String, OutcomeKind> KINDS = Map.of(
            "KIEN_THUC", OutcomeKind.KNOWLEDGE,
            "KY_NANG", OutcomeKind.SKILL,
            "TU_CHU", OutcomeKind.AUTONOMY,
            "NANG_LUC_SO", OutcomeKind.DIGITAL);
    private static final Pattern LINK =
            Pattern.compile("(?:([A-Z0-9-]+)(?:/([A-Za-z0-9.-]+))?:)?([0-9A-Za-z.]+)\\s+(\\S+)\\s+(\\S+)");

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
        about.put("Loại", "MON: môn học, mô-đun; CHUAN: chuẩn đầu ra");
        about.put("Nhóm của chuẩn", "KIEN_THUC, KY_NANG, TU_CHU, NANG_LUC_SO");
        about.put("Mã của chuẩn", "1, 1.1, 1.2 …: mã nói chuẩn nào nằm dưới chuẩn nào");
        about.put("Học liệu số, LMS, Phần mềm", "ghi C nếu có");
        about.put("Dạy trong, Đánh giá trong", "mã môn học, cách nhau bằng dấu chấm phẩy");
        about.put(
                "Năng lực số",
                "mã năng lực, liên hệ (TRUNG, MOT_PHAN, LIEN_QUAN), bậc; ví dụ: 1.1 TRUNG 3; 2.4 MOT_PHAN 3");
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
            switch (row.cell("Loại").toUpperCase(Locale.ROOT)) {
                case MODULE -> modules.add(module(row, known));
                case OUTCOME -> outcomes.add(outcome(row, known));
                default -> {
                    if (!String.join("", row.cells().values()).isEmpty()) {
                        row.fault("Loại", "dùng MON hoặc CHUAN, tệp ghi “%s”".formatted(row.cell("Loại")));
                    }
                }
            }
        }
        return new Content(modules, outcomes);
    }

    private static List<Row> rows(byte[] file, List<String> faults) {
        var columns = new HashMap<String, Integer>();
        var rows = new ArrayList<Row>();
        var begun = false;
        for (var line : Lists.read(file)) {
            if (!begun) {
                columns.clear();
                for (var i = 0; i < line.cells().size(); i++) {
                    columns.putIfAbsent(Vietnamese.fold(line.cells().get(i)), i);
                }
                begun = columns.containsKey("loai") && columns.containsKey("ma") && columns.containsKey("noi dung");
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
            throw new Refusal("Không thấy dòng tiêu đề. Tệp cần các cột: %s.".formatted(String.join(", ", HEADERS)));
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
        var kind = KINDS.get(row.cell("Nhóm").toUpperCase(Locale.ROOT));
        if (kind == null) {
            row.fault(
                    "Nhóm",
                    "dùng KIEN_THUC, KY_NANG, TU_CHU hoặc NANG_LUC_SO; tệp ghi “%s”".formatted(row.cell("Nhóm")));
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
            var relation = Arrays.stream(Relation.values())
                    .filter(it -> Content.word(it).equalsIgnoreCase(parts.group(4)))
                    .findFirst()
                    .orElse(null);
            var item = known.item(
                    Objects.requireNonNullElse(parts.group(1), ""),
                    Objects.requireNonNullElse(parts.group(2), ""),
                    parts.group(3));
            if (relation == null) {
                row.fault("Năng lực số", "liên hệ “%s”; dùng TRUNG, MOT_PHAN hoặc LIEN_QUAN".formatted(parts.group(4)));
            }
            if (item == null) {
                row.fault("Năng lực số", "khung không có năng lực “%s”".formatted(parts.group(3)));
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
