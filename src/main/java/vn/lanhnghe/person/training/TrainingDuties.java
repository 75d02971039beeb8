package vn.lanhnghe.person.training;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.person.People;
import vn.lanhnghe.ui.Duties;
import vn.lanhnghe.ui.Duty;
import vn.lanhnghe.ui.Reader;
import vn.lanhnghe.ui.Vi;

/** To teachers what came back of what they declared; to who runs classes those that ended; to schools what waits for their word and who is missing; to the department its sample. */
@Component
class TrainingDuties implements Duties {

    /** Months after its day in which a word of the department is still to be heard. */
    private static final int SPENT = 3;

    private final TrainingRepository trainings;
    private final TrainingEnrolmentRepository enrolments;
    private final ElsewhereRepository items;
    private final LackRepository lacks;
    private final TrainingReminderRepository reminders;
    private final People people;
    private final Clock clock;

    TrainingDuties(
            TrainingRepository trainings,
            TrainingEnrolmentRepository enrolments,
            ElsewhereRepository items,
            LackRepository lacks,
            TrainingReminderRepository reminders,
            People people,
            Clock clock) {
        this.trainings = trainings;
        this.enrolments = enrolments;
        this.items = items;
        this.lacks = lacks;
        this.reminders = reminders;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public String authority() {
        return "TRAINING_VIEW";
    }

    /** Each word of the department is a row of its own, so that it comes up as new. */
    private static Duty lacking(LackRepository.Missing it, @Nullable TrainingReminder told) {
        var about = "%s nhà giáo, cán bộ quản lý của trường".formatted(Vi.count(it.people()));
        return new Duty(
                told == null
                        ? "Còn thiếu bồi dưỡng: " + it.label()
                        : "Sở nhắc ngày %s, còn thiếu bồi dưỡng: %s".formatted(Vi.day(told.sentOn()), it.label()),
                told == null ? about : "%s. %s".formatted(about, told.told()),
                told == null ? null : told.dueOn(),
                "Xem danh sách",
                "/trainings/missing?kind=" + it.kind());
    }

    /** What came back of what somebody declared themselves, until they open it. */
    private List<Duty> answered(long me) {
        return Scope.current().raised().get(() -> items.listAnswered(me)).stream()
                .map(it -> new Duty(
                        "%s “%s”"
                                .formatted(
                                        it.state() == Elsewhere.State.RETURNED
                                                ? "Trường trả lại khoá bạn khai"
                                                : "Sở không chấp nhận khoá bạn khai",
                                        it.title()),
                        "vì: " + Objects.requireNonNullElse(it.reason(), "không ghi lý do"),
                        null,
                        "Xem",
                        "/trainings/elsewhere/" + it.id()))
                .toList();
    }

    @Override
    public List<Duty> list() {
        var duties = new ArrayList<Duty>();
        var today = LocalDate.now(clock);
        var own = Scope.current().institutionId();
        if (Reader.may("PERSON_SELF")) {
            people.mine().ifPresent(me -> duties.addAll(answered(me.id())));
        }
        if (Reader.may("TRAINING_RUN")) {
            trainings
                    .listEnded(Runs.provider(), today)
                    .forEach(it -> duties.add(new Duty(
                            "Chốt kết quả lớp " + it.name(),
                            "%s, %s người; lớp kết thúc %s"
                                    .formatted(it.courseTitle(), Vi.count(it.enrolled()), Vi.day(it.endsOn())),
                            null,
                            "Xem kết quả",
                            "/trainings/classes/" + it.id() + "/closing")));
        }
        if (TrainingCertificates.signs(Runs.provider())) {
            trainings
                    .listUnsigned(Runs.provider())
                    .forEach(it -> duties.add(new Duty(
                            "Ký chứng nhận bồi dưỡng lớp " + it.name(),
                            "%s người đủ điều kiện, chờ bạn ký".formatted(Vi.count(it.people())),
                            null,
                            "Xem, ký",
                            "/trainings/classes/" + it.classId() + "#certificates")));
        }
        if (own != null && Reader.may("TRAINING_CONFIRM")) {
            var declared = items.count("DECLARED", own);
            if (declared > 0) {
                duties.add(new Duty(
                        "Xác nhận bồi dưỡng ở nơi khác",
                        "%s mục nhà giáo đã khai".formatted(Vi.count(declared)),
                        null,
                        "Xác nhận",
                        "/trainings/elsewhere?state=DECLARED"));
            }
            var asked = enrolments.countAsked(own);
            if (asked > 0) {
                duties.add(new Duty(
                        "Trả lời người xin học bồi dưỡng",
                        "%s người".formatted(Vi.count(asked)),
                        null,
                        "Trả lời",
                        "/trainings/asked"));
            }
            var told = reminders.listOf(own, today.minusMonths(SPENT)).stream()
                    .collect(Collectors.toMap(TrainingReminder::kind, it -> it));
            lacks.listMissing(own, today).forEach(it -> duties.add(lacking(it, told.get(it.kind()))));
        }
        if (Reader.may("TRAINING_REVIEW")) {
            var pool = items.countPool();
            if (pool > 0) {
                duties.add(new Duty(
                        "Rút mẫu rà soát bồi dưỡng ở nơi khác",
                        "%s mục trường đã xác nhận, chưa qua mẫu nào".formatted(Vi.count(pool)),
                        null,
                        "Rút mẫu",
                        "/trainings/samples"));
            }
            items.listSamples().stream()
                    .filter(it -> it.open() > 0)
                    .forEach(it -> duties.add(new Duty(
                            "Rà soát mẫu bồi dưỡng số " + it.id(),
                            "%s mục chưa xem trong %s".formatted(Vi.count(it.open()), Vi.count(it.size())),
                            null,
                            "Rà soát",
                            "/trainings/samples/" + it.id())));
        }
        return duties;
    }
}
