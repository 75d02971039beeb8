package vn.lanhnghe.credential.issuing;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.credential.Code;
import vn.lanhnghe.credential.Credentials;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.credential.DiplomaState;
import vn.lanhnghe.credential.Medium;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.intake.SheetRow;
import vn.lanhnghe.job.Jobs;
import vn.lanhnghe.learning.Enrolment;
import vn.lanhnghe.learning.Enrolments;
import vn.lanhnghe.learning.Level;
import vn.lanhnghe.learning.Standing;
import vn.lanhnghe.learning.graduation.Graduations;
import vn.lanhnghe.proof.StatusPurpose;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Vi;

/** Diplomas issued: prepared by one person, checked and numbered by a second, signed by a third, released by a fourth. */
@Service
@Transactional
public class Issuing {

    private final IssuingRepository diplomas;
    private final DecisionRepository decisions;
    private final Books books;
    private final Blanks blanks;
    private final Credentials credentials;
    private final Enrolments enrolments;
    private final Graduations graduations;
    private final Predecessors predecessors;
    private final Jobs jobs;
    private final Acts acts;
    private final ApplicationEventPublisher events;

    Issuing(
            IssuingRepository diplomas,
            DecisionRepository decisions,
            Books books,
            Blanks blanks,
            Credentials credentials,
            Enrolments enrolments,
            Graduations graduations,
            Predecessors predecessors,
            Jobs jobs,
            Acts acts,
            ApplicationEventPublisher events) {
        this.diplomas = diplomas;
        this.decisions = decisions;
        this.books = books;
        this.blanks = blanks;
        this.credentials = credentials;
        this.enrolments = enrolments;
        this.graduations = graduations;
        this.predecessors = predecessors;
        this.jobs = jobs;
        this.acts = acts;
        this.events = events;
    }

    /** Prepares the diplomas of one decision from checked rows of a list; the person in scope is the one who prepared them. */
    void prepare(long batchId, List<SheetRow> rows, Map<String, Standing> standings) {
        var first = rows.getFirst();
        var number = first.get("decisionNumber");
        var on = Objects.requireNonNull(first.date("decidedOn"));
        var decision = decisions.prepare(
                own(), number, on, batchId, null, by(), Scope.current().actor());
        diplomas.insert(rows.stream()
                .map(row -> {
                    var standing = Objects.requireNonNull(standings.get(row.get("studentCode")));
                    return facts(standing.enrolment())
                            .addValue("serial", row.text("serial"))
                            .addValue("registerNumber", row.text("registerNumber"))
                            .addValue("medium", Medium.PAPER.name())
                            .addValue(
                                    "birthPlace",
                                    row.text("birthPlace") == null
                                            ? standing.enrolment().birthPlace()
                                            : row.text("birthPlace"))
                            .addValue("average", standing.average())
                            .addValue(
                                    "rank",
                                    Objects.requireNonNull(standing.rank()).code())
                            .addValue("decisionNumber", number)
                            .addValue("decidedOn", on)
                            .addValue("decisionId", decision)
                            .addValue("batchId", batchId);
                })
                .toList());
        prepared(decision, "Lập %d văn bằng theo quyết định %s, tệp số %d".formatted(rows.size(), number, batchId));
    }

    /** Prepares the diplomas of everyone whom a decided session recognised and who has none yet; answers with the decision's id. */
    @PreAuthorize("hasAuthority('CREDENTIAL_PREPARE')")
    public long prepare(long graduationId, Medium medium) {
        var session = graduations.decided(graduationId);
        var number = Objects.requireNonNull(session.decisionNumber());
        var on = Objects.requireNonNull(session.decidedOn());
        var found = graduations.recognised(graduationId);
        var living = diplomas.listLiving(
                found.stream().map(Graduations.Recognised::enrolmentId).toList());
        var open =
                found.stream().filter(it -> !living.contains(it.enrolmentId())).toList();
        if (open.isEmpty()) {
            throw new Refusal("Mọi người trong quyết định %s đã có văn bằng hoặc đang được cấp.".formatted(number));
        }
        var standings = enrolments.standingsOf(
                open.stream().map(Graduations.Recognised::enrolmentId).toList());
        var decision = decisions.prepare(
                own(), number, on, null, graduationId, by(), Scope.current().actor());
        diplomas.insert(open.stream()
                .map(it -> {
                    var enrolment = Objects.requireNonNull(standings.get(it.enrolmentId()))
                            .enrolment();
                    return facts(enrolment)
                            .addValue("serial", null)
                            .addValue("registerNumber", null)
                            .addValue("medium", medium.name())
                            .addValue("birthPlace", enrolment.birthPlace())
                            .addValue("average", it.average())
                            .addValue("rank", it.rank())
                            .addValue("decisionNumber", number)
                            .addValue("decidedOn", on)
                            .addValue("decisionId", decision)
                            .addValue("batchId", null);
                })
                .toList());
        prepared(decision, "Lập %d %s theo quyết định %s".formatted(open.size(), medium.label(), number));
        return decision;
    }

