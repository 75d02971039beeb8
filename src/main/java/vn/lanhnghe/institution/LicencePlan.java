package vn.lanhnghe.institution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.intake.Difference;
import vn.lanhnghe.intake.FaultKind;
import vn.lanhnghe.intake.SheetRow;
import vn.lanhnghe.shared.Vietnamese;

/**
 * What the rows of a sheet of licences would do: put together to papers, laid beside the papers and lines that the register holds,
 * withdrawals in the order of their days. It looks and writes nothing.
 */
final class LicencePlan {

    static final String REASON = "Lý do sửa";
    static final String ENDS = "Thu hẹp dòng của giấy số";

    private static final List<String> OF_A_LINE =
            List.of("site", "occupationCode", "codeOnPaper", "occupationName", "level", "quota", "lineFrom", "lineTo");

    /** What the register holds of the institutions that a sheet names. */
    record Held(
            Map<String, Institution> institutions,
            Map<Long, List<Site>> sites,
            List<Licence> papers,
            Set<PaperKey> keys,
            List<LicenceLine> lines,
            LicenceRules rules) {

        @Nullable
        Institution institution(@Nullable String code) {
            return code == null ? null : institutions.get(code.toUpperCase(Locale.ROOT));
        }

        boolean has(PaperKey key) {
            return keys.contains(key);
        }
    }

    /** What tells papers apart: institution, number without signs and blanks, day of issue. */
    record PaperKey(long institutionId, String number, LocalDate issuedOn) {
        static PaperKey of(Licence licence) {
            return new PaperKey(licence.institutionId(), Licences.fold(licence.number()), licence.issuedOn());
        }
    }

    /** A row as another one speaks of it. */
    static String place(SheetRow row, SheetRow from) {
        return row.number() + (row.sheet().equals(from.sheet()) ? "" : " trang tính “" + row.sheet() + "”");
    }

    /** What was found in a cell; a warning stops nothing. */
    record Finding(
            SheetRow row,
            String field,
            FaultKind kind,
            String sentence,
            @Nullable String fix,
            boolean warning) {}

    /** A paper of the register, of the sheet, or of both; {@code told} is what it is to be. */
    static final class Paper {
        private final PaperKey key;
        private final Institution institution;
        private final @Nullable Licence recorded;
        private final List<SheetRow> rows = new ArrayList<>();
        private final Map<LineKey, List<Line>> lines = new LinkedHashMap<>();
        private final List<Difference.Change> changes = new ArrayList<>();
        private final Set<String> reasons = new HashSet<>();
        private NewLicence told;

        private Paper(PaperKey key, Institution institution, @Nullable Licence recorded, NewLicence told) {
            this.key = key;
            this.institution = institution;
            this.recorded = recorded;
            this.told = told;
        }

        PaperKey key() {
            return key;
        }

        long institutionId() {
            return institution.id();
        }

        @Nullable
        Licence recorded() {
            return recorded;
        }

        NewLicence told() {
            return told;
        }

        private LocalDate from() {
            return LicenceRules.from(told);
        }

        private Stream<Line> all() {
            return lines.values().stream().flatMap(List::stream);
        }
    }

    /** A line of a paper, recorded or to be; {@code endedBy} is the paper that withdraws it. */
    static final class Line {
        private final Paper paper;
        private final LineKey key;
        private final @Nullable LicenceLine recorded;
        private NewLine told;
        private LocalDate from;
        private @Nullable LocalDate paperTo;
        private @Nullable LocalDate validTo;
        private @Nullable Paper endedBy;
        private @Nullable SheetRow row;
        private boolean changed;
        private boolean endTold;

        private Line(
                Paper paper,
                @Nullable LicenceLine recorded,
                NewLine told,
                LocalDate from,
                @Nullable LocalDate paperTo,
                @Nullable LocalDate validTo) {
            this.paper = paper;
            this.key = LineKey.of(told);
            this.recorded = recorded;
            this.told = told;
            this.from = from;
            this.paperTo = paperTo;
            this.validTo = validTo;
        }

        Paper paper() {
            return paper;
        }

        @Nullable
        LicenceLine recorded() {
            return recorded;
        }

        NewLine told() {
            return told;
        }

        LocalDate from() {
            return from;
        }

        @Nullable
        LocalDate paperTo() {
            return paperTo;
        }

        @Nullable
        LocalDate validTo() {
            return validTo;
        }

        @Nullable
        Paper endedBy() {
            return endedBy;
        }

        /** Its last day anew: the day before the paper that ends it, the end its institution came to, or the one its paper names. */
        private void reckon() {
            var ended = endedBy != null
                    ? endedBy.from().minusDays(1)
                    : recorded != null && recorded.endedBy() != null ? recorded.validTo() : null;
            validTo = ended == null || paperTo != null && paperTo.isBefore(ended) ? paperTo : ended;
        }

