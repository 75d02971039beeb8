package vn.lanhnghe.target;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.indicator.formula.Formula.Family;
import vn.lanhnghe.indicator.formula.Formulas;
import vn.lanhnghe.indicator.formula.Result;
import vn.lanhnghe.indicator.formula.Share;
import vn.lanhnghe.shared.NotFound;

/** One institution on one page: what it brings to each target of the plan, and where it stands by the standard. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAuthority('TARGET_VIEW')")
public class Scorecards {

    /** A target at an institution; {@code share} is null where it is not counted, {@code lacks} what it still has to do. */
    public record Line(
            Target target,
            Milestone milestone,
            Result figure,
            @Nullable Share share,
            List<Gap.Lack> lacks) {

        public boolean met() {
            return share != null && lacks.stream().allMatch(it -> it.amount() != null && it.amount() == 0);
        }
    }

    /** An indicator of the standard at an institution. */
    public record Measure(Result result, @Nullable Share share) {}

    public record Card(Share.Place place, List<Line> lines, List<Measure> measures) {}

    private final Targets targets;
    private final Formulas formulas;

    Scorecards(Targets targets, Formulas formulas) {
        this.targets = targets;
        this.formulas = formulas;
    }

    public Card get(long institution, LocalDate asAt) {
        var measures = formulas.list(asAt).stream()
                .filter(it -> it.formula().family() == Family.STANDARD)
                .map(it -> new Measure(it, share(it, institution)))
                .toList();
        var lines = targets.list(asAt).stream()
                .filter(it -> it.far().figure() != null)
                .map(it -> line(it, institution, asAt))
                .toList();
        var place = measures.stream()
                .flatMap(it ->
                        java.util.stream.Stream.concat(it.result().shares().stream(), it.result().excluded().stream()))
                .map(Share::place)
                .filter(it -> it.id() == institution)
                .findFirst()
                .orElseThrow(() -> new NotFound("Không có cơ sở này trong phạm vi bạn được xem."));
        return new Card(place, lines, measures);
    }

    private Line line(Targets.Line line, long institution, LocalDate asAt) {
        var figure = java.util.Objects.requireNonNull(line.far().figure());
        var share = share(figure, institution);
        return new Line(
                line.target(),
                line.far().milestone(),
                figure,
                share,
                share == null
                        ? List.of()
                        : Gap.effort(
                                        figure.formula(),
                                        share,
                                        line.far().milestone(),
                                        formulas.demanded(figure.formula(), asAt),
                                        null)
                                .lacks());
    }

    private static @Nullable Share share(Result result, long institution) {
        return result.shares().stream()
                .filter(it -> it.place().id() == institution)
                .findFirst()
                .orElse(null);
    }
}
