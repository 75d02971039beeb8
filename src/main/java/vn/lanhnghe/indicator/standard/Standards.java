package vn.lanhnghe.indicator.standard;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.file.Files;
import vn.lanhnghe.file.Scan;
import vn.lanhnghe.indicator.formula.Amounts;
import vn.lanhnghe.indicator.formula.Formula.Family;
import vn.lanhnghe.indicator.formula.Formulas;
import vn.lanhnghe.indicator.formula.Result;
import vn.lanhnghe.indicator.standard.Assessment.State;
import vn.lanhnghe.indicator.standard.StandardRepository.Rule;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Vi;

/** A college judges itself by the standard, with evidence; its head sends the report; the department takes it or gives it back. */
@Service
public class Standards {

    private final StandardRepository standards;
    private final Formulas formulas;
    private final Files files;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Standards(
            StandardRepository standards,
            Formulas formulas,
            Files files,
            Acts acts,
            TransactionTemplate transaction,
            Clock clock) {
        this.standards = standards;
        this.formulas = formulas;
        this.files = files;
        this.acts = acts;
        this.transaction = transaction;
        this.clock = clock;
    }

    Rule rule() {
        return standards.rule(LocalDate.now(clock));
    }

    /** The last year whose figures are frozen, or the present one while the first is not over. */
    public int year() {
        var today = LocalDate.now(clock);
        return today.isAfter(rule().asAt(today.getYear())) || today.getYear() == rule().firstYear()
                ? today.getYear()
                : today.getYear() - 1;
    }

    @PreAuthorize("hasAuthority('TARGET_VIEW')")
    public List<Assessment> listOwn() {
        var own = Scope.current().institutionId();
        return own == null ? List.of() : standards.listOf(own);
    }

    /** Who must report for a year and how far they are. */
    @PreAuthorize("hasAuthority('STANDARD_JUDGE')")
    public Paging<StandardRepository.Duty> listDuties(int year, String state, int page) {
        var asAt = figuresOn(year);
        var counts = standards.countDuties(year, asAt);
        var total = state.isEmpty()
                ? counts.values().stream().mapToLong(Long::longValue).sum()
                : counts.getOrDefault(state, 0L);
        return new Paging<>(
                standards.listDuties(year, asAt, state, Paging.SIZE, Paging.offset(page)), page, total, Paging.SIZE);
    }

    @PreAuthorize("hasAuthority('STANDARD_JUDGE')")
    public List<StandardRepository.Duty> listAllDuties(int year) {
        return standards.listDuties(year, figuresOn(year), "", Integer.MAX_VALUE, 0);
    }

    @PreAuthorize("hasAuthority('STANDARD_JUDGE')")
    public Map<String, Long> countDuties(int year) {
        return standards.countDuties(year, figuresOn(year));
    }

    /** Begins the report of a year, or opens the one there is. */
    @PreAuthorize("hasAuthority('STANDARD_EDIT')")
    public long begin(int year) {
        var own = Objects.requireNonNull(Scope.current().institutionId());
        var today = LocalDate.now(clock);
        var first = rule().firstYear();
        if (year < first || year > today.getYear()) {
            throw new Refusal("Chuẩn cơ sở áp dụng từ năm %d; báo cáo được năm %d đến %d."
                    .formatted(first, first, today.getYear()));
        }
        return standards.listOf(own).stream()
                .filter(it -> it.year() == year)
                .map(Assessment::id)
                .findFirst()
                .orElseGet(() -> Objects.requireNonNull(transaction.execute(status -> {
                    var rule = rule();
                    var id = standards.insert(own, year, rule.asAt(year), rule.dueOn(year));
                    act(ActKind.STANDARD_REPORTED, id, own, "Soạn báo cáo chuẩn cơ sở năm " + year, null);
                    return id;
                })));
    }

    /** The report as it stands: with today's figures while it is written, with those it was sent with afterwards. */
    @PreAuthorize("hasAuthority('TARGET_VIEW')")
    public Report get(long id) {
        var assessment =
                standards.find(id).orElseThrow(() -> new NotFound("Không có báo cáo này trong phạm vi bạn được xem."));
        var requirements = standards.listRequirements();
        return new Report(
                assessment,
                requirements,
                assessment.open() ? figures(assessment, requirements) : standards.figures(id),
                standards.lines(id));
    }

