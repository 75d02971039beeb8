package vn.lanhnghe.institution;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.institution.ChangeRepository.Entry;
import vn.lanhnghe.intake.Difference;
import vn.lanhnghe.intake.FaultKind;
import vn.lanhnghe.intake.Field;
import vn.lanhnghe.intake.SheetKind;
import vn.lanhnghe.intake.SheetRow;
import vn.lanhnghe.intake.SheetTable;
import vn.lanhnghe.shared.Vietnamese;

/**
 * The register changed by a sheet of the department: a blank cell changes nothing, the word XOA clears a field. What the two shapes
 * of such a sheet share; each says which facts a row writes.
 */
abstract class RegisterSheet implements SheetKind {

    static final String CLEAR = "XOA";

    private final InstitutionRepository institutions;
    private final VersionRepository versions;
    private final Changes changes;
    private final ChangeRepository requests;
    private final FactReader reader;
    private final Spot spot;
    private final Clock clock;

    RegisterSheet(
            InstitutionRepository institutions,
            VersionRepository versions,
            Changes changes,
            ChangeRepository requests,
            FactReader reader,
            Spot spot,
            Clock clock) {
        this.institutions = institutions;
        this.versions = versions;
        this.changes = changes;
        this.requests = requests;
        this.reader = reader;
        this.spot = spot;
        this.clock = clock;
    }

    /** What a row writes, as typed, by the field of the sheet that holds it. */
    abstract Map<Fact, Typed> typed(SheetRow row);

    /** A value and the sheet's field it stands in. */
    record Typed(String field, String value) {}

    @Override
    public boolean ofTheDepartment() {
        return true;
    }

    static Field institutionCode() {
        return Field.of("code", "Mã cơ sở", new Field.Text(20), "CKC", "Mã", "Mã trường", "Mã CSGDNN")
                .must();
    }

    static String unknown(String code) {
        return "Không có cơ sở mang mã “%s”. Mã đã cấp không đổi; hãy tra ở trang Cơ sở.".formatted(code);
    }

    Field day() {
        var today = LocalDate.now(clock);
        return Field.of(
                "effectiveOn",
                "Có hiệu lực từ",
                new Field.Day(LocalDate.of(1990, 1, 1), today.plusYears(1)),
                "01/09/2026",
                "Hiệu lực từ",
                "Từ ngày");
    }

    static Field reason() {
        return Field.of("reason", "Lý do", new Field.Text(300), "QĐ 3120/QĐ-UBND", "Lý do thay đổi", "Số quyết định");
    }

    @Override
    public void check(List<SheetTable> tables) {
        var rows = rows(tables);
        var known = known(rows);
        var lives = lives(known);
        var names = institutions.listNames();
        for (var row : rows) {
            var code = row.text("code");
            var institution = code == null ? null : known.get(code.toUpperCase(java.util.Locale.ROOT));
            if (code != null && institution == null) {
                row.fault("code", FaultKind.UNKNOWN_CODE, unknown(code), null);
            }
            var values = values(row, true);
            if (institution != null && row.faults().isEmpty()) {
                var changed = entries(row, known, lives).stream()
                        .map(it -> Fact.valueOf(it.field()))
                        .collect(Collectors.toSet());
                values.keySet().retainAll(changed);
                together(row, institution, values, names);
            }
        }
    }

    private void together(
            SheetRow row, Institution institution, Map<Fact, @Nullable String> values, Map<String, Long> names) {
        var typed = typed(row);
        var name = values.getOrDefault(Fact.NAME, institution.name());
        if (values.containsKey(Fact.NAME) && name != null && !name.equals(institution.name())) {
            var fault = reader.nameFault(
                    name,
                    Objects.requireNonNullElse(values.getOrDefault(Fact.TYPE, institution.type()), institution.type()));
            var other = names.get(Vietnamese.fold(name));
            if (fault != null) {
                row.fault(field(typed, Fact.NAME), FaultKind.NAME, fault, null);
            } else if (other != null && other != institution.id()) {
                row.fault(
                        field(typed, Fact.NAME),
                        FaultKind.ALREADY_TAKEN,
                        "Tên này đã có cơ sở khác dùng. Tên không được trùng (NĐ 95/2026).",
                        null);
            }
        }
        var status = values.get(Fact.STATUS);
        if (status != null
                && !status.equals(institution.status().name())
                && !institution.status().leadsTo(InstitutionStatus.valueOf(status))) {
            row.fault(
                    field(typed, Fact.STATUS),
                    FaultKind.OUT_OF_RANGE,
                    "Từ “%s” không chuyển sang “%s” được."
                            .formatted(
                                    institution.status().label(),
                                    InstitutionStatus.valueOf(status).label()),
                    null);
        }
        if (values.containsKey(Fact.LOCATION) || values.containsKey(Fact.WARD)) {
            var point = institution.lat() == null ? null : institution.lat() + "," + institution.lon();
            var fault = spot.fault(
                    values.getOrDefault(Fact.LOCATION, point), values.getOrDefault(Fact.WARD, institution.wardCode()));
            if (fault != null) {
                row.fault(
                        field(typed, values.containsKey(Fact.LOCATION) ? Fact.LOCATION : Fact.WARD),
                        FaultKind.OUT_OF_RANGE,
                        fault,
                        null);
            }
        }
    }

    private static String field(Map<Fact, Typed> typed, Fact fact) {
        return Objects.requireNonNull(typed.get(fact)).field();
    }

