package vn.lanhnghe.target;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.indicator.formula.Formulas;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Vi;

/** What is missing to a milestone, by institution, and the department's word to those that can close it. */
@Service
@Transactional
public class Reminders {

    private static final int LONGEST_NOTE = 300;

    private final ReminderRepository reminders;
    private final Targets targets;
    private final Formulas formulas;
    private final Acts acts;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Reminders(
            ReminderRepository reminders,
            Targets targets,
            Formulas formulas,
            Acts acts,
            Clock clock,
            TransactionTemplate transaction) {
        this.reminders = reminders;
        this.targets = targets;
        this.formulas = formulas;
        this.acts = acts;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** The gap to a milestone as at a day; empty where there is no formula or the milestone is reached. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAuthority('TARGET_VIEW')")
    public Optional<Gap> gap(String code, int year, LocalDate asAt) {
        var standing = targets.getStanding(targets.get(code, asAt), year, asAt);
        var figure = standing.figure();
        if (figure == null || Gap.needed(figure.amounts(), standing.milestone()) == 0) {
            return Optional.empty();
        }
        var behind = Gap.behind(figure, standing.milestone());
        return Optional.of(Gap.of(
                figure,
                standing.milestone(),
                formulas.demanded(figure.formula(), asAt),
                reminders.list(
                        code, year, behind.stream().map(it -> it.place().id()).toList())));
    }

    /** Asks institutions that have not met a target to do so by a day; answers with how many were asked. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    @PreAuthorize("hasAuthority('TARGET_REMIND')")
    public int remind(String code, int year, Collection<Long> institutions, @Nullable LocalDate dueOn, String note) {
        var today = LocalDate.now(clock);
        if (institutions.isEmpty()) {
            throw new Refusal("Chọn ít nhất một cơ sở để nhắc.");
        }
        if (dueOn == null || !dueOn.isAfter(today) || dueOn.isAfter(today.plusYears(1))) {
            throw new Refusal("Hạn phải là một ngày sau hôm nay, trong vòng một năm; ví dụ %s."
                    .formatted(Vi.day(today.plusDays(30))));
        }
        var tidy = Vietnamese.tidy(note);
        if (tidy.length() > LONGEST_NOTE) {
            throw new Refusal("Lời nhắn dài %d ký tự; tối đa %d.".formatted(tidy.length(), LONGEST_NOTE));
        }
        var standing = targets.getStanding(targets.get(code, today), year, today);
        var figure = standing.figure();
        if (figure == null) {
            throw new Refusal("Chỉ tiêu %s chưa tính được, nên chưa biết nhắc ai.".formatted(code));
        }
        var open = Gap.behind(figure, standing.milestone()).stream()
                .map(it -> it.place().id())
                .filter(institutions::contains)
                .toList();
        if (open.isEmpty()) {
            throw new Refusal("Các cơ sở đã chọn đều đã đạt hoặc không thuộc phạm vi của mốc này.");
        }
        var summary = "Nhắc chỉ tiêu %s, mốc %d, hạn %s".formatted(code, year, Vi.day(dueOn));
        Scope.current()
                .raised()
                .run(() -> transaction.executeWithoutResult(status -> {
                    reminders.insert(
                            code, year, open, dueOn, tidy, Scope.current().actor());
                    acts.record(
                            ActKind.TARGET_REMINDED,
                            open.stream()
                                    .map(it -> new Acts.Told(
                                            new Subject("institution", it, it), summary, tidy.isEmpty() ? null : tidy))
                                    .toList());
                }));
        return open.size();
    }

    /** What the college in scope was asked for and has not done by today's figures. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAuthority('TARGET_VIEW')")
    public List<Open> listOpen() {
        var own = Scope.current().institutionId();
        if (own == null) {
            return List.of();
        }
        var today = LocalDate.now(clock);
        return reminders.listOf(own).stream()
                .map(it -> open(it, own, today))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable Open open(Reminder reminder, long own, LocalDate today) {
        var target = targets.get(reminder.targetCode(), today);
        var standing = targets.getStanding(target, reminder.milestone(), today);
        var figure = standing.figure();
        if (figure == null) {
            return null;
        }
        return Gap.behind(figure, standing.milestone()).stream()
                .filter(it -> it.place().id() == own)
                .findFirst()
                .map(it -> new Open(
                        target,
                        figure.formula().code(),
                        reminder,
                        Gap.effort(
                                figure.formula(),
                                it,
                                standing.milestone(),
                                formulas.demanded(figure.formula(), today),
                                reminder)))
                .orElse(null);
    }

    /** A target that a college was asked to meet, and what it lacks. */
    public record Open(Target target, String formula, Reminder reminder, Gap.Effort effort) {}
}
