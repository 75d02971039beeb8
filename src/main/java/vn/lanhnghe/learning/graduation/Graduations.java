package vn.lanhnghe.learning.graduation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.learning.Enrolments;
import vn.lanhnghe.learning.Grading;
import vn.lanhnghe.learning.SchemeRepository;
import vn.lanhnghe.learning.Standing;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Vi;

/** Xét và công nhận tốt nghiệp: opened and run by one person, decided by another, frozen by the decision. */
@Service
@Transactional
@PreAuthorize("hasAuthority('GRADUATION_PREPARE')")
public class Graduations {

    private final GraduationRepository graduations;
    private final Enrolments enrolments;
    private final SchemeRepository schemes;
    private final Acts acts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Graduations(
            GraduationRepository graduations,
            Enrolments enrolments,
            SchemeRepository schemes,
            Acts acts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.graduations = graduations;
        this.enrolments = enrolments;
        this.schemes = schemes;
        this.acts = acts;
        this.events = events;
        this.clock = clock;
    }

    public long open(
            String name,
            @Nullable String occupation,
            int cohort,
            @Nullable Long classId,
            @Nullable LocalDate plannedOn) {
        var tidy = Vietnamese.tidy(name);
        if (tidy.isEmpty()) {
            throw new Refusal("Hãy đặt tên cho đợt xét, ví dụ “Đợt 1 năm 2026”.");
        }
        if (cohort < 1990 || cohort > 2100) {
            throw new Refusal("Khoá là năm nhập học, ví dụ 2023.");
        }
        if (plannedOn == null) {
            throw new Refusal("Hãy ghi ngày họp hội đồng dự kiến.");
        }
        if (classId != null && graduations.listClasses().stream().noneMatch(it -> it.id() == classId)) {
            throw new Refusal("Không có lớp này trong trường.");
        }
        var id = graduations.insert(
                tidy, occupation == null || occupation.isEmpty() ? null : occupation, cohort, classId, plannedOn);
        record(ActKind.GRADUATION_OPENED, id, "Mở đợt xét tốt nghiệp " + tidy, null);
        return id;
    }

    public void addMember(long id, String name, String position, String role) {
        var it = undecided(id);
        if (Vietnamese.tidy(name).isEmpty() || Vietnamese.tidy(position).isEmpty()) {
            throw new Refusal("Hãy ghi họ tên và chức vụ của thành viên hội đồng.");
        }
        if (!Set.of("CHAIR", "DEPUTY", "SECRETARY", "MEMBER").contains(role)) {
            throw new Refusal("Hãy chọn vai trò trong hội đồng.");
        }
        if (role.equals("CHAIR")
                && graduations.listCouncil(id).stream().anyMatch(m -> m.role().equals("CHAIR"))) {
            throw new Refusal("Hội đồng đã có chủ tịch. Bỏ người cũ trước khi ghi người mới.");
        }
        graduations.addMember(it, Vietnamese.tidy(name), Vietnamese.tidy(position), role);
    }

    public void removeMember(long id, long memberId) {
        undecided(id);
        graduations.removeMember(id, memberId);
    }

    /** Final examinations of the year system, by course of study and part; empty cells change nothing. */
    public int putExams(long id, Map<Long, Map<String, String>> marks) {
        var it = undecided(id);
        var allowed = standings(it).stream().map(s -> s.enrolment().id()).collect(Collectors.toSet());
        var written = 0;
        for (var entry : marks.entrySet()) {
            if (!allowed.contains(entry.getKey())) {
                throw new NotFound("Người học này không thuộc đợt xét.");
            }
            for (var part : entry.getValue().entrySet()) {
                var text = part.getValue().strip();
                if (text.isEmpty()) {
                    continue;
                }
                if (!text.matches("\\d{1,2}([.,]\\d)?")
                        || new BigDecimal(text.replace(',', '.')).compareTo(BigDecimal.TEN) > 0) {
                    throw new Refusal("“%s” không phải điểm từ 0 đến 10.".formatted(text));
                }
                graduations.putExam(it, entry.getKey(), part.getKey(), new BigDecimal(text.replace(',', '.')));
                written++;
            }
        }
        return written;
    }

