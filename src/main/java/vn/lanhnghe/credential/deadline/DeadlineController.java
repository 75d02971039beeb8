package vn.lanhnghe.credential.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.learning.graduation.Graduation;
import vn.lanhnghe.learning.graduation.Graduations;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Vi;

/** Thời hạn: what runs and what is late, the college's own or college by college, and the days off that the counting knows. */
@Controller
class DeadlineController {

    /** {@code colleges} are there for whoever sees all of them; {@code sessions} were decided and have no diploma prepared. */
    public record DeadlinesPage(
            List<DeadlineRepository.College> colleges,
            List<Overdue> running,
            @Nullable Long institution,
            boolean late,
            LocalDate today,
            List<DeadlineRepository.Length> lengths,
            List<Session> sessions) {}

    /** A decided session, and by when its diplomas are to be released, by medium. */
    public record Session(Graduation graduation, Map<String, LocalDate> due) {}

    public record HolidaysPage(int year, List<DeadlineRepository.Holiday> holidays) {}

    private final Deadlines face;
    private final DeadlineRepository deadlines;
    private final Graduations graduations;

    DeadlineController(Deadlines face, DeadlineRepository deadlines, Graduations graduations) {
        this.face = face;
        this.deadlines = deadlines;
        this.graduations = graduations;
    }

    @GetMapping("/deadlines")
    @PreAuthorize("hasAuthority('CREDENTIAL_VIEW')")
    View list(
            @RequestParam(required = false) @Nullable Long institution,
            @RequestParam(defaultValue = "false") boolean late) {
        var own = Scope.current().institutionId();
        var city = own == null;
        var asked = city ? institution : own;
        var today = face.today();
        return new Page(
                "credential/deadline/deadlines",
                new DeadlinesPage(
                        city ? deadlines.listColleges(today) : List.of(),
                        city && institution == null ? List.of() : deadlines.list(asked, late ? today : null),
                        institution,
                        late,
                        today,
                        deadlines.listLengths(),
                        asked == null ? List.of() : sessions(asked)));
    }

    private List<Session> sessions(long institution) {
        var prepared = deadlines.listPreparedSessions();
        return graduations.listDecided().stream()
                .filter(it -> it.institutionId() == institution && !prepared.contains(it.id()))
                .map(it -> new Session(it, deadlines.issueBy(Objects.requireNonNull(it.decidedOn()))))
                .toList();
    }

    @GetMapping("/deadlines/holidays")
    @PreAuthorize("hasAuthority('CREDENTIAL_VIEW')")
    View holidays(@RequestParam(required = false) @Nullable Integer year) {
        var shown = year == null ? face.today().getYear() : Math.clamp(year, 1990, 2199);
        return new Page("credential/deadline/holidays", new HolidaysPage(shown, deadlines.listHolidays(shown)));
    }

    @PostMapping("/deadlines/holidays")
    @PreAuthorize("hasAuthority('LAW_MANAGE')")
    View add(
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean worked,
            RedirectAttributes flash) {
        if (day == null) {
            throw new Refusal("Nhập ngày cần ghi.");
        }
        face.addHoliday(day, name, worked);
        return Go.to("/deadlines/holidays?year=" + day.getYear(), flash, "Đã ghi ngày %s.".formatted(Vi.day(day)));
    }

    @PostMapping("/deadlines/holidays/{day}/removal")
    @PreAuthorize("hasAuthority('LAW_MANAGE')")
    View remove(@PathVariable LocalDate day, RedirectAttributes flash) {
        face.removeHoliday(day);
        return Go.to("/deadlines/holidays?year=" + day.getYear(), flash, "Đã bỏ ngày %s.".formatted(Vi.day(day)));
    }
}
