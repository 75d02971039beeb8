package vn.lanhnghe.learning.study;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.intake.Difference;
import vn.lanhnghe.intake.FaultKind;
import vn.lanhnghe.intake.Field;
import vn.lanhnghe.intake.SheetKind;
import vn.lanhnghe.intake.SheetRow;
import vn.lanhnghe.intake.SheetTable;
import vn.lanhnghe.learning.Images;
import vn.lanhnghe.learning.LearnerColumns;

/** Kết quả rèn luyện: one row a learner and term. */
@Component
@Order(5)
class ConductSheet implements SheetKind {

    private static final Map<String, List<String>> DISCIPLINES = new LinkedHashMap<>();

    static {
        DISCIPLINES.put("REPRIMAND", List.of("Khiển trách"));
        DISCIPLINES.put("WARNING", List.of("Cảnh cáo"));
    }

    private record Ref(long id, @Nullable Long siteId, String studentCode, String fullName) {}

    private final JdbcClient jdbc;
    private final ConductRepository conducts;
    private final Images images;
    private final Acts acts;
    private final Clock clock;

    ConductSheet(JdbcClient jdbc, ConductRepository conducts, Images images, Acts acts, Clock clock) {
        this.jdbc = jdbc;
        this.conducts = conducts;
        this.images = images;
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "conduct";
    }

    @Override
    public String label() {
        return "Kết quả rèn luyện";
    }

    @Override
    public List<Field> fields() {
        var fields = new ArrayList<Field>();
        fields.add(LearnerColumns.code());
        fields.add(LearnerColumns.fullName());
        fields.add(Field.of(
                        "year",
                        "Năm học (năm bắt đầu)",
                        new Field.Decimal(
                                BigDecimal.valueOf(1990),
                                BigDecimal.valueOf(LocalDate.now(clock).getYear() + 1L),
                                0),
                        "2026",
                        "Năm học",
                        "Năm bắt đầu")
                .must());
        fields.add(
                Field.of("term", "Học kỳ", new Field.Decimal(BigDecimal.ONE, BigDecimal.valueOf(3), 0), "1", "HK", "Kỳ")
                        .must());
        conducts.rule()
                .parts()
                .forEach(it -> fields.add(Field.of(
                                it.code(),
                                it.label(),
                                new Field.Decimal(BigDecimal.ZERO, it.most(), 1),
                                it.most().stripTrailingZeros().toPlainString(),
                                synonyms(it.code()))
                        .must()));
        fields.add(Field.of("discipline", "Kỷ luật", new Field.Choice(DISCIPLINES), "", "Hình thức kỷ luật"));
        fields.add(Field.of("note", "Ghi chú", new Field.Text(300), ""));
        fields.add(LearnerColumns.overwrite());
        return fields;
    }

    private static String[] synonyms(String code) {
        return switch (code) {
            case "rules" -> new String[] {"Pháp luật, nội quy", "Chấp hành nội quy", "Nội dung 1"};
            case "study" -> new String[] {"Học tập", "Nội dung 2"};
            case "activities" -> new String[] {"Chính trị, văn thể", "Hoạt động", "Nội dung 3"};
            case "community" -> new String[] {"Cộng đồng", "Nội dung 4"};
            default -> new String[] {"Cán bộ lớp", "Thành tích", "Nội dung 5"};
        };
    }

