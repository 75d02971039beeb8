package vn.lanhnghe.programme.following;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.audit.Act;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.programme.design.Outcome;
import vn.lanhnghe.programme.design.Outcomes;
import vn.lanhnghe.programme.design.Programmes;
import vn.lanhnghe.programme.design.Stage;
import vn.lanhnghe.programme.design.Version;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;

@Controller
@PreAuthorize("hasAuthority('PROGRAMME_VIEW')")
class FollowingController {

    public record ProgrammePage(
            List<Version> versions,
            List<Cohort> cohorts,
            List<Review> reviews,
            List<Partner> partners,
            int year,
            List<Act> history) {

        public Version newest() {
            return versions.getFirst();
        }

        /** Versions that were ever in force, the newest first. */
        public List<Version> issued() {
            return versions.stream().filter(it -> it.state().frozen()).toList();
        }

        public boolean standing() {
            return versions.stream().anyMatch(it -> it.state() == Stage.PUBLISHED);
        }
    }

    public record AttainmentPage(
            Version it, List<Outcome> outcomes, Map<Long, List<Attainment>> attainments, List<Cohort> cohorts) {

        /** What learners are assessed in. */
        public List<Outcome> leaves() {
            return Outcome.leaves(outcomes);
        }
    }

    private final Programmes programmes;
    private final Outcomes outcomes;
    private final Followings followings;
    private final Acts acts;
    private final Clock clock;

    FollowingController(Programmes programmes, Outcomes outcomes, Followings followings, Acts acts, Clock clock) {
        this.programmes = programmes;
        this.outcomes = outcomes;
        this.followings = followings;
        this.acts = acts;
        this.clock = clock;
    }

    @GetMapping("/programmes/{id}")
    View programme(@PathVariable long id) {
        return new Page(
                "programme/following/programme",
                new ProgrammePage(
                        programmes.listVersions(id),
                        followings.listCohorts(id),
                        followings.listReviews(id),
                        followings.listPartners(id),
                        LocalDate.now(clock).getYear(),
                        acts.list("programme", id)));
    }

    @PostMapping("/programmes/{id}/cohorts")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View openCohort(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(required = false) @Nullable Long version,
            RedirectAttributes flash) {
        followings.openCohort(id, number(year), version);
        return Go.to("/programmes/" + id + "#khoa", flash, "Đã ghi khoá.");
    }

    @PostMapping("/programmes/{id}/cohorts/{year}/removal")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View withdrawCohort(
            @PathVariable long id,
            @PathVariable int year,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        followings.withdrawCohort(id, year, reason);
        return Go.to("/programmes/" + id + "#khoa", flash, "Đã rút khoá %d.".formatted(year));
    }

    @PostMapping("/programmes/{id}/reviews")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View review(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(defaultValue = "") String updated,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes flash) {
        followings.review(id, number(year), on, updated.equals("yes"), words);
        return Go.to("/programmes/" + id + "#ra-soat", flash, "Đã ghi rà soát.");
    }

    @PostMapping("/programmes/{id}/partners")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View addPartner(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String practice,
            @RequestParam(defaultValue = "") String assessment,
            @RequestParam(defaultValue = "") String research,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes flash) {
        followings.addPartner(
                id, number(year), organisation, !practice.isEmpty(), !assessment.isEmpty(), !research.isEmpty(), words);
        return Go.to("/programmes/" + id + "#don-vi", flash, "Đã ghi đơn vị tham gia.");
    }

    @GetMapping("/programmes/versions/{id}/attainment")
    View attainment(@PathVariable long id) {
        var it = programmes.get(id);
        return new Page(
                "programme/following/attainment",
                new AttainmentPage(
                        it,
                        outcomes.list(it),
                        followings.listAttainments(it).stream().collect(Collectors.groupingBy(Attainment::outcomeId)),
                        followings.listCohorts(it.programmeId()).stream()
                                .filter(c -> c.versionId() == id)
                                .toList()));
    }

    @PostMapping("/programmes/versions/{id}/attainment")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View attain(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long outcome,
            @RequestParam(defaultValue = "") String cohort,
            @RequestParam(defaultValue = "") String assessed,
            @RequestParam(defaultValue = "") String achieved,
            @RequestParam(defaultValue = "") String source,
            RedirectAttributes flash) {
        followings.attain(id, outcome, number(cohort), number(assessed), number(achieved), source);
        return Go.to("/programmes/versions/" + id + "/attainment", flash, "Đã ghi kết quả đạt chuẩn.");
    }

    private static @Nullable Integer number(String text) {
        return text.strip().matches("\\d{1,6}") ? Integer.valueOf(text.strip()) : null;
    }
}
