package vn.lanhnghe.institution;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.lanhnghe.institution.LicencePlan.Held;
import vn.lanhnghe.institution.LicencePlan.PaperKey;
import vn.lanhnghe.intake.Difference;
import vn.lanhnghe.intake.FaultKind;
import vn.lanhnghe.intake.Field;
import vn.lanhnghe.intake.SheetKind;
import vn.lanhnghe.intake.SheetRow;
import vn.lanhnghe.intake.SheetTable;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;

/**
 * Giấy chứng nhận đăng ký hoạt động: one row a line of a paper. Rows of one institution, number and day are one paper, which is
 * recorded whole or not at all.
 */
@Component
@Order(13)
class LicenceSheet implements SheetKind {

    private static final int SHEET_ROWS = 20_000;
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final int LONGEST_VALIDITY = 100;
    private static final int MOST_NAMED = 5;

    private static final Map<String, List<String>> KINDS = new LinkedHashMap<>();
    private static final Map<String, List<String>> LEVELS = new LinkedHashMap<>();

    static {
        KINDS.put("FIRST", List.of("Cấp lần đầu", "Lần đầu", "Cấp mới"));
        KINDS.put("SUPPLEMENT", List.of("Bổ sung", "Cấp bổ sung"));
        KINDS.put("REPLACEMENT", List.of("Cấp lại", "Thay thế", LicenceKind.REPLACEMENT.label()));
        KINDS.put("WITHDRAWAL", List.of("Thu hồi", "Thu hẹp", LicenceKind.WITHDRAWAL.label()));
        Training.levels().forEach((code, label) -> LEVELS.put(code, List.of(label, code)));
        LEVELS.put("CAO_DANG", List.of("Cao đẳng", "CĐ", "CAO_DANG"));
        LEVELS.put("TRUNG_CAP", List.of("Trung cấp", "TC", "TRUNG_CAP"));
        LEVELS.put("SO_CAP", List.of("Sơ cấp", "SC", "SO_CAP"));
    }

    private final Licences licences;
    private final LicenceRepository repository;
    private final InstitutionRepository institutions;
    private final Clock clock;

    LicenceSheet(Licences licences, LicenceRepository repository, InstitutionRepository institutions, Clock clock) {
        this.licences = licences;
        this.repository = repository;
        this.institutions = institutions;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "licences";
    }

    @Override
    public String label() {
        return "Giấy chứng nhận đăng ký hoạt động";
    }

    @Override
    public boolean ofTheDepartment() {
        return true;
    }

    /** How the sheet writes a kind of paper. */
    static String word(LicenceKind kind) {
        return Objects.requireNonNull(KINDS.get(kind.name())).getFirst();
    }

    @Override
    public List<Field> fields() {
        var today = LocalDate.now(clock);
        var issued = new Field.Day(EARLIEST, today.plusYears(1));
        var ends = new Field.Day(EARLIEST, today.plusYears(LONGEST_VALIDITY));
        return List.of(
                RegisterSheet.institutionCode(),
                Field.of("kind", "Loại giấy", new Field.Choice(KINDS), "Cấp lần đầu", "Loại", "Hình thức cấp")
                        .must(),
                Field.of(
                                "number",
                                "Số giấy",
                                new Field.Text(LicenceRules.LONGEST_NUMBER),
                                "71/GCNĐKHĐ-SLĐTBXH",
                                "Số giấy chứng nhận",
                                "Số GCN",
                                "Số GCNĐKHĐ",
                                "Số văn bản",
                                "Số quyết định")
                        .must(),
                Field.of(
                                "issuer",
                                "Cơ quan cấp",
                                new Field.Text(200),
                                "Sở Giáo dục và Đào tạo Thành phố Hồ Chí Minh",
                                "Nơi cấp",
                                "Đơn vị cấp")
                        .must(),
                Field.of("issuedOn", "Ngày cấp", issued, "26/05/2021", "Ngày ký", "Ngày giấy", "Ngày ban hành")
                        .must(),
                Field.of("validFrom", "Giấy có hiệu lực từ", issued, "26/05/2021", "Hiệu lực từ", "Hiệu lực từ ngày"),
                Field.of(
                        "validTo",
                        "Giấy có hiệu lực đến hết",
                        ends,
                        "",
                        "Hiệu lực đến",
                        "Hiệu lực đến ngày",
                        "Đến hết ngày",
                        "Thời hạn đến"),
                Field.of(
                        "site",
                        "Địa điểm đào tạo",
                        new Field.Text(150),
                        "Trụ sở chính",
                        "Địa điểm",
                        "Mã địa điểm",
                        "Nơi đào tạo"),
                Field.of(
                        "occupationCode",
                        "Mã ngành, nghề",
                        new Field.Text(20),
                        "6480201",
                        "Mã ngành",
                        "Mã nghề",
                        "Mã ngành nghề"),
                Field.of("codeOnPaper", "Mã ghi trên giấy", new Field.Text(20), "40480201", "Mã trên giấy", "Mã cũ"),
                Field.of(
                        "occupationName",
                        "Tên ngành, nghề",
                        new Field.Text(200),
                        "Công nghệ thông tin",
                        "Ngành, nghề",
                        "Tên ngành",
                        "Tên nghề",
                        "Ngành nghề"),
                Field.of("level", "Trình độ", new Field.Choice(LEVELS), "Cao đẳng", "Trình độ đào tạo"),
                Field.of(
                        "quota",
                        "Quy mô tuyển sinh/năm",
                        new Field.Decimal(BigDecimal.ZERO, BigDecimal.valueOf(LicenceRules.MOST_QUOTA), 0),
                        "100",
                        "Quy mô",
                        "Quy mô/năm",
                        "Quy mô tuyển sinh",
                        "Chỉ tiêu"),
                Field.of("lineFrom", "Dòng có hiệu lực từ", issued, "", "Ngành có hiệu lực từ"),
                Field.of("lineTo", "Dòng có hiệu lực đến hết", ends, "", "Ngành có hiệu lực đến"),
                Field.of(
                        "endsNumber",
                        LicencePlan.ENDS,
                        new Field.Text(LicenceRules.LONGEST_NUMBER),
                        "",
                        "Thu hồi giấy số",
                        "Thay giấy số",
                        "Thay thế giấy số",
                        "Thu hẹp giấy số"),
                Field.of("note", "Ghi chú", new Field.Text(300), ""),
                Field.of("reason", LicencePlan.REASON, new Field.Text(300), "", "Lý do"));
    }