        private boolean liveOn(LocalDate day) {
            return endedBy == null && !from.isAfter(day) && (validTo == null || !validTo.isBefore(day));
        }

        private String words() {
            return "%s, %s".formatted(told.occupationName(), Training.label(told.level()));
        }
    }

    /** A row that ends a line, or with no key every line of the paper it names. */
    private record Ending(
            Paper by,
            SheetRow row,
            @Nullable LineKey key,
            String words,
            @Nullable String number) {}

    /** What a row would do: record something new, put a recorded value right, end recorded lines. */
    private static final class Effect {
        private boolean fresh;
        private final List<Difference.Change> corrections = new ArrayList<>();
        private final List<Difference.Change> ended = new ArrayList<>();
    }

    private final Held held;
    private final Map<PaperKey, Paper> papers = new LinkedHashMap<>();
    private final Map<Long, List<Paper>> ofInstitution = new HashMap<>();
    private final Map<SheetRow, Paper> paperOf = new IdentityHashMap<>();
    private final Map<SheetRow, Effect> effects = new IdentityHashMap<>();
    private final List<Ending> endings = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<SheetRow, Set<String>> marked = new IdentityHashMap<>();
    private final Map<SheetRow, SheetRow> aims = new IdentityHashMap<>();
    private final Map<SheetRow, SheetRow> aimedBefore;

    /** {@code aimedBefore} tells which row's line a row was to end when all rows of the file were looked at. */
    LicencePlan(Held held, List<SheetRow> rows, Map<SheetRow, SheetRow> aimedBefore) {
        this.held = held;
        this.aimedBefore = aimedBefore;
        recall();
        rows.forEach(this::place);
        papers.values().stream().filter(it -> !it.rows.isEmpty()).forEach(this::settle);
        rows.forEach(this::line);
        endings.stream()
                .sorted(Comparator.comparing((Ending it) -> it.by().from()).thenComparing(it -> it.key() == null))
                .forEach(this::end);
        papers.values().stream().filter(it -> !it.rows.isEmpty()).forEach(this::secondLook);
    }

    List<Finding> faults() {
        return findings.stream().filter(it -> !it.warning()).toList();
    }

    List<Finding> warnings() {
        return findings.stream().filter(Finding::warning).toList();
    }

    Map<SheetRow, SheetRow> aims() {
        return aims;
    }

    Difference difference(SheetRow row) {
        var effect = effects.getOrDefault(row, new Effect());
        var changes = Stream.concat(effect.corrections.stream(), effect.ended.stream())
                .toList();
        return effect.fresh && changes.isEmpty() ? Difference.FRESH : Difference.of(changes);
    }

    /** Papers that the register does not hold yet, in the order of the sheet. */
    List<Paper> fresh() {
        return papers.values().stream().filter(it -> it.recorded == null).toList();
    }

    /** Recorded papers of which something was misread. */
    List<Paper> mended() {
        return papers.values().stream()
                .filter(it -> it.recorded != null && !it.changes.isEmpty())
                .toList();
    }

    List<Line> freshLines() {
        return lines(it -> it.recorded == null);
    }

    List<Line> mendedLines() {
        return lines(it -> it.recorded != null && it.changed);
    }

    private List<Line> lines(Predicate<Line> wanted) {
        return papers.values().stream().flatMap(Paper::all).filter(wanted).toList();
    }

    /** What is put right in a paper and its lines, in words; empty when nothing is. */
    List<String> corrections(Paper paper) {
        return Stream.concat(
                        paper.changes.stream().map(LicencePlan::words),
                        paper.all()
                                .filter(it -> it.recorded != null && it.row != null)
                                .flatMap(it -> effect(Objects.requireNonNull(it.row)).corrections.stream()
                                        .filter(change -> !paper.changes.contains(change))
                                        .map(change -> words(change) + " (" + it.words() + ")")))
                .toList();
    }

    private Effect effect(SheetRow row) {
        return Objects.requireNonNull(effects.get(row));
    }

    private static String words(Difference.Change change) {
        return "%s “%s” → “%s”".formatted(change.label(), change.before(), change.after());
    }

    String reasons(Paper paper) {
        return paper.reasons.stream().sorted().collect(Collectors.joining("; "));
    }

    List<Paper> papers() {
        return List.copyOf(papers.values());
    }