    /** Says whether a requirement is met, or what an uncounted indicator comes to. */
    @PreAuthorize("hasAuthority('STANDARD_EDIT')")
    public void say(long id, String code, Said said) {
        var report = open(id);
        var requirement = report.requirements().stream()
                .filter(it -> it.code().equals(code))
                .findFirst();
        var measure =
                report.measures().stream().filter(it -> it.code().equals(code)).findFirst();
        if (requirement.isEmpty() && measure.isEmpty()) {
            throw new NotFound("Chuẩn cơ sở không có mục %s.".formatted(code));
        }
        if (measure.isPresent() && measure.get().computed()) {
            throw new Refusal("%s được tính từ hồ sơ của trường: %s. Muốn đổi thì sửa hồ sơ."
                    .formatted(code, measure.get().said()));
        }
        var verdict = said.verdict();
        if (verdict == null) {
            throw new Refusal("Mục %s: chọn đạt hay không đạt.".formatted(code));
        }
        if (verdict == Line.Verdict.EXEMPT
                && requirement.map(Requirement::exempt).isEmpty()) {
            throw new Refusal("Mục %s áp dụng cho mọi cơ sở, không bỏ qua được.".formatted(code));
        }
        var words = said.words().strip();
        if (words.length() < 3 || words.length() > 1000) {
            throw new Refusal(
                    "Mục %s: ghi minh chứng là gì hoặc vì sao không đạt, từ 3 đến 1.000 ký tự.".formatted(code));
        }
        var scan = Scan.read(said.evidence()).orElse(null);
        var assessment = report.assessment();
        transaction.executeWithoutResult(status -> {
            var kept = scan == null ? null : files.put(assessment.institutionId(), scan.bytes());
            standards.say(
                    assessment,
                    code,
                    verdict,
                    said.declared(),
                    words,
                    kept,
                    scan,
                    Scope.current().actor());
            act(
                    ActKind.STANDARD_REPORTED,
                    id,
                    assessment.institutionId(),
                    "Chuẩn cơ sở %d, mục %s: %s".formatted(assessment.year(), code, verdict.label()),
                    words);
        });
    }

    /** What is said of one line; {@code declared} is the value of an indicator that the records do not tell. */
    public record Said(
            Line.@Nullable Verdict verdict,
            @Nullable BigDecimal declared,
            String words,
            @Nullable MultipartFile evidence) {}

    /** The head sends the report: everything is said, what is met is evidenced, the figures are those of the day they were frozen. */
    @PreAuthorize("hasAuthority('STANDARD_SEND')")
    public void send(long id) {
        var report = open(id);
        var assessment = report.assessment();
        if (!LocalDate.now(clock).isAfter(assessment.asAt())) {
            throw new Refusal("Số liệu năm %d chốt ngày %s; gửi báo cáo được từ hôm sau, đến hết %s."
                    .formatted(assessment.year(), Vi.day(assessment.asAt()), Vi.day(assessment.dueOn())));
        }
        if (!report.missing().isEmpty()) {
            throw new Refusal("Còn %d mục chưa đánh giá: %s."
                    .formatted(report.missing().size(), String.join(", ", report.missing())));
        }
        if (!report.unproven().isEmpty()) {
            throw new Refusal("Còn %d mục ghi đạt mà chưa kèm minh chứng: %s."
                    .formatted(report.unproven().size(), String.join(", ", report.unproven())));
        }
        var verdict = Objects.requireNonNull(report.verdict());
        transaction.executeWithoutResult(status -> {
            standards.keep(assessment, report.figures());
            if (!standards.move(assessment, State.SENT, verdict)) {
                throw new Refusal("Báo cáo vừa được người khác gửi.");
            }
            act(
                    ActKind.STANDARD_REPORTED,
                    id,
                    assessment.institutionId(),
                    "Gửi báo cáo chuẩn cơ sở năm %d: %s".formatted(assessment.year(), verdict.label()),
                    null);
        });
    }