    @Override
    public void check(List<SheetTable> tables) {
        check(tables, List.of());
    }

    /** Looks again until nothing new is found: a row that stays out takes its paper with it, and with that what was built on it. */
    @Override
    public void check(List<SheetTable> tables, List<SheetRow> aside) {
        var rows = rows(tables);
        var held = held(rows);
        var plan = new LicencePlan(held, rows, Map.of());
        var aims = plan.aims();
        do {
            plan.faults().forEach(it -> it.row().fault(it.field(), it.kind(), it.sentence(), it.fix()));
            hold(rows, held);
            plan = new LicencePlan(held, clean(rows), aims);
        } while (!plan.faults().isEmpty());
        plan.warnings().forEach(it -> it.row().warn(it.field(), it.kind(), it.sentence()));
        leftOut(clean(rows), aside, held);
    }

    /** A paper is recorded whole: while one of its rows is at fault, the others wait. */
    private static void hold(List<SheetRow> rows, Held held) {
        var bad = new HashMap<String, List<SheetRow>>();
        rows.stream()
                .filter(row -> row.faults().stream().anyMatch(it -> it.kind() != FaultKind.NOT_WHOLE))
                .forEach(row -> names(row, held)
                        .forEach(name -> bad.computeIfAbsent(name, it -> new ArrayList<>())
                                .add(row)));
        for (var row : clean(rows)) {
            var reasons = held.has(key(row, held))
                    ? List.<String>of()
                    : names(row, held).stream()
                            .flatMap(it -> bad.getOrDefault(it, List.of()).stream())
                            .distinct()
                            .map(it -> LicencePlan.place(it, row))
                            .limit(MOST_NAMED)
                            .toList();
            if (!reasons.isEmpty()) {
                row.fault(
                        "number",
                        FaultKind.NOT_WHOLE,
                        "Giấy được ghi trọn vẹn hoặc chưa ghi, mà dòng %s của giấy này còn lỗi. Sửa dòng đó, hoặc để lại dòng đó nếu muốn ghi giấy không có nó."
                                .formatted(String.join(", ", reasons)),
                        null);
            }
        }
    }

    /**
     * The names under which a row's paper is looked for: all three parts, or, for a row of which one part cannot be read, the other
     * two; so that a wrong day does not tear a row from its paper unseen.
     */
    private static List<String> names(SheetRow row, Held held) {
        var institution = held.institution(row.text("code"));
        var code = institution == null ? null : institution.code();
        var number = row.text("number") == null ? null : Licences.fold(row.get("number"));
        var day = row.text("issuedOn");
        if (code != null && number != null && day != null && row.faults().isEmpty()) {
            return List.of(
                    "all|%s|%s|%s".formatted(code, number, day),
                    "no day|%s|%s".formatted(code, number),
                    "no number|%s|%s".formatted(code, day),
                    "no code|%s|%s".formatted(number, day));
        }
        if (code != null && number != null) {
            return List.of(day == null ? "no day|" + code + "|" + number : "all|" + code + "|" + number + "|" + day);
        }
        return code != null && day != null
                ? List.of("no number|" + code + "|" + day)
                : number != null && day != null ? List.of("no code|" + number + "|" + day) : List.of();
    }