    private void recall() {
        var byId = new HashMap<Long, Paper>();
        var byInstitution =
                held.institutions().values().stream().collect(Collectors.toMap(Institution::id, Function.identity()));
        for (var licence : held.papers()) {
            var paper = new Paper(
                    PaperKey.of(licence),
                    Objects.requireNonNull(byInstitution.get(licence.institutionId())),
                    licence,
                    licence.told());
            add(paper);
            byId.put(licence.id(), paper);
        }
        for (var line : held.lines()) {
            var paper = Objects.requireNonNull(byId.get(line.licenceId()));
            var told = new NewLine(
                    line.siteId(),
                    Objects.toString(line.occupationCode(), ""),
                    Objects.toString(line.codeOnPaper(), ""),
                    line.occupationName(),
                    line.level(),
                    line.quota(),
                    line.validFrom(),
                    line.paperTo());
            var known = new Line(paper, line, told, line.validFrom(), line.paperTo(), line.validTo());
            known.endedBy = line.withdrawnBy() == null ? null : byId.get(line.withdrawnBy());
            paper.lines.computeIfAbsent(known.key, key -> new ArrayList<>()).add(known);
        }
    }

    private void add(Paper paper) {
        papers.put(paper.key, paper);
        ofInstitution
                .computeIfAbsent(paper.institutionId(), id -> new ArrayList<>())
                .add(paper);
    }

    private void place(SheetRow row) {
        var code = row.text("code");
        var institution = held.institution(code);
        if (code != null && institution == null) {
            fault(row, "code", FaultKind.UNKNOWN_CODE, RegisterSheet.unknown(code), null);
        }
        var number = row.text("number");
        var issuedOn = row.date("issuedOn");
        var kind = row.text("kind");
        if (institution == null || number == null || issuedOn == null || kind == null) {
            return;
        }
        var key = new PaperKey(institution.id(), Licences.fold(number), issuedOn);
        if (!papers.containsKey(key)) {
            add(new Paper(
                    key,
                    institution,
                    null,
                    new NewLicence(
                            LicenceKind.valueOf(kind), Vietnamese.tidy(number), "", issuedOn, null, null, "", null)));
        }
        var paper = Objects.requireNonNull(papers.get(key));
        paper.rows.add(row);
        paperOf.put(row, paper);
        effects.put(row, new Effect());
    }

    /** What the rows of a paper say of the paper itself: the same, or the later one is at fault. */
    private void settle(Paper paper) {
        var kind = agreed(paper, "kind", "loại giấy");
        var issuer = agreed(paper, "issuer", "cơ quan cấp");
        var validFrom = agreed(paper, "validFrom", "ngày có hiệu lực");
        var validTo = agreed(paper, "validTo", "ngày hết hiệu lực");
        var note = agreed(paper, "note", "ghi chú");
        var before = paper.told;
        var recorded = paper.recorded;
        if (recorded != null && kind != null && !kind.equals(recorded.kind().name())) {
            paper.rows.forEach(row -> fault(
                    row,
                    "kind",
                    FaultKind.ALREADY_TAKEN,
                    "%s Sổ ghi loại “%s”. Nếu đây là giấy khác, sửa số giấy hoặc ngày cấp; nếu là cùng một giấy, ghi loại như trong sổ."
                            .formatted(
                                    LicenceRules.recorded(recorded.number(), recorded.issuedOn()),
                                    LicenceSheet.word(recorded.kind())),
                    LicenceSheet.word(recorded.kind())));
        }
        paper.told = new NewLicence(
                before.kind(),
                before.number(),
                issuer == null ? before.issuer() : Vietnamese.tidy(issuer),
                before.issuedOn(),
                validFrom == null ? before.validFrom() : LocalDate.parse(validFrom),
                validTo == null ? before.validTo() : LocalDate.parse(validTo),
                note == null ? before.note() : Vietnamese.tidy(note),
                null);
        if (recorded == null) {
            breaches(paper, held.rules().ofPaper(paper.institution, paper.told));
        } else {
            compare(paper, before);
        }
    }

    private @Nullable String agreed(Paper paper, String field, String what) {
        SheetRow first = null;
        for (var row : paper.rows) {
            var value = row.text(field);
            if (value == null) {
                continue;
            }
            if (first == null) {
                first = row;
            } else if (!value.equals(first.get(field))) {
                fault(
                        row,
                        field,
                        FaultKind.CONTRADICTS,
                        "Dòng %s của cùng giấy này ghi %s “%s”; một giấy chỉ có một %s. Sửa cho khớp với giấy, hoặc sửa số giấy nếu đây là giấy khác."
                                .formatted(place(first, row), what, first.wrote(field), what),
                        first.wrote(field));
            }
        }
        return first == null ? null : first.get(field);
    }

    private void breaches(Paper paper, List<LicenceRules.Breach> breaches) {
        for (var breach : breaches) {
            paper.rows.forEach(row -> fault(row, breach.field(), breach.kind(), breach.sentence(), null));
        }
    }

