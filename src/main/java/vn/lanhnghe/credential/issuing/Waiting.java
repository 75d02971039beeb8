package vn.lanhnghe.credential.issuing;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import vn.lanhnghe.credential.deadline.Deadlines;
import vn.lanhnghe.ui.Duties;
import vn.lanhnghe.ui.Duty;
import vn.lanhnghe.ui.Vi;

/** The decisions with diplomas that wait for a step, as rows of “Việc hôm nay” for whoever may take it. */
@Component
class Waiting implements Duties {

    private final DecisionRepository decisions;
    private final Deadlines deadlines;

    Waiting(DecisionRepository decisions, Deadlines deadlines) {
        this.decisions = decisions;
        this.deadlines = deadlines;
    }

    @Override
    public String authority() {
        return "CREDENTIAL_VIEW";
    }

    @Override
    public List<Duty> list() {
        var mine = decisions.listOpen().stream().filter(it -> mine(it.next())).toList();
        var due = deadlines.due(mine.stream().map(Decision::id).toList());
        return mine.stream()
                .map(it -> {
                    var step = Objects.requireNonNull(it.next());
                    return new Duty(
                            "%s %s văn bằng".formatted(step.label(), Vi.count(it.waiting(step))),
                            "Quyết định %s ngày %s, do %s lập"
                                    .formatted(it.number(), Vi.day(it.decidedOn()), it.preparedByName()),
                            due.get(it.id()),
                            "Xem và làm",
                            "/decisions/" + it.id());
                })
                .toList();
    }

    private static boolean mine(@Nullable Step step) {
        var reader = SecurityContextHolder.getContext().getAuthentication();
        return step != null
                && reader != null
                && reader.getAuthorities().stream()
                        .anyMatch(it -> step.authority().equals(it.getAuthority()));
    }
}
