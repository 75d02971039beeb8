package vn.lanhnghe.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.lanhnghe.access.Colleges;
import vn.lanhnghe.ui.Page;

/** Thông báo lỗi hay gặp: what users stumble over most, for whoever words the messages and the templates. */
@Controller
class FaultCountController {

    public record CountPage(
            List<FaultCounts.Count> counts,
            List<FaultCounts.OfCollege> ofColleges,
            Map<Long, String> colleges,
            Map<String, String> kinds,
            int days,
            @Nullable Long institution) {

        public String college(long id) {
            return id == Batch.OF_THE_DEPARTMENT ? "Sở" : colleges.getOrDefault(id, "Cơ sở số " + id);
        }
    }

    private final FaultCounts counts;
    private final Colleges colleges;
    private final List<SheetKind> kinds;
    private final Clock clock;

    FaultCountController(FaultCounts counts, Colleges colleges, List<SheetKind> kinds, Clock clock) {
        this.counts = counts;
        this.colleges = colleges;
        this.kinds = kinds;
        this.clock = clock;
    }

    @GetMapping("/intake/messages")
    @PreAuthorize("hasAuthority('INTAKE_STATISTICS')")
    View list(@RequestParam(defaultValue = "90") int days, @RequestParam(required = false) @Nullable Long institution) {
        var since = LocalDate.now(clock).minusDays(Math.clamp(days, 1, 3650));
        return new Page(
                "intake/messages",
                new CountPage(
                        counts.list(since, institution),
                        counts.listColleges(since),
                        colleges.listOpen().stream()
                                .collect(Collectors.toMap(Colleges.College::id, Colleges.College::name)),
                        kinds.stream().collect(Collectors.toMap(SheetKind::code, SheetKind::label)),
                        days,
                        institution));
    }
}
