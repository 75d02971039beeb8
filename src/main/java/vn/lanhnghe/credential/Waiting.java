package vn.lanhnghe.credential;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lanhnghe.ui.Duties;
import vn.lanhnghe.ui.Duty;
import vn.lanhnghe.ui.Vi;

/** The decisions that wait for a signature, as rows of “Việc hôm nay”. */
@Component
class Waiting implements Duties {

    private final DecisionRepository decisions;

    Waiting(DecisionRepository decisions) {
        this.decisions = decisions;
    }

    @Override
    public String authority() {
        return "CREDENTIAL_SIGN";
    }

    @Override
    public List<Duty> list() {
        return decisions.list().stream()
                .filter(Decision::open)
                .map(it -> new Duty(
                        "Ký %s văn bằng".formatted(Vi.count(it.waiting())),
                        "Quyết định %s ngày %s, do %s lập"
                                .formatted(it.number(), Vi.day(it.decidedOn()), it.preparedByName()),
                        null,
                        "Xem và ký",
                        "/decisions/" + it.id()))
                .toList();
    }
}
