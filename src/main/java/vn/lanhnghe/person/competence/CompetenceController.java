package vn.lanhnghe.person.competence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.document.Documents;
import vn.lanhnghe.person.Person;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Rehearsal;

/** Tự đánh giá năng lực số: one question a page, the report, the plan; and of groups that are large enough. */
@Controller
class CompetenceController {

    /** {@code me} null: the account is nobody's record yet. */
    public record HomePage(
            @Nullable Person me,
            QuestionSet version,
            int questions,
            @Nullable Attempt open,
            List<Attempt> submitted) {}

    /** {@code left}: how long the rest takes; {@code trouble}: what is missing. */
    public record QuestionPage(
            Question question,
            Attempt attempt,
            String left,
            boolean checking,
            @Nullable String trouble) {}

    public record CheckPage(
            List<Question> questions,
            List<Question> missing,
            @Nullable String trouble) {}

    public record ReportPage(Person me, Report report) {}

    /** {@code ticked}: what is chosen, with its day. */
    public record PlanPage(
            Report report,
            List<Offer> offers,
            Map<String, LocalDate> ticked,
            LocalDate usually,
            @Nullable String trouble) {

        public List<Offer> of(Report.Line line) {
            return offers.stream()
                    .filter(it -> it.domain() == line.domain().domain())
                    .toList();
        }

        /** The lowest first. */
        public List<Report.Line> lines() {
            return report.lines().stream()
                    .sorted(Comparator.comparing(Report.Line::average)
                            .thenComparing(it -> it.domain().domain()))
                    .toList();
        }
    }

    public record ReportPaper(Person me, Report report, LocalDate on, boolean rehearsal) {}

    private final SelfAssessments assessments;
    private final CompetenceGroups groups;
    private final CompetenceRepository repository;
    private final Documents documents;
    private final Rehearsal rehearsal;
    private final Clock clock;

    CompetenceController(
            SelfAssessments assessments,
            CompetenceGroups groups,
            CompetenceRepository repository,
            Documents documents,
            Rehearsal rehearsal,
            Clock clock) {
        this.assessments = assessments;
        this.groups = groups;
        this.repository = repository;
        this.documents = documents;
        this.rehearsal = rehearsal;
        this.clock = clock;
    }

    @GetMapping("/me/competence")
    @PreAuthorize("hasAuthority('PERSON_SELF')")
    View home() {
        var me = assessments.me().orElse(null);
        var version = assessments.version();
        return new Page(
                "person/competence/home",
                new HomePage(
                        me,
                        version,
                        repository.countQuestions(version.id()),
                        me == null ? null : assessments.open().orElse(null),
                        me == null ? List.of() : assessments.listSubmitted()));
    }

    @PostMapping("/me/competence")
    @PreAuthorize("hasAuthority('PERSON_SELF')")
    View start() {
        assessments.start();
        return Go.to("/me/competence/questions/" + assessments.current().next());
    }

    @GetMapping("/me/competence/questions/{place}")
    @PreAuthorize("hasAuthority('PERSON_SELF')")
    View question(@PathVariable int place, @RequestParam(defaultValue = "") String back) {
        return question(place, back.equals("check"), null, HttpStatus.OK);
    }

