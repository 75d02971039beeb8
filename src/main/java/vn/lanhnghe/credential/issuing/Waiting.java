package vn.lanhnghe.credential.issuing;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import vn.lanhnghe.ui.Duties;
import vn.lanhnghe.ui.Duty;
import vn.lanhnghe.ui.Vi;

/** The decisions with diplomas that wait for a step, as rows of “Việc hôm nay” for whoever may take it. */
@Component
class Waiting implements Duties {

    private final DecisionRepository decisions;

    Waiting(DecisionRepository decisions) {
        this.decisions = decisions;
    }

    @Override
    public String authority() {
        return "CREDENTIAL_VIEW";
    }

    @Override
    public List<Duty> list() {
        return decisions.listOpen().stream()
                .filter(it -> mine(it.next()))
                .map(it -> {
                    var step = Objects.requireNonNull(it.next());
                    return new Duty(
                            "%s %s văn bằng".formatted(step.label(), Vi.count(it.waiting(step))),
                            "Quyết định %s ngày %s, do %s lập"
                                    .formatted(it.number(), Vi.day(it.decidedOn()), it.preparedByName()),
                            null,
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
