package vn.lanhnghe.target;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.indicator.AsAt;
import vn.lanhnghe.indicator.formula.Formulas;
import vn.lanhnghe.indicator.formula.Freezing;
import vn.lanhnghe.indicator.formula.Frozen;
import vn.lanhnghe.indicator.formula.Result;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.ui.Reader;
import vn.lanhnghe.ui.Vi;

/** The city's targets and where each stands, as far as the reader's scope reaches. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAuthority('TARGET_VIEW')")
public class Targets {

    /** A target with its standing against both milestones. */
    public record Line(Target target, Standing near, Standing far) {}

    /** A milestone that was off track at the end of two months running and of which nothing has been said. */
    public record Unexplained(Target target, Milestone milestone, LocalDate month, Frozen last, Frozen before) {}

    private final TargetRepository repository;
    private final Formulas formulas;
    private final Freezing freezing;

    Targets(TargetRepository repository, Formulas formulas, Freezing freezing) {
        this.repository = repository;
        this.formulas = formulas;
        this.freezing = freezing;
    }

    public List<Line> list(LocalDate asAt) {
        var targets = repository.list(asAt);
        var beside = beside(
                asAt,
                targets.stream().flatMap(it -> Stream.of(it.near(), it.far())).toList());
        return targets.stream()
                .map(it -> new Line(it, standing(it, it.near(), asAt, beside), standing(it, it.far(), asAt, beside)))
                .toList();
    }

    /** A target as it stood on a day. */
    public Target get(String code, LocalDate asAt) {
        return repository
                .find(code, asAt)
                .orElseThrow(() -> new NotFound("Không có chỉ tiêu mang mã này. Các chỉ tiêu có mã từ CT01 đến CT09."));
    }

    public Standing getStanding(Target target, int year, LocalDate asAt) {
        var milestone = target.milestone(year);
        return standing(target, milestone, asAt, beside(asAt, List.of(milestone)));
    }

    public StatusRule getRule(LocalDate asAt) {
        return repository.getRule(asAt);
    }

    /** Every rule of status there is or has been, the last first. */
    public List<StatusRule> listRules() {
        return repository.listRules();
    }

    /** The day a target is asked for; before the plan there is nothing to compute. */
    public AsAt read(@Nullable String day) {
        var today = LocalDate.now(Clock.system(Vi.ZONE));
        return AsAt.of(day, repository.list(today).getFirst().near().startOn(), today);
    }

    /** What can be done on the platform about those who are missing, for readers who may do it. */
    public Optional<Remedy> findRemedy(Milestone milestone) {
        return Optional.ofNullable(milestone.formulaCode())
                .flatMap(repository::findRemedy)
                .filter(it -> Reader.may(it.authority()));
    }

    public List<Revision> listRevisions(String code) {
        return repository.listRevisions(code);
    }

    public List<Explanation> listExplanations(String code) {
        return repository.listExplanations(code);
    }

    public List<Proof> listProofs(String code) {
        return repository.listProofs(code, null);
    }

    /** Milestones still ahead that were off track at the ends of the last two months that are closed, without a word about it. */
    public List<Unexplained> listUnexplained(LocalDate today) {
        var unexplained = new ArrayList<Unexplained>();
        var published = freezing.listAll();
        var explained = repository.listExplained();
        for (var target : repository.list(today)) {
            var milestone = target.far();
            if (milestone.formulaCode() == null) {
                continue;
            }
            var months = published.getOrDefault(milestone.formulaCode(), List.of());
            if (months.size() < 2) {
                continue;
            }
            var last = months.getLast();
            var before = months.get(months.size() - 2);
            if (offTrack(milestone, last)
                    && offTrack(milestone, before)
                    && repository.listExplanations(target.code()).stream()
                            .noneMatch(it ->
                                    it.year() == milestone.year() && it.month().equals(last.asAt()))) {
                unexplained.add(new Unexplained(target, milestone, last.asAt(), last, before));
            }
        }
        return unexplained;
    }

    private boolean offTrack(Milestone milestone, Frozen month) {
        var rule = repository.getRule(month.asAt());
        return Status.of(month.amounts(), milestone, month.asAt(), rule.atRiskFrom())
                .offTrack();
    }

    /** What is read once for all targets: the rule, the figures, the published months, the evidence as it stood. */
    private record Beside(
            StatusRule rule,
            Map<String, Result> figures,
            Map<String, List<Frozen>> published,
            Map<String, Proof> proofs) {}

    private Beside beside(LocalDate asAt, List<Milestone> milestones) {
        var codes = milestones.stream()
                .map(Milestone::formulaCode)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new Beside(
                repository.getRule(asAt), formulas.compute(codes, asAt), freezing.listAll(), repository.proofs(asAt));
    }

    private Standing standing(Target target, Milestone milestone, LocalDate asAt, Beside beside) {
        if (target.byEvidence()) {
            var proof = beside.proofs().get(target.code() + milestone.year());
            var reached = proof != null && Boolean.TRUE.equals(proof.accepted());
            return new Standing(
                    milestone,
                    null,
                    reached ? Status.MET : asAt.isAfter(milestone.end()) ? Status.LATE : Status.NO_DATA,
                    null,
                    null,
                    proof);
        }
        var code = milestone.formulaCode();
        var figure = code == null ? null : beside.figures().get(code);
        var known = figure != null && figure.covered() > 0;
        return new Standing(
                milestone,
                figure,
                Status.of(
                        known ? Objects.requireNonNull(figure).amounts() : null,
                        milestone,
                        asAt,
                        beside.rule().atRiskFrom()),
                milestone.expected(asAt),
                code == null
                        ? null
                        : beside.published().getOrDefault(code, List.of()).stream()
                                .filter(it -> it.asAt().equals(milestone.end())
                                        && !it.asAt().isAfter(asAt))
                                .findFirst()
                                .orElse(null),
                null);
    }
}
