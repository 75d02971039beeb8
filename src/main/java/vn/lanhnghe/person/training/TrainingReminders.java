package vn.lanhnghe.person.training;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Vi;

/** Nhắc trường: the department tells schools how many of theirs lack a kind of training and until when it should be done. */
@Service
public class TrainingReminders {

    private static final int LONGEST_NOTE = 300;

    private final TrainingReminderRepository reminders;
    private final LackRepository lacks;
    private final Catalogue catalogue;
    private final Runs runs;
    private final Acts acts;
    private final Clock clock;

    TrainingReminders(
            TrainingReminderRepository reminders,
            LackRepository lacks,
            Catalogue catalogue,
            Runs runs,
            Acts acts,
            Clock clock) {
        this.reminders = reminders;
        this.lacks = lacks;
        this.catalogue = catalogue;
        this.runs = runs;
        this.acts = acts;
        this.clock = clock;
    }

    /** The last word to each school about a kind, as far as the reader sees schools. */
    @PreAuthorize("hasAnyAuthority('TRAINING_RUN', 'TRAINING_CONFIRM', 'TRAINING_REVIEW', 'PERSON_VIEW')")
    public Map<Long, TrainingReminder> list(String kind) {
        return reminders.list(kind).stream().collect(Collectors.toMap(TrainingReminder::institutionId, it -> it));
    }

    /** How many schools were told now, and how many of the chosen had been told today already. */
    public record Reminded(int schools, int already) {}

    /** Tells each of these schools at which somebody lacks the kind; nobody twice a day. */
    @PreAuthorize("hasAuthority('TRAINING_REVIEW')")
    public Reminded remind(String kind, Collection<Long> institutions, @Nullable LocalDate dueOn, String note) {
        var it = catalogue.kind(kind);
        var today = LocalDate.now(clock);
        if (!it.planned()) {
            throw new Refusal("Kế hoạch không đếm loại “%s”, nên không nhắc trường về loại này.".formatted(it.label()));
        }
        if (institutions.isEmpty()) {
            throw new Refusal("Chọn ít nhất một trường để nhắc.");
        }
        if (dueOn == null || !dueOn.isAfter(today) || dueOn.isAfter(today.plusYears(1))) {
            throw new Refusal("Hạn phải là một ngày sau hôm nay, trong vòng một năm; ví dụ %s."
                    .formatted(Vi.day(today.plusDays(30))));
        }
        var tidy = Vietnamese.tidy(note);
        if (tidy.length() > LONGEST_NOTE) {
            throw new Refusal("Lời nhắn dài %s ký tự; tối đa %d.".formatted(Vi.count(tidy.length()), LONGEST_NOTE));
        }
        var lacking = lacks.listSchools(new Lack.Filter(kind, null, "", ""), today).stream()
                .filter(school -> school.missing() > 0 && institutions.contains(school.institutionId()))
                .toList();
        if (lacking.isEmpty()) {
            throw new Refusal("Các trường đã chọn không còn ai thiếu loại này; tải lại trang để xem số mới.");
        }
        var told = Objects.requireNonNull(runs.raised(() -> {
            var fresh = reminders.insert(
                    kind,
                    lacking,
                    dueOn,
                    tidy,
                    OffsetDateTime.now(clock),
                    today,
                    Scope.current().actor());
            acts.record(
                    ActKind.TRAINING_REMINDED,
                    lacking.stream()
                            .filter(school -> fresh.contains(school.institutionId()))
                            .map(school -> new Acts.Told(
                                    new Subject("institution", school.institutionId(), school.institutionId()),
                                    "Nhắc bồi dưỡng %s: %s người còn thiếu, hạn %s"
                                            .formatted(it.label(), Vi.count(school.missing()), Vi.day(dueOn)),
                                    tidy.isEmpty() ? null : tidy))
                            .toList());
            return fresh;
        }));
        if (told.isEmpty()) {
            throw new Refusal("Các trường đã chọn đều đã được nhắc hôm nay; mỗi ngày nhắc một trường một lần.");
        }
        return new Reminded(told.size(), lacking.size() - told.size());
    }
}
