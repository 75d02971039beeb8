package vn.lanhnghe.target;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lanhnghe.ui.Duties;
import vn.lanhnghe.ui.Duty;
import vn.lanhnghe.ui.Reader;
import vn.lanhnghe.ui.Vi;

/** To the department: targets that were off track two months running; to the leader: evidence that waits for a second person. */
@Component
class TargetDuties implements Duties {

    private final Targets targets;
    private final Clock clock;

    TargetDuties(Targets targets, Clock clock) {
        this.targets = targets;
        this.clock = clock;
    }

    @Override
    public String authority() {
        return "TARGET_VIEW";
    }

    @Override
    public List<Duty> list() {
        var today = LocalDate.now(clock);
        return Stream.concat(
                        Reader.may("TARGET_MANAGE") ? unexplained(today) : Stream.of(),
                        Reader.may("TARGET_CONFIRM") ? waiting(today) : Stream.of())
                .toList();
    }

    private Stream<Duty> unexplained(LocalDate today) {
        return targets.listUnexplained(today).stream()
                .map(it -> new Duty(
                        "Giải trình %s: %s"
                                .formatted(it.target().code(), it.target().name()),
                        "Chậm hai tháng liền, đến %s, so với tiến độ của mốc %d"
                                .formatted(Vi.day(it.month()), it.milestone().year()),
                        it.month().plusMonths(1),
                        "Giải trình",
                        "/targets/%s?year=%d#explanation"
                                .formatted(it.target().code(), it.milestone().year())));
    }

    private Stream<Duty> waiting(LocalDate today) {
        return targets.list(today).stream()
                .flatMap(it -> Stream.of(it.near(), it.far())
                        .filter(standing ->
                                standing.proof() != null && standing.proof().accepted() == null)
                        .map(standing -> new Duty(
                                "Minh chứng %s, mốc %d"
                                        .formatted(
                                                it.target().code(),
                                                standing.milestone().year()),
                                standing.proof().broughtByName() + " gửi: "
                                        + standing.proof().words(),
                                null,
                                "Xem và xác nhận",
                                "/targets/%s?year=%d#proof"
                                        .formatted(
                                                it.target().code(),
                                                standing.milestone().year()))));
    }
}