    /** A recorded paper stands as it was recorded, unless the row says that it was misread, and why. */
    private void compare(Paper paper, NewLicence before) {
        var told = paper.told;
        differ(paper, "issuer", "Cơ quan cấp", before.issuer(), told.issuer());
        differ(
                paper,
                "validFrom",
                "Giấy có hiệu lực từ",
                LicenceRules.day(LicenceRules.from(before)),
                LicenceRules.day(paper.from()));
        differ(paper, "validTo", "Giấy có hiệu lực đến hết", until(before.validTo()), until(told.validTo()));
        differ(paper, "note", "Ghi chú", before.note(), told.note());
        if (paper.changes.isEmpty()) {
            return;
        }
        breaches(paper, held.rules().ofPaper(paper.institution, told));
        for (var line : paper.all().toList()) {
            if (line.from.equals(LicenceRules.from(before)) && !line.from.equals(paper.from())) {
                line.from = paper.from();
                line.changed = true;
            }
            if (Objects.equals(line.paperTo, before.validTo()) && !Objects.equals(line.paperTo, told.validTo())) {
                line.paperTo = told.validTo();
                line.changed = true;
            }
            reckon(line, paper.rows, "validFrom");
            outlasts(paper, line);
        }
        if (!LicenceRules.from(before).equals(paper.from())) {
            Objects.requireNonNull(ofInstitution.get(paper.institutionId())).stream()
                    .flatMap(Paper::all)
                    .filter(it -> it.endedBy == paper)
                    .forEach(it -> {
                        it.changed = true;
                        reckon(it, paper.rows, "validFrom");
                    });
        }
    }

    private void outlasts(Paper paper, Line line) {
        var end = paper.told.validTo();
        if (end != null && line.row == null && (line.paperTo == null || line.paperTo.isAfter(end))) {
            paper.rows.forEach(row -> fault(
                    row,
                    "validTo",
                    FaultKind.DATE_OUT_OF_RANGE,
                    "Dòng %s của giấy này có hiệu lực đến hết %s, sau ngày này. Sửa dòng đó ở cột “Dòng có hiệu lực đến hết” trước."
                            .formatted(line.words(), until(line.paperTo)),
                    null));
        }
    }

    private void reckon(Line line, List<SheetRow> rows, String field) {
        if (!line.changed) {
            return;
        }
        line.reckon();
        if (line.validTo != null && line.validTo.isBefore(line.from.minusDays(1))) {
            rows.forEach(row -> fault(
                    row,
                    field,
                    FaultKind.DATE_OUT_OF_RANGE,
                    "Với ngày này, dòng %s có hiệu lực (%s) sau khi đã hết hiệu lực (%s). Hãy sửa một trong hai ngày."
                            .formatted(line.words(), LicenceRules.day(line.from), LicenceRules.day(line.validTo)),
                    null));
        }
    }

    private void differ(Paper paper, String field, String label, String before, String after) {
        if (before.equals(after)) {
            return;
        }
        var change = new Difference.Change(label, before, after);
        paper.changes.add(change);
        for (var row : paper.rows) {
            if (row.text(field) != null) {
                corrected(row, paper, field, change);
            }
        }
    }

    /** A value that differs from the register's: a correction with its reason, or a fault that says what else it may be. */
    private void corrected(SheetRow row, Paper paper, String field, Difference.Change change) {
        effect(row).corrections.add(change);
        var reason = row.text("reason");
        if (reason != null) {
            paper.reasons.add(reason);
            return;
        }
        fault(
                row,
                field,
                FaultKind.DIFFERS_FROM_REGISTER,
                "Sổ ghi %s cho giấy số %s đã có. Nếu chép nhầm từ giấy, ghi vì sao ở cột “%s”; nếu nội dung thật sự đổi, đó là giấy mới: ghi giấy bổ sung, cấp lại hoặc thu hồi với số và ngày của nó."
                        .formatted(
                                change.before().isEmpty() ? "trống" : "“" + change.before() + "”",
                                paper.told.number(),
                                REASON),
                change.before().isEmpty() || change.before().equals(until(null)) ? null : change.before());
    }

    private static String until(@Nullable LocalDate day) {
        return day == null ? "không thời hạn" : LicenceRules.day(day);
    }

