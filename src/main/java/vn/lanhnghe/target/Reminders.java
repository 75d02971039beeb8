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
import vn.lanhnghe.indicator.Choice;
import vn.lanhnghe.indicator.Indicators;
import vn.lanhnghe.indicator.Measured;
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
    private final Indicators indicators;
    private final Acts acts;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Reminders(
            ReminderRepository reminders,
            Targets targets,
            Indicators indicators,
            Acts acts,
            Clock clock,
            TransactionTemplate transaction) {
        this.reminders = reminders;
        this.targets = targets;
        this.indicators = indicators;
        this.acts = acts;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** The gap to a milestone as at a day; empty where there is no formula or the milestone is reached. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAuthority('TARGET_VIEW')")
    public Optional<Gap> gap(String code, int year, LocalDate asAt) {
        var definition = indicators.find(code, year, asAt).orElse(null);
        var standing = targets.getStanding(targets.get(code), year, asAt);
        if (definition == null || standing.figure() == null) {
            return Optional.empty();
        }
        var needed = Gap.needed(standing.figure(), standing.milestone());
        if (needed == 0) {
            return Optional.empty();
        }
        var behind = indicators.listAll(code, year, asAt, new Choice(false, null, null));
        var told = reminders.list(
                code, year, behind.stream().map(Measured::institutionId).toList());
        return Optional.of(new Gap(
                needed,
                Gap.ranked(behind.stream()
                        .map(it -> Gap.effort(it, definition, told.get(it.institutionId())))
                        .toList())));
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
        var open = indicators.listAll(code, year, today, new Choice(false, null, null)).stream()
                .map(Measured::institutionId)
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
                .map(it -> {
                    var definition = indicators
                            .find(it.targetCode(), it.milestone(), today)
                            .orElse(null);
                    return definition == null
                            ? null
                            : new Open(
                                    targets.get(it.targetCode()),
                                    it,
                                    Gap.effort(
                                            indicators.get(it.targetCode(), it.milestone(), today, own),
                                            definition,
                                            it));
                })
                .filter(Objects::nonNull)
                .filter(it -> !it.effort().institution().met()
                        && it.effort().institution().exclusion() == null)
                .toList();
    }

    /** A target that a college was asked to meet, and what it lacks. */
    public record Open(Target target, Reminder reminder, Gap.Effort effort) {}
}
