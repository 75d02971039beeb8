package vn.lanhnghe.programme.integration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.institution.Training;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Vi;

/** When a programme counts as integrated, what that says of each version, and alignments that wait for a new framework. */
@Service
public class Integrations {

    private final IntegrationRepository repository;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Integrations(IntegrationRepository repository, Acts acts, TransactionTemplate transaction, Clock clock) {
        this.repository = repository;
        this.acts = acts;
        this.transaction = transaction;
        this.clock = clock;
    }

    public List<Rule> listRules() {
        return repository.listRules();
    }

    /** The rule in effect today. */
    public Rule rule() {
        var today = LocalDate.now(clock);
        return listRules().stream()
                .filter(it -> !it.validFrom().isAfter(today)
                        && (it.validTo() == null || !it.validTo().isBefore(today)))
                .findFirst()
                .orElseThrow();
    }

    List<String> listLevels(Rule rule) {
        return repository.listLevels(rule.frameworkCode());
    }

    /** What the rule in effect says of a version, held against the newest version of the framework that it hangs on. */
    public Verdict verdict(long versionId, String level) {
        var rule = rule();
        var frame = frame(versionId);
        return Verdict.of(
                rule,
                level,
                frame,
                repository.listOld(versionId, rule.frameworkCode()),
                repository.listDomains(rule.frameworkCode()).getOrDefault(frame.id(), List.of()),
                repository.listReaches(List.of(versionId), rule.frameworkCode()));
    }

    /** The version of the rule's framework that a version of a programme is held against: the newest it hangs on, else the one in use. */
    public Frame frame(long versionId) {
        var framework = rule().frameworkCode();
        return repository
                .listFrames(List.of(versionId), framework)
                .getOrDefault(versionId, repository.inUse(framework));
    }

    /** Tells the standing of versions anew; part of whatever changed them. Of a published one the day on which it turns is kept. */
    public void refresh(Collection<Long> versions) {
        keep(repository.listSubjects(versions));
    }

    /** Every version, those that were superseded among them. */
    public void refreshAll() {
        transaction.executeWithoutResult(status -> keep(repository.listSubjects(null)));
    }

    private void keep(List<IntegrationRepository.Subject> subjects) {
        if (subjects.isEmpty()) {
            return;
        }
        var rule = rule();
        var ids = subjects.stream().map(IntegrationRepository.Subject::id).toList();
        var domains = repository.listDomains(rule.frameworkCode());
        var inUse = repository.inUse(rule.frameworkCode());
        var frames = repository.listFrames(ids, rule.frameworkCode());
        var reaches = repository.listReaches(ids, rule.frameworkCode()).stream()
                .collect(Collectors.groupingBy(Reach::versionId));
        var verdicts = new HashMap<Long, Verdict>();
        for (var it : subjects) {
            var frame = frames.getOrDefault(it.id(), inUse);
            verdicts.put(
                    it.id(),
                    Verdict.of(
                            rule,
                            it.level(),
                            frame,
                            List.of(),
                            domains.getOrDefault(frame.id(), List.of()),
                            reaches.getOrDefault(it.id(), List.of())));
        }
        repository.keep(rule.id(), subjects, verdicts);
        repository.turn(
                subjects.stream()
                        .filter(IntegrationRepository.Subject::published)
                        .toList(),
                verdicts,
                LocalDate.now(clock));
    }

    /** A new version of the rule from a day on; the one before it ends the day before. */
    @PreAuthorize("hasAuthority('PROGRAMME_RULE')")
    public void set(NewRule it) {
        Scope.current().raised().run(() -> transaction.executeWithoutResult(status -> write(it)));
    }

