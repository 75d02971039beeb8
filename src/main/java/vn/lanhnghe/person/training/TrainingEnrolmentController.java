package vn.lanhnghe.person.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.person.training.TrainingEnrolmentRepository.Batch;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Vi;

/** Who comes into a class and who leaves it. */
@Controller
class TrainingEnrolmentController {

    public record AskedPage(List<Member> asked, Map<Long, TrainingClass> classes) {}

    private final TrainingEnrolments enrolments;
    private final Trainings trainings;
    private final TrainingEnrolmentRepository repository;

    TrainingEnrolmentController(
            TrainingEnrolments enrolments, Trainings trainings, TrainingEnrolmentRepository repository) {
        this.enrolments = enrolments;
        this.trainings = trainings;
        this.repository = repository;
    }

    @PostMapping("/trainings/batches/{id}/undoing")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View undo(@PathVariable long id, RedirectAttributes flash) {
        var classId = repository.findBatch(id).map(Batch::classId).orElse(0L);
        return Go.to(
                TrainingController.address(classId),
                flash,
                "Đã hoàn tác ghi danh %s người.".formatted(Vi.count(enrolments.undo(id))));
    }

    @PostMapping("/trainings/classes/{id}/asking")
    @PreAuthorize("hasAuthority('PERSON_SELF')")
    View ask(@PathVariable long id, RedirectAttributes flash) {
        enrolments.ask(id);
        return Go.to(TrainingController.address(id), flash, "Đã gửi trường. Trường đồng ý thì bạn có tên trong lớp.");
    }

    @GetMapping("/trainings/asked")
    @PreAuthorize("hasAuthority('TRAINING_CONFIRM')")
    View asked() {
        var asked = enrolments.listAsked();
        var classes = new HashMap<Long, TrainingClass>();
        asked.stream().map(Member::classId).distinct().forEach(it -> classes.put(it, trainings.get(it)));
        return new Page("person/training/asked", new AskedPage(asked, classes));
    }

    @PostMapping("/trainings/enrolments/{id}/answer")
    @PreAuthorize("hasAuthority('TRAINING_CONFIRM')")
    View answer(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        enrolments.answer(id, verdict.equals("agree"), reason);
        return Go.to("/trainings/asked", flash, verdict.equals("agree") ? "Đã đồng ý." : "Đã trả lời chưa đồng ý.");
    }

    @PostMapping("/trainings/enrolments/{id}/withdrawal")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View withdraw(@PathVariable long id, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        enrolments.withdraw(id, reason);
        return Go.to(
                TrainingController.address(
                        repository.findMember(id).map(Member::classId).orElse(0L)),
                flash,
                "Đã ghi thôi học.");
    }
}