    @Override
    public void check(List<SheetTable> tables) {
        var learners = learners(tables);
        var seen = new HashMap<String, SheetRow>();
        for (var row : rows(tables)) {
            var code = row.text("studentCode");
            if (code == null) {
                continue;
            }
            var learner = learners.get(code);
            if (learner == null) {
                row.fault(
                        "studentCode",
                        FaultKind.UNKNOWN_LEARNER,
                        "Mã này chưa có hồ sơ trong sổ của trường. Ghi danh sách học viên trước, hoặc sửa mã.",
                        null);
                continue;
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
            var first = seen.putIfAbsent(code + "|" + row.text("year") + "|" + row.text("term"), row);
            if (first != null) {
                row.fault(
                        "studentCode",
                        FaultKind.DUPLICATE_IN_FILE,
                        "Người học này đã có kết quả học kỳ này ở dòng %d. Giữ lại một dòng.".formatted(first.number()),
                        null);
            }
        }
    }

    @Override
    public List<Difference> compare(List<SheetTable> tables, List<SheetRow> rows) {
        var learners = learners(tables);
        var recorded = recorded(learners);
        var fields = fields();
        return rows.stream()
                .map(row -> {
                    var before = recorded.get(key(row, learners));
                    if (before == null) {
                        return Difference.FRESH;
                    }
                    var changes = new ArrayList<Difference.Change>();
                    for (var field : fields) {
                        var after = row.text(field.key());
                        var was = value(before, field.key());
                        if (after != null && was != null && !same(after, was)) {
                            changes.add(new Difference.Change(field.label(), field.shown(was), field.shown(after)));
                        }
                    }
                    return before.byHand() && row.text("overwrite") == null
                            ? Difference.of(List.of(), changes)
                            : Difference.of(changes);
                })
                .toList();
    }

    private static boolean same(String after, String was) {
        return after.equals(was)
                || after.matches("[0-9.]+")
                        && was.matches("[0-9.]+")
                        && new BigDecimal(after).compareTo(new BigDecimal(was)) == 0;
    }

    private static @Nullable String value(Conduct conduct, String field) {
        return switch (field) {
            case "rules", "study", "activities", "community", "leadership" ->
                conduct.part(field).stripTrailingZeros().toPlainString();
            case "discipline" -> Objects.toString(conduct.discipline(), "");
            case "note" -> Objects.toString(conduct.note(), "");
            default -> null;
        };
    }

    @Override
    public void commit(long batchId, List<SheetTable> tables, List<SheetRow> rows, Progress progress) {
        var learners = learners(tables);
        var recorded = recorded(learners);
        var parts = conducts.rule().parts();
        var entries = rows.stream()
                .filter(row -> {
                    var before = recorded.get(key(row, learners));
                    return before == null || !before.byHand() || row.text("overwrite") != null;
                })
                .map(row -> {
                    var learner = Objects.requireNonNull(learners.get(row.get("studentCode")));
                    return new Conducts.Entry(
                            learner.id(),
                            learner.siteId(),
                            Objects.requireNonNull(row.decimal("year")).intValue(),
                            Objects.requireNonNull(row.decimal("term")).intValue(),
                            parts.stream()
                                    .collect(toMap(
                                            ConductRule.Part::code,
                                            it -> Objects.requireNonNull(row.decimal(it.code())))),
                            row.text("discipline"),
                            row.text("note"));
                })
                .toList();
        var ids = entries.stream().map(Conducts.Entry::enrolmentId).distinct().toList();
        images.keepConduct(batchId, ids);
        conducts.put(entries, batchId, false);
        acts.record(
                ActKind.CONDUCT_RECORDED,
                "enrolment",
                ids,
                Scope.current().institutionId(),
                "Theo tệp số " + batchId,
                null);
        progress.done(rows.size());
    }

    @Override
    public String address(long batchId) {
        return "/learners?batch=" + batchId;
    }

    @Override
    public List<String> obstacles(long batchId) {
        var later = jdbc.sql("""
                select count(*) from learning.image i
                  join learning.conduct c on i.place = 'conduct' and c.enrolment_id = i.id and i.part = c.year || '-' || c.term
                 where i.batch_id = :batch and c.batch_id is distinct from :batch
                   and (c.total, c.discipline) is distinct from ((i.before ->> 'total')::numeric, i.before ->> 'discipline')
                """).param("batch", batchId).query(Long.class).single();
        return later == 0 ? List.of() : List.of("%d kết quả rèn luyện đã được ghi tiếp sau tệp này".formatted(later));
    }

    @Override
    public int undo(long batchId) {
        var touched = jdbc.sql("select count(*) from learning.conduct where batch_id = :batch")
                .param("batch", batchId)
                .query(Integer.class)
                .single();
        images.restoreConduct(batchId);
        return touched;
    }

    @Override
    public long recorded() {
        return jdbc.sql("select count(*) from learning.conduct")
                .query(Long.class)
                .single();
    }

    private record Line(Conduct conduct, String studentCode, String fullName) {}

    @Override
    public List<Extract> extract() {
        var fields =
                fields().stream().filter(it -> !it.key().equals("overwrite")).toList();
        var refs = jdbc.sql(REFS).param("own", Scope.current().institutionId()).query(Ref.class).list().stream()
                .collect(toMap(Ref::id, Function.identity()));
        var rows = conducts.list(refs.keySet()).stream()
                .map(it -> {
                    var ref = Objects.requireNonNull(refs.get(it.enrolmentId()));
                    return new Line(it, ref.studentCode(), ref.fullName());
                })
                .map(line -> fields.stream().map(field -> shown(line, field)).toList())
                .toList();
        return List.of(
                new Extract("Rèn luyện", fields.stream().map(Field::label).toList(), List.of(), rows));
    }

    private static String shown(Line line, Field field) {
        return switch (field.key()) {
            case "studentCode" -> line.studentCode();
            case "fullName" -> line.fullName();
            case "year" -> Integer.toString(line.conduct().year());
            case "term" -> Integer.toString(line.conduct().term());
            default -> field.shown(value(line.conduct(), field.key()));
        };
    }

    private static final String REFS = """
            select e.id, e.site_id, e.student_code, l.full_name from learning.enrolment e join learning.learner l on l.id = e.learner_id
             where e.institution_id = :own
            """;

    private Map<String, Ref> learners(List<SheetTable> tables) {
        return jdbc
                .sql(REFS + " and e.student_code = any(:codes)")
                .param("own", Scope.current().institutionId())
                .param(
                        "codes",
                        rows(tables).stream()
                                .map(it -> it.text("studentCode"))
                                .filter(Objects::nonNull)
                                .distinct()
                                .toArray(String[]::new))
                .query(Ref.class)
                .list()
                .stream()
                .collect(toMap(Ref::studentCode, Function.identity()));
    }

    private Map<String, Conduct> recorded(Map<String, Ref> learners) {
        return conducts.list(learners.values().stream().map(Ref::id).toList()).stream()
                .collect(toMap(it -> it.enrolmentId() + "|" + it.year() + "|" + it.term(), Function.identity()));
    }

    private static String key(SheetRow row, Map<String, Ref> learners) {
        return Objects.requireNonNull(learners.get(row.get("studentCode"))).id() + "|"
                + Objects.requireNonNull(row.decimal("year")).intValue() + "|"
                + Objects.requireNonNull(row.decimal("term")).intValue();
    }

    private static List<SheetRow> rows(List<SheetTable> tables) {
        return tables.stream().flatMap(it -> it.rows().stream()).toList();
    }
}