    private void write(NewRule it) {
        repository.hold();
        var before = listRules().getFirst();
        var today = LocalDate.now(clock);
        var faults = new ArrayList<String>();
        var from = it.validFrom();
        if (from == null || from.isBefore(today)) {
            faults.add("Chọn ngày bắt đầu áp dụng, từ hôm nay trở đi.");
        } else if (!from.isAfter(before.validFrom())) {
            faults.add("Ngày áp dụng phải sau %s, ngày bản %d bắt đầu."
                    .formatted(Vi.day(before.validFrom()), before.number()));
        }
        if (it.note().length() < 3 || it.note().length() > 500) {
            faults.add("Ghi căn cứ hoặc lý do đổi quy tắc, từ 3 đến 500 ký tự.");
        }
        if (it.measures().isEmpty()) {
            faults.add("Quy tắc cần nêu ít nhất một trình độ.");
        }
        var domains = repository
                .listDomains(before.frameworkCode())
                .getOrDefault(repository.inUse(before.frameworkCode()).id(), List.of())
                .size();
        var ranks = listLevels(before).size();
        it.measures().forEach((level, asked) -> {
            if (asked.domains() < 1 || asked.domains() > domains) {
                faults.add("%s: số miền từ 1 đến %d.".formatted(Training.label(level), domains));
            }
            if (asked.rank() < 1 || asked.rank() > ranks) {
                faults.add("%s: bậc từ 1 đến %d.".formatted(Training.label(level), ranks));
            }
        });
        if (!faults.isEmpty()) {
            throw new Refusal(String.join("\n", faults));
        }
        var day = Objects.requireNonNull(from);
        var id = repository.insert(it, before, day, Scope.current().actor());
        acts.record(
                ActKind.PROGRAMME_RULE_SET,
                new Subject("integration-rule", id, null),
                "Quy tắc tích hợp bản %d từ %s".formatted(before.number() + 1, Vi.day(day)),
                it.note());
        if (day.equals(today)) {
            keep(repository.listSubjects(null));
        }
    }

    @PreAuthorize("hasAuthority('PROGRAMME_VIEW')")
    public Paging<Hanging> listHanging(int page) {
        var own = Scope.current().institutionId();
        return Paging.of(
                repository.countHanging(own),
                page,
                shown -> repository.listHanging(own, Paging.SIZE, Paging.offset(shown)));
    }

    public long countHanging() {
        return repository.countHanging(Scope.current().institutionId());
    }

    /** Where an outcome hangs on two items that have one successor, the higher level goes on. */
    private static Collection<Hanging> onceEach(List<Hanging> hanging) {
        return hanging.stream()
                .filter(Hanging::movable)
                .collect(Collectors.toMap(
                        it -> it.outcomeId() + " " + it.successorId(),
                        it -> it,
                        BinaryOperator.maxBy(Comparator.comparingInt(Hanging::rank)),
                        LinkedHashMap::new))
                .values();
    }

    /** Moves alignments on to what takes the place of their items: these, or all of the college. Answers with how many. */
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    public int rehang(@Nullable Collection<Long> ids) {
        var own = Scope.current().institutionId();
        return Objects.requireNonNull(transaction.execute(status -> {
            repository.hold(
                    repository.listHanging(own, ids).stream().map(Hanging::id).toList());
            var moved = onceEach(repository.listHanging(own, ids));
            if (moved.isEmpty()) {
                throw new Refusal(
                        "Không có liên kết nào chuyển được: chọn ít nhất một dòng có mục thay thế cùng bậc. Dòng không có mục thay thế: bản đang soạn thì mở chuẩn để gắn lại, bản đã ban hành thì lập bản mới rồi gắn lại ở đó.");
            }
            repository.rehang(moved.stream().map(Hanging::id).toList());
            refresh(moved.stream().map(Hanging::versionId).distinct().toList());
            acts.record(
                    ActKind.PROGRAMME_REHUNG,
                    moved.stream()
                            .map(it -> new Acts.Told(
                                    new Subject("programme", it.programmeId(), it.institutionId()),
                                    "Chuẩn %s: %s %s %s sang %s"
                                            .formatted(
                                                    it.outcomeCode(),
                                                    it.frameworkCode(),
                                                    it.frameworkVersion(),
                                                    it.itemCode(),
                                                    it.successorCode()),
                                    null))
                            .toList());
            return moved.size();
        }));
    }
}