    /** The department takes the report, or gives it back with the reason. */
    @PreAuthorize("hasAuthority('STANDARD_JUDGE')")
    public void judge(long id, boolean accepted, String reason) {
        var assessment = get(id).assessment();
        if (assessment.state() != State.SENT) {
            throw new Refusal("Báo cáo này %s, không chờ Sở xem."
                    .formatted(assessment.state().label()));
        }
        if (!accepted && reason.strip().length() < 10) {
            throw new Refusal("Ghi cần sửa gì, ít nhất 10 ký tự.");
        }
        Scope.current()
                .raised()
                .run(() -> transaction.executeWithoutResult(status -> {
                    if (!standards.move(assessment, accepted ? State.ACCEPTED : State.RETURNED, null)) {
                        throw new Refusal("Báo cáo vừa được người khác xem.");
                    }
                    act(
                            ActKind.STANDARD_JUDGED,
                            id,
                            assessment.institutionId(),
                            (accepted
                                            ? "Nhận báo cáo chuẩn cơ sở năm %d của %s"
                                            : "Trả lại báo cáo chuẩn cơ sở năm %d của %s")
                                    .formatted(assessment.year(), assessment.institution()),
                            reason.isBlank() ? null : reason.strip());
                }));
    }

    /** Whoever sees the report sees its evidence; outside a transaction, to be read in a reach of its own. */
    @PreAuthorize("hasAuthority('TARGET_VIEW')")
    public Evidence evidence(long id, String code) {
        var report = get(id);
        var line = report.line(code);
        if (line == null || line.evidence() == null) {
            throw new NotFound("Mục này không có minh chứng kèm theo.");
        }
        var sha = line.evidence();
        return new Evidence(
                Scope.current().raised().get(() -> files.get(report.assessment().institutionId(), sha)),
                Objects.requireNonNullElse(line.evidenceName(), "minh-chung"));
    }

    public record Evidence(byte[] bytes, String name) {}

    /** Reports that the department has taken: anybody may know them. */
    public Paging<Assessment> listAccepted(int page) {
        return Scope.system()
                .get(() -> new Paging<>(
                        standards.listAccepted(Paging.SIZE, Paging.offset(page)),
                        page,
                        standards.countAccepted(),
                        Paging.SIZE));
    }

    private Report open(long id) {
        var report = get(id);
        if (!report.assessment().open()) {
            throw new Refusal("Báo cáo này %s, không sửa được."
                    .formatted(report.assessment().state().label()));
        }
        return report;
    }

    private List<Measure> figures(Assessment assessment, List<Requirement> requirements) {
        var shown = requirements.stream().flatMap(it -> it.figures().stream()).collect(Collectors.toSet());
        return formulas.list(figuresOn(assessment)).stream()
                .filter(it -> it.formula().family() == Family.STANDARD
                        || shown.contains(it.formula().code()))
                .map(it -> measure(it, assessment.institutionId()))
                .toList();
    }

    /** Figures of the freeze day, or of today while that has not come. */
    LocalDate figuresOn(Assessment assessment) {
        var today = LocalDate.now(clock);
        return assessment.asAt().isAfter(today) ? today : assessment.asAt();
    }

    private LocalDate figuresOn(int year) {
        var today = LocalDate.now(clock);
        var asAt = rule().asAt(year);
        return asAt.isAfter(today) ? today : asAt;
    }

    private static Measure measure(Result result, long institution) {
        var formula = result.formula();
        var amounts = result.shares().stream()
                .filter(it -> it.place().id() == institution && it.covered())
                .map(it -> it.amounts())
                .findFirst()
                .orElse(null);
        var value = amounts == null ? null : amounts.value(formula);
        return new Measure(
                formula.code(),
                formula.version(),
                formula.name(),
                formula.least() == null ? "" : "từ " + Amounts.plain(formula.least()) + " % trở lên",
                formula.lacking() != null
                        ? "chưa có " + formula.lacking()
                        : value == null
                                ? "chưa đủ hồ sơ để tính"
                                : Objects.requireNonNull(amounts).said(formula),
                value == null ? null : Objects.requireNonNull(amounts).met(formula));
    }

    private void act(ActKind kind, long id, long institution, String summary, @Nullable String reason) {
        acts.record(kind, new Subject("assessment", id, institution), summary, reason);
    }
}
