package vn.lanhnghe.credential.issuing;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.lanhnghe.intake.Difference;
import vn.lanhnghe.intake.FaultKind;
import vn.lanhnghe.intake.Field;
import vn.lanhnghe.intake.SheetKind;
import vn.lanhnghe.intake.SheetRow;
import vn.lanhnghe.intake.SheetTable;
import vn.lanhnghe.learning.Enrolments;
import vn.lanhnghe.learning.Grading;
import vn.lanhnghe.learning.LearnerColumns;
import vn.lanhnghe.learning.Level;
import vn.lanhnghe.learning.Standing;
import vn.lanhnghe.ui.Vi;

/** Danh sách công nhận tốt nghiệp: who graduates by which decision, with serial and register number of the diploma. */
@Component
@Order(3)
class GraduationSheet implements SheetKind {

    private final Enrolments enrolments;
    private final ListRepository diplomas;
    private final Issuing issuing;
    private final Blanks blanks;
    private final Clock clock;

    GraduationSheet(Enrolments enrolments, ListRepository diplomas, Issuing issuing, Blanks blanks, Clock clock) {
        this.enrolments = enrolments;
        this.diplomas = diplomas;
        this.issuing = issuing;
        this.blanks = blanks;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "graduation";
    }

    @Override
    public String label() {
        return "Danh sách công nhận tốt nghiệp";
    }

    @Override
    public List<Field> fields() {
        var today = LocalDate.now(clock);
        return List.of(
                LearnerColumns.studentCode(),
                LearnerColumns.fullName().must(),
                LearnerColumns.birthDate(today),
                Field.of("birthPlace", "Nơi sinh", new Field.Text(120), "TP. Hồ Chí Minh"),
                Field.of(
                        "occupationCode",
                        "Mã ngành, nghề",
                        new Field.Text(20),
                        "6480201",
                        "Mã ngành",
                        "Mã nghề",
                        "Mã ngành nghề",
                        "Mã ngành/nghề"),
                Field.of(
                        "level",
                        "Trình độ",
                        new Field.Choice(levels()),
                        "Cao đẳng",
                        "Trình độ đào tạo",
                        "Bậc đào tạo",
                        "Hệ đào tạo"),
                Field.of(
                                "average",
                                "Điểm TB toàn khoá",
                                new Field.Decimal(BigDecimal.ZERO, BigDecimal.TEN, 2),
                                "7,5",
                                "Điểm TB",
                                "ĐTB",
                                "Điểm trung bình",
                                "Điểm trung bình toàn khoá",
                                "Điểm TBC toàn khoá",
                                "ĐTB toàn khoá",
                                "Điểm TBTK")
                        .must(),
                Field.of(
                                "rank",
                                "Xếp loại",
                                new Field.Choice(ranks()),
                                "Khá",
                                "Xếp loại tốt nghiệp",
                                "Hạng tốt nghiệp",
                                "Loại",
                                "XL")
                        .must(),
                Field.of(
                                "decisionNumber",
                                "Số quyết định",
                                new Field.Text(60),
                                "512/QĐ-CĐKTCT",
                                "Số QĐ",
                                "Quyết định số",
                                "Số QĐ công nhận",
                                "Số quyết định công nhận tốt nghiệp")
                        .must(),
                Field.of(
                                "decidedOn",
                                "Ngày quyết định",
                                new Field.Day(LocalDate.of(1970, 1, 1), today),
                                "30/06/2026",
                                "Ngày QĐ",
                                "Ngày ký quyết định",
                                "Ngày ký QĐ")
                        .must(),
                Field.of(
                                "serial",
                                "Số hiệu văn bằng",
                                new Field.Text(30),
                                "C250000",
                                "Số hiệu",
                                "Số hiệu bằng",
                                "Số hiệu VB")
                        .once(),
                Field.of(
                                "registerNumber",
                                "Số vào sổ gốc",
                                new Field.Text(40),
                                "0001/CĐ-2026",
                                "Số vào sổ",
                                "Số vào sổ gốc cấp văn bằng",
                                "Số vào sổ cấp bằng",
                                "Số vào sổ cấp văn bằng")
                        .once());
    }

    private static Map<String, List<String>> levels() {
        var words = new LinkedHashMap<String, List<String>>();
        for (var level : Level.values()) {
            words.put(level.name(), List.of(level.label()));
        }
        return words;
    }

