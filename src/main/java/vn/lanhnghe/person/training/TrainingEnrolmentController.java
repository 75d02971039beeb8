package vn.lanhnghe.person.training;

import java.util.Arrays;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;

/** Who comes into a class and who leaves it. */
@Controller
class TrainingEnrolmentController {

    /** {@code answered} is whose answer was just refused, {@code trouble} why, {@code reason} what was typed. */
    public record AskedPage(
            Paging<Member> asked,
            Map<Long, TrainingClass> classes,
            Map<Long, String> lacks,
            long answered,
            String trouble,
            String reason) {}

    /** {@code trouble} with the reason that was just given; empty when none was asked for yet. */
    public record UnreadyPage(Unready it, String trouble, String reason) {}

    private final TrainingEnrolments enrolments;

    TrainingEnrolmentController(TrainingEnrolments enrolments) {
        this.enrolments = enrolments;
    }

    static View unready(Unready it) {
        return new Page("person/training/unready", new UnreadyPage(it, "", ""), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Those whom a page named who lack nothing, or all of them for a reason. */
    @PostMapping("/trainings/classes/{id}/enrolments")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View enrol(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String people,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        var chosen = Arrays.stream(people.split(","))
                .filter(it -> it.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .toList();
        try {
            return Go.to(
                    TrainingController.address(id),
                    flash,
                    enrolments.enrol(id, chosen, reason).told());
        } catch (Unready it) {
            return new Page(
                    "person/training/unready",
                    new UnreadyPage(it, "Ghi lý do vẫn ghi danh người chưa đủ điều kiện.", reason),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/trainings/classes/{id}/asking")
    @PreAuthorize("hasAuthority('PERSON_SELF')")
    View ask(@PathVariable long id, RedirectAttributes flash) {
        enrolments.ask(id);
        return Go.to(TrainingController.address(id), flash, "Đã gửi trường. Trường đồng ý thì bạn có tên trong lớp.");
    }

    @GetMapping("/trainings/asked")
    @PreAuthorize("hasAuthority('TRAINING_CONFIRM')")
    View asked(@RequestParam(defaultValue = "1") String page) {
        return asked(Paging.number(page), 0, "", "", HttpStatus.OK);
    }

    private View asked(int page, long answered, String trouble, String reason, HttpStatus status) {
        var asked = enrolments.listAsked(page);
        var classes = enrolments.classesOf(asked.rows());
        return new Page(
                "person/training/asked",
                new AskedPage(asked, classes, enrolments.lacksOf(asked.rows(), classes), answered, trouble, reason),
                status);
    }

    @PostMapping("/trainings/enrolments/{id}/answer")
    @PreAuthorize("hasAuthority('TRAINING_CONFIRM')")
    View answer(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "1") String page,
            RedirectAttributes flash) {
        try {
            if (!verdict.equals("agree") && !verdict.equals("refuse")) {
                throw new Refusal("Bấm “Đồng ý” hoặc “Chưa đồng ý”.");
            }
            enrolments.answer(id, verdict.equals("agree"), reason);
        } catch (Refusal refused) {
            return asked(
                    Paging.number(page),
                    id,
                    String.valueOf(refused.getMessage()),
                    reason,
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return Go.to(
                "/trainings/asked?page=" + Paging.number(page),
                flash,
                verdict.equals("agree") ? "Đã đồng ý." : "Đã trả lời chưa đồng ý.");
    }
}
