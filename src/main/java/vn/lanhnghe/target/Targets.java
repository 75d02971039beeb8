package vn.lanhnghe.target;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.indicator.Indicators;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.ui.Vi;

/** The city's targets and where each stands, as far as the reader's scope reaches. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAuthority('TARGET_VIEW')")
public class Targets {

    /** A target with its standing against both milestones. */
    public record Line(Target target, Standing near, Standing far) {}

    private final TargetRepository repository;
    private final Indicators indicators;

    Targets(TargetRepository repository, Indicators indicators) {
        this.repository = repository;
        this.indicators = indicators;
    }

    public List<Line> list(LocalDate asAt) {
        var rule = repository.getRule(asAt);
        return repository.list().stream()
                .map(it -> new Line(it, standing(it, it.near(), asAt, rule), standing(it, it.far(), asAt, rule)))
                .toList();
    }

    public Target get(String code) {
        return repository
                .find(code)
                .orElseThrow(() -> new NotFound("Không có chỉ tiêu mang mã này. Các chỉ tiêu có mã từ CT01 đến CT09."));
    }

    public Standing getStanding(Target target, int year, LocalDate asAt) {
        return standing(target, target.milestone(year), asAt, repository.getRule(asAt));
    }

    public StatusRule getRule(LocalDate asAt) {
        return repository.getRule(asAt);
    }

    /** The day a target is asked for; before its formula began there is nothing to compute. */
    public AsAt read(@Nullable String day, String code) {
        var today = LocalDate.now(Clock.system(Vi.ZONE));
        return AsAt.of(day, indicators.findFirstDay(code).orElse(today), today);
    }

    private Standing standing(Target target, Milestone milestone, LocalDate asAt, StatusRule rule) {
        var figure = target.lacking() == null ? indicators.compute(target.code(), milestone.year(), asAt) : null;
        return new Standing(milestone, figure, Status.of(figure, milestone, rule.atRiskFrom()));
    }
}
