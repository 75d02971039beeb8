package vn.lanhnghe.credential.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Vi;

/** How long issuing and handing over may take and have taken; the days that count are data, as are the days off. */
@Service
public class Deadlines {

    private final DeadlineRepository deadlines;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Deadlines(DeadlineRepository deadlines, Acts acts, TransactionTemplate transaction, Clock clock) {
        this.deadlines = deadlines;
        this.acts = acts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The terms of a diploma that have started. */
    public List<Term> terms(long diplomaId) {
        return deadlines.terms(diplomaId);
    }

    /** Until when the diplomas of these decisions are to be released, by decision; those that are all released are left out. */
    public Map<Long, LocalDate> due(Collection<Long> decisionIds) {
        return deadlines.due(decisionIds);
    }

    /** What is late today, of the college in scope or of all. */
    public List<Overdue> listLate() {
        return deadlines.list(Scope.current().institutionId(), today());
    }

    /** Writes down a day off, or a weekend that is worked; it counts for every clock from now on. */
    @PreAuthorize("hasAuthority('LAW_MANAGE')")
    public void addHoliday(LocalDate day, String name, boolean worked) {
        var tidy = Vietnamese.tidy(name);
        if (tidy.isEmpty() || tidy.length() > 120) {
            throw new Refusal("Ghi tên ngày, tối đa 120 ký tự, ví dụ “Tết Âm lịch, mồng Một”.");
        }
        var weekend = day.getDayOfWeek().getValue() > 5;
        if (worked && !weekend) {
            throw new Refusal(
                    "Ngày %s không phải thứ Bảy, Chủ nhật nên vốn đã là ngày làm việc.".formatted(Vi.day(day)));
        }
        raised(() -> {
            if (!deadlines.insertHoliday(day, tidy, worked)) {
                throw new Refusal("Ngày %s đã có trong danh sách. Xoá dòng cũ rồi ghi lại.".formatted(Vi.day(day)));
            }
            record("%s %s: %s".formatted(worked ? "Ngày làm bù" : "Ngày nghỉ", Vi.day(day), tidy));
        });
    }

    @PreAuthorize("hasAuthority('LAW_MANAGE')")
    public void removeHoliday(LocalDate day) {
        raised(() -> {
            if (!deadlines.deleteHoliday(day)) {
                throw new Refusal("Ngày %s không có trong danh sách.".formatted(Vi.day(day)));
            }
            record("Bỏ ngày %s khỏi danh sách ngày nghỉ".formatted(Vi.day(day)));
        });
    }

    private void record(String summary) {
        acts.record(ActKind.HOLIDAYS_CHANGED, new Subject("holiday", 0, null), summary, null);
    }

    private void raised(Runnable deed) {
        Scope.current().raised().run(() -> transaction.executeWithoutResult(status -> deed.run()));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