    private void line(SheetRow row) {
        var paper = paperOf.get(row);
        var institution = held.institution(row.text("code"));
        if (institution == null) {
            return;
        }
        var kind = row.text("kind");
        var ends = row.text("endsNumber");
        if (ends != null && LicenceKind.FIRST.name().equals(kind)) {
            fault(row, "endsNumber", FaultKind.NOT_ALLOWED, LicenceRules.FIRST_WITHDRAWS_NOTHING, null);
        }
        if (OF_A_LINE.stream().allMatch(it -> row.wrote(it).isEmpty())) {
            if (paper != null && ends != null) {
                endings.add(new Ending(paper, row, null, "", ends));
            } else if (paper != null && row.wrote("endsNumber").isEmpty()) {
                alone(row, paper);
            }
            return;
        }
        var site = site(row, institution);
        var quota = quota(row);
        var told = new NewLine(
                site == null ? 0 : site.id(),
                Objects.toString(row.text("occupationCode"), ""),
                Objects.toString(row.text("codeOnPaper"), ""),
                Objects.toString(row.text("occupationName"), ""),
                Objects.toString(row.text("level"), ""),
                quota == null ? 0 : quota,
                row.date("lineFrom"),
                row.date("lineTo"));
        needed(row, "level", "ví dụ Cao đẳng");
        if (LicenceKind.WITHDRAWAL.name().equals(kind)) {
            withdraws(row, quota);
        }
        var closes = LicenceKind.WITHDRAWAL.name().equals(kind) || ends != null && quota != null && quota == 0;
        if (closes && told.occupationCode().isEmpty() && told.occupationName().isEmpty()) {
            fault(
                    row,
                    "occupationCode",
                    FaultKind.REQUIRED,
                    "Ghi mã hoặc tên ngành, nghề của dòng bị thu hẹp, như trong sổ.",
                    null);
        }
        if (!closes && kind != null) {
            opens(row, paper, institution, site, told);
        }
        if (paper == null
                || site == null
                || told.level().isEmpty()
                || told.occupationCode().isEmpty() && told.occupationName().isEmpty()
                || !closes && ends == null) {
            return;
        }
        var name = held.rules().completed(told).occupationName();
        endings.add(new Ending(
                paper,
                row,
                LineKey.of(told),
                "%s, %s tại %s"
                        .formatted(
                                name.isEmpty() ? told.occupationCode() : name,
                                Training.label(told.level()),
                                site.name()),
                ends));
    }

    private void alone(SheetRow row, Paper paper) {
        effect(row).fresh = paper.recorded == null;
        if (paper.recorded == null && paper.rows.size() == 1) {
            warn(
                    row,
                    "number",
                    paper.told.kind() == LicenceKind.WITHDRAWAL
                            ? "Giấy này chưa thu hẹp dòng nào: thêm dòng với ngành, nghề bị thu hẹp, hoặc ghi ở trang của giấy sau khi ghi tệp."
                            : "Dòng này chỉ ghi giấy, chưa có ngành, nghề nào: thêm dòng, hoặc ghi ở trang của giấy sau khi ghi tệp.");
        }
    }

    private void withdraws(SheetRow row, @Nullable Integer quota) {
        if (quota != null && quota != 0) {
            fault(
                    row,
                    "quota",
                    FaultKind.NOT_ALLOWED,
                    "Giấy thu hồi, thu hẹp không mở quy mô: để trống hoặc ghi 0. Muốn giảm quy mô, ghi giấy cấp lại với quy mô mới và số giấy cũ ở cột “%s”."
                            .formatted(ENDS),
                    "0");
        }
        for (var field : List.of("lineFrom", "lineTo")) {
            if (!row.wrote(field).isEmpty()) {
                fault(
                        row,
                        field,
                        FaultKind.NOT_ALLOWED,
                        "Dòng bị thu hẹp hết hiệu lực từ ngày giấy này có hiệu lực; để trống ô này.",
                        null);
            }
        }
    }

    private void opens(
            SheetRow row, @Nullable Paper paper, Institution institution, @Nullable Site site, NewLine told) {
        var known = paper == null || site == null ? null : known(paper, told);
        if (known != null) {
            known.row = row;
            compare(row, known, told);
            return;
        }
        needed(row, "quota", "ví dụ 100");
        if (site != null) {
            var open = held.sites().getOrDefault(institution.id(), List.of()).stream()
                    .filter(it -> !it.validFrom().isAfter(held.rules().today())
                            && (it.validTo() == null
                                    || it.validTo().isAfter(held.rules().today())))
                    .toList();
            var elsewhere = LicenceRules.ofSite(institution, open, site.id());
            if (elsewhere != null) {
                fault(row, elsewhere.field(), elsewhere.kind(), elsewhere.sentence(), null);
            }
        }
        // a row whose paper is not known is held against no paper's days
        var frame = paper == null
                ? new NewLicence(LicenceKind.FIRST, "", "", LocalDate.MIN, null, null, "", null)
                : paper.told;
        for (var breach : held.rules().ofLine(institution, frame, told)) {
            fault(
                    row,
                    breach.field(),
                    breach.kind(),
                    breach.sentence(),
                    breach.field().equals("occupationCode") ? ofTheLevel(told) : null);
        }
        occupation(row, told);
        if (paper == null || site == null || told.level().isEmpty()) {
            return;
        }
        var done = held.rules().completed(told);
        var twin = paper.lines.getOrDefault(LineKey.of(done), List.of()).stream()
                .map(it -> it.row)
                .filter(Objects::nonNull)
                .findFirst();
        if (twin.isPresent()) {
            fault(
                    row,
                    row.wrote("occupationCode").isEmpty() ? "occupationName" : "occupationCode",
                    FaultKind.DUPLICATE_IN_FILE,
                    "Dòng %s của giấy này đã có ngành, nghề, trình độ và địa điểm này. Giữ lại một dòng, hoặc sửa dòng sai."
                            .formatted(place(twin.get(), row)),
                    null);
            return;
        }
        var to = done.validTo() == null ? paper.told.validTo() : done.validTo();
        var line = new Line(paper, null, done, done.validFrom() == null ? paper.from() : done.validFrom(), to, to);
        line.row = row;
        paper.lines.computeIfAbsent(line.key, key -> new ArrayList<>()).add(line);
        effect(row).fresh = true;
    }

