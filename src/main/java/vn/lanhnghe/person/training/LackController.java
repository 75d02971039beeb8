package vn.lanhnghe.person.training;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Reader;

/** Còn thiếu ai: who is missing in a kind, by school, and into which class they go. */
@Controller
class LackController {

    /** {@code into}: the class chosen beforehand; {@code classes} those that whoever looks could fill. */
    public record MissingPage(
            Lack.Filter filter,
            Kind kind,
            List<Kind> kinds,
            Paging<Lack> people,
            List<Lack.School> schools,
            long staff,
            List<TrainingClass> classes,
            @Nullable Long into) {

        public String address() {
            return "/trainings/missing?kind=" + filter.kind()
                    + (filter.institution() == null ? "" : "&institution=" + filter.institution()) + "&post="
                    + filter.post() + "&q=" + URLEncoder.encode(filter.q(), StandardCharsets.UTF_8)
                    + (into == null ? "" : "&class=" + into);
        }
    }

    private final TrainingEnrolments enrolments;
    private final Catalogue catalogue;

    LackController(TrainingEnrolments enrolments, Catalogue catalogue) {
        this.enrolments = enrolments;
        this.catalogue = catalogue;
    }

    @GetMapping("/trainings/missing")
    @PreAuthorize("hasAnyAuthority('TRAINING_RUN', 'TRAINING_CONFIRM', 'TRAINING_REVIEW', 'PERSON_VIEW')")
    View missing(
            @RequestParam(defaultValue = "DIGITAL") String kind,
            @RequestParam(required = false) @Nullable Long institution,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "class", required = false) @Nullable Long into,
            @RequestParam(defaultValue = "1") String page) {
        var filter = new Lack.Filter(catalogue.kind(kind).code(), institution, post, q);
        return new Page(
                "person/training/missing",
                new MissingPage(
                        filter,
                        catalogue.kind(kind),
                        catalogue.kinds(),
                        enrolments.listMissing(filter, TrainingController.number(page)),
                        enrolments.listSchools(filter),
                        enrolments.countStaff(filter),
                        Reader.may("TRAINING_RUN") ? enrolments.listOpen(kind) : List.of(),
                        into));
    }

    /** Those who are ticked, or all of the filter. */
    @PostMapping("/trainings/missing/enrolments")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View enrol(
            @RequestParam(name = "class", required = false) @Nullable Long into,
            @RequestParam(defaultValue = "DIGITAL") String kind,
            @RequestParam(required = false) @Nullable Long institution,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String whom,
            @RequestParam(name = "person", required = false) @Nullable List<Long> people,
            RedirectAttributes flash) {
        if (into == null) {
            throw new Refusal("Chọn lớp để ghi danh vào.");
        }
        try {
            var enrolled = whom.equals("all")
                    ? enrolments.enrolAll(into, new Lack.Filter(catalogue.kind(kind).code(), institution, post, q))
                    : enrolments.enrol(into, people == null ? List.of() : people);
            return Go.to("/trainings/classes/" + into, flash, TrainingController.told(enrolled));
        } catch (Unready unready) {
            return TrainingEnrolmentController.unready(unready);
        }
    }
}
