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
import java.util.stream.Stream;
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
            Map<String, String> typed,
            @Nullable Map<Long, Set<Long>> ticked,
            LocalDate today) {

        /** What a field shows: what was typed, else what is kept. */
        public String value(String field, String kept) {
            return typed.getOrDefault(field, kept);
        }

        /** Whether a box is ticked: as it was just sent, else as it is kept. */
        public boolean ticked(Member member, Sitting sitting) {
            return ticked == null || !ticked.containsKey(sitting.id())
                    ? book.was(member.id(), sitting.id())
                    : ticked.get(sitting.id()).contains(member.id());
        }

        /** The sessions of which presence can be written by now. */
        public List<Sitting> held() {
            return sittings.stream().filter(one -> !one.heldOn().isAfter(today)).toList();
        }

        /** Who on this page stands as present, as the form hands it back. */
        public String stood(Sitting sitting) {
            return members.rows().stream()
                    .filter(one -> book.was(one.id(), sitting.id()))
                    .map(one -> Long.toString(one.id()))
                    .collect(Collectors.joining(","));
        }

        /** The marks of somebody that stand, as the form hands them back. */
        public String stood(Member member) {
            return Stream.concat(topics.stream().map(Topic::id), Stream.of(TrainingResults.FINAL))
                    .map(topic -> topic + ":" + book.told(member.id(), topic))
                    .collect(Collectors.joining(";"));
        }
    }

    public record ClosingPage(
            TrainingClass it,
            TrainingCourse course,
            List<TrainingResults.Judged> judged,
            List<String> hindrances,
            int page,
            LocalDate today) {

        /** Those on this page of the list. */
        public Paging<TrainingResults.Judged> shown() {
            return TrainingController.paged(judged, page);
        }

        public long passing() {
            return judged.stream().filter(one -> one.closing().passes()).count();
        }
    }

    private static final Pattern SESSION = Pattern.compile("s([0-9]{1,18})");
    private static final Pattern STOOD = Pattern.compile("w([0-9]{1,18})");
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
        return new Page("person/training/attendance", grid(id, Paging.number(page), List.of(), Map.of(), null));
    }

    private GridPage grid(
            long id, int page, List<String> faults, Map<String, String> typed, @Nullable Map<Long, Set<Long>> ticked) {
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
                typed,
                ticked,
                LocalDate.now(clock));
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
        var seen = new HashMap<Long, Set<Long>>();
        request.getParameterMap().forEach((name, values) -> {
            var stood = STOOD.matcher(name);
            if (stood.matches()) {
                seen.put(Long.parseLong(stood.group(1)), ids(values[0]));
            }
        });
        try {
            var done = results.attend(
                    id,
                    members == null
                            ? Set.of()
                            : members.stream().filter(Objects::nonNull).collect(Collectors.toSet()),
                    present,
                    seen);
            return Go.to(
                    turned(id, "/attendance", page, to),
                    flash,
                    done.changed() == 0 && done.left() == 0
                            ? "Không có ô nào thay đổi."
                            : "Đã ghi điểm danh%s: %s ô thay đổi%s."
                                    .formatted(
                                            to.isEmpty() ? "" : " trang " + Paging.number(page),
                                            Vi.count(done.changed()),
                                            done.left() == 0
                                                    ? ""
                                                    : "; %s người không còn trong lớp nên không ghi"
                                                            .formatted(Vi.count(done.left()))));
        } catch (Refusal refused) {
            return new Page(
                    "person/training/attendance",
                    grid(id, Paging.number(page), List.of(String.valueOf(refused.getMessage())), Map.of(), present),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static Set<Long> ids(String text) {
        return Arrays.stream(text.split(","))
                .filter(it -> it.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .collect(Collectors.toSet());
    }

    /** Marks as a form showed them: topic:mark, one after the other. */
    private static Map<Long, String> stood(String text) {
        var stood = new HashMap<Long, String>();
        for (var cell : text.split(";")) {
            var parts = cell.split(":", 2);
            if (parts.length == 2 && parts[0].matches("[0-9]{1,18}")) {
                stood.put(Long.valueOf(parts[0]), parts[1]);
            }
        }
        return stood;
    }

    /** The page that was asked for, or the one that was saved. */
    private static String turned(long id, String grid, String page, String to) {
        return "%s%s?page=%d".formatted(TrainingController.address(id), grid, Paging.number(to.isEmpty() ? page : to));
    }

    @GetMapping("/trainings/classes/{id}/results")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View results(@PathVariable long id, @RequestParam(defaultValue = "1") String page) {
        return new Page("person/training/results", grid(id, Paging.number(page), List.of(), Map.of(), null));
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
        var seen = new HashMap<Long, Map<Long, String>>();
        request.getParameterMap().forEach((name, values) -> {
            var stood = STOOD.matcher(name);
            if (stood.matches()) {
                seen.put(Long.parseLong(stood.group(1)), stood(values[0]));
            }
        });
        request.getParameterMap().forEach((name, values) -> {
            var mark = MARK.matcher(name);
            if (mark.matches()) {
                var member = Long.parseLong(mark.group(1));
                var topic = Long.parseLong(mark.group(2));
                var value = values[0].strip();
                if (!value.equals(seen.getOrDefault(member, Map.of()).get(topic))) {
                    typed.put(name, values[0]);
                }
                written.computeIfAbsent(member, key -> new LinkedHashMap<>()).put(topic, value);
            }
        });
        var scored = results.score(id, written, seen);
        return scored.faults().isEmpty()
                ? Go.to(
                        turned(id, "/results", page, to),
                        flash,
                        scored.marks() == 0
                                ? "Không có ô nào thay đổi."
                                : "Đã ghi điểm%s: %s ô của %s người."
                                        .formatted(
                                                to.isEmpty() ? "" : " trang " + Paging.number(page),
                                                Vi.count(scored.marks()),
                                                Vi.count(scored.people())))
                : new Page(
                        "person/training/results",
                        grid(id, Paging.number(page), scored.faults(), typed, null),
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
            var read = results.readResults(id, TrainingController.bytes(file));
            if (read.faults().isEmpty()) {
                return Go.to(
                        TrainingController.address(id) + "/results", flash, "Đã ghi từ tệp %s.".formatted(read.told()));
            }
            faults = read.faults();
        } catch (Refusal refused) {
            faults = List.of(String.valueOf(refused.getMessage()));
        }
        return new Page(
                "person/training/results", grid(id, 1, faults, Map.of(), null), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/trainings/classes/{id}/closing")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View closing(@PathVariable long id, @RequestParam(defaultValue = "1") String page) {
        return closing(id, Paging.number(page), HttpStatus.OK);
    }

    private View closing(long id, int page, HttpStatus status) {
        var it = trainings.get(id);
        return new Page(
                "person/training/closing",
                new ClosingPage(
                        it,
                        trainings.course(it),
                        results.judge(id),
                        it.open() ? results.hindrances(it) : List.of(),
                        page,
                        LocalDate.now(clock)),
                status);
    }

    @PostMapping("/trainings/classes/{id}/closing")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View close(@PathVariable long id, RedirectAttributes flash) {
        var it = trainings.get(id);
        if (it.open() && !results.hindrances(it).isEmpty()) {
            return closing(id, 1, HttpStatus.UNPROCESSABLE_CONTENT);
        }
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