    /** Prepares diplomas that take the place of released ones, by a decision that orders it; answers with where they are issued. */
    @PreAuthorize("hasAuthority('CREDENTIAL_PREPARE')")
    public long prepareInstead(String number, LocalDate on, List<Instead> diplomas) {
        var decision = decisions
                .prepareReissue(own(), number, on, by(), Scope.current().actor())
                .orElseThrow(() -> new Refusal(
                        "Số %s ngày %s là một quyết định công nhận tốt nghiệp. Quyết định cấp lại phải có số riêng."
                                .formatted(number, Vi.day(on))));
        this.diplomas.insertInstead(decision, by(), Scope.current().actor(), diplomas);
        prepared(decision, "Lập %d văn bằng cấp lại theo quyết định %s".formatted(diplomas.size(), number));
        return decision;
    }

    private void prepared(long decision, String summary) {
        acts.record(ActKind.GRADUATION_PREPARED, new Subject("decision", decision, own()), summary, null);
    }

    private static MapSqlParameterSource facts(Enrolment enrolment) {
        return new MapSqlParameterSource()
                .addValue("institutionId", enrolment.institutionId())
                .addValue("siteId", enrolment.siteId())
                .addValue("enrolmentId", enrolment.id())
                .addValue("learnerId", enrolment.learnerId())
                .addValue("code", Code.random())
                .addValue("institutionName", enrolment.institution())
                .addValue("fullName", enrolment.fullName())
                .addValue("folded", Vietnamese.fold(enrolment.fullName()))
                .addValue("sortKey", Vietnamese.sortKey(enrolment.fullName()))
                .addValue("birthDate", enrolment.birthDate())
                .addValue("occupationCode", enrolment.occupationCode())
                .addValue("occupation", enrolment.occupation())
                .addValue("level", enrolment.level().name())
                .addValue("preparedBy", by())
                .addValue("preparedByName", Scope.current().actor());
    }

    /** The numbers of the decisions in scope with diplomas that wait for a step. */
    @Transactional(readOnly = true)
    public List<Long> listOpenDecisions() {
        return decisions.listOpen().stream().map(Decision::id).toList();
    }

    /** A decision in scope. */
    @Transactional(readOnly = true)
    public Decision decision(long id) {
        return get(id);
    }

    /** What numbering the prepared diplomas of a decision would do, without doing it. */
    @Transactional(readOnly = true)
    public Plan plan(long decisionId) {
        return plan(decisionId, diplomas.list(decisionId, DiplomaState.PREPARED), false);
    }