    private Map<String, List<String>> ranks() {
        var words = new LinkedHashMap<String, List<String>>();
        enrolments.grading().bands().forEach(it -> words.put(it.code(), List.of(it.label())));
        return words;
    }

    @Override
    public void check(List<SheetTable> tables) {
        var rows = tables.stream().flatMap(it -> it.rows().stream()).toList();
        var standings = enrolments.standings(values(rows, "studentCode"));
        var grading = enrolments.grading();
        var living = diplomas.listLiving(values(rows, "studentCode"));
        var taken = List.of("serial", "registerNumber", "studentCode").stream()
                .collect(Collectors.toMap(Function.identity(), it -> diplomas.listTaken(it, values(rows, it))));
        var fresh = new java.util.ArrayList<SheetRow>();
        for (var row : rows) {
            if (same(row, living.get(Objects.toString(row.text("studentCode"), "")))) {
                continue;
            }
            fresh.add(row);
            alreadyTaken(
                    row,
                    "serial",
                    taken,
                    "Số hiệu này đã cấp cho một văn bằng khác. Mỗi số hiệu chỉ dùng một lần; hãy tra lại phôi.");
            alreadyTaken(row, "registerNumber", taken, "Số vào sổ này đã dùng. Hãy tra lại sổ gốc.");
            alreadyTaken(
                    row,
                    "studentCode",
                    taken,
                    "Người học này đã có văn bằng trong sổ. Bỏ dòng này khỏi tệp hoặc để lại dòng.");
            checkLearner(row, standings.get(Objects.toString(row.text("studentCode"), "")), grading);
        }
        inStock(fresh);
    }

    /** The very diploma that is in the register already: nothing to say and nothing to do. */
    private static boolean same(SheetRow row, @Nullable Map<String, String> recorded) {
        return recorded != null
                && List.of("decisionNumber", "decidedOn", "fullName", "birthDate").stream()
                        .allMatch(it -> Objects.equals(row.text(it), recorded.get(it)))
                && List.of("serial", "registerNumber").stream()
                        .allMatch(it -> row.text(it) == null || Objects.equals(row.text(it), recorded.get(it)));
    }

    /** Serials of levels whose forms the college keeps in the ledger must lie free there. */
    private void inStock(List<SheetRow> rows) {
        rows.stream()
                .filter(it -> it.text("level") != null
                        && it.text("serial") != null
                        && it.faults().isEmpty())
                .collect(groupingBy(it -> Level.valueOf(it.get("level"))))
                .forEach((level, some) -> {
                    if (blanks.kept(level)) {
                        var free = Set.copyOf(blanks.free(level, values(some, "serial"), false));
                        some.stream()
                                .filter(it -> !free.contains(it.get("serial")))
                                .forEach(it -> it.fault(
                                        "serial",
                                        FaultKind.UNKNOWN_CODE,
                                        "Sổ phôi của trường không có số hiệu này còn trống ở trình độ %s. Tra ở trang Sổ phôi, nhập lô phôi, hoặc bỏ trống ô để hệ thống lấy phôi tiếp theo."
                                                .formatted(level.label().toLowerCase(java.util.Locale.ROOT)),
                                        null));
                    }
                });
    }

    private static void alreadyTaken(SheetRow row, String field, Map<String, Set<String>> taken, String message) {
        var value = row.text(field);
        if (value != null && taken.getOrDefault(field, Set.of()).contains(value)) {
            row.fault(field, FaultKind.ALREADY_TAKEN, message, null);
        }
    }