    /** The recorded line that a row tells of; where a paper has several alike, the one that says the same. */
    private @Nullable Line known(Paper paper, NewLine told) {
        var alike = paper.lines.getOrDefault(LineKey.of(told), List.of()).stream()
                .filter(it -> it.recorded != null && it.row == null)
                .toList();
        return alike.stream()
                .filter(it -> it.told.quota() == told.quota())
                .findFirst()
                .or(() -> alike.stream().findFirst())
                .orElse(null);
    }

    private void compare(SheetRow row, Line line, NewLine told) {
        var before = line.told;
        var paper = line.paper;
        var quota = row.wrote("quota").isEmpty() ? before.quota() : told.quota();
        var from = told.validFrom() == null ? line.from : told.validFrom();
        var to = told.validTo() == null ? line.paperTo : told.validTo();
        var code = told.codeOnPaper().isEmpty() ? before.codeOnPaper() : told.codeOnPaper();
        var name = before.occupationCode().isEmpty() ? Vietnamese.tidy(told.occupationName()) : before.occupationName();
        var after = new NewLine(before.siteId(), before.occupationCode(), code, name, before.level(), quota, from, to);
        var same = differ(row, line, "quota", "Quy mô/năm", before.quota() + "", quota + "")
                & differ(
                        row,
                        line,
                        "lineFrom",
                        "Dòng có hiệu lực từ",
                        LicenceRules.day(line.from),
                        LicenceRules.day(from))
                & differ(row, line, "lineTo", "Dòng có hiệu lực đến hết", until(line.paperTo), until(to))
                & differ(row, line, "codeOnPaper", "Mã ghi trên giấy", before.codeOnPaper(), code)
                & differ(row, line, "occupationName", "Tên ngành, nghề", before.occupationName(), name);
        if (same) {
            return;
        }
        held.rules().ofLine(paper.institution, paper.told, after).stream()
                .filter(it -> List.of("quota", "lineFrom", "lineTo").contains(it.field()))
                .forEach(it -> fault(row, it.field(), it.kind(), it.sentence(), null));
        line.told = after;
        line.from = from;
        line.paperTo = to;
        line.changed = true;
        reckon(line, List.of(row), row.wrote("lineFrom").isEmpty() ? "lineTo" : "lineFrom");
    }

    private boolean differ(SheetRow row, Line line, String field, String label, String before, String after) {
        if (before.equals(after)) {
            return true;
        }
        corrected(row, line.paper, field, new Difference.Change(label, before, after));
        return false;
    }

    /** The site by its name or code; the main one when nothing is written. */
    private @Nullable Site site(SheetRow row, Institution institution) {
        var sites = held.sites().getOrDefault(institution.id(), List.of());
        var written = row.text("site");
        if (written == null) {
            return row.wrote("site").isEmpty()
                    ? sites.stream().filter(Site::main).findFirst().orElse(null)
                    : null;
        }
        var coded =
                sites.stream().filter(it -> it.code().equalsIgnoreCase(written)).findFirst();
        var named = coded.map(List::of)
                .orElseGet(() -> sites.stream()
                        .filter(it -> Vietnamese.fold(it.name()).equals(Vietnamese.fold(written)))
                        .toList());
        if (named.size() == 1) {
            return named.getFirst();
        }
        fault(
                row,
                "site",
                FaultKind.UNKNOWN_VALUE,
                named.isEmpty()
                        ? "%s không có địa điểm này. Các địa điểm: %s. Để trống là trụ sở chính; địa điểm mới ghi ở hồ sơ cơ sở trước."
                                .formatted(
                                        institution.name(),
                                        sites.stream().map(Site::name).collect(Collectors.joining("; ")))
                        : "Cơ sở có %d địa điểm mang tên này. Ghi mã thay cho tên: %s."
                                .formatted(
                                        named.size(),
                                        named.stream().map(Site::code).collect(Collectors.joining(", "))),
                null);
        return null;
    }

