package vn.lanhnghe.target;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lanhnghe.ui.Duties;
import vn.lanhnghe.ui.Duty;
import vn.lanhnghe.ui.Vi;

/** What the department asked of a college for a target, until the college's own records say that it is done. */
@Component
class ReminderDuties implements Duties {

    private final Reminders reminders;

    ReminderDuties(Reminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public String authority() {
        return "TARGET_ROWS";
    }

    @Override
    public List<Duty> list() {
        return reminders.listOpen().stream()
                .map(it -> new Duty(
                        "%s: %s".formatted(it.target().code(), it.target().name()),
                        "%s%s nhắc ngày %s%s"
                                .formatted(
                                        lacking(it.effort()),
                                        it.reminder().sentByName(),
                                        Vi.day(it.reminder()
                                                .sentAt()
                                                .atZoneSameInstant(Vi.ZONE)
                                                .toLocalDate()),
                                        it.reminder().note().isEmpty()
                                                ? ""
                                                : ": " + it.reminder().note()),
                        it.reminder().dueOn(),
                        "Xem còn thiếu ai",
                        "/indicators/%s/institutions/%d"
                                .formatted(it.formula(), it.reminder().institutionId())))
                .toList();
    }

    private static String lacking(Gap.Effort effort) {
        return effort.begun()
                ? effort.lacks().stream()
                        .filter(it -> it.amount() != null && it.amount() > 0)
                        .map(it -> "còn thiếu %s %s (%s)"
                                .formatted(
                                        Vi.count(it.amount()),
                                        it.unit(),
                                        it.formula().name()))
                        .collect(Collectors.joining("; ", "Để đạt: ", ". "))
                : "Chưa có đủ hồ sơ để tính. ";
    }
}
