package vn.lanhnghe.learning.study;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Vi;

/** Kết quả rèn luyện: written for a class and term, or by a file. */
@Service
@Transactional
@PreAuthorize("hasAuthority('LEARNER_EDIT')")
public class Conducts {

    /** One learner of a class with their conduct, term by term, and what it comes to. */
    public record Line(
            Member member,
            List<Conduct> terms,
            @Nullable BigDecimal overall,
            @Nullable String band,
            ConductRule rule) {

        public @Nullable Conduct of(int year, int term) {
            return terms.stream()
                    .filter(it -> it.year() == year && it.term() == term)
                    .findFirst()
                    .orElse(null);
        }

        public String shown(int year, int term) {
            var conduct = of(year, term);
            return conduct == null
                    ? ""
                    : conduct.total().stripTrailingZeros().toPlainString().replace('.', ',') + " – "
                            + rule.band(conduct.total(), conduct.discipline()).label();
        }
    }

    public record Term(int year, int term) {
        public String label() {
            return "HK%d %d–%d".formatted(term, year, year + 1);
        }
    }

    /** What is written for one learner. */
    public record Entry(
            long enrolmentId,
            @Nullable Long siteId,
            int year,
            int term,
            Map<String, BigDecimal> parts,
            @Nullable String discipline,
            @Nullable String note) {}

    private final ConductRepository conducts;
    private final StudyRepository study;
    private final Acts acts;

    Conducts(ConductRepository conducts, StudyRepository study, Acts acts) {
        this.conducts = conducts;
        this.study = study;
        this.acts = acts;
    }

    /** The learners of a class with their conduct. */
    @PreAuthorize("hasAuthority('LEARNER_VIEW')")
    @Transactional(readOnly = true)
    public List<Line> lines(long classId) {
        var rule = conducts.rule();
        var members = study.listMembers(classId);
        var byLearner = conducts.list(members.stream().map(Member::enrolmentId).toList()).stream()
                .collect(groupingBy(Conduct::enrolmentId));
        return members.stream()
                .map(it -> {
                    var terms = byLearner.getOrDefault(it.enrolmentId(), List.of());
                    var overall = rule.overall(terms);
                    return new Line(
                            it,
                            terms,
                            overall,
                            overall == null ? null : rule.band(overall, null).label(),
                            rule);
                })
                .toList();
    }

    /** Writes a class's conduct for one term by hand; every fault is said at once and nothing is written then. */
    public int write(long classId, int year, int term, List<Entry> entries) {
        var found = study.findClass(classId)
                .filter(it -> Objects.equals(it.institutionId(), Scope.current().institutionId()))
                .orElseThrow(() -> new NotFound("Không có lớp này trong phạm vi của bạn."));
        if (term < 1 || term > 3 || year < 1990 || year > LocalDate.now(Vi.ZONE).getYear() + 1) {
            throw new Refusal("Học kỳ từ 1 đến 3; năm học ghi năm bắt đầu, ví dụ 2026.");
        }
        var members = study.listMembers(classId).stream()
                .collect(java.util.stream.Collectors.toMap(Member::enrolmentId, it -> it));
        var rule = conducts.rule();
        var faults = new ArrayList<String>();
        for (var entry : entries) {
            var member = members.get(entry.enrolmentId());
            if (member == null) {
                throw new NotFound("Người học này không thuộc lớp.");
            }
            rule.parts().stream()
                    .filter(it -> entry.parts()
                                            .getOrDefault(it.code(), BigDecimal.ZERO)
                                            .compareTo(it.most())
                                    > 0
                            || entry.parts()
                                            .getOrDefault(it.code(), BigDecimal.ZERO)
                                            .signum()
                                    < 0)
                    .forEach(it -> faults.add("%s – %s: từ 0 đến %s"
                            .formatted(
                                    member.fullName(),
                                    it.label(),
                                    it.most().stripTrailingZeros().toPlainString())));
        }
        if (!faults.isEmpty()) {
            throw new Refusal("Điểm vượt mức tối đa: "
                    + String.join("; ", faults.stream().limit(10).toList()) + ".");
        }
        conducts.put(entries, null, true);
        acts.record(
                ActKind.CONDUCT_RECORDED,
                "enrolment",
                entries.stream().map(Entry::enrolmentId).toList(),
                found.institutionId(),
                "Rèn luyện học kỳ %d năm học %d–%d".formatted(term, year, year + 1),
                null);
        return entries.size();
    }
}
