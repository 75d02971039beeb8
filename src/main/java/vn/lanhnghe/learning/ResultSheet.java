package vn.lanhnghe.learning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.lanhnghe.intake.Difference;
import vn.lanhnghe.intake.FaultKind;
import vn.lanhnghe.intake.Field;
import vn.lanhnghe.intake.SheetRow;
import vn.lanhnghe.intake.SheetTable;
import vn.lanhnghe.intake.Streamed;
import vn.lanhnghe.shared.Vietnamese;

/** Kết quả từng môn: one row a learner and module, as other systems export them; may be a million rows long. */
@Component
@Order(4)
class ResultSheet implements Streamed {

    private static final Pattern PLAIN_CODE = Pattern.compile("[\\p{Lu}0-9]+");
    private static final Pattern BETWEEN = Pattern.compile("[ .-]");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}([.,]\\d{1,4})?");

    /** A row whose learner and module are known. */
    record Entry(
            ResultRegister.Ref learner,
            ResultRegister.ModuleRef module,
            @Nullable BigDecimal mark,
            boolean absent) {}

    private final Enrolments enrolments;
    private final ResultRegister register;

    ResultSheet(Enrolments enrolments, ResultRegister register) {
        this.enrolments = enrolments;
        this.register = register;
    }

    @Override
    public String code() {
        return "results";
    }

    @Override
    public String label() {
        return "Kết quả từng môn";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                LearnerColumns.code(),
                LearnerColumns.fullName(),
                Field.of(
                                "moduleCode",
                                "Mã môn học, mô-đun",
                                new Field.Text(20),
                                "MĐ08",
                                "Mã môn",
                                "Mã môn học",
                                "Mã mô-đun",
                                "Mã MH/MĐ",
                                "Mã học phần",
                                "Mã HP")
                        .must(),
                Field.of(
                        "moduleName",
                        "Tên môn học, mô-đun",
                        new Field.Text(200),
                        "Lập trình căn bản",
                        "Tên môn",
                        "Tên môn học",
                        "Tên mô-đun",
                        "Tên học phần"),
                Field.of(
                        "credits",
                        "Số tín chỉ",
                        new Field.Decimal(new BigDecimal("0.5"), new BigDecimal(60), 1),
                        "4",
                        "Tín chỉ",
                        "STC",
                        "Số TC"),
                Field.of(
                                "mark",
                                "Điểm",
                                new Field.Text(10),
                                "7,5",
                                "Điểm tổng kết",
                                "Điểm TK",
                                "Điểm môn học",
                                "Điểm học phần",
                                "Kết quả")
                        .must(),
                LearnerColumns.overwrite());
    }

    @Override
    public void check(List<SheetTable> tables) {
        var seen = new HashMap<String, SheetRow>();
        var checking = new Checking(register.refs(codes(tables)), register.modules(), enrolments.grading());
        for (var table : tables) {
            table.rows().forEach(checking::check);
            table.rows().forEach(row -> twice(row, seen));
        }
    }

    private static void twice(SheetRow row, Map<String, SheetRow> seen) {
        if (row.text("studentCode") == null || row.text("moduleCode") == null) {
            return;
        }
        var first = seen.putIfAbsent(row.get("studentCode") + "|" + code(row), row);
        if (first != null) {
            row.fault("moduleCode", FaultKind.DUPLICATE_IN_FILE, twin(first.number()), null);
        }
    }

    private static String twin(int first) {
        return "Người học này đã có điểm môn này ở dòng %d. Giữ lại một dòng.".formatted(first);
    }

    /** One pass over rows, with what is known of learners and modules. */
    private record Checking(
            Map<String, ResultRegister.Ref> learners, Map<String, ResultRegister.ModuleRef> modules, Grading grading) {

        void check(SheetRow row) {
            mark(row);
            var learner = learner(row);
            var code = row.text("moduleCode");
            if (learner == null || code == null) {
                return;
            }
            if (modules.get(key(learner, code(row))) == null
                    && (row.text("moduleName") == null || row.text("credits") == null)) {
                row.fault(
                        "moduleCode",
                        FaultKind.UNKNOWN_CODE,
                        "Ngành %s khoá %d chưa có môn mang mã này. Sửa mã, hoặc thêm cột “Tên môn học, mô-đun” và “Số tín chỉ” để ghi môn mới."
                                .formatted(learner.occupationCode(), learner.cohort()),
                        null);
            }
        }

        private ResultRegister.@Nullable Ref learner(SheetRow row) {
            var code = row.text("studentCode");
            if (code == null) {
                return null;
            }
            var learner = learners.get(code);
            if (learner == null) {
                row.fault(
                        "studentCode",
                        FaultKind.UNKNOWN_LEARNER,
                        "Mã này chưa có hồ sơ trong sổ của trường. Ghi danh sách học viên trước, hoặc sửa mã.",
                        null);
                return null;
            }
            var name = row.text("fullName");
            if (name != null && !name.equalsIgnoreCase(learner.fullName())) {
                row.fault(
                        "fullName",
                        FaultKind.DIFFERS_FROM_REGISTER,
                        "Hồ sơ mang mã này ghi “%s”. Kiểm tra xem mã hay họ tên bị gõ nhầm."
                                .formatted(learner.fullName()),
                        null);
            }
            return learner;
        }

        private void mark(SheetRow row) {
            var written = row.text("mark");
            if (written == null) {
                return;
            }
            var number = NUMBER.matcher(written).matches();
            if (number && number(written).compareTo(grading.scale()) <= 0
                    || !number && MarkSheet.ABSENT.contains(Vietnamese.fold(written))) {
                return;
            }
            var allowed = "Nhập số từ 0 đến %s, ví dụ 7,5; vắng thi thì ghi v."
                    .formatted(grading.scale().stripTrailingZeros().toPlainString());
            if (!number) {
                row.fault("mark", FaultKind.NOT_A_MARK, "Đây không phải điểm. " + allowed, null);
            } else {
                row.fault("mark", FaultKind.MARK_OUT_OF_RANGE, "Điểm nằm ngoài thang điểm. " + allowed, null);
            }
        }
    }

    private static BigDecimal number(String written) {
        return new BigDecimal(written.replace(',', '.'));
    }

    /** A module's code as the register keeps it. */
    private static String code(SheetRow row) {
        var written = row.get("moduleCode");
        return PLAIN_CODE.matcher(written).matches()
                ? written
                : BETWEEN.matcher(written.toUpperCase(java.util.Locale.ROOT)).replaceAll("");
    }

    private static String key(ResultRegister.Ref learner, String moduleCode) {
        return ResultRegister.ModuleRef.key(learner.occupationCode(), learner.cohort(), moduleCode);
    }

    private Entry entry(
            SheetRow row, Map<String, ResultRegister.Ref> learners, Map<String, ResultRegister.ModuleRef> modules) {
        var learner = Objects.requireNonNull(learners.get(row.get("studentCode")));
        var written = row.get("mark");
        var absent = !NUMBER.matcher(written).matches();
        var module = modules.computeIfAbsent(
                key(learner, code(row)),
                key -> new ResultRegister.ModuleRef(
                        0,
                        learner.occupationCode(),
                        learner.cohort(),
                        code(row),
                        Objects.toString(row.text("moduleName"), code(row)),
                        Objects.requireNonNullElse(row.decimal("credits"), BigDecimal.ONE)));
        return new Entry(learner, module, absent ? null : number(written).setScale(1, RoundingMode.HALF_UP), absent);
    }

    @Override
    public List<Difference> compare(List<SheetTable> tables, List<SheetRow> rows) {
        var learners = register.refs(codes(tables));
        var recorded = register.recorded(rows.stream()
                .map(it -> Objects.requireNonNull(learners.get(it.get("studentCode")))
                        .id())
                .toList());
        return rows.stream()
                .map(row -> {
                    var learner = Objects.requireNonNull(learners.get(row.get("studentCode")));
                    var before = recorded.get(learner.id() + "|" + code(row));
                    if (before == null) {
                        return Difference.FRESH;
                    }
                    var written = row.get("mark");
                    var after = NUMBER.matcher(written).matches()
                            ? MarkSheet.shown(number(written).setScale(1, RoundingMode.HALF_UP), false)
                            : "v";
                    var was = MarkSheet.shown(before.mark(), before.absent());
                    var change = List.of(new Difference.Change(before.name(), was, after));
                    if (after.equals(was)) {
                        return Difference.SAME;
                    }
                    return before.byHand() && row.text("overwrite") == null
                            ? Difference.of(List.of(), change)
                            : Difference.of(change);
                })
                .toList();
    }

    @Override
    public void commit(long batchId, List<SheetTable> tables, List<SheetRow> rows, Progress progress) {
        var learners = register.refs(codes(tables));
        var modules = new HashMap<>(register.modules());
        var marks = new ArrayList<ResultRegister.Mark>();
        for (var row : rows) {
            var entry = entry(row, learners, modules);
            marks.add(new ResultRegister.Mark(
                    entry.learner(), entry.module(), entry.mark(), entry.absent(), row.text("overwrite") != null));
        }
        register.write(batchId, marks, enrolments.grading(), progress);
    }

    @Override
    public String address(long batchId) {
        return "/learners?batch=" + batchId;
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
        return register.extractLong();
    }

    @Override
    public Stage stage(long batchId) {
        return new Staging(batchId);
    }

    /** Learners and modules of the college are read once; modules that the file brings are set down like its rows. */
    private final class Staging implements Stage {

        private final long batchId;
        private final Map<String, ResultRegister.Ref> learners = register.refs();
        private final Map<String, ResultRegister.ModuleRef> modules = new HashMap<>(register.modules());
        private final Checking checking = new Checking(learners, modules, enrolments.grading());
        private final ResultRegister.Copying copying;

        Staging(long batchId) {
            this.batchId = batchId;
            register.unstage(batchId);
            this.copying = register.copy(batchId);
        }

        @Override
        public void check(SheetTable slice) {
            slice.rows().forEach(checking::check);
        }

        @Override
        public void put(SheetTable slice) {
            var entries = new ArrayList<Map.Entry<SheetRow, Entry>>();
            var fresh = new TreeMap<String, ResultRegister.ModuleRef>();
            for (var row : slice.rows()) {
                if (row.faults().isEmpty()) {
                    var entry = entry(row, learners, modules);
                    entries.add(Map.entry(row, entry));
                    if (entry.module().id() == 0) {
                        fresh.put(key(entry.learner(), entry.module().code()), entry.module());
                    }
                }
            }
            if (!fresh.isEmpty()) {
                register.stageModules(batchId, fresh.values(), enrolments.grading())
                        .forEach(it -> modules.put(it.key(), it));
            }
            for (var it : entries) {
                var entry = it.getValue();
                var module = Objects.requireNonNull(
                        modules.get(key(entry.learner(), entry.module().code())));
                copying.row(
                        it.getKey().number(),
                        entry.learner(),
                        module,
                        entry.mark(),
                        entry.absent(),
                        it.getKey().text("overwrite") != null);
            }
        }

        @Override
        public List<Twin> end() {
            copying.flush();
            var twins = register.stagedTwins(batchId);
            if (!twins.isEmpty()) {
                register.unstage(batchId, twins.stream().map(Twin::row).toList());
            }
            return twins;
        }

        @Override
        public void close() {
            copying.flush();
        }
    }

    @Override
    public Effect effect(long batchId) {
        return register.stagedEffect(batchId);
    }

    @Override
    public long commitStaged(long batchId) {
        return register.commitStaged(batchId);
    }

    @Override
    public void unstage(long batchId) {
        register.unstage(batchId);
    }

    private static List<String> codes(List<SheetTable> tables) {
        return tables.stream()
                .flatMap(it -> it.rows().stream())
                .map(it -> it.text("studentCode"))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