    @PostMapping("/me/competence/questions/{place}")
    @PreAuthorize("hasAuthority('PERSON_SELF')")
    View answer(
            @PathVariable int place,
            @RequestParam(required = false) @Nullable Integer level,
            @RequestParam(defaultValue = "") String back) {
        var checking = back.equals("check");
        if (level == null) {
            return question(
                    place,
                    checking,
                    "Thầy/Cô chưa chọn mức nào cho câu này. Chọn dòng gần với mình nhất, chưa chắc thì chọn dòng thấp hơn.",
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        assessments.answer(place, level);
        return Go.to(
                !checking && place < assessments.current().questions()
                        ? "/me/competence/questions/" + (place + 1)
                        : "/me/competence/check");
    }

    private View question(int place, boolean checking, @Nullable String trouble, HttpStatus status) {
        var attempt = assessments.current();
        return new Page(
                "person/competence/question",
                new QuestionPage(
                        assessments.question(place),
                        attempt,
                        Words.left(attempt.minutes(), attempt.answered(), attempt.questions()),
                        checking,
                        trouble),
                status);
    }

    @GetMapping("/me/competence/check")
    @PreAuthorize("hasAuthority('PERSON_SELF')")
    View check() {
        return check(null, HttpStatus.OK);
    }

    private View check(@Nullable String trouble, HttpStatus status) {
        var questions = assessments.listQuestions();
        return new Page(
                "person/competence/check",
                new CheckPage(
                        questions,
                        questions.stream().filter(it -> it.chosen() == null).toList(),
                        trouble),
                status);
    }

    @PostMapping("/me/competence/submission")
    @PreAuthorize("hasAuthority('PERSON_SELF')")
    View submit(RedirectAttributes flash) {
        try {
            var id = assessments.submit();
            return Go.to(
                    "/me/competence/reports/" + id,
                    flash,
                    "Đã nộp. Phiếu này chỉ Thầy/Cô xem được; trường và Sở không thấy câu trả lời của từng người.");
        } catch (Refusal refusal) {
            return check(Objects.requireNonNull(refusal.getMessage()), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/me/competence/reports/{id}")
    @PreAuthorize("hasAuthority('PERSON_SELF')")
    View report(@PathVariable long id) {
        return new Page("person/competence/report", new ReportPage(me(), assessments.report(id)));
    }

    @GetMapping(value = "/me/competence/reports/{id}/paper.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @PreAuthorize("hasAuthority('PERSON_SELF')")
    ResponseEntity<byte[]> paper(@PathVariable long id) {
        var paper = new ReportPaper(me(), assessments.report(id), LocalDate.now(clock), rehearsal.rehearsal());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"nang-luc-so.pdf\"")
                .header("Cache-Control", "no-store")
                .body(documents.pdf(Page.text("person/competence/report-paper", paper)));
    }

    @GetMapping("/me/competence/reports/{id}/plan")
    @PreAuthorize("hasAuthority('PERSON_SELF')")
    View plan(@PathVariable long id) {
        var report = assessments.report(id);
        var byWhat = report.intents().stream().collect(Collectors.toMap(Report.Intent::what, Report.Intent::untilOn));
        var offers = assessments.listOffers(report);
        var ticked = offers.stream()
                .filter(it -> byWhat.containsKey(it.what()))
                .collect(Collectors.toMap(Offer::key, it -> Objects.requireNonNull(byWhat.get(it.what()))));
        return new Page("person/competence/plan", new PlanPage(report, offers, ticked, assessments.usually(), null));
    }

    @PostMapping("/me/competence/reports/{id}/plan")
    @PreAuthorize("hasAuthority('PERSON_SELF')")
    View intend(
            @PathVariable long id,
            @RequestParam(name = "what", required = false) @Nullable List<String> what,
            @RequestParam Map<String, String> fields,
            RedirectAttributes flash) {
        var chosen = what == null ? List.<String>of() : what;
        var ticked =
                chosen.stream().distinct().collect(Collectors.toMap(it -> it, it -> day(fields.get("until-" + it))));
        try {
            assessments.intend(id, ticked);
        } catch (Refusal refusal) {
            var report = assessments.report(id);
            return new Page(
                    "person/competence/plan",
                    new PlanPage(
                            report,
                            assessments.listOffers(report),
                            ticked,
                            assessments.usually(),
                            Objects.requireNonNull(refusal.getMessage())),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return Go.to(
                "/me/competence/reports/" + id,
                flash,
                ticked.isEmpty() ? "Đã bỏ trống kế hoạch." : "Đã ghi kế hoạch %d việc.".formatted(ticked.size()));
    }

    private LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? assessments.usually() : LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            return LocalDate.MIN;
        }
    }

    @GetMapping("/competences")
    @PreAuthorize("hasAuthority('COMPETENCE_GROUP')")
    View groups() {
        return new Page("person/competence/groups", groups.overview());
    }

    private Person me() {
        return assessments.me().orElseThrow(() -> new NotFound("Tài khoản của bạn chưa gắn với hồ sơ nhà giáo."));
    }
}
