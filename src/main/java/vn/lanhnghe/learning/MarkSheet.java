package vn.lanhnghe.learning;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.lanhnghe.intake.Column;
import vn.lanhnghe.intake.Difference;
import vn.lanhnghe.intake.FaultKind;
import vn.lanhnghe.intake.Field;
import vn.lanhnghe.intake.SheetKind;
import vn.lanhnghe.intake.SheetRow;
import vn.lanhnghe.intake.SheetTable;
import vn.lanhnghe.shared.Vietnamese;

/** Bảng điểm tổng kết: one row a learner, one column a module, credits in a legend row under the header. */
@Component
@Order(2)
class MarkSheet implements SheetKind {

    /** A module's column: its code and its name, as in {@code MĐ08 Lập trình căn bản}. */
    private static final Pattern MODULE =
            Pattern.compile("^(\\p{L}{1,4})[ .-]?(\\d{1,4}[a-z]?)[ .:–-]+(\\p{L}.*)$", Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,6}([.,]\\d{1,6})?");
    static final Set<String> ABSENT = Set.of("v", "vang", "vt", "vang thi");

    /** What one cell of marks holds: a mark, an absence, or nothing. */
    record Cell(@Nullable BigDecimal mark, boolean absent) {}

    /** A module as a column of a sheet names it. */
    record Module(String code, String name, @Nullable BigDecimal credits) {}

    private final Enrolments enrolments;
    private final ResultRegister register;
    private final MarkExtracts sheets;

    MarkSheet(Enrolments enrolments, ResultRegister register, MarkExtracts sheets) {
        this.enrolments = enrolments;
        this.register = register;
        this.sheets = sheets;
    }

    @Override
    public String code() {
        return "marks";
    }

    @Override
    public String label() {
        return "Bảng điểm tổng kết";
    }

    @Override
    public List<Field> fields() {
        return List.of(LearnerColumns.studentCode(), LearnerColumns.fullName(), LearnerColumns.overwrite());
    }

    @Override
    public boolean takes(String header) {
        return module(header, null).isPresent();
    }

    @Override
    public Set<String> legends() {
        return Set.of("so tin chi", "tin chi", "so tc", "tc", "stc", "he so");
    }

    @Override
    public void check(List<SheetTable> tables) {
        var learners = learners(tables);
        var grading = enrolments.grading();
        for (var table : tables) {
            for (var row : table.rows()) {
                checkLearner(row, learners.get(Objects.toString(row.text("studentCode"), "")));
                table.extras().forEach(column -> checkMark(row, column, grading));
            }
        }
    }

    private static void checkLearner(SheetRow row, ResultRegister.@Nullable Ref learner) {
        if (row.text("studentCode") == null) {
            return;
        }
        if (learner == null) {
            row.fault(
                    "studentCode",
                    FaultKind.UNKNOWN_LEARNER,
                    "Mã này chưa có hồ sơ trong sổ của trường. Hãy sửa và ghi dòng của học viên này ở tệp danh sách trước, rồi bấm “Kiểm tra lại”.",
                    null);
            return;
        }
        var name = row.text("fullName");
        if (name != null && !name.equalsIgnoreCase(learner.fullName())) {
            row.fault(
                    "fullName",
                    FaultKind.DIFFERS_FROM_REGISTER,
                    "Hồ sơ mang mã này ghi “%s”. Kiểm tra xem mã hay họ tên bị gõ nhầm.".formatted(learner.fullName()),
                    null);
        }
    }

    private static void checkMark(SheetRow row, Column column, Grading grading) {
        var written = row.written(column);
        if (written.isEmpty() || ABSENT.contains(Vietnamese.fold(written))) {
            return;
        }
        var allowed = "Nhập số từ 0 đến %s, ví dụ 7,5; vắng thi thì ghi v."
                .formatted(grading.scale().stripTrailingZeros().toPlainString());
        if (!NUMBER.matcher(written).matches()) {
            row.fault(column, FaultKind.NOT_A_MARK, "Đây không phải điểm. " + allowed, null);
            return;
        }
        var mark = number(written);
        if (mark.signum() < 0 || mark.compareTo(grading.scale()) > 0) {
            row.fault(column, FaultKind.MARK_OUT_OF_RANGE, "Điểm nằm ngoài thang điểm. " + allowed, null);
        } else if (module(column).map(Module::credits).isEmpty()) {
            row.fault(
                    column,
                    FaultKind.NOT_A_NUMBER,
                    "Cột này chưa có số tín chỉ. Thêm dòng “Số tín chỉ” ngay dưới dòng tiêu đề rồi tải lại tệp.",
                    null);
        }
    }