    /** Looks at every learner of the session's cohort; answers with the number of the run. */
    public int run(long id) {
        var it = undecided(id);
        var standings = standings(it);
        if (standings.isEmpty()) {
            throw new Refusal("Không có người đang học nào thuộc %s.".formatted(it.scope()));
        }
        var number = graduations.insertRun(it, verdicts(it, standings));
        record(ActKind.GRADUATION_RUN, id, "Xét lần %d: %d người học".formatted(number, standings.size()), null);
        return number;
    }

    private List<Verdict> verdicts(Graduation it, List<Standing> standings) {
        var grading = enrolments.grading();
        var rule = rule();
        var chosen = schemes.list(List.of(it.institutionId()));
        var modules = graduations.countModules(it.cohort());
        var exams = graduations.listExams(
                standings.stream().map(s -> s.enrolment().id()).toList());
        return standings.stream()
                .map(standing -> verdict(
                        standing,
                        grading,
                        rule,
                        SchemeRepository.of(chosen, it.institutionId(), it.cohort())
                                .system(),
                        exams.getOrDefault(standing.enrolment().id(), Map.of()),
                        modules.getOrDefault(standing.enrolment().occupationCode(), 0)))
                .toList();
    }

    private static Verdict verdict(
            Standing standing,
            Grading grading,
            Rule rule,
            vn.lanhnghe.learning.Scheme.System system,
            Map<String, BigDecimal> exams,
            int modules) {
        var enrolment = standing.enrolment();
        var conditions = Eligibility.of(standing, grading, rule, system, exams, modules);
        var average = Eligibility.average(standing, rule, system, exams, grading.decimals());
        var eligible = conditions.stream().allMatch(c -> c.state() == Condition.State.MET);
        var rank = standing.rank();
        return new Verdict(
                enrolment.id(),
                enrolment.studentCode(),
                enrolment.fullName(),
                enrolment.occupation(),
                eligible,
                average,
                average == null || rank == null
                        ? null
                        : system == vn.lanhnghe.learning.Scheme.System.CREDIT
                                ? rank.label()
                                : grading.rank(average).label(),
                conditions);
    }

    private List<Standing> standings(Graduation it) {
        return enrolments.standings(it.cohort(), it.occupationCode(), it.classId());
    }

    /**
     * Recognises those whom the last run found eligible; refused to whoever opened the session, without a whole council, and when
     * the registers have changed since the run.
     */
    @PreAuthorize("hasAuthority('GRADUATION_DECIDE')")
    public int decide(long id, String number, @Nullable LocalDate on) {
        graduations.lock(id);
        var it = undecided(id);
        if (Objects.equals(it.openedBy(), Scope.current().accountId())) {
            throw new Refusal("Người lập đợt xét không tự công nhận được. Nhờ người ký quyết định.");
        }
        var tidy = Vietnamese.tidy(number);
        if (tidy.isEmpty() || on == null || on.isAfter(LocalDate.now(clock))) {
            throw new Refusal("Hãy ghi số quyết định và ngày quyết định không sau hôm nay.");
        }
        if (graduations.decisionTaken(tidy, on)) {
            throw new Refusal("Quyết định %s ngày %s đã dùng cho đợt khác.".formatted(tidy, Vi.day(on)));
        }
        council(it);
        var runs = graduations.listRuns(id);
        if (runs.isEmpty()) {
            throw new Refusal("Chưa xét lần nào. Bấm “Xét điều kiện” trước.");
        }
        var last = graduations.listVerdicts(runs.getFirst().id());
        var differences = difference(last, verdicts(it, standings(it)));
        if (!differences.isEmpty()) {
            throw new Refusal("Từ lần xét %d, sổ đã đổi với %d người (%s). Xét lại rồi công nhận."
                    .formatted(
                            runs.getFirst().number(),
                            differences.size(),
                            differences.stream().limit(3).map(Change::fullName).collect(Collectors.joining(", "))));
        }
        var graduates = last.stream()
                .filter(Verdict::eligible)
                .map(Verdict::enrolmentId)
                .toList();
        if (graduates.isEmpty()) {
            throw new Refusal("Lần xét cuối không có ai đủ điều kiện.");
        }
        graduations.decide(id, tidy, on);
        enrolments.graduate(graduates, on);
        record(
                ActKind.GRADUATION_DECIDED,
                id,
                "Quyết định %s ngày %s công nhận %d người".formatted(tidy, Vi.day(on), graduates.size()),
                null);
        acts.record(
                ActKind.GRADUATION_DECIDED,
                "enrolment",
                graduates,
                it.institutionId(),
                "Công nhận tốt nghiệp theo quyết định %s ngày %s".formatted(tidy, Vi.day(on)),
                null);
        events.publishEvent(new GraduationDecided(id, it.institutionId(), tidy, on, graduates));
        return graduates.size();
    }

