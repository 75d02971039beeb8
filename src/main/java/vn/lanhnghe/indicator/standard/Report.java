package vn.lanhnghe.indicator.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.indicator.standard.Assessment.Verdict;

/** A whole report: conditions, indicators, what was said of each, and what follows. {@code figures} are the indicators and all that shows how far conditions are met. */
public record Report(
        Assessment assessment, List<Requirement> requirements, List<Measure> figures, Map<String, Line> lines) {

    /** The standard's own indicators. */
    public List<Measure> measures() {
        return figures.stream().filter(Measure::asks).toList();
    }

    /** What the records say of a requirement. */
    public List<Measure> figures(Requirement requirement) {
        return figures.stream()
                .filter(it -> requirement.figures().contains(it.code()))
                .toList();
    }

    public @Nullable Line line(String code) {
        return lines.get(code);
    }

    /** Whether something is met: by the records where they tell it, else by what the college says; null while nothing is said. */
    public @Nullable Boolean met(Measure measure) {
        if (measure.met() != null) {
            return measure.met();
        }
        var line = lines.get(measure.code());
        return line == null ? null : line.verdict() != Line.Verdict.NOT_MET;
    }

    public @Nullable Boolean met(Requirement requirement) {
        var line = lines.get(requirement.code());
        return line == null ? null : line.verdict() != Line.Verdict.NOT_MET;
    }

    /** Codes of which nothing has been said yet. */
    public List<String> missing() {
        var missing = new ArrayList<String>();
        requirements.stream().filter(it -> met(it) == null).forEach(it -> missing.add(it.code()));
        measures().stream().filter(it -> met(it) == null).forEach(it -> missing.add(it.code()));
        return missing;
    }

    /** Requirements that are met without a paper to show for it. */
    public List<String> unproven() {
        return requirements.stream()
                .filter(it -> {
                    var line = lines.get(it.code());
                    return line != null && line.verdict() == Line.Verdict.MET && line.evidence() == null;
                })
                .map(Requirement::code)
                .toList();
    }

    /** Codes that are not met. */
    public List<String> failed() {
        var failed = new ArrayList<String>();
        requirements.stream().filter(it -> Boolean.FALSE.equals(met(it))).forEach(it -> failed.add(it.code()));
        measures().stream().filter(it -> Boolean.FALSE.equals(met(it))).forEach(it -> failed.add(it.code()));
        return failed;
    }

    /** What follows; null while something is still unsaid and nothing has failed. */
    public @Nullable Verdict verdict() {
        return !failed().isEmpty() ? Verdict.FAILS : missing().isEmpty() ? Verdict.MEETS : null;
    }
}
