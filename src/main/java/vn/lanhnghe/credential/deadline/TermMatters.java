package vn.lanhnghe.credential.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.credential.DiplomaMatters;
import vn.lanhnghe.ui.Vi;

/** Until when a diploma is to be issued and handed over, and when it was. */
@Component
class TermMatters implements DiplomaMatters {

    private final Deadlines deadlines;
    private final Clock clock;

    TermMatters(Deadlines deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public List<Matter> listMatters(Diploma diploma) {
        return deadlines.terms(diploma.id()).stream()
                .map(it -> new Matter(
                        it.step() == Term.Step.ISSUE ? "Hạn cấp" : "Hạn trao",
                        "%s (%s, %s)".formatted(Vi.day(it.dueOn()), it.length(), it.clause()),
                        told(it),
                        ""))
                .toList();
    }

    private String told(Term term) {
        var end = Objects.requireNonNullElse(term.doneOn(), LocalDate.now(clock));
        var late = end.toEpochDay() - term.dueOn().toEpochDay();
        return (term.doneOn() == null ? "chưa xong" : "xong ngày " + Vi.day(term.doneOn()))
                + (late > 0
                        ? ", trễ %s ngày".formatted(Vi.count(late))
                        : term.doneOn() == null ? ", còn %s ngày".formatted(Vi.count(-late)) : ", đúng hạn");
    }
}
