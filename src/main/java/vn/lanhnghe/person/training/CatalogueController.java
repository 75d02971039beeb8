package vn.lanhnghe.person.training;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.audit.Act;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Reader;

/** Danh mục bồi dưỡng: browsed, added to, withdrawn from. */
@Controller
class CatalogueController {

    public record CoursesPage(List<TrainingCourse> courses, List<Kind> kinds, String kind) {}

    /** {@code editions} are all of them, the newest first. */
    public record CoursePage(
            TrainingCourse it,
            List<Topic> topics,
            List<Need> needs,
            List<TrainingCourse> editions,
            List<TrainingClass> classes,
            boolean runs,
            List<Act> history) {}

    /** {@code it} is the course that is changed, null for a new one; {@code version} as whoever changes it saw it. */
    public record NewCoursePage(
            BindingResult form,
            @Nullable TrainingCourse it,
            int version,
            List<Kind> kinds,
            List<Purpose> purposes,
            Map<String, String> levels) {
        public Map<String, String> kindChoices() {
            var choices = new LinkedHashMap<String, String>();
            kinds.forEach(it -> choices.put(it.code(), it.label()));
            return choices;
        }

        public Map<String, String> purposeChoices() {
            var choices = new LinkedHashMap<String, String>();
            purposes.forEach(it -> choices.put(
                    it.code(),
                    it.weeks() == null
                            ? it.label()
                            : "%s (tối đa %d tuần, %d tiết)".formatted(it.label(), it.weeks(), it.mostHours())));
            return choices;
        }

        public Map<String, String> targets() {
            var choices = new LinkedHashMap<String, String>();
            for (var it : TrainingCourse.Target.values()) {
                choices.put(it.name(), it.label());
            }
            return choices;
        }
    }

    private final Catalogue catalogue;
    private final TrainingRepository trainings;
    private final Acts acts;

    CatalogueController(Catalogue catalogue, TrainingRepository trainings, Acts acts) {
        this.catalogue = catalogue;
        this.trainings = trainings;
        this.acts = acts;
    }

    @GetMapping("/trainings/courses")
    @PreAuthorize("hasAuthority('TRAINING_VIEW')")
    View list(@RequestParam(defaultValue = "") String kind) {
        return new Page("person/training/courses", new CoursesPage(catalogue.list(kind), catalogue.kinds(), kind));
    }

    @GetMapping("/trainings/courses/{id}")
    @PreAuthorize("hasAuthority('TRAINING_VIEW')")
    View course(@PathVariable long id) {
        var it = catalogue.get(id);
        return new Page(
                "person/training/course",
                new CoursePage(
                        it,
                        catalogue.listTopics(it),
                        catalogue.listNeeds(it),
                        catalogue.listEditions(it),
                        trainings.listOf(id, Scope.current().institutionId()),
                        Reader.may("TRAINING_RUN") && Runs.runs(it.institutionId()),
                        acts.list("training_course", id)));
    }

    @GetMapping("/trainings/courses/new")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View blank() {
        return blank(
                new BeanPropertyBindingResult(
                        new NewTrainingCourse(
                                "",
                                "",
                                "DIGITAL",
                                "THUONG_XUYEN",
                                null,
                                TrainingCourse.Target.TEACHER,
                                "",
                                "",
                                "",
                                "",
                                "",
                                80,
                                "",
                                ""),
                        "form"),
                null,
                0,
                HttpStatus.OK);
    }

    private View blank(BindingResult form, @Nullable TrainingCourse it, int version, HttpStatus status) {
        return new Page(
                "person/training/course-new",
                new NewCoursePage(form, it, version, catalogue.kinds(), catalogue.purposes(), catalogue.levels()),
                status);
    }

    @GetMapping("/trainings/courses/{id}/change")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View change(@PathVariable long id) {
        var it = catalogue.get(id);
        Runs.own(it.institutionId());
        return blank(
                new BeanPropertyBindingResult(
                        new NewTrainingCourse(
                                it.code(),
                                it.title(),
                                it.kind(),
                                it.purpose(),
                                it.hours(),
                                it.audience(),
                                it.prerequisites(),
                                Catalogue.codes(catalogue.listNeeds(it)),
                                it.provider(),
                                it.level(),
                                it.description(),
                                it.attendanceShare(),
                                it.finalPass() == null ? "" : Closing.told(it.finalPass()),
                                Catalogue.lines(catalogue.listTopics(it))),
                        "form"),
                it,
                it.version(),
                HttpStatus.OK);
    }

    @PostMapping("/trainings/courses/{id}/change")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View change(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int version,
            @Valid @ModelAttribute("form") NewTrainingCourse form,
            BindingResult result,
            RedirectAttributes flash) {
        var it = catalogue.get(id);
        Runs.own(it.institutionId());
        if (result.getTarget() instanceof NewTrainingCourse course) {
            Fault.reject(result, catalogue.faults(course, it.institutionId(), it.code()));
        }
        if (!result.hasErrors()) {
            try {
                var now = catalogue.change(id, version, form);
                return Go.to(
                        "/trainings/courses/" + now,
                        flash,
                        now == id
                                ? "Đã sửa khoá."
                                : "Đã ban hành lần mới của khoá; lớp đã mở giữ khoá như cũ, lớp mở từ nay theo lần này.");
            } catch (Refusal refused) {
                result.reject("refused", String.valueOf(refused.getMessage()));
            }
        }
        return blank(result, it, version, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/trainings/courses")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View add(@Valid @ModelAttribute("form") NewTrainingCourse form, BindingResult result, RedirectAttributes flash) {
        if (result.getTarget() instanceof NewTrainingCourse it) {
            Fault.reject(result, catalogue.faults(it, Runs.provider(), null));
        }
        if (!result.hasErrors()) {
            try {
                return Go.to("/trainings/courses/" + catalogue.add(form), flash, "Đã thêm khoá vào danh mục.");
            } catch (Refusal refused) {
                result.reject("refused", String.valueOf(refused.getMessage()));
            }
        }
        return blank(result, null, 0, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/trainings/courses/{id}/withdrawal")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View withdraw(@PathVariable long id, RedirectAttributes flash) {
        catalogue.turn(id, TrainingCourse.State.WITHDRAWN);
        return Go.to("/trainings/courses/" + id, flash, "Đã rút khoá; lớp đang chạy vẫn học tiếp.");
    }

    @PostMapping("/trainings/courses/{id}/return")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View restore(@PathVariable long id, RedirectAttributes flash) {
        catalogue.turn(id, TrainingCourse.State.ACTIVE);
        return Go.to("/trainings/courses/" + id, flash, "Khoá dùng lại được.");
    }
}
