package vn.lanhnghe.target.task;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.ui.Duties;
import vn.lanhnghe.ui.Duty;
import vn.lanhnghe.ui.Reader;

/** To the lead what is soon due or overdue; to the department what waits for its word; to the leader what is overdue for long. */
@Component
class TaskDuties implements Duties {

    private final Tasks tasks;
    private final Clock clock;

    TaskDuties(Tasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public String authority() {
        return "TASK_VIEW";
    }

    @Override
    public List<Duty> list() {
        var today = LocalDate.now(clock);
        var rule = tasks.rule();
        var scope = Scope.current();
        var leader = !Reader.may("TASK_MANAGE") && scope.reach() == Scope.Reach.CITY;
        return tasks.listOpen().stream()
                .filter(it -> {
                    if (leader) {
                        return it.dueOn().plusDays(rule.escalateDays()).isBefore(today);
                    }
                    return scope.reach() == Scope.Reach.CITY
                            ? it.waiting() || it.percent() == 100 || it.leadId() == null && due(it, today, rule)
                            : Objects.equals(it.leadId(), scope.institutionId())
                                    && it.percent() < 100
                                    && due(it, today, rule);
                })
                .map(it -> new Duty(
                        it.title(),
                        "%s, %s, %d %%%s"
                                .formatted(
                                        it.lead(),
                                        it.on(today, rule).label(),
                                        it.percent(),
                                        it.waiting() ? ", xin gia hạn" : ""),
                        it.until(),
                        it.waiting() ? "Trả lời" : it.percent() == 100 ? "Xem và đóng" : "Báo cáo",
                        "/tasks/" + it.id()))
                .toList();
    }

    private static boolean due(Task it, LocalDate today, Task.Rule rule) {
        return it.on(today, rule) != Task.Standing.OPEN;
    }
}