    private static void checkLearner(SheetRow row, @Nullable Standing standing, Grading grading) {
        if (row.text("studentCode") == null) {
            return;
        }
        if (standing == null) {
            row.fault(
                    "studentCode",
                    FaultKind.UNKNOWN_LEARNER,
                    "Mã này chưa có hồ sơ trong sổ của trường. Hãy sửa và ghi dòng của học viên này ở tệp danh sách và bảng điểm trước, rồi bấm “Kiểm tra lại”.",
                    null);
            return;
        }
        var enrolment = standing.enrolment();
        same(row, "fullName", row.text("fullName"), enrolment.fullName(), enrolment.fullName());
        same(row, "birthDate", row.text("birthDate"), enrolment.birthDate().toString(), Vi.day(enrolment.birthDate()));
        same(
                row,
                "occupationCode",
                row.text("occupationCode"),
                enrolment.occupationCode(),
                enrolment.occupationCode() + " " + enrolment.occupation());
        same(
                row,
                "level",
                row.text("level"),
                enrolment.level().name(),
                enrolment.level().label());
        if (!standing.unmet().isEmpty()) {
            row.fault(
                    "studentCode",
                    FaultKind.NOT_ELIGIBLE,
                    "Người học chưa đủ điều kiện tốt nghiệp – %s. Bổ sung kết quả thi lại vào bảng điểm hoặc để dòng này lại."
                            .formatted(String.join("; ", standing.unmet())),
                    null);
            return;
        }
        follows(row, standing, grading);
    }

    private static void same(SheetRow row, String field, @Nullable String written, String recorded, String shown) {
        if (written != null && !written.equalsIgnoreCase(recorded)) {
            row.fault(
                    field,
                    FaultKind.DIFFERS_FROM_REGISTER,
                    "Hồ sơ trong sổ ghi “%s”. Văn bằng phải khớp hồ sơ; hãy sửa ở nơi bị sai.".formatted(shown),
                    null);
        }
    }

    /** Average and rank must follow from the marks in the register (TT 04/2022). */
    private static void follows(SheetRow row, Standing standing, Grading grading) {
        var average = standing.average();
        var written = row.decimal("average");
        if (average == null || written == null) {
            return;
        }
        if (written.setScale(grading.decimals(), java.math.RoundingMode.HALF_UP).compareTo(average) != 0) {
            row.fault(
                    "average",
                    FaultKind.DOES_NOT_FOLLOW,
                    "Điểm trung bình tính từ bảng điểm trong sổ là %s (theo tín chỉ, không tính môn điều kiện)."
                            .formatted(Vi.mark(average)),
                    null);
        }
        var rank = grading.rank(average);
        if (row.text("rank") != null && !rank.code().equals(row.text("rank"))) {
            row.fault(
                    "rank",
                    FaultKind.DOES_NOT_FOLLOW,
                    "Điểm trung bình %s xếp loại %s (từ %s trở lên). Hãy tra lại quyết định."
                            .formatted(Vi.mark(average), rank.label(), Vi.mark(rank.atLeast())),
                    null);
        }
    }

    @Override
    public List<Difference> compare(List<SheetTable> tables, List<SheetRow> rows) {
        var living = diplomas.listLiving(values(rows, "studentCode"));
        return rows.stream()
                .map(it -> same(it, living.get(it.get("studentCode"))) ? Difference.SAME : Difference.FRESH)
                .toList();
    }

    @Override
    public void commit(long batchId, List<SheetTable> tables, List<SheetRow> rows, Progress progress) {
        var standings = enrolments.standings(values(rows, "studentCode"));
        var living = diplomas.listLiving(values(rows, "studentCode"));
        var done = 0;
        for (var decision : rows.stream()
                .filter(it -> !same(it, living.get(it.get("studentCode"))))
                .collect(groupingBy(
                        it -> it.get("decisionNumber") + "|" + it.get("decidedOn"),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()) {
            issuing.prepare(batchId, decision, standings);
            done += decision.size();
            progress.done(done);
        }
    }

    @Override
    public String address(long batchId) {
        return "/credentials?batch=" + batchId;
    }

    @Override
    public List<String> obstacles(long batchId) {
        var signed = diplomas.countSigned(batchId);
        return signed == 0
                ? List.of()
                : List.of("%d văn bằng của tệp đã ký; văn bằng đã ký chỉ thu hồi được".formatted(signed));
    }

    @Override
    public int undo(long batchId) {
        return diplomas.removePrepared(batchId);
    }

    @Override
    public long recorded() {
        return diplomas.count();
    }

    @Override
    public List<Extract> extract() {
        var fields = fields();
        return List.of(new Extract(
                "Tốt nghiệp",
                fields.stream().map(Field::label).toList(),
                List.of(),
                diplomas.listLiving().stream()
                        .map(it -> fields.stream()
                                .map(field -> field.shown(it.get(field.key())))
                                .toList())
                        .toList()));
    }

    private static Set<String> values(List<SheetRow> rows, String field) {
        return rows.stream().map(it -> it.text(field)).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
