package vn.lanhnghe.person.training;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lanhnghe.person.training.OwnRepository.Seat;
import vn.lanhnghe.ui.Duties;
import vn.lanhnghe.ui.Duty;
import vn.lanhnghe.ui.Vi;

/** To a teacher what came of their classes, and what they are asked for: data to confirm, a survey to answer, a certificate to take. */
@Component
class OwnTrainingDuties implements Duties {

    /** Days in which something is still news. */
    private static final int NEWS = 30;

    /** Days after which a seat in a class that began is no news any more. */
    private static final int BEGUN = 7;

    private static final String MINE = "/trainings/mine";

    private final OwnTrainings own;
    private final Clock clock;

    OwnTrainingDuties(OwnTrainings own, Clock clock) {
        this.own = own;
        this.clock = clock;
    }

    @Override
    public String authority() {
        return "PERSON_SELF";
    }

    @Override
    public List<Duty> list() {
        var today = LocalDate.now(clock);
        return own.me().stream()
                .flatMap(me -> own.listSeats(me).stream())
                .flatMap(seat -> of(seat, today))
                .toList();
    }

    static Stream<Duty> of(Seat it, LocalDate today) {
        var days = "%s, từ %s đến %s".formatted(it.course(), Vi.day(it.startsOn()), Vi.day(it.endsOn()));
        var address = "/trainings/classes/" + it.classId();
        if (it.classState() == TrainingClass.State.CANCELLED) {
            return recent(it.closedAt(), today)
                    ? Stream.of(new Duty("Lớp %s bị huỷ".formatted(it.name()), it.reason(), null, "Xem lớp", address))
                    : Stream.empty();
        }
        if (it.revoked()) {
            return recent(it.revokedAt(), today)
                    ? Stream.of(new Duty(
                            "Chứng nhận lớp %s bị thu hồi".formatted(it.name()),
                            "Lý do: %s. Khoá này không còn được tính".formatted(it.revokedFor()),
                            null,
                            "Xem chứng nhận",
                            "/trainings/certificates/" + it.certificateId()))
                    : Stream.empty();
        }
        if (it.learning() && !it.over()) {
            var known = day(it.enrolledAt());
            var last = (known.isAfter(it.startsOn()) ? known : it.startsOn()).plusDays(BEGUN);
            return today.isAfter(last)
                    ? Stream.empty()
                    : Stream.of(new Duty("Bạn có tên trong lớp " + it.name(), days, null, "Xem lớp", address));
        }
        if (!it.seated()) {
            return Stream.empty();
        }
        var news = Stream.<Duty>builder();
        if (it.state() == Member.State.FAILED && recent(it.closedAt(), today)) {
            news.add(new Duty("Lớp %s: chưa đạt".formatted(it.name()), it.reason(), null, "Xem lớp", address));
        }
        if (it.state() == Member.State.COMPLETED && it.certificateId() == null && recent(it.closedAt(), today)) {
            news.add(
                    it.confirmedAt() == null
                            ? new Duty(
                                    "Bạn hoàn thành lớp %s: xác nhận họ tên, ngày sinh".formatted(it.name()),
                                    "Chứng nhận được cấp sau khi bạn xác nhận",
                                    null,
                                    "Xác nhận",
                                    MINE)
                            : new Duty(
                                    "Bạn hoàn thành lớp " + it.name(),
                                    "Chứng nhận đang chờ ký",
                                    null,
                                    "Xem lớp",
                                    address));
        }
        if (it.asked() && !today.isAfter(it.endsOn().plusDays(NEWS))) {
            news.add(new Duty(
                    "Trả lời khảo sát lớp " + it.name(),
                    "Một phút, không ghi tên; trả lời rồi tải được chứng nhận",
                    null,
                    "Trả lời",
                    MINE + "/classes/" + it.enrolmentId() + "/feedback"));
        }
        var issued = it.issuedOn();
        if (it.answeredOn() != null && issued != null && !today.isAfter(issued.plusDays(NEWS))) {
            news.add(new Duty(
                    "Chứng nhận lớp %s đã sẵn sàng".formatted(it.name()),
                    it.course(),
                    null,
                    "Xem, tải",
                    "/trainings/certificates/" + it.certificateId()));
        }
        return news.build();
    }

    private static boolean recent(@Nullable OffsetDateTime at, LocalDate today) {
        return at != null && !today.isAfter(day(at).plusDays(NEWS));
    }

    private static LocalDate day(OffsetDateTime at) {
        return at.atZoneSameInstant(Vi.ZONE).toLocalDate();
    }
}