    private static PaperKey key(SheetRow row, Held held) {
        return new PaperKey(
                Objects.requireNonNull(held.institution(row.text("code"))).id(),
                Licences.fold(row.get("number")),
                Objects.requireNonNull(row.date("issuedOn")));
    }

    /** Setting a row aside is a person's decision: the paper goes in without it, and says so. */
    private static void leftOut(List<SheetRow> clean, List<SheetRow> aside, Held held) {
        var left = aside.stream()
                .collect(Collectors.toMap(
                        it -> Vietnamese.fold(it.wrote("code")) + "|" + Licences.fold(it.wrote("number")),
                        it -> Integer.toString(it.number()),
                        (a, b) -> a + ", " + b));
        var told = new HashMap<PaperKey, SheetRow>();
        for (var row : clean) {
            var rows = left.get(Vietnamese.fold(row.get("code")) + "|" + Licences.fold(row.get("number")));
            var key = key(row, held);
            if (rows != null && !held.has(key) && told.putIfAbsent(key, row) == null) {
                row.warn(
                        "number",
                        FaultKind.SECOND_LOOK,
                        "Dòng %s mang số giấy này được để lại: giấy vào sổ không có ngành, nghề của dòng đó. Lấy lại dòng nếu giấy có; dòng để lại ghi thêm sau được, bằng tệp khác hoặc ở trang của giấy."
                                .formatted(rows));
            }
        }
    }

    @Override
    public List<Difference> compare(List<SheetTable> tables, List<SheetRow> rows) {
        var plan = new LicencePlan(held(rows), rows, Map.of());
        return rows.stream().map(plan::difference).toList();
    }

    @Override
    public void commit(long batchId, List<SheetTable> tables, List<SheetRow> rows, Progress progress) {
        var plan = new LicencePlan(held(rows), rows, Map.of());
        if (!plan.faults().isEmpty()) {
            throw new Refusal(
                    "Sổ giấy chứng nhận đã thay đổi từ lúc bạn xem: dòng %d %s Bấm “Kiểm tra lại” để xem rồi ghi."
                            .formatted(
                                    plan.faults().getFirst().row().number(),
                                    plan.faults().getFirst().sentence()));
        }
        licences.take(batchId, plan);
        progress.done(rows.size());
    }

    @Override
    public String address(long batchId) {
        return "/institutions/licences?tep=" + batchId;
    }

    @Override
    public List<String> obstacles(long batchId) {
        return repository.listLater(batchId).stream().map(LicenceSheet::words).toList();
    }

    private static String words(LicenceRepository.Later later) {
        var by = Objects.toString(later.by(), "");
        return switch (later.deed()) {
            case "WITHDRAWN" ->
                "%d dòng của giấy %s đã bị giấy %s thu hẹp".formatted(later.count(), later.number(), by);
            case "ENDED" ->
                "%d dòng của giấy %s đã hết hiệu lực theo quyết định %s".formatted(later.count(), later.number(), by);
            case "RESTORED" -> "%d dòng của giấy %s đã được khôi phục".formatted(later.count(), later.number());
            case "WITHDREW" -> "giấy %s đã thu hẹp thêm %d dòng sau tệp này".formatted(later.number(), later.count());
            case "ADDED" ->
                "giấy %s đã được ghi thêm %d dòng%s"
                        .formatted(later.number(), later.count(), by.isEmpty() ? "" : " bằng tệp số " + by);
            case "PAPER_CORRECTED" ->
                "giấy %s đã được sửa%s".formatted(later.number(), by.isEmpty() ? "" : " bằng tệp số " + by);
            default ->
                "%d dòng của giấy %s đã được sửa%s"
                        .formatted(later.count(), later.number(), by.isEmpty() ? "" : " bằng tệp số " + by);
        };
    }

    @Override
    public int undo(long batchId) {
        return licences.putBack(batchId);
    }

    @Override
    public long recorded() {
        return repository.countLines();
    }

