package vn.lanhnghe.target.task;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.audit.Act;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Download;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;

@Controller
@PreAuthorize("hasAuthority('TASK_VIEW')")
class TaskController {

    public record ListPage(Paging<Task> tasks, String state, LocalDate today, Task.Rule rule, List<Task.Unit> units) {}

    public record NewPage(BindingResult form, Map<String, String> texts) {}

    public record TaskPage(
            Task task,
            Task.Standing standing,
            List<Task.Partner> partners,
            List<Task.Milestone> milestones,
            List<Task.Report> reports,
            List<Task.Extension> extensions,
            List<Act> history,
            boolean leads) {}

    private final Tasks tasks;
    private final TaskRepository repository;
    private final Acts acts;
    private final Clock clock;

    TaskController(Tasks tasks, TaskRepository repository, Acts acts, Clock clock) {
        this.tasks = tasks;
        this.repository = repository;
        this.acts = acts;
        this.clock = clock;
    }

    @GetMapping("/tasks")
    View list(@RequestParam(defaultValue = "open") String state, @RequestParam(defaultValue = "1") String page) {
        return new Page(
                "target/task/list",
                new ListPage(
                        tasks.list(!state.equals("all"), state.equals("overdue"), Paging.number(page)),
                        state,
                        LocalDate.now(clock),
                        tasks.rule(),
                        Scope.current().reach() == Scope.Reach.CITY ? tasks.listUnits() : List.of()));
    }

    @GetMapping("/tasks/new")
    @PreAuthorize("hasAuthority('TASK_MANAGE')")
    View blank() {
        return blank(
                new BeanPropertyBindingResult(
                        new NewTask("", "", "", "", "", LocalDate.now(clock).plusDays(30), ""), "form"),
                HttpStatus.OK);
    }

    private View blank(BindingResult form, HttpStatus status) {
        return new Page("target/task/new", new NewPage(form, tasks.texts()), status);
    }

    @PostMapping("/tasks")
    @PreAuthorize("hasAuthority('TASK_MANAGE')")
    View give(@Valid @ModelAttribute("form") NewTask form, BindingResult result, RedirectAttributes flash) {
        if (result.hasErrors()) {
            return blank(result, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            return Go.to("/tasks/" + tasks.give(form), flash, "Đã giao nhiệm vụ.");
        } catch (Refusal refused) {
            result.rejectValue("lead", "refused", String.valueOf(refused.getMessage())); // what was typed stays
            return blank(result, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/tasks/{id}")
    View task(@PathVariable long id) {
        var task = tasks.get(id);
        var own = Scope.current().institutionId();
        return new Page(
                "target/task/task",
                new TaskPage(
                        task,
                        task.on(LocalDate.now(clock), tasks.rule()),
                        repository.listPartners(id),
                        tasks.listMilestones(id),
                        repository.listReports(id),
                        repository.listExtensions(id),
                        acts.list("task", id),
                        own != null && Objects.equals(own, task.leadId())));
    }

    @PostMapping("/tasks/{id}/reports")
    @PreAuthorize("hasAuthority('TASK_REPORT') or hasAuthority('TASK_MANAGE')")
    View report(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String percent,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) @Nullable MultipartFile evidence,
            RedirectAttributes flash) {
        tasks.report(id, percent.matches("\\d{1,3}") ? Integer.valueOf(percent) : null, words, evidence);
        return Go.to("/tasks/" + id, flash, "Đã ghi báo cáo.");
    }

    @GetMapping("/tasks/{id}/reports/{report}/evidence")
    ResponseEntity<byte[]> evidence(@PathVariable long id, @PathVariable long report) {
        var bytes = tasks.evidence(id, report);
        return Download.foreign(
                bytes,
                repository.listReports(id).stream()
                        .filter(it -> it.id() == report)
                        .map(Task.Report::evidenceName)
                        .findFirst()
                        .orElse("minh-chung"));
    }

    @PostMapping("/tasks/{id}/milestones/{place}")
    @PreAuthorize("hasAuthority('TASK_REPORT') or hasAuthority('TASK_MANAGE')")
    View reach(@PathVariable long id, @PathVariable int place, RedirectAttributes flash) {
        tasks.reach(id, place);
        return Go.to("/tasks/" + id, flash, "Đã ghi mốc xong.");
    }

    @PostMapping("/tasks/{id}/extensions")
    @PreAuthorize("hasAuthority('TASK_REPORT')")
    View ask(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LocalDate wantedOn,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        tasks.askExtension(id, wantedOn, reason);
        return Go.to("/tasks/" + id, flash, "Đã gửi đề nghị gia hạn; Sở sẽ trả lời ở đây.");
    }

    @PostMapping("/tasks/{id}/extensions/answer")
    @PreAuthorize("hasAuthority('TASK_MANAGE')")
    View answer(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String granted,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes flash) {
        tasks.answerExtension(id, granted.equals("yes"), words);
        return Go.to("/tasks/" + id, flash, granted.equals("yes") ? "Đã cho gia hạn." : "Đã trả lời không gia hạn.");
    }

    @PostMapping("/tasks/{id}/closure")
    @PreAuthorize("hasAuthority('TASK_MANAGE')")
    View close(@PathVariable long id, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        tasks.close(id, reason);
        return Go.to("/tasks/" + id, flash, "Đã đóng nhiệm vụ.");
    }
}