    /** Learners a year; {@code 1.200} is a thousand and two hundred, and must not be read as one and a bit. */
    private @Nullable Integer quota(SheetRow row) {
        var quota = row.decimal("quota");
        var written = row.wrote("quota");
        if (quota == null) {
            return null;
        }
        if (!written.matches("\\d+([.,]0)?")) {
            var grouped = written.matches("\\d{1,3}[.,]\\d{3}");
            fault(
                    row,
                    "quota",
                    FaultKind.NOT_A_NUMBER,
                    "Quy mô là số người, viết liền các chữ số, không dấu chấm, dấu phẩy. Ví dụ 1200.",
                    grouped ? written.replaceAll("[.,]", "") : null);
            return null;
        }
        return quota.intValue();
    }

    private void needed(SheetRow row, String field, String example) {
        if (row.wrote(field).isEmpty()) {
            fault(row, field, FaultKind.REQUIRED, "Ô này bắt buộc. Nhập như trên giấy, %s.".formatted(example), null);
        }
    }

    /** The same occupation at the level that is written, when the list has it: 5480201 at a college is 6480201. */
    private @Nullable String ofTheLevel(NewLine told) {
        var code = told.occupationCode();
        if (!LicenceRules.coded(told.level()) || code.length() < 2) {
            return null;
        }
        var other = LicenceRules.digit(told.level()) + code.substring(1);
        return held.rules().trades().containsKey(other) ? other : null;
    }

    /** A name beside a code that the list calls otherwise, or one that the list has a code for. */
    private void occupation(SheetRow row, NewLine told) {
        var written = Vietnamese.fold(told.occupationName());
        var listed = held.rules().trades().get(told.occupationCode());
        if (listed != null && !written.isEmpty() && !Vietnamese.fold(listed).equals(written)) {
            warn(
                    row,
                    "occupationName",
                    "Danh mục gọi mã %s là “%s”. Kiểm tra xem mã hay tên bị chép nhầm; sổ ghi tên theo danh mục."
                            .formatted(told.occupationCode(), listed));
        }
        if (told.occupationCode().isEmpty() && LicenceRules.coded(told.level()) && !written.isEmpty()) {
            held.rules().trades().entrySet().stream()
                    .filter(it -> it.getKey().charAt(0) == LicenceRules.digit(told.level())
                            && Vietnamese.fold(it.getValue()).equals(written))
                    .findFirst()
                    .ifPresent(it -> warn(
                            row,
                            "occupationName",
                            "Danh mục có mã %s cho tên này. Ghi mã, nếu không số nhập học không so được với quy mô."
                                    .formatted(it.getKey())));
        }
    }

    private void end(Ending ending) {
        var by = ending.by();
        var wanted = ending.number() == null ? null : Licences.fold(ending.number());
        var all = Objects.requireNonNull(ofInstitution.get(by.institutionId())).stream()
                .filter(it -> it != by && (wanted == null || it.key.number().equals(wanted)))
                .flatMap(
                        it -> ending.key() == null ? it.all() : it.lines.getOrDefault(ending.key(), List.of()).stream())
                .toList();
        var live = all.stream().filter(it -> it.liveOn(by.from())).toList();
        var already = all.stream()
                .filter(it -> it.endedBy == by && (ending.key() == null || !it.endTold))
                .toList();
        if (ending.key() == null) {
            already.forEach(it -> it.endTold = true);
            live.forEach(it -> end(ending, it));
        } else if (!already.isEmpty()) {
            already.getFirst().endTold = true;
        } else if (live.stream().map(it -> it.paper).distinct().count() > 1) {
            fault(
                    ending.row(),
                    "endsNumber",
                    FaultKind.REQUIRED,
                    "Có %d giấy còn dòng này: %s. Ghi số của giấy có dòng bị thu hẹp."
                            .formatted(
                                    live.stream().map(it -> it.paper).distinct().count(),
                                    live.stream()
                                            .map(it -> it.paper.told.number())
                                            .distinct()
                                            .collect(Collectors.joining("; "))),
                    null);
        } else if (!live.isEmpty()) {
            end(ending, live.getFirst());
        }
        if (live.isEmpty() && already.isEmpty()) {
            nothingToEnd(ending, all);
        } else {
            effect(ending.row()).fresh |= by.recorded == null;
        }
    }

    private void end(Ending ending, Line line) {
        var by = ending.by();
        var before = line.validTo;
        line.endedBy = by;
        line.endTold = true;
        line.changed = true;
        line.reckon();
        if (line.row != null) {
            aims.put(ending.row(), line.row);
        }
        if (line.recorded != null) {
            effect(ending.row())
                    .ended
                    .add(new Difference.Change(
                            "%s (giấy %s, %d/năm)".formatted(line.words(), line.paper.told.number(), line.told.quota()),
                            before == null ? "còn hiệu lực" : "còn hiệu lực đến " + LicenceRules.day(before),
                            "thu hẹp từ " + LicenceRules.day(by.from())));
        }
    }

