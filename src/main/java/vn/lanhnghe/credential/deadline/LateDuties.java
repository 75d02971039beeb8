package vn.lanhnghe.credential.deadline;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.ui.Duties;
import vn.lanhnghe.ui.Duty;
import vn.lanhnghe.ui.Reader;
import vn.lanhnghe.ui.Vi;

/** What is late, as rows of “Việc hôm nay”: for the desk what nobody collected in time, for the department the colleges that are late. */
@Component
class LateDuties implements Duties {

    private final Deadlines deadlines;

    LateDuties(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public String authority() {
        return "CREDENTIAL_VIEW";
    }

    @Override
    public List<Duty> list() {
        var city = Scope.current().reach() == Scope.Reach.CITY;
        if (!city && !Reader.may("CREDENTIAL_HAND")) {
            return List.of();
        }
        var late = deadlines.listLate();
        if (late.isEmpty()) {
            return List.of();
        }
        var duties = new ArrayList<Duty>();
        if (city) {
            duties.add(new Duty(
                    "%s cơ sở quá hạn cấp hoặc trao văn bằng"
                            .formatted(Vi.count(late.stream()
                                    .map(Overdue::institutionId)
                                    .distinct()
                                    .count())),
                    "%s văn bằng, theo %s"
                            .formatted(count(late), late.getFirst().clause()),
                    late.getFirst().dueOn(),
                    "Xem",
                    "/deadlines"));
            return duties;
        }
        var handing =
                late.stream().filter(it -> it.step() == Term.Step.HAND_OVER).toList();
        if (!handing.isEmpty()) {
            duties.add(new Duty(
                    "%s văn bằng quá hạn trao".formatted(count(handing)),
                    "Mời người học đến nhận, theo %s"
                            .formatted(handing.getFirst().clause()),
                    handing.getFirst().dueOn(),
                    "Xem danh sách",
                    "/handovers/uncollected"));
        }
        return duties;
    }

    private static String count(List<Overdue> late) {
        return Vi.count(late.stream().mapToLong(Overdue::diplomas).sum());
    }
}