    /** The values of a row by fact, null where the field is to be cleared; marks what cannot be read when asked to. */
    private Map<Fact, @Nullable String> values(SheetRow row, boolean mark) {
        var values = new LinkedHashMap<Fact, @Nullable String>();
        typed(row).forEach((fact, typed) -> {
            if (typed.value().equalsIgnoreCase(CLEAR)
                    || Vietnamese.fold(typed.value()).equals("xoa")) {
                if (Fact.NEEDED.contains(fact)) {
                    if (mark) {
                        row.fault(
                                typed.field(),
                                FaultKind.REQUIRED,
                                "%s không xoá được; mỗi cơ sở phải có.".formatted(fact.label()),
                                null);
                    }
                } else {
                    values.put(fact, null);
                }
                return;
            }
            var reading = reader.read(fact, typed.value());
            if (reading.fault() != null) {
                if (mark) {
                    row.fault(typed.field(), FaultKind.UNKNOWN_VALUE, reading.fault(), null);
                }
            } else if (reading.value() != null) {
                values.put(fact, reading.value());
            }
        });
        return values;
    }

    @Override
    public List<Difference> compare(List<SheetTable> tables, List<SheetRow> rows) {
        var known = known(rows);
        var lives = lives(known);
        return rows.stream()
                .map(row -> Difference.of(entries(row, known, lives).stream()
                        .map(it -> new Difference.Change(
                                Fact.valueOf(it.field()).label(),
                                reader.show(Fact.valueOf(it.field()), it.oldValue()),
                                it.newValue() == null ? "(xoá)" : reader.show(Fact.valueOf(it.field()), it.newValue())))
                        .toList()))
                .toList();
    }

    private List<Entry> entries(SheetRow row, Map<String, Institution> known, Map<Long, List<Version>> lives) {
        var institution = Objects.requireNonNull(known.get(row.get("code").toUpperCase(java.util.Locale.ROOT)));
        var before = Version.on(lives.getOrDefault(institution.id(), List.of()), from(row));
        var entries = new ArrayList<Entry>();
        values(row, false).forEach((fact, value) -> {
            if (!Objects.equals(before.get(fact.name()), value)) {
                entries.add(new Entry(institution.id(), fact.name(), null, before.get(fact.name()), value, null));
            }
        });
        return entries;
    }

    private LocalDate from(SheetRow row) {
        return Objects.requireNonNullElse(row.date("effectiveOn"), LocalDate.now(clock));
    }

    @Override
    public void commit(long batchId, List<SheetTable> tables, List<SheetRow> rows, Progress progress) {
        var known = known(rows);
        var lives = lives(known);
        var groups = new TreeMap<String, List<SheetRow>>();
        rows.forEach(row -> groups.computeIfAbsent(
                        from(row) + "|" + Objects.toString(row.text("reason"), ""), key -> new ArrayList<>())
                .add(row));
        var done = 0;
        for (var group : groups.values()) {
            var first = group.getFirst();
            var entries = new HashMap<String, Entry>();
            group.forEach(row ->
                    entries(row, known, lives).forEach(it -> entries.put(it.institutionId() + it.field(), it)));
            if (!entries.isEmpty()) {
                changes.settle(
                        List.copyOf(entries.values()),
                        from(first),
                        Objects.toString(first.text("reason"), "Cập nhật theo tệp"),
                        "SHEET",
                        batchId);
            }
            done += group.size();
            progress.done(done);
        }
    }

    @Override
    public String address(long batchId) {
        return "/institutions/changes?state=DONE&batch=" + batchId;
    }

    /** What was built on a change later is refused one by one, when it is put back. */
    @Override
    public List<String> obstacles(long batchId) {
        return List.of();
    }

    @Override
    public int undo(long batchId) {
        return changes.undo(requests.listDone(batchId), "Hoàn tác tệp số " + batchId);
    }

    @Override
    public long recorded() {
        return institutions.count();
    }

    /** Every institution with what is known of it today, by its code; empty facts are left out. */
    Map<String, Map<Fact, String>> today() {
        var all = institutions.listCodes();
        var lives = versions.listKnown(List.copyOf(all.values())).stream()
                .collect(Collectors.groupingBy(Version::institutionId));
        var today = new LinkedHashMap<String, Map<Fact, String>>();
        all.forEach((code, id) -> {
            var version = Version.on(lives.getOrDefault(id, List.of()), LocalDate.now(clock));
            var facts = new EnumMap<Fact, String>(Fact.class);
            for (var fact : Fact.values()) {
                var value = version.get(fact.name());
                if (value != null) {
                    facts.put(fact, reader.plain(fact, value));
                }
            }
            today.put(code, facts);
        });
        return today;
    }

    private Map<String, Institution> known(List<SheetRow> rows) {
        return institutions.findByCodes(rows.stream()
                .map(it -> it.text("code"))
                .filter(Objects::nonNull)
                .map(it -> it.toUpperCase(java.util.Locale.ROOT))
                .distinct()
                .toList());
    }

    private Map<Long, List<Version>> lives(Map<String, Institution> known) {
        return versions.listKnown(known.values().stream().map(Institution::id).toList()).stream()
                .collect(Collectors.groupingBy(Version::institutionId));
    }

    private static List<SheetRow> rows(List<SheetTable> tables) {
        return tables.stream().flatMap(it -> it.rows().stream()).toList();
    }
}