    private void nothingToEnd(Ending ending, List<Line> all) {
        var day = LicenceRules.day(ending.by().from());
        var field = ending.number() == null ? "occupationCode" : "endsNumber";
        var number = ending.number();
        var aimed = aimedBefore.get(ending.row());
        var ended = all.stream().filter(it -> it.endedBy != null).findFirst();
        String sentence;
        if (aimed != null) {
            sentence = "Dòng này thu hẹp dòng %s của tệp, dòng đó chưa ghi được. Sửa dòng %s trước."
                    .formatted(place(aimed, ending.row()), place(aimed, ending.row()));
        } else if (number != null
                && Objects.requireNonNull(ofInstitution.get(ending.by().institutionId())).stream()
                        .noneMatch(it -> it.key.number().equals(Licences.fold(number)))) {
            sentence = "%s không có giấy số này, trong sổ cũng như trong tệp. Các giấy: %s."
                    .formatted(ending.by().institution.name(), others(ending.by()));
        } else if (ended.isPresent()) {
            var by = Objects.requireNonNull(ended.get().endedBy);
            sentence = "%s đã bị giấy %s thu hẹp từ %s, không thu hẹp lần nữa. Xem lại số giấy hoặc ngày có hiệu lực."
                    .formatted(
                            ending.key() == null ? "Giấy này" : "Dòng này",
                            by.told.number(),
                            LicenceRules.day(by.from()));
        } else if (ending.key() == null) {
            sentence = "Giấy này không có dòng nào còn hiệu lực vào ngày %s để thu hẹp.".formatted(day);
        } else {
            sentence =
                    "Không có dòng %s còn hiệu lực vào ngày %s để thu hẹp%s. Xem các dòng ở trang của cơ sở, mục Giấy chứng nhận%s."
                            .formatted(
                                    ending.words(),
                                    day,
                                    number == null ? "" : " trong giấy " + number,
                                    ending.by().told.kind() == LicenceKind.WITHDRAWAL
                                            ? ""
                                            : "; nếu ngành, nghề này mới, để trống ô này");
        }
        fault(ending.row(), field, FaultKind.UNKNOWN_VALUE, sentence, null);
    }

    private String others(Paper paper) {
        return Objects.requireNonNull(ofInstitution.get(paper.institutionId())).stream()
                .filter(it -> it != paper)
                .map(it -> "%s ngày %s".formatted(it.told.number(), LicenceRules.day(it.told.issuedOn())))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("; "), it -> it.isEmpty() ? "chưa có giấy nào" : it));
    }

    /** What may be right and is often wrong: the same number with another day, the same line in force under two papers. */
    private void secondLook(Paper paper) {
        var siblings = Objects.requireNonNull(ofInstitution.get(paper.institutionId()));
        if (paper.recorded == null) {
            siblings.stream()
                    .filter(it -> it != paper && it.key.number().equals(paper.key.number()))
                    .findFirst()
                    .ifPresent(it -> warn(
                            paper.rows.getFirst(),
                            "issuedOn",
                            "Cơ sở có giấy cùng số này ngày %s. Nếu là một giấy, sửa ngày cấp cho khớp."
                                    .formatted(LicenceRules.day(it.told.issuedOn()))));
        }
        paper.all()
                .filter(it -> it.recorded == null && it.endedBy == null)
                .forEach(line -> siblings.stream()
                        .filter(it -> it != paper)
                        .flatMap(it -> it.lines.getOrDefault(line.key, List.of()).stream())
                        .filter(it -> it.liveOn(line.from))
                        .findFirst()
                        .ifPresent(it -> warn(
                                Objects.requireNonNull(line.row),
                                "quota",
                                "Giấy %s còn dòng này với %d/năm, hai dòng cộng lại là %d. Nếu dòng này thay dòng cũ, ghi số giấy đó ở cột “%s”."
                                        .formatted(
                                                it.paper.told.number(),
                                                it.told.quota(),
                                                it.told.quota() + line.told.quota(),
                                                ENDS))));
    }

    private void fault(SheetRow row, String field, FaultKind kind, String sentence, @Nullable String fix) {
        // a cell has one fault: the first that was found, by the field's own check or here
        if (row.faults().stream().noneMatch(it -> field.equals(it.column().field()))
                && marked.computeIfAbsent(row, it -> new HashSet<>()).add(field)) {
            findings.add(new Finding(row, field, kind, sentence, fix, false));
        }
    }

    private void warn(SheetRow row, String field, String sentence) {
        findings.add(new Finding(row, field, FaultKind.SECOND_LOOK, sentence, null, true));
    }
}
