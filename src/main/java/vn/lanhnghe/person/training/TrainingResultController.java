package vn.lanhnghe.person.training;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Download;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Vi;

/** Điểm danh, kết quả, chốt kết quả of a class. */
@Controller
class TrainingResultController {

    public record GridPage(
            TrainingClass it,
            TrainingCourse course,
            List<Topic> topics,
            List<Sitting> sittings,
            Paging<Member> members,
            TrainingResults.Book book,
            List<String> faults,
            Map<String, String> typed) {

        /** What a field shows: what was typed, else what is kept. */
        public String value(String field, String kept) {
            return typed.getOrDefault(field, kept);
        }
    }

    public record ClosingPage(
            TrainingClass it, TrainingCourse course, List<TrainingResults.Judged> judged, int page, LocalDate today) {

        /** Those on this page of the list. */
        public Paging<TrainingResults.Judged> shown() {
            return TrainingController.paged(judged, page);
        }

        public long passing() {
            return judged.stream().filter(one -> one.closing().passes()).count();
        }
    }

    private static final Pattern SESSION = Pattern.compile("s([0-9]{1,18})");
    private static final Pattern MARK = Pattern.compile("m([0-9]{1,18})-([0-9]{1,18})");

    private final TrainingResults results;
    private final Trainings trainings;
    private final Catalogue catalogue;
    private final Clock clock;

    TrainingResultController(TrainingResults results, Trainings trainings, Catalogue catalogue, Clock clock) {
        this.results = results;
        this.trainings = trainings;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GetMapping("/trainings/classes/{id}/attendance")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View attendance(@PathVariable long id, @RequestParam(defaultValue = "1") String page) {
        return new Page("person/training/attendance", grid(id, Paging.number(page), List.of(), Map.of()));
    }

    private GridPage grid(long id, int page, List<String> faults, Map<String, String> typed) {
        var it = trainings.get(id);
        var course = trainings.course(it);
        var members = results.listSeated(id, page);
        return new GridPage(
                it,
                course,
                catalogue.listTopics(course),
                trainings.listSittings(it),
                members,
                results.book(members.rows()),
                faults,
                typed);
    }

    /** The sessions and the people on the form are named; in each the present are ticked. Turning the page saves this one. */
    @PostMapping("/trainings/classes/{id}/attendance")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View attend(
            @PathVariable long id,
            @RequestParam(name = "session", required = false) @Nullable List<Long> sessions,
            @RequestParam(name = "member", required = false) @Nullable List<Long> members,
            @RequestParam(defaultValue = "1") String page,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            RedirectAttributes flash) {
        var present = new HashMap<Long, Set<Long>>();
        Objects.requireNonNullElse(sessions, List.<Long>of()).forEach(it -> present.put(it, new HashSet<>()));
        request.getParameterMap().forEach((name, values) -> {
            var session = SESSION.matcher(name);
            if (session.matches()) {
                Arrays.stream(values)
                        .filter(it -> it.matches("[0-9]{1,18}"))
                        .forEach(it -> present.computeIfAbsent(Long.parseLong(session.group(1)), key -> new HashSet<>())
                                .add(Long.parseLong(it)));
            }
        });
        if (present.isEmpty()) {
            throw new Refusal("Lớp chưa có buổi nào; thêm buổi học trước.");
        }
        var left = results.attend(
                id,
                members == null
                        ? Set.of()
                        : members.stream().filter(Objects::nonNull).collect(Collectors.toSet()),
                present);
        return Go.to(
                turned(id, "/attendance", page, to),
                flash,
                "Đã ghi điểm danh%s%s."
                        .formatted(
                                to.isEmpty() ? "" : " trang " + Paging.number(page),
                                left == 0
                                        ? ""
                                        : "; %s người không còn trong lớp nên không ghi".formatted(Vi.count(left))));
    }

    /** The page that was asked for, or the one that was saved. */
    private static String turned(long id, String grid, String page, String to) {
        return "%s%s?page=%d".formatted(TrainingController.address(id), grid, Paging.number(to.isEmpty() ? page : to));
    }

    @GetMapping("/trainings/classes/{id}/results")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View results(@PathVariable long id, @RequestParam(defaultValue = "1") String page) {
        return new Page("person/training/results", grid(id, Paging.number(page), List.of(), Map.of()));
    }

    @PostMapping("/trainings/classes/{id}/results")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View score(
            @PathVariable long id,
            @RequestParam(defaultValue = "1") String page,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            RedirectAttributes flash) {
        var written = new LinkedHashMap<Long, Map<Long, String>>();
        var typed = new HashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> {
            var mark = MARK.matcher(name);
            if (mark.matches()) {
                typed.put(name, values[0]);
                written.computeIfAbsent(Long.parseLong(mark.group(1)), key -> new LinkedHashMap<>())
                        .put(Long.parseLong(mark.group(2)), values[0].strip());
            }
        });
        var faults = results.score(id, written);
        return faults.isEmpty()
                ? Go.to(
                        turned(id, "/results", page, to),
                        flash,
                        to.isEmpty() ? "Đã ghi điểm." : "Đã ghi điểm trang %d.".formatted(Paging.number(page)))
                : new Page(
                        "person/training/results",
                        grid(id, Paging.number(page), faults, typed),
                        HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** A post, for taking names and marks out leaves a trace. */
    @PostMapping("/trainings/classes/{id}/results.xlsx")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    ResponseEntity<byte[]> resultSheet(@PathVariable long id) {
        return Download.xlsx(results.resultSheet(id), "bang-diem-lop-%d.xlsx".formatted(id));
    }

    @PostMapping("/trainings/classes/{id}/results/file")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View readResults(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes flash) {
        List<String> faults;
        try {
            faults = results.readResults(id, TrainingController.bytes(file));
        } catch (Refusal refused) {
            faults = List.of(String.valueOf(refused.getMessage()));
        }
        return faults.isEmpty()
                ? Go.to(TrainingController.address(id) + "/results", flash, "Đã ghi điểm từ tệp.")
                : new Page("person/training/results", grid(id, 1, faults, Map.of()), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/trainings/classes/{id}/closing")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View closing(@PathVariable long id, @RequestParam(defaultValue = "1") String page) {
        var it = trainings.get(id);
        return new Page(
                "person/training/closing",
                new ClosingPage(
                        it, trainings.course(it), results.judge(id), Paging.number(page), LocalDate.now(clock)));
    }

    @PostMapping("/trainings/classes/{id}/closing")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View close(@PathVariable long id, RedirectAttributes flash) {
        return Go.to(
                TrainingController.address(id),
                flash,
                "Đã chốt kết quả: %s người hoàn thành. Bỏ chốt được đến khi cấp chứng nhận."
                        .formatted(Vi.count(results.close(id))));
    }

    @PostMapping("/trainings/classes/{id}/reopening")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View reopen(@PathVariable long id, RedirectAttributes flash) {
        results.reopen(id);
        return Go.to(TrainingController.address(id), flash, "Đã bỏ chốt kết quả.");
    }

    @PostMapping("/trainings/classes/{id}/confirmations")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View confirmFor(@PathVariable long id, RedirectAttributes flash) {
        return Go.to(
                TrainingController.address(id),
                flash,
                "Đã xác nhận dữ liệu thay %s người.".formatted(Vi.count(results.confirmFor(id))));
    }
}
