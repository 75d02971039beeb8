package vn.lanhnghe.institution;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.ui.Duties;
import vn.lanhnghe.ui.Duty;
import vn.lanhnghe.ui.Vi;

/** What of the register waits: for the officer, requests; for a school, answers and the confirmation of its entry. */
@Component
class RequestDuties implements Duties {

    private final ChangeRepository changes;
    private final InstitutionRepository institutions;
    private final Pen pen;
    private final Clock clock;

    RequestDuties(ChangeRepository changes, InstitutionRepository institutions, Pen pen, Clock clock) {
        this.changes = changes;
        this.institutions = institutions;
        this.pen = pen;
        this.clock = clock;
    }

    @Override
    public String authority() {
        return "INSTITUTION_EDIT";
    }

    @Override
    public List<Duty> list() {
        var own = Scope.current().institutionId();
        return pen.ofTheCity() ? ofTheOfficer() : own == null || !pen.reaches(own) ? List.of() : ofTheSchool(own);
    }

    private List<Duty> ofTheOfficer() {
        var waiting = changes.countPending();
        return waiting == 0
                ? List.of()
                : List.of(new Duty(
                        "%s đề nghị sửa thông tin cơ sở chờ duyệt".formatted(Vi.count(waiting)),
                        "Các cơ sở gửi lên",
                        null,
                        "Duyệt",
                        "/institutions/changes"));
    }

    private List<Duty> ofTheSchool(long own) {
        var duties = new ArrayList<Duty>();
        var answered = changes.countUnseen(own);
        if (answered > 0) {
            duties.add(new Duty(
                    "Sở đã trả lời %s đề nghị".formatted(Vi.count(answered)),
                    "Xem kết quả và lý do",
                    null,
                    "Xem",
                    "/institutions/changes?state=REJECTED"));
        }
        var today = LocalDate.now(clock);
        var confirmed = institutions.find(own).orElseThrow().confirmedAt();
        var last =
                confirmed == null ? null : confirmed.atZoneSameInstant(Vi.ZONE).toLocalDate();
        var due = institutions.rule("CONFIRM_DAYS", today);
        if (last == null || !last.plusDays(due).isAfter(today)) {
            var high = last == null
                    || !last.plusDays(institutions.rule("CONFIRM_HIGH_DAYS", today))
                            .isAfter(today);
            duties.add(new Duty(
                    high ? "Việc gấp: xác nhận thông tin của trường" : "Xác nhận thông tin của trường",
                    last == null ? "Chưa xác nhận lần nào" : "Xác nhận lần cuối " + Vi.day(last),
                    null,
                    "Xem và xác nhận",
                    "/institutions/" + own));
        }
        return duties;
    }
}