    /** Every paper, first the lines it opens, then those it ends; a paper that does neither is a row of its own. */
    @Override
    public List<Extract> extract() {
        var fields = fields().stream().filter(it -> !it.key().equals("reason")).toList();
        var opened = repository.listLinesOf(null).stream().collect(Collectors.groupingBy(LicenceLine::licenceId));
        var ended = opened.values().stream()
                .flatMap(Collection::stream)
                .filter(it -> it.withdrawnBy() != null)
                .collect(Collectors.groupingBy(it -> Objects.requireNonNull(it.withdrawnBy())));
        var codes = new HashMap<Long, String>();
        institutions.listCodes().forEach((code, id) -> codes.put(id, code));
        var sites = sites(institutions.listSites(codes.keySet()));
        var rows = new ArrayList<List<String>>();
        for (var paper : repository.listOf(null)) {
            var told = paper(paper, Objects.requireNonNull(codes.get(paper.institutionId())));
            var lines = Stream.concat(
                            opened.getOrDefault(paper.id(), List.of()).stream().map(it -> opened(paper, it, sites)),
                            ended.getOrDefault(paper.id(), List.of()).stream().map(it -> ended(paper, it, sites)))
                    .toList();
            for (var line : lines.isEmpty() ? List.of(Map.<String, String>of()) : lines) {
                rows.add(fields.stream()
                        .map(it -> it.shown(told.getOrDefault(it.key(), line.getOrDefault(it.key(), ""))))
                        .toList());
            }
        }
        var extracts = new ArrayList<Extract>();
        for (var from = 0; from == 0 || from < rows.size(); from += SHEET_ROWS) {
            extracts.add(new Extract(
                    "Giấy " + (from / SHEET_ROWS + 1),
                    fields.stream().map(Field::label).toList(),
                    List.of(),
                    rows.subList(from, Math.min(rows.size(), from + SHEET_ROWS))));
        }
        return extracts;
    }

    /** How a site is written: by its name, or its code where the institution has two of that name. */
    private static Map<Long, String> sites(List<Site> sites) {
        var named = sites.stream()
                .collect(Collectors.groupingBy(
                        it -> it.institutionId() + Vietnamese.fold(it.name()), Collectors.counting()));
        return sites.stream()
                .collect(Collectors.toMap(
                        Site::id,
                        it -> Objects.requireNonNull(named.get(it.institutionId() + Vietnamese.fold(it.name()))) == 1
                                ? it.name()
                                : it.code()));
    }

    private static Map<String, String> paper(Licence paper, String code) {
        var told = new HashMap<>(Map.of(
                "code", code,
                "kind", paper.kind().name(),
                "number", paper.number(),
                "issuer", paper.issuer(),
                "issuedOn", paper.issuedOn().toString(),
                "validFrom", paper.validFrom().toString(),
                "validTo", Objects.toString(paper.validTo(), ""),
                "note", Objects.toString(paper.note(), "")));
        return told;
    }

    private static Map<String, String> opened(Licence paper, LicenceLine line, Map<Long, String> sites) {
        var told = told(line, sites);
        told.put("codeOnPaper", Objects.toString(line.codeOnPaper(), ""));
        told.put("quota", Integer.toString(line.quota()));
        told.put(
                "lineFrom",
                line.validFrom().equals(paper.validFrom())
                        ? ""
                        : line.validFrom().toString());
        told.put("lineTo", Objects.equals(line.paperTo(), paper.validTo()) ? "" : Objects.toString(line.paperTo(), ""));
        return told;
    }

    private static Map<String, String> ended(Licence paper, LicenceLine line, Map<Long, String> sites) {
        var told = told(line, sites);
        told.put("quota", paper.kind() == LicenceKind.WITHDRAWAL ? "" : "0");
        told.put("endsNumber", line.number());
        return told;
    }

    private static Map<String, String> told(LicenceLine line, Map<Long, String> sites) {
        var told = new HashMap<String, String>();
        told.put("site", Objects.requireNonNull(sites.get(line.siteId())));
        told.put("occupationCode", Objects.toString(line.occupationCode(), ""));
        told.put("occupationName", line.occupationName());
        told.put("level", line.level());
        return told;
    }

    private Held held(List<SheetRow> rows) {
        var known = institutions.findByCodes(rows.stream()
                .map(it -> it.text("code"))
                .filter(Objects::nonNull)
                .map(it -> it.toUpperCase(java.util.Locale.ROOT))
                .distinct()
                .toList());
        var ids = known.values().stream().map(Institution::id).toList();
        var papers = repository.listOf(ids);
        return new Held(
                known,
                institutions.listSites(ids).stream().collect(Collectors.groupingBy(Site::institutionId)),
                papers,
                papers.stream().map(PaperKey::of).collect(Collectors.toSet()),
                repository.listLinesOf(ids),
                licences.rules());
    }

    private static List<SheetRow> rows(List<SheetTable> tables) {
        return tables.stream().flatMap(it -> it.rows().stream()).toList();
    }

    private static List<SheetRow> clean(List<SheetRow> rows) {
        return rows.stream().filter(it -> it.faults().isEmpty()).toList();
    }
}
