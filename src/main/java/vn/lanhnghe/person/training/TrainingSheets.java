package vn.lanhnghe.person.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.document.Spreadsheets;
import vn.lanhnghe.intake.Lists;
import vn.lanhnghe.person.training.TrainingResultRepository.Marked;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Vi;

/** The sheets of a class: people to enrol, marks to enter. */
final class TrainingSheets {

    static final String STAFF_NUMBER = "Số nhà giáo";
    private static final String FINAL_TEST = "Kiểm tra cuối khoá";
    private static final int MOST_ROWS = 5_000;

    private TrainingSheets() {}

    /** Numbers as written, each with its row, in order. */
    record Numbers(Map<String, Integer> numbers, List<String> faults) {}

    /** A sheet's staff or citizen numbers: of the column that says so, or of the first one. */
    static Numbers people(byte[] file) {
        var numbers = new LinkedHashMap<String, Integer>();
        var faults = new ArrayList<String>();
        var column = 0;
        for (var line : lines(file).stream().map(TrainingSheets::split).toList()) {
            var header = header(line);
            if (header >= 0) {
                column = header;
                continue;
            }
            var written = cell(line, column).replace(" ", "");
            if (written.isEmpty()) {
                continue;
            }
            var number = written.matches("[0-9]{9,11}")
                    ? "0".repeat(12 - written.length()) + written
                    : written.toUpperCase(java.util.Locale.ROOT);
            if (!number.matches("NG[0-9]{9}|[0-9]{12}")) {
                faults.add("Dòng %d: “%s” không phải số nhà giáo (NG và 9 chữ số) hay số định danh (12 chữ số)."
                        .formatted(line.number(), Runs.said(covered(written))));
            } else if (numbers.putIfAbsent(number, line.number()) != null) {
                faults.add("Dòng %d: số %s đã có ở dòng %d."
                        .formatted(line.number(), covered(number), numbers.get(number)));
            }
        }
        return new Numbers(numbers, faults);
    }

    /** A list of two columns has too few commas to be known by them as a table. */
    private static Lists.Line split(Lists.Line line) {
        return line.cells().size() == 1
                ? new Lists.Line(line.number(), List.of(line.cells().getFirst().split(",", -1)))
                : line;
    }

    /** Where the column of numbers is, if the line is a heading; -1 when it is none. */
    private static int header(Lists.Line line) {
        for (var i = 0; i < line.cells().size(); i++) {
            var folded = Vietnamese.fold(line.cells().get(i));
            if (folded.equals("so nha giao")
                    || folded.equals("so dinh danh")
                    || folded.equals("cccd")
                    || folded.equals("ma")) {
                return i;
            }
        }
        return -1;
    }

    /** A citizen's number is nobody's to read in a message. */
    static String covered(String number) {
        return number.matches("[0-9]{12}") ? number.substring(0, 3) + "•••••••" + number.substring(10) : number;
    }

    static byte[] results(
            TrainingClass it,
            TrainingCourse course,
            List<Topic> topics,
            List<Member> members,
            TrainingResults.Book book) {
        var headers = new ArrayList<>(List.of(STAFF_NUMBER, "Họ và tên", "Cơ sở"));
        topics.forEach(topic -> headers.add(heading(topic)));
        if (course.finalPass() != null) {
            headers.add(FINAL_TEST);
        }
        var rows = members.stream()
                .map(member -> {
                    var row = new ArrayList<>(List.of(member.staffNumber(), member.fullName(), member.institution()));
                    topics.forEach(topic -> row.add(book.told(member.id(), topic.id())));
                    if (course.finalPass() != null) {
                        row.add(book.told(member.id(), TrainingResults.FINAL));
                    }
                    return (List<String>) row;
                })
                .toList();
        var about = new LinkedHashMap<String, String>();
        about.put("Lớp", it.name());
        about.put("Khoá", "%s %s".formatted(course.code(), course.title()));
        about.put(
                "Cách điền",
                "Điểm từ 0 đến 10, nhiều nhất một chữ số thập phân; ô trống là chưa có điểm và giữ điểm đang có.");
        return Spreadsheets.xlsx("Điểm", headers, rows, about);
    }

    private static String heading(Topic topic) {
        return "CĐ%d. %s".formatted(topic.place(), topic.title());
    }

    /** {@code counts}: how many marks of each column, by what the column is called. */
    record Results(List<Marked> marks, Map<String, Integer> counts, List<String> faults) {}

    private static final Set<String> NAMES = Set.of("ho va ten", "ho ten", "ten");
    private static final Set<String> BESIDE = Set.of("co so", "truong", "stt", "tt", "ghi chu");