    private void council(Graduation it) {
        var council = graduations.listCouncil(it.id());
        var least = rule().councilLeast();
        if (council.size() < least
                || council.stream().noneMatch(m -> m.role().equals("CHAIR"))
                || council.stream().noneMatch(m -> m.role().equals("SECRETARY"))) {
            throw new Refusal("Hội đồng cần ít nhất %d người, có chủ tịch và thư ký; hiện có %d."
                    .formatted(least, council.size()));
        }
    }

    @PreAuthorize("hasAuthority('LEARNER_VIEW')")
    Rule rule() {
        return graduations.rule(LocalDate.now(clock));
    }

    /** One whom a decision recognised: what the last run froze for them, the rank by its code. */
    public record Recognised(long enrolmentId, BigDecimal average, String rank) {}

    /** The sessions in scope that have been decided, newest first. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAuthority('CREDENTIAL_VIEW')")
    public List<Graduation> listDecided() {
        return graduations.list().stream().filter(it -> !it.open()).toList();
    }

    /** A session that has been decided. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAuthority('CREDENTIAL_VIEW')")
    public Graduation decided(long id) {
        var it = graduations
                .find(id)
                .filter(g -> Objects.equals(g.institutionId(), Scope.current().institutionId()))
                .orElseThrow(() -> new NotFound("Không có đợt xét này trong phạm vi của bạn."));
        if (it.open()) {
            throw new Refusal(
                    "Đợt xét “%s” chưa có quyết định công nhận nên chưa lập văn bằng được.".formatted(it.name()));
        }
        return it;
    }

    /** Everyone whom the decision of a session recognised. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAuthority('CREDENTIAL_VIEW')")
    public List<Recognised> recognised(long id) {
        var codes = enrolments.grading().bands().stream()
                .collect(Collectors.toMap(Grading.Band::label, Grading.Band::code));
        return graduations.listVerdicts(graduations.listRuns(id).getFirst().id()).stream()
                .filter(Verdict::eligible)
                .map(it -> new Recognised(
                        it.enrolmentId(),
                        Objects.requireNonNull(it.average()),
                        Objects.requireNonNull(codes.get(Objects.requireNonNull(it.rank())), it.rank())))
                .toList();
    }

    /** Someone for whom two runs found different things, in words. */
    public record Change(String studentCode, String fullName, String before, String after) {}

    /** What differs from one run to the next. */
    static List<Change> difference(List<Verdict> before, List<Verdict> after) {
        var changes = new ArrayList<Change>();
        var earlier = before.stream().collect(Collectors.toMap(Verdict::enrolmentId, Function.identity()));
        var seen = new HashMap<Long, Verdict>();
        for (var now : after) {
            seen.put(now.enrolmentId(), now);
            var then = earlier.get(now.enrolmentId());
            if (then == null) {
                changes.add(new Change(now.studentCode(), now.fullName(), "chưa có", said(now)));
            } else if (!said(then).equals(said(now))) {
                changes.add(new Change(now.studentCode(), now.fullName(), said(then), said(now)));
            }
        }
        before.stream()
                .filter(it -> !seen.containsKey(it.enrolmentId()))
                .forEach(it ->
                        changes.add(new Change(it.studentCode(), it.fullName(), said(it), "không còn trong đợt")));
        return changes;
    }

    private static String said(Verdict it) {
        return it.eligible()
                ? "đủ điều kiện, trung bình %s, %s".formatted(Vi.mark(it.average()), Objects.toString(it.rank(), ""))
                : it.open().stream().map(c -> c.name() + " – " + c.why()).collect(Collectors.joining("; "));
    }

    private Graduation undecided(long id) {
        var it = graduations
                .find(id)
                .filter(g -> Objects.equals(g.institutionId(), Scope.current().institutionId()))
                .orElseThrow(() -> new NotFound("Không có đợt xét này trong phạm vi của bạn."));
        if (!it.open()) {
            throw new Refusal("Đợt xét này đã có quyết định %s nên không đổi được nữa.".formatted(it.decisionNumber()));
        }
        return it;
    }

    private void record(ActKind kind, long id, String summary, @Nullable String reason) {
        acts.record(kind, new Subject("graduation", id, Scope.current().institutionId()), summary, reason);
    }
}
