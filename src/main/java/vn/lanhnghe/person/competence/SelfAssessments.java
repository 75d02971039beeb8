package vn.lanhnghe.person.competence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.person.People;
import vn.lanhnghe.person.Person;
import vn.lanhnghe.person.competence.Report.Intent;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;

/** A teacher's own assessments. Every method first asks whose account this is and then reads of that person alone. */
@Service
@PreAuthorize("hasAuthority('PERSON_SELF')")
public class SelfAssessments {

    private static final int COURSES_A_DOMAIN = 2;
    private static final int MONTHS_AHEAD = 6;

    private final CompetenceRepository repository;
    private final People people;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SelfAssessments(
            CompetenceRepository repository, People people, Acts acts, TransactionTemplate transaction, Clock clock) {
        this.repository = repository;
        this.people = people;
        this.acts = acts;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Optional<Person> me() {
        return people.mine();
    }

    public QuestionSet version() {
        return repository
                .findVersion(LocalDate.now(clock))
                .orElseThrow(() -> new NotFound("Hiện chưa có bộ câu hỏi tự đánh giá."));
    }

    public Optional<Attempt> open() {
        return own(repository::findOpen);
    }

    /** Those that were submitted, the last first. */
    public List<Attempt> listSubmitted() {
        return own(repository::listSubmitted);
    }

    /** Begins, or goes on with what was begun. */
    public void start() {
        var version = version();
        own(me -> {
            people.hold(me);
            return repository
                    .findOpen(me)
                    .map(Attempt::id)
                    .orElseGet(() -> repository.insert(me, version.id(), OffsetDateTime.now(clock)));
        });
    }

    /** The assessment under way. */
    public Attempt current() {
        return own(this::under);
    }

    /** One question of the assessment under way. */
    public Question question(int place) {
        return own(me -> {
            var attempt = under(me);
            return repository
                    .findQuestion(attempt.versionId(), attempt.id(), place)
                    .orElseThrow(() -> new NotFound("Không có câu hỏi này."));
        });
    }

    /** The questions of the assessment under way. */
    public List<Question> listQuestions() {
        return own(me -> {
            var attempt = under(me);
            return repository.listQuestions(attempt.versionId(), attempt.id());
        });
    }

    /** Keeps one answer at once; a later one to the same question takes its place. */
    public void answer(int place, int level) {
        if (level < 1 || level > 6) {
            throw new Refusal("Chọn một trong sáu mức.");
        }
        own(me -> {
            people.hold(me);
            if (!repository.answer(under(me).id(), place, level, OffsetDateTime.now(clock))) {
                throw new NotFound("Không có câu hỏi này.");
            }
            return place;
        });
    }

    /** Closes the assessment under way; the id of its report. Whoever presses twice comes to the same report. */
    public long submit() {
        return own(me -> {
            people.hold(me);
            var done = repository.listSubmitted(me).stream()
                    .filter(it -> LocalDate.now(clock).equals(it.submittedOn()))
                    .findFirst();
            if (done.isPresent() && repository.findOpen(me).isEmpty()) {
                return done.get().id();
            }
            var attempt = under(me);
            var questions = repository.listQuestions(attempt.versionId(), attempt.id());
            var missing = questions.stream()
                    .filter(it -> it.chosen() == null)
                    .map(it -> String.valueOf(it.place()))
                    .toList();
            if (!missing.isEmpty()) {
                throw new Refusal("Còn %d câu chưa trả lời: câu %s. Trả lời hết rồi nộp."
                        .formatted(missing.size(), String.join(", ", missing)));
            }
            var result = Reckoning.of(questions, repository.getVersion(attempt.versionId()));
            repository.submit(attempt.id(), LocalDate.now(clock), result);
            acts.record(
                    ActKind.COMPETENCE_SUBMITTED,
                    new Subject("competence", attempt.id(), null),
                    "Nộp bài tự đánh giá năng lực số",
                    null);
            return attempt.id();
        });
    }

    public Report report(long id) {
        return own(me -> {
            var attempt = submitted(me, id);
            var version = repository.getVersion(attempt.versionId());
            var rungs = repository.mapRungs(version.id());
            var domains =
                    repository.listDomains(version.id()).stream().collect(Collectors.toMap(Domain::domain, it -> it));
            var steps = repository.listSteps(version.id());
            var before = repository.listSubmitted(me).stream()
                    .filter(it -> it.id() < id)
                    .max(Comparator.comparingLong(Attempt::id));
            var earlier = before.map(it -> repository.mapEarlier(it.id(), version.id()))
                    .orElse(Map.of());
            var lines = repository.listResults(id).stream()
                    .map(it -> new Report.Line(
                            Objects.requireNonNull(domains.get(it.domain())),
                            it.average(),
                            Objects.requireNonNull(rungs.get(it.level())),
                            steps.stream()
                                    .filter(step -> step.domain() == it.domain()
                                            && step.fromLevel() <= it.level()
                                            && step.toLevel() >= it.level())
                                    .map(step -> new Report.Step(step.fromLevel(), step.place(), step.says()))
                                    .toList(),
                            earlier.get(it.domain())))
                    .toList();
            return new Report(
                    attempt,
                    version,
                    Objects.requireNonNull(rungs.get(attempt.overall())),
                    lines,
                    before.map(Attempt::submittedOn).orElse(null),
                    repository.listIntents(id));
        });
    }

    /**
     * What a plan may hold, the lowest domains first: the next steps, and courses of the kind that helps, each once; and what was
     * intended before and is offered no more.
     */
    public List<Offer> listOffers(Report report) {
        var courses = repository.listCourses(COURSES_A_DOMAIN);
        var offers = new ArrayList<Offer>();
        var offered = new HashSet<Long>();
        report.lines().stream()
                .sorted(Comparator.comparing(Report.Line::average)
                        .thenComparing(it -> it.domain().domain()))
                .forEach(line -> {
                    var domain = line.domain();
                    line.steps()
                            .forEach(it -> offers.add(new Offer(
                                    "b%d-%d-%d".formatted(domain.domain(), it.fromLevel(), it.place()),
                                    domain.domain(),
                                    it.says(),
                                    null)));
                    var fitting = courses.stream()
                            .filter(it -> it.kind().equals(domain.trainingKind()))
                            .toList();
                    fitting.stream()
                            .filter(it -> offered.add(it.id()))
                            .forEach(it -> offers.add(new Offer(
                                    "k%d-%d".formatted(domain.domain(), it.id()),
                                    domain.domain(),
                                    "Học khoá “%s” (%d tiết)".formatted(it.title(), it.hours()),
                                    it.id())));
                    if (fitting.isEmpty()) {
                        offers.add(new Offer(
                                "l%d".formatted(domain.domain()),
                                domain.domain(),
                                "Tìm một khoá bồi dưỡng loại “%s” cho miền %s"
                                        .formatted(domain.trainingLabel(), domain.name()),
                                null));
                    }
                });
        report.intents().stream()
                .filter(it -> offers.stream().noneMatch(one -> one.what().equals(it.what())))
                .map(it -> new Offer(
                        "g%d-%08x".formatted(it.domain(), it.what().hashCode()), it.domain(), it.what(), it.courseId()))
                .toList()
                .forEach(offers::add);
        return offers;
    }

    /** Keeps what somebody ticked, each with its day; one that was there already stays as it was said. */
    public void intend(long id, Map<String, LocalDate> chosen) {
        own(me -> {
            people.hold(me);
            var report = report(id);
            var before = report.intents().stream().collect(Collectors.toMap(Intent::what, it -> it));
            var today = LocalDate.now(clock);
            var intents = new LinkedHashMap<String, Intent>();
            for (var it : listOffers(report)) {
                var until = chosen.get(it.key());
                if (until == null) {
                    continue;
                }
                var old = before.get(it.what());
                if (old != null && old.untilOn().equals(until)) {
                    intents.putIfAbsent(it.what(), old);
                } else if (until.isBefore(today) || until.isAfter(today.plusYears(2))) {
                    throw new Refusal("Ngày dự định từ hôm nay đến trong hai năm tới.");
                } else {
                    intents.putIfAbsent(it.what(), new Intent(it.domain(), it.what(), it.courseId(), until, today));
                }
            }
            repository.replaceIntents(id, List.copyOf(intents.values()));
            return id;
        });
    }

    /** The day that the plan proposes. */
    public LocalDate usually() {
        return LocalDate.now(clock).plusMonths(MONTHS_AHEAD);
    }

    private Attempt under(long me) {
        return repository
                .findOpen(me)
                .orElseThrow(() -> new NotFound("Bạn chưa bắt đầu lần tự đánh giá nào, hoặc đã nộp rồi."));
    }

    private Attempt submitted(long me, long id) {
        return repository
                .find(id, me)
                .filter(it -> it.submittedOn() != null)
                .orElseThrow(() -> new NotFound("Không có phiếu kết quả này trong hồ sơ của bạn."));
    }

    /** The work of the person whose account it is, in the one scope that may read it. */
    private <T> T own(Function<Long, T> work) {
        var me = people.mine()
                .orElseThrow(
                        () -> new Refusal("Tài khoản của bạn chưa gắn với hồ sơ nhà giáo; nhờ phòng đào tạo gắn giúp."))
                .id();
        return raised(() -> work.apply(me));
    }

    private <T> T raised(Supplier<T> work) {
        return Scope.current().raised().get(() -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }
}