    /** What stands in a cell that has passed the check. */
    static Cell cell(SheetRow row, Column column) {
        var written = row.written(column);
        if (written.isEmpty()) {
            return new Cell(null, false);
        }
        return ABSENT.contains(Vietnamese.fold(written))
                ? new Cell(null, true)
                : new Cell(number(written).setScale(1, RoundingMode.HALF_UP), false);
    }

    static Optional<Module> module(Column column) {
        return module(column.header(), column.legend());
    }

    private static Optional<Module> module(String header, @Nullable String legend) {
        var parts = MODULE.matcher(Vietnamese.tidy(header));
        if (!parts.matches()) {
            return Optional.empty();
        }
        var credits = legend != null && NUMBER.matcher(legend).matches() ? number(legend) : null;
        return Optional.of(
                new Module(parts.group(1).toUpperCase(Locale.ROOT) + parts.group(2), parts.group(3), credits));
    }

    @Override
    public List<Difference> compare(List<SheetTable> tables, List<SheetRow> rows) {
        var columns = columns(tables);
        var learners = learners(tables);
        var recorded = register.recorded(rows.stream()
                .map(it -> Objects.requireNonNull(learners.get(it.get("studentCode")))
                        .id())
                .toList());
        var withMarks = recorded.values().stream()
                .map(ResultRegister.Recorded::enrolmentId)
                .collect(Collectors.toSet());
        return rows.stream()
                .map(row -> {
                    var learner = Objects.requireNonNull(learners.get(row.get("studentCode")));
                    return withMarks.contains(learner.id())
                            ? difference(row, columns.getOrDefault(row.sheet(), List.of()), learner, recorded)
                            : Difference.FRESH;
                })
                .toList();
    }

    private static Difference difference(
            SheetRow row,
            List<Column> columns,
            ResultRegister.Ref learner,
            Map<String, ResultRegister.Recorded> recorded) {
        var changes = new ArrayList<Difference.Change>();
        var kept = new ArrayList<Difference.Change>();
        for (var column : columns) {
            var module = module(column).orElseThrow();
            var before = recorded.get(learner.id() + "|" + module.code());
            var was = before == null ? "" : shown(before.mark(), before.absent());
            var now = cell(row, column);
            var is = shown(now.mark(), now.absent());
            if (!is.isEmpty() && !is.equals(was)) {
                var byHand = before != null && before.byHand() && row.text("overwrite") == null;
                (byHand ? kept : changes).add(new Difference.Change(module.name(), was, is));
            }
        }
        return Difference.of(changes, kept);
    }

    static String shown(@Nullable BigDecimal mark, boolean absent) {
        if (mark == null) {
            return absent ? "v" : "";
        }
        return mark.setScale(1, RoundingMode.HALF_UP).toPlainString().replace('.', ',');
    }

    @Override
    public void commit(long batchId, List<SheetTable> tables, List<SheetRow> rows, Progress progress) {
        var columns = columns(tables);
        var learners = learners(tables);
        var marks = new ArrayList<ResultRegister.Mark>();
        for (var row : rows) {
            var learner = Objects.requireNonNull(learners.get(row.get("studentCode")));
            for (var column : columns.getOrDefault(row.sheet(), List.of())) {
                var module = module(column).orElseThrow();
                // a column without credits has had a fault in every row that has a mark in it
                if (module.credits() != null) {
                    var cell = cell(row, column);
                    marks.add(new ResultRegister.Mark(
                            learner,
                            new ResultRegister.ModuleRef(
                                    0,
                                    learner.occupationCode(),
                                    learner.cohort(),
                                    module.code(),
                                    module.name(),
                                    module.credits()),
                            cell.mark(),
                            cell.absent(),
                            row.text("overwrite") != null));
                }
            }
        }
        register.write(batchId, marks, enrolments.grading(), progress);
    }

    @Override
    public List<String> obstacles(long batchId) {
        return register.obstacles(batchId);
    }

    @Override
    public int undo(long batchId) {
        return register.undo(batchId);
    }

    @Override
    public long recorded() {
        return register.count();
    }

    @Override
    public List<Extract> extract() {
        return sheets.extract();
    }

    @Override
    public String address(long batchId) {
        return "/learners?batch=" + batchId;
    }

    private Map<String, ResultRegister.Ref> learners(List<SheetTable> tables) {
        return register.refs(tables.stream()
                .flatMap(it -> it.rows().stream())
                .map(it -> it.text("studentCode"))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }

    private static Map<String, List<Column>> columns(List<SheetTable> tables) {
        return tables.stream().collect(toMap(SheetTable::name, SheetTable::extras));
    }

    private static BigDecimal number(String written) {
        return new BigDecimal(written.replace(',', '.'));
    }
}
