package vn.lanhnghe.person.paper;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.ui.Page;

/** Danh sách người dạy nghề đủ điều kiện: what each school has to publish (TT 43/2026). */
@Controller
class InstructorController {

    public record InstructorsPage(
            PaperRepository.Plate institution, List<PaperRepository.Eligible> instructors, LocalDate today) {}

    private final PaperRepository papers;
    private final Clock clock;

    InstructorController(PaperRepository papers, Clock clock) {
        this.papers = papers;
        this.clock = clock;
    }

    /** Read in the program's own reach, for a citizen sees no record of staff; only what must be public is asked for. */
    @GetMapping("/co-so/{slug}/nguoi-day-nghe")
    View list(@PathVariable String slug) {
        var institution = papers.findPlate(slug).orElseThrow(() -> new NotFound("Không có cơ sở này."));
        var today = LocalDate.now(clock);
        return new Page(
                "person/paper/instructors",
                new InstructorsPage(
                        institution, Scope.system().get(() -> papers.listEligible(institution.id(), today)), today));
    }
}