    static Results results(byte[] file, TrainingCourse course, List<Topic> topics, Map<String, Member> members) {
        var lines = lines(file);
        var headings = new LinkedHashMap<Long, String>();
        topics.forEach(topic -> headings.put(topic.id(), heading(topic)));
        if (course.finalPass() != null) {
            headings.put(TrainingResults.FINAL, FINAL_TEST);
        }
        var columns = new LinkedHashMap<Integer, Long>();
        var names = new HashMap<Long, String>();
        topics.forEach(topic -> names.put(topic.id(), "CĐ" + topic.place()));
        names.put(TrainingResults.FINAL, FINAL_TEST);
        var key = -1;
        var named = -1;
        var marks = new ArrayList<Marked>();
        var counts = new LinkedHashMap<String, Integer>();
        var faults = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (var line : lines) {
            if (key < 0) {
                var folded = line.cells().stream().map(TrainingSheets::plain).toList();
                key = folded.indexOf("so nha giao");
                if (key < 0) {
                    continue;
                }
                for (var i = 0; i < folded.size(); i++) {
                    var said = folded.get(i);
                    if (NAMES.contains(said)) {
                        named = i;
                    } else if (i != key && !said.isEmpty() && !BESIDE.contains(said)) {
                        var topic = topic(said, topics, headings);
                        if (topic == null) {
                            faults.add("Cột %s “%s” không có trong khoá này; cần các cột: %s."
                                    .formatted(
                                            letter(i),
                                            Runs.said(line.cells().get(i)),
                                            String.join("; ", headings.values())));
                        } else if (columns.containsValue(topic)) {
                            faults.add("Cột %s “%s” đã có ở một cột trước; giữ một cột."
                                    .formatted(letter(i), Runs.said(line.cells().get(i))));
                        } else {
                            columns.put(i, topic);
                        }
                    }
                }
                headings.forEach((topic, heading) -> {
                    if (!columns.containsValue(topic)) {
                        faults.add("Tệp thiếu cột “%s”; chưa có điểm thì để cột trống.".formatted(heading));
                    }
                });
                continue;
            }
            var number = cell(line, key).toUpperCase(java.util.Locale.ROOT);
            if (number.isEmpty()) {
                continue;
            }
            var member = members.get(number);
            if (member == null) {
                faults.add(
                        "Dòng %d: lớp không có ai mang số nhà giáo “%s”.".formatted(line.number(), Runs.said(number)));
                continue;
            }
            if (!seen.add(number)) {
                faults.add("Dòng %d: số nhà giáo %s đã có ở một dòng trên.".formatted(line.number(), number));
                continue;
            }
            var name = named < 0 ? "" : cell(line, named);
            if (!name.isEmpty() && !Vietnamese.fold(name).equals(Vietnamese.fold(member.fullName()))) {
                faults.add("Dòng %d: số nhà giáo %s là của %s, tệp ghi “%s”; sửa số hoặc tên."
                        .formatted(line.number(), number, member.fullName(), Runs.said(name)));
            }
            columns.forEach((column, topic) -> {
                var written = cell(line, column);
                var mark = Catalogue.mark(written);
                if (mark != null) {
                    marks.add(new Marked(member.id(), topic == TrainingResults.FINAL ? null : topic, mark));
                    counts.merge(Objects.requireNonNull(names.get(topic)), 1, Integer::sum);
                } else if (!written.isEmpty()) {
                    faults.add("Dòng %d, ô %s%d (%s): “%s”; ghi điểm từ 0 đến 10, nhiều nhất một chữ số thập phân."
                            .formatted(
                                    line.number(),
                                    letter(column),
                                    line.number(),
                                    names.get(topic),
                                    Runs.said(written)));
                }
            });
        }
        if (key < 0) {
            throw new Refusal("Không thấy cột “%s”. Tải bảng điểm của lớp, điền rồi gửi lại.".formatted(STAFF_NUMBER));
        }
        if (faults.isEmpty() && marks.isEmpty()) {
            throw new Refusal("Tệp không có điểm nào; chưa ghi gì.");
        }
        return new Results(marks, counts, faults);
    }

    /** What a column is of: a topic by its heading or its number alone, or the final test; null where it is of neither. */
    private static @Nullable Long topic(String said, List<Topic> topics, Map<Long, String> headings) {
        for (var one : headings.entrySet()) {
            if (said.equals(plain(one.getValue()))) {
                return one.getKey();
            }
        }
        return topics.stream()
                .filter(it -> said.equals("cd" + it.place()))
                .map(Topic::id)
                .findFirst()
                .orElse(null);
    }

    /** A heading without marks and punctuation. */
    private static String plain(String heading) {
        return Vietnamese.fold(heading).replaceAll("[^a-z0-9]+", " ").strip();
    }

    private static List<Lists.Line> lines(byte[] file) {
        var lines = Lists.read(file);
        if (lines.size() > MOST_ROWS) {
            throw new Refusal(
                    "Tệp có %s dòng; một lần nhận tối đa %s.".formatted(Vi.count(lines.size()), Vi.count(MOST_ROWS)));
        }
        return lines;
    }

    private static String cell(Lists.Line line, int column) {
        return column < line.cells().size() ? line.cells().get(column).strip() : "";
    }

    private static String letter(int column) {
        return column < 26 ? String.valueOf((char) ('A' + column)) : letter(column / 26 - 1) + letter(column % 26);
    }
}