    private Plan plan(long decisionId, List<Diploma> prepared, boolean hold) {
        var lines = new ArrayList<Plan.Line>();
        var troubles = new ArrayList<String>();
        var warnings = new ArrayList<String>();
        var year = get(decisionId).decidedOn().getYear();
        prepared.stream()
                .collect(groupingBy(Diploma::level, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(group -> lines.addAll(number(group, year, hold, troubles)));
        var changed = diplomas.listChangedSince(decisionId);
        prepared.stream()
                .filter(it -> changed.containsKey(it.id()))
                .forEach(it -> troubles.add(
                        "Hồ sơ của %s (%s) đã sửa từ lúc lập danh sách, nay ghi “%s”. Trả lại văn bằng này để lập lại cho khớp."
                                .formatted(it.fullName(), Vi.day(it.birthDate()), changed.get(it.id()))));
        diplomas.listUnlicensed(decisionId)
                .forEach(it -> warnings.add(
                        "Ngày ra quyết định, sổ giấy phép chưa có ngành, nghề %s ở trình độ này. Trang tra cứu sẽ nói điều đó."
                                .formatted(it)));
        var nowhere = prepared.stream().filter(it -> it.birthPlace() == null).count();
        if (nowhere > 0) {
            warnings.add("%s người chưa có nơi sinh trong hồ sơ; văn bằng sẽ không in dòng này."
                    .formatted(Vi.count(nowhere)));
        }
        return new Plan(lines, troubles, warnings);
    }

    /** Diplomas of one book: numbers one after another, forms as they lie in the ledger. */
    private List<Plan.Line> number(List<Diploma> group, int year, boolean hold, List<String> troubles) {
        var first = group.getFirst();
        var level = first.level();
        var given = group.stream().filter(it -> it.registerNumber() != null).count();
        var by = given > 0 ? Book.NumberedBy.COLLEGE : Book.NumberedBy.SYSTEM;
        var book = hold
                ? books.open(Book.Kind.DIPLOMA, year, level.name(), by)
                : books.look(Book.Kind.DIPLOMA, year, level.name(), by);
        if (given > 0 && given < group.size()) {
            troubles.add("%s văn bằng đã có số vào sổ, %s chưa có. Trả lại một nhóm và lập theo quyết định riêng."
                    .formatted(Vi.count(given), Vi.count(group.size() - given)));
            return List.of();
        }
        if (book.numberedBy() != by) {
            troubles.add(
                    by == Book.NumberedBy.COLLEGE
                            ? "%s do hệ thống cấp số, nhưng danh sách ghi sẵn số vào sổ. Trả lại danh sách và bỏ trống cột “Số vào sổ gốc”."
                                    .formatted(book.title())
                            : "%s đang theo số của trường. Ghi số vào sổ trong danh sách, hoặc ở trang sổ bấm “Chuyển cho hệ thống cấp số”."
                                    .formatted(book.title()));
            return List.of();
        }
        var serials = serials(group, level, hold, troubles);
        if (serials.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<Plan.Line>();
        var number = book.lastNumber();
        for (var it : group) {
            var serial = it.serial();
            var registered = it.registerNumber();
            number++;
            lines.add(new Plan.Line(
                    it,
                    book,
                    registered == null ? number : null,
                    registered == null ? book.printed(number) : registered,
                    Objects.requireNonNull(serials.get(it.id())),
                    serial == null || blanks.kept(level)));
        }
        return lines;
    }

    /** A serial for each diploma; empty, with the trouble told, when the ledger cannot give them. */
    private Map<Long, String> serials(List<Diploma> group, Level level, boolean hold, List<String> troubles) {
        var serials = new LinkedHashMap<Long, String>();
        var wanting = group.stream().filter(it -> it.serial() == null).toList();
        for (var medium : Medium.values()) {
            var some = wanting.stream().filter(it -> it.medium() == medium).toList();
            var free = some.isEmpty() ? List.<String>of() : blanks.next(level, medium, some.size(), hold);
            if (free.size() < some.size()) {
                troubles.add("Kho còn %s %s %s, cần %s. Nhập lô phôi ở trang Sổ phôi rồi xem lại."
                        .formatted(
                                Vi.count(free.size()),
                                medium == Medium.PAPER ? "phôi giấy" : "số hiệu văn bằng số",
                                level.label().toLowerCase(java.util.Locale.ROOT),
                                Vi.count(some.size())));
                return Map.of();
            }
            for (var i = 0; i < some.size(); i++) {
                serials.put(some.get(i).id(), free.get(i));
            }
        }
        var given = group.stream().filter(it -> it.serial() != null).toList();
        given.forEach(it -> serials.put(it.id(), Objects.requireNonNull(it.serial())));
        if (!given.isEmpty() && blanks.kept(level)) {
            var asked = given.stream()
                    .map(it -> Objects.requireNonNull(it.serial()))
                    .toList();
            var strange = new ArrayList<>(asked);
            strange.removeAll(blanks.free(level, asked, hold));
            if (!strange.isEmpty()) {
                troubles.add(
                        "Số hiệu %s không còn trống trong sổ phôi. Tra ở trang Sổ phôi, rồi sửa danh sách hoặc nhập lô phôi."
                                .formatted(strange.stream().limit(5).collect(Collectors.joining(", "))
                                        + (strange.size() > 5 ? " và %d số khác".formatted(strange.size() - 5) : "")));
                return Map.of();
            }
        }
        return serials;
    }

    /**
     * Asks for a step to be done on all the diplomas of a decision that wait for it; it is done in the background, whole or not at
     * all. Refused to whoever has already had a hand in one of them. {@code plan} is the fingerprint of the dry run that was shown.
     */
    @PreAuthorize("hasAuthority(#step.authority())")
    public long start(long decisionId, Step step, @Nullable String plan) {
        var decision = get(decisionId);
        var waiting = diplomas.list(decisionId, step.from());
        if (waiting.isEmpty()) {
            throw new Refusal("Quyết định này không còn văn bằng nào %s."
                    .formatted(step.from().label()));
        }
        apart(step, waiting, by());
        if (step == Step.SIGN) {
            printedAll(waiting);
        }
        if (step == Step.CHECK) {
            var now = plan(decisionId);
            if (!now.troubles().isEmpty()) {
                throw new Refusal(String.join(" ", now.troubles()));
            }
            if (plan != null && !plan.equals(now.fingerprint())) {
                throw new Refusal(
                        "Sổ gốc hoặc kho phôi đã đổi từ lúc bạn xem: số sẽ cấp không còn như trước. Xem lại bản thử rồi bấm lại.");
            }
        }
        var id = decisions.insertRun(decision, step, waiting.size(), plan);
        if (id == 0) {
            throw new Refusal("Một bước của quyết định này đang chạy. Chờ nó xong rồi làm tiếp.");
        }
        jobs.enqueue(Running.NAME, id);
        return id;
    }

    /** Waits for a step to end; answers with how many diplomas it took. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public int await(long runId) {
        for (var tries = 0; tries < 6_000; tries++) {
            var run = decisions.findRun(runId).orElseThrow();
            if (run.state() == Run.State.FAILED) {
                throw new Refusal(String.valueOf(run.trouble()));
            }
            if (run.state() == Run.State.DONE) {
                return run.done();
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("run " + runId + " does not end");
    }

    /** Nobody takes two steps with one diploma; the database says so too. */
    private static void apart(Step step, List<Diploma> waiting, long by) {
        for (var it : waiting) {
            if (it.preparedBy() == by) {
                throw new Refusal("Bạn đã lập danh sách này nên không thể tự %s. Hãy nhờ người khác có quyền này."
                        .formatted(step.label().toLowerCase(java.util.Locale.ROOT)));
            }
            if (Objects.equals(it.checkedBy(), by) || Objects.equals(it.signedBy(), by)) {
                throw new Refusal("Bạn đã %s danh sách này nên không thể %s tiếp. Mỗi bước do một người khác làm."
                        .formatted(
                                Objects.equals(it.signedBy(), by) ? "ký" : "kiểm tra",
                                step.label().toLowerCase(java.util.Locale.ROOT)));
            }
        }
    }

    /** Does a step that was asked for, in the transaction it is called in; answers with how many diplomas it took. */
    int run(Run run, Telling telling) {
        var decision = get(run.decisionId());
        var waiting = diplomas.lock(run.decisionId(), run.step().from());
        apart(run.step(), waiting, run.accountId());
        if (waiting.size() != run.total()) {
            throw new Refusal("Danh sách đã đổi từ lúc bạn bấm: nay có %s văn bằng thay vì %s. Xem lại rồi làm lại."
                    .formatted(Vi.count(waiting.size()), Vi.count(run.total())));
        }
        switch (run.step()) {
            case CHECK -> check(run, waiting);
            case SIGN -> sign(decision, waiting, telling);
            case RELEASE -> release(decision, waiting);
        }
        record(run.step(), decision, waiting);
        return waiting.size();
    }

    /** How many diplomas a step has taken so far. */
    interface Telling {
        void tell(int done);
    }

    private void check(Run run, List<Diploma> prepared) {
        var plan = plan(run.decisionId(), prepared, true);
        if (!plan.troubles().isEmpty()) {
            throw new Refusal(String.join(" ", plan.troubles()));
        }
        if (run.plan() != null && !run.plan().equals(plan.fingerprint())) {
            throw new Refusal(
                    "Sổ gốc hoặc kho phôi đã đổi từ lúc bạn xem: số sẽ cấp không còn như trước. Xem lại bản thử rồi bấm lại.");
        }
        diplomas.check(run.accountId(), run.actor(), plan.lines());
        var fromStock = plan.lines().stream().filter(Plan.Line::fromStock).toList();
        blanks.reserve(
                fromStock.stream().map(Plan.Line::serial).toList(),
                fromStock.stream().map(it -> it.diploma().id()).toList());
        var replaced = diplomas.listReplaced(
                plan.lines().stream().map(it -> it.diploma().id()).toList());
        plan.lines().stream()
                .collect(groupingBy(it -> it.book().id(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(lines -> books.write(
                        lines.getFirst().book(),
                        Entry.Kind.NUMBERED,
                        lines.stream()
                                .map(it -> new Books.Line(
                                        it.diploma().id(),
                                        it.number(),
                                        it.registerNumber(),
                                        replaced.containsKey(it.diploma().id())
                                                ? Map.of(
                                                        "Thay cho",
                                                        replaced.get(
                                                                it.diploma().id()))
                                                : Map.of()))
                                .toList(),
                        null,
                        null));
    }

    /** The head signs what has been printed: a form spoilt afterwards would leave a signature over a serial that nobody holds. */
    private static void printedAll(List<Diploma> checked) {
        var unprinted = checked.stream()
                .filter(it -> it.medium() == Medium.PAPER && it.printedAt() == null)
                .count();
        if (unprinted > 0) {
            throw new Refusal("%s văn bằng giấy chưa đánh dấu đã in. In và đánh dấu ở trang này rồi ký."
                    .formatted(Vi.count(unprinted)));
        }
    }

    private void sign(Decision decision, List<Diploma> checked, Telling telling) {
        printedAll(checked);
        diplomas.sign(
                credentials.sign(checked, telling::tell), by(), Scope.current().actor());
        enrolments.graduate(checked.stream().map(Diploma::enrolmentId).toList(), decision.decidedOn());
    }

    private void release(Decision decision, List<Diploma> signed) {
        var ids = ids(signed);
        var successors = signed.stream().filter(it -> it.replaces() != null).toList();
        if (!successors.isEmpty()) {
            predecessors.giveWay(decision, successors);
        }
        diplomas.release(ids, by(), Scope.current().actor());
        blanks.issue(ids, "Quyết định " + decision.number());
        events.publishEvent(new DiplomasReleased(decision.id(), decision.institutionId(), signed.size()));
    }

    private void record(Step step, Decision decision, List<Diploma> diplomas) {
        var kind = switch (step) {
            case CHECK -> ActKind.DIPLOMA_CHECKED;
            case SIGN -> ActKind.DIPLOMA_SIGNED;
            case RELEASE -> ActKind.DIPLOMA_RELEASED;
        };
        acts.record(
                kind,
                "diploma",
                ids(diplomas),
                decision.institutionId(),
                "%s theo quyết định %s".formatted(step.label(), decision.number()),
                null);
        acts.record(
                kind,
                new Subject("decision", decision.id(), decision.institutionId()),
                "%s %s văn bằng".formatted(step.label(), Vi.count(diplomas.size())),
                null);
    }

    private static List<Long> ids(Collection<Diploma> diplomas) {
        return diplomas.stream().map(Diploma::id).toList();
    }

    /**
     * Gives one diploma back before it is released. Not numbered yet, it leaves the list; numbered, its line in the book says that it
     * was not issued, and its form lies free again, or is spoiled when it was printed. Answers with its decision's id.
     */
    @PreAuthorize("hasAnyAuthority('CREDENTIAL_CHECK', 'CREDENTIAL_SIGN', 'CREDENTIAL_RELEASE')")
    public long giveBack(long diplomaId, String reason) {
        var tidy = Vietnamese.tidy(reason);
        if (tidy.isEmpty()) {
            throw new Refusal("Ghi lý do trả lại để người lập biết phải sửa gì.");
        }
        var it = lock(diplomaId);
        switch (it.state()) {
            case PREPARED -> diplomas.remove(diplomaId);
            case CHECKED, SIGNED -> {
                diplomas.voided(diplomaId, tidy);
                credentials.tell(List.of(it), StatusPurpose.REVOCATION, true);
                books.write(it, Entry.Kind.VOIDED, Map.of("Số hiệu", Objects.requireNonNull(it.serial())), null, tidy);
                if (it.printedAt() == null) {
                    blanks.giveBack(Objects.requireNonNull(it.serial()));
                } else {
                    blanks.spoil(Objects.requireNonNull(it.serial()), tidy);
                }
            }
            default ->
                throw new Refusal(
                        "Văn bằng này đã phát hành nên không trả lại được; hãy thu hồi, huỷ bỏ hoặc chỉnh sửa bằng quyết định.");
        }
        acts.record(
                ActKind.DIPLOMA_RETURNED,
                new Subject("decision", it.decisionId(), it.institutionId()),
                "Trả lại văn bằng của %s".formatted(it.fullName()),
                tidy);
        return it.decisionId();
    }

    /** Marks paper diplomas as printed on their forms; all of the decision when {@code ids} is empty. Answers with how many. */
    @PreAuthorize("hasAuthority('BLANK_MANAGE')")
    public int printed(long decisionId, Collection<Long> ids) {
        var decision = get(decisionId);
        var chosen = ids.isEmpty() ? ids(diplomas.list(decisionId, DiplomaState.CHECKED)) : ids;
        var count = diplomas.printed(decisionId, chosen);
        if (count == 0) {
            throw new Refusal("Không có văn bằng giấy nào đang chờ đánh dấu đã in trong lựa chọn này.");
        }
        blanks.printed(chosen);
        acts.record(
                ActKind.DIPLOMA_PRINTED,
                new Subject("decision", decisionId, decision.institutionId()),
                "Đánh dấu đã in %s văn bằng".formatted(Vi.count(count)),
                null);
        return count;
    }

    /** Forms of one decision that were spoiled in printing; answers with the serials that take their place, in the order of {@code ids}. */
    @PreAuthorize("hasAuthority('BLANK_MANAGE')")
    public List<String> spoil(long decisionId, List<Long> ids, String reason) {
        get(decisionId);
        if (ids.isEmpty()) {
            throw new Refusal("Chọn ít nhất một tờ in hỏng.");
        }
        return ids.stream().map(it -> spoil(it, reason)).toList();
    }

    /** A form that was spoiled in printing: it goes into the ledger as such, the diploma gets the next one. Answers with its serial. */
    @PreAuthorize("hasAuthority('BLANK_MANAGE')")
    public String spoil(long diplomaId, String reason) {
        var tidy = Vietnamese.tidy(reason);
        if (tidy.isEmpty()) {
            throw new Refusal("Ghi vì sao phôi hỏng; lý do nằm trong sổ phôi.");
        }
        var it = lock(diplomaId);
        if (it.state() != DiplomaState.CHECKED) {
            throw new Refusal(
                    it.state() == DiplomaState.SIGNED
                            ? "Văn bằng này đã ký với số hiệu %s. Trả lại văn bằng rồi lập lại để dùng phôi khác."
                                    .formatted(it.serial())
                            : "Chỉ đổi phôi được khi văn bằng đã có số và chưa ký.");
        }
        if (it.medium() != Medium.PAPER || !blanks.kept(it.level())) {
            throw new Refusal("Văn bằng này không dùng phôi của sổ phôi.");
        }
        var old = Objects.requireNonNull(it.serial());
        var next = blanks.next(it.level(), Medium.PAPER, 1, true);
        if (next.isEmpty()) {
            throw new Refusal("Kho không còn phôi giấy %s. Nhập lô phôi rồi đổi."
                    .formatted(it.level().label().toLowerCase(java.util.Locale.ROOT)));
        }
        blanks.spoil(old, tidy);
        diplomas.changeBlank(diplomaId, next.getFirst());
        blanks.reserve(next, List.of(diplomaId));
        books.write(
                it, Entry.Kind.BLANK_CHANGED, Map.of("Số hiệu cũ", old, "Số hiệu mới", next.getFirst()), null, tidy);
        acts.record(
                ActKind.BLANK_SPOILED,
                new Subject("diploma", it.id(), it.institutionId()),
                "Phôi %s hỏng, thay bằng %s".formatted(old, next.getFirst()),
                tidy);
        return next.getFirst();
    }

    private Diploma lock(long diplomaId) {
        return diplomas.lock(diplomaId)
                .filter(it -> Objects.equals(it.institutionId(), Scope.current().institutionId()))
                .orElseThrow(() -> new NotFound("Không có văn bằng này trong phạm vi của bạn."));
    }

    private Decision get(long id) {
        return decisions.find(id).orElseThrow(() -> new NotFound("Không có quyết định này trong phạm vi của bạn."));
    }

    private static long own() {
        return Objects.requireNonNull(Scope.current().institutionId());
    }

    private static long by() {
        return Objects.requireNonNull(Scope.current().accountId());
    }
}
