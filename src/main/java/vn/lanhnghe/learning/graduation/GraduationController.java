package vn.lanhnghe.learning.graduation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.audit.Act;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.learning.Enrolments;
import vn.lanhnghe.programme.Occupation;
import vn.lanhnghe.programme.Occupations;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;

@Controller
class GraduationController {

    public record ListPage(
            List<Graduation> graduations, List<Occupation> occupations, List<GraduationRepository.ClassOf> classes) {}

    public record GraduationPage(
            Graduation it,
            Rule rule,
            List<GraduationRepository.Member> council,
            List<GraduationRepository.Run> runs,
            Paging<Verdict> verdicts,
            String show,
            int eligible,
            int total,
            List<Graduations.Change> changes,
            List<Act> history) {}

    public record ExamsPage(Graduation it, List<Row> rows) {}

    public record Row(long enrolmentId, String studentCode, String fullName, Map<String, String> marks) {}

    private final Graduations graduations;
    private final GraduationRepository repository;
    private final Enrolments enrolments;
    private final Occupations occupations;
    private final Acts acts;

    GraduationController(
            Graduations graduations,
            GraduationRepository repository,
            Enrolments enrolments,
            Occupations occupations,
            Acts acts) {
        this.graduations = graduations;
        this.repository = repository;
        this.enrolments = enrolments;
        this.occupations = occupations;
        this.acts = acts;
    }

    @GetMapping("/graduations")
    @PreAuthorize("hasAuthority('LEARNER_VIEW')")
    View list() {
        return new Page(
                "learning/graduation/list",
                new ListPage(repository.list(), occupations.list(), repository.listClasses()));
    }

    @PostMapping("/graduations")
    @PreAuthorize("hasAuthority('GRADUATION_PREPARE')")
    View open(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable String occupation,
            @RequestParam(defaultValue = "0") int cohort,
            @RequestParam(required = false) @Nullable Long classId,
            @RequestParam(required = false) @Nullable LocalDate plannedOn,
            RedirectAttributes flash) {
        var id = graduations.open(name, occupation, cohort, classId, plannedOn);
        return Go.to("/graduations/" + id, flash, "Đã mở đợt xét. Ghi hội đồng, rồi bấm Xét điều kiện.");
    }

    @GetMapping("/graduations/{id}")
    @PreAuthorize("hasAuthority('LEARNER_VIEW')")
    @Transactional(readOnly = true)
    public View one(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "1") int page) {
        var it = get(id);
        var runs = repository.listRuns(id);
        var verdicts = runs.isEmpty()
                ? List.<Verdict>of()
                : repository.listVerdicts(runs.getFirst().id());
        var shown = verdicts.stream()
                .filter(v -> show.isEmpty() || v.eligible() == show.equals("yes"))
                .toList();
        var from = Math.min(Paging.offset(page), shown.size());
        return new Page(
                "learning/graduation/one",
                new GraduationPage(
                        it,
                        graduations.rule(),
                        repository.listCouncil(id),
                        runs,
                        new Paging<>(
                                shown.subList(from, Math.min(shown.size(), from + Paging.SIZE)),
                                page,
                                shown.size(),
                                Paging.SIZE),
                        show,
                        (int) verdicts.stream().filter(Verdict::eligible).count(),
                        verdicts.size(),
                        runs.size() < 2
                                ? List.of()
                                : Graduations.difference(
                                        repository.listVerdicts(runs.get(1).id()), verdicts),
                        acts.list("graduation", id)));
    }

    @PostMapping("/graduations/{id}/council")
    @PreAuthorize("hasAuthority('GRADUATION_PREPARE')")
    View addMember(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String fullName,
            @RequestParam(defaultValue = "") String position,
            @RequestParam(defaultValue = "MEMBER") String role,
            RedirectAttributes flash) {
        graduations.addMember(id, fullName, position, role);
        return Go.to("/graduations/" + id, flash, "Đã thêm thành viên hội đồng.");
    }

    @PostMapping("/graduations/{id}/council/{member}/removal")
    @PreAuthorize("hasAuthority('GRADUATION_PREPARE')")
    View removeMember(@PathVariable long id, @PathVariable long member, RedirectAttributes flash) {
        graduations.removeMember(id, member);
        return Go.to("/graduations/" + id, flash, "Đã bỏ thành viên.");
    }

    @PostMapping("/graduations/{id}/runs")
    @PreAuthorize("hasAuthority('GRADUATION_PREPARE')")
    View run(@PathVariable long id, RedirectAttributes flash) {
        return Go.to("/graduations/" + id, flash, "Đã xét lần %d.".formatted(graduations.run(id)));
    }

    @GetMapping("/graduations/{id}/exams")
    @PreAuthorize("hasAuthority('GRADUATION_PREPARE')")
    View exams(@PathVariable long id) {
        var it = get(id);
        var standings = enrolments.standings(it.cohort(), it.occupationCode(), it.classId());
        var marks = repository.listExams(
                standings.stream().map(s -> s.enrolment().id()).toList());
        return new Page(
                "learning/graduation/exams",
                new ExamsPage(
                        it,
                        standings.stream()
                                .map(s -> {
                                    var shown = new HashMap<String, String>();
                                    marks.getOrDefault(s.enrolment().id(), Map.of())
                                            .forEach((part, mark) -> shown.put(
                                                    part, mark.toPlainString().replace('.', ',')));
                                    return new Row(
                                            s.enrolment().id(),
                                            s.enrolment().studentCode(),
                                            s.enrolment().fullName(),
                                            shown);
                                })
                                .toList()));
    }

    @PostMapping("/graduations/{id}/exams")
    @PreAuthorize("hasAuthority('GRADUATION_PREPARE')")
    View putExams(@PathVariable long id, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        var marks = new HashMap<Long, Map<String, String>>();
        form.forEach((name, value) -> {
            if (name.matches("(THEORY|PRACTICE|THESIS)_\\d{1,18}")) {
                var cut = name.indexOf('_');
                marks.computeIfAbsent(Long.parseLong(name.substring(cut + 1)), key -> new HashMap<>())
                        .put(name.substring(0, cut), value);
            }
        });
        return Go.to(
                "/graduations/" + id,
                flash,
                "Đã ghi %d điểm thi tốt nghiệp.".formatted(graduations.putExams(id, marks)));
    }

    @PostMapping("/graduations/{id}/decision")
    @PreAuthorize("hasAuthority('GRADUATION_DECIDE')")
    View decide(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(required = false) @Nullable LocalDate on,
            RedirectAttributes flash) {
        return Go.to(
                "/graduations/" + id,
                flash,
                "Đã công nhận tốt nghiệp %d người. Kết quả xét được giữ nguyên từ đây."
                        .formatted(graduations.decide(id, number, on)));
    }

    private Graduation get(long id) {
        return repository.find(id).orElseThrow(() -> new NotFound("Không có đợt xét này trong phạm vi của bạn."));
    }
}
