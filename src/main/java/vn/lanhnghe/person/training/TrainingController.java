package vn.lanhnghe.person.training;

import jakarta.validation.Valid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.audit.Act;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.person.training.TrainingEnrolmentRepository.Batch;
import vn.lanhnghe.person.training.TrainingResultRepository.Feedback;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Reader;
import vn.lanhnghe.ui.Vi;

/** Lớp bồi dưỡng: listed, opened, planned, shown. */
@Controller
class TrainingController {

    public record ListPage(Paging<TrainingClass> classes, boolean all, LocalDate today) {}

    /** {@code it} is the class that is changed, null for a new one; {@code version} as whoever changes it saw it. */
    public record NewPage(
            BindingResult form,
            List<TrainingCourse> courses,
            Map<Long, List<Topic>> topics,
            @Nullable TrainingClass it,
            int version) {
        public Map<String, String> choices() {
            var choices = new LinkedHashMap<String, String>();
            courses.forEach(it ->
                    choices.put(Long.toString(it.id()), "%s %s, %d tiết".formatted(it.code(), it.title(), it.hours())));
            return choices;
        }
    }

    /** {@code runs}: whoever looks runs the class; {@code signs}: may sign its certificates; {@code faults} of what was just sent, {@code lines} the sessions typed with it. */
    public record ClassPage(
            TrainingClass it,
            TrainingCourse course,
            List<Need> needs,
            List<Sitting> sittings,
            List<Member> members,
            int page,
            List<Batch> batches,
            @Nullable Feedback feedback,
            List<String> remarks,
            boolean runs,
            boolean signs,
            boolean staff,
            @Nullable Member mine,
            String heading,
            List<String> faults,
            String lines,
            List<Act> history,
            LocalDate today) {

        /** Whether whoever looks is shown what was done: the institution that did it, and the city. */
        public boolean told() {
            return staff && (runs || Scope.current().institutionId() == null);
        }

        public List<Member> seated() {
            return members.stream().filter(Member::seated).toList();
        }

        /** Those on this page of the list. */
        public Paging<Member> shown() {
            return paged(members, page);
        }

        public long completed() {
            return members.stream()
                    .filter(one -> one.state() == Member.State.COMPLETED)
                    .count();
        }

        /** Who holds a certificate of this class. */
        public long certified() {
            return members.stream().filter(one -> one.certificateId() != null).count();
        }

        /** Completed, nothing lacking, no certificate yet. */
        public long ready() {
            return members.stream()
                    .filter(one -> one.state() == Member.State.COMPLETED
                            && one.certificateId() == null
                            && lacks(one).isEmpty())
                    .count();
        }

        public String lacks(Member one) {
            return TrainingCertificates.lacks(one);
        }

        public long unconfirmed() {
            return waiting().count();
        }

        /** Of these, whose record changed since it was confirmed. */
        public long changed() {
            return waiting().filter(one -> one.changedAt() != null).count();
        }

        private Stream<Member> waiting() {
            return members.stream()
                    .filter(one -> one.state() == Member.State.COMPLETED
                            && one.birthDate() != null
                            && one.confirmedAt() == null
                            && !one.account()
                            && !one.twin());
        }
    }

    private final Trainings trainings;
    private final TrainingEnrolments enrolments;
    private final TrainingResults results;
    private final TrainingEnrolmentRepository repository;
    private final Catalogue catalogue;
    private final OwnTrainings own;
    private final Acts acts;
    private final Clock clock;

    TrainingController(
            Trainings trainings,
            TrainingEnrolments enrolments,
            TrainingResults results,
            TrainingEnrolmentRepository repository,
            Catalogue catalogue,
            OwnTrainings own,
            Acts acts,
            Clock clock) {
        this.trainings = trainings;
        this.enrolments = enrolments;
        this.results = results;
        this.repository = repository;
        this.catalogue = catalogue;
        this.own = own;
        this.acts = acts;
        this.clock = clock;
    }

    @GetMapping("/trainings")
    @PreAuthorize("hasAuthority('TRAINING_VIEW')")
    View list(@RequestParam(defaultValue = "false") boolean all, @RequestParam(defaultValue = "1") String page) {
        return new Page(
                "person/training/list",
                new ListPage(trainings.list(!all, Paging.number(page)), all, LocalDate.now(clock)));
    }

    /** One page of what is there already. */
    static <T> Paging<T> paged(List<T> rows, int page) {
        var all = new Paging<>(List.<T>of(), page, rows.size(), Paging.SIZE);
        return new Paging<>(
                rows.subList((int) Math.max(0, all.from() - 1), (int) all.until()),
                all.page(),
                all.total(),
                all.size());
    }

    @GetMapping("/trainings/classes/new")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View blank(@RequestParam(required = false) @Nullable Long course) {
        var today = LocalDate.now(clock);
        return blank(
                new BeanPropertyBindingResult(
                        new NewTrainingClass(course, "", today.plusDays(14), today.plusDays(60), "", 60, "", true, ""),
                        "form"),
                HttpStatus.OK);
    }

    private View blank(BindingResult form, HttpStatus status) {
        var courses = catalogue.list("").stream().filter(TrainingCourse::active).toList();
        var topics = new HashMap<Long, List<Topic>>();
        if (form.getTarget() instanceof NewTrainingClass it && it.courseId() != null) {
            courses.stream()
                    .filter(one -> one.id() == it.courseId())
                    .forEach(one -> topics.put(one.id(), catalogue.listTopics(one)));
        }
        return new Page("person/training/class-new", new NewPage(form, courses, topics, null, 0), status);
    }

    @PostMapping("/trainings/classes")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View open(@Valid @ModelAttribute("form") NewTrainingClass form, BindingResult result, RedirectAttributes flash) {
        if (result.getTarget() instanceof NewTrainingClass plan) {
            Fault.reject(result, trainings.faults(plan, null));
        }
        if (!result.hasErrors()) {
            try {
                return Go.to(
                        address(trainings.open(form)),
                        flash,
                        "Đã mở lớp. Ghi danh từ danh sách còn thiếu hoặc từ tệp.");
            } catch (Refusal refused) {
                result.reject("refused", String.valueOf(refused.getMessage()));
            }
        }
        return blank(result, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/trainings/classes/{id}/change")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View change(@PathVariable long id) {
        var it = trainings.runOpen(id);
        return change(
                new BeanPropertyBindingResult(
                        new NewTrainingClass(
                                it.courseId(),
                                it.name(),
                                it.startsOn(),
                                it.endsOn(),
                                it.place(),
                                it.capacity(),
                                it.evaluators(),
                                it.selfEnrol(),
                                ""),
                        "form"),
                it,
                it.version(),
                HttpStatus.OK);
    }

    private static View change(BindingResult form, TrainingClass it, int version, HttpStatus status) {
        return new Page("person/training/class-new", new NewPage(form, List.of(), Map.of(), it, version), status);
    }

    @PostMapping("/trainings/classes/{id}/change")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View change(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int version,
            @Valid @ModelAttribute("form") NewTrainingClass form,
            BindingResult result,
            RedirectAttributes flash) {
        var it = trainings.runOpen(id);
        if (result.getTarget() instanceof NewTrainingClass plan) {
            Fault.reject(result, trainings.faults(plan, it));
        }
        if (!result.hasErrors()) {
            try {
                trainings.change(id, version, form);
                return Go.to(address(id), flash, "Đã sửa lớp.");
            } catch (Refusal refused) {
                result.reject("refused", String.valueOf(refused.getMessage()));
            }
        }
        return change(result, it, version, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/trainings/classes/{id}/cancellation")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View cancel(@PathVariable long id, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        try {
            return Go.to(
                    address(id),
                    flash,
                    "Đã huỷ lớp; %s người đã ghi danh hoặc xin học thấy lý do ở trang của họ."
                            .formatted(Vi.count(trainings.cancel(id, reason))));
        } catch (Refusal refused) {
            return show(id, "Chưa huỷ lớp", refused);
        }
    }

    @PostMapping("/trainings/batches/{id}/undoing")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View undo(@PathVariable long id, RedirectAttributes flash) {
        var classId = repository.findBatch(id).map(Batch::classId).orElse(0L);
        try {
            var undone = enrolments.undo(id);
            return Go.to(
                    address(classId),
                    flash,
                    "Đã hoàn tác ghi danh %s người%s."
                            .formatted(
                                    Vi.count(undone.removed()),
                                    undone.kept().isEmpty()
                                            ? ""
                                            : "; còn trong lớp vì đã có điểm danh, điểm hoặc đã thôi học: "
                                                    + String.join(", ", undone.kept())));
        } catch (Refusal refused) {
            return show(classId, "Chưa hoàn tác", refused);
        }
    }

    @PostMapping("/trainings/enrolments/{id}/withdrawal")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View withdraw(@PathVariable long id, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        var classId = repository.findMember(id).map(Member::classId).orElse(0L);
        try {
            enrolments.withdraw(id, reason);
            return Go.to(address(classId), flash, "Đã ghi thôi học.");
        } catch (Refusal refused) {
            return show(classId, "Chưa ghi thôi học", refused);
        }
    }

    /** The class once more, with why it could not be done. */
    private View show(long classId, String heading, Refusal refused) {
        return show(
                classId,
                1,
                heading,
                List.of(String.valueOf(refused.getMessage())),
                "",
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    static String address(long classId) {
        return "/trainings/classes/" + classId;
    }

    @GetMapping("/trainings/classes/{id}")
    @PreAuthorize("hasAuthority('TRAINING_VIEW')")
    View show(@PathVariable long id, @RequestParam(defaultValue = "1") String page) {
        return show(id, Paging.number(page), "", List.of(), "", HttpStatus.OK);
    }

    private View show(long id, int page, String heading, List<String> faults, String lines, HttpStatus status) {
        var it = trainings.get(id);
        var staff = Reader.may("TRAINING_RUN")
                || Reader.may("TRAINING_CONFIRM")
                || Reader.may("TRAINING_REVIEW")
                || Reader.may("PERSON_VIEW");
        var runs = Reader.may("TRAINING_RUN") && Runs.runs(it.institutionId());
        var me = Reader.may("PERSON_SELF") ? own.me() : Optional.<vn.lanhnghe.person.Person>empty();
        var course = trainings.course(it);
        return new Page(
                "person/training/class",
                new ClassPage(
                        it,
                        course,
                        catalogue.listNeeds(course),
                        trainings.listSittings(it),
                        staff ? enrolments.listMembers(it) : List.of(),
                        page,
                        runs ? enrolments.listBatches(it) : List.of(),
                        runs ? results.feedback(it) : null,
                        runs ? results.remarks(it) : List.of(),
                        runs,
                        TrainingCertificates.signs(it.institutionId()),
                        staff,
                        me.flatMap(one -> repository.findMember(id, one.id())).orElse(null),
                        heading,
                        faults,
                        lines,
                        staff ? acts.list("training_class", id) : List.of(),
                        LocalDate.now(clock)),
                status);
    }

    @PostMapping("/trainings/classes/{id}/sessions")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View plan(@PathVariable long id, @RequestParam(defaultValue = "") String lines, RedirectAttributes flash) {
        try {
            return Go.to(address(id), flash, "Đã thêm %d buổi.".formatted(trainings.plan(id, lines)));
        } catch (Refusal refused) {
            return show(
                    id,
                    1,
                    "Chưa thêm buổi học nào",
                    List.of(String.valueOf(refused.getMessage())),
                    lines,
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/trainings/classes/{id}/sessions/{session}/removal")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View removeSitting(@PathVariable long id, @PathVariable long session, RedirectAttributes flash) {
        try {
            trainings.removeSitting(id, session);
            return Go.to(address(id), flash, "Đã bỏ buổi học.");
        } catch (Refusal refused) {
            return show(id, "Chưa bỏ buổi học", refused);
        }
    }

    @PostMapping("/trainings/classes/{id}/enrolments/file")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View enrolFile(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes flash) {
        try {
            var read = enrolments.enrolFile(id, bytes(file));
            var enrolled = read.enrolled();
            return enrolled == null
                    ? show(
                            id,
                            1,
                            "Tệp có %s lỗi, chưa ghi danh ai"
                                    .formatted(Vi.count(read.faults().size())),
                            read.faults(),
                            "",
                            HttpStatus.UNPROCESSABLE_CONTENT)
                    : Go.to(address(id), flash, enrolled.told());
        } catch (Unready unready) {
            return TrainingEnrolmentController.unready(unready);
        } catch (Refusal refused) {
            return show(id, "Chưa ghi danh ai", refused);
        }
    }

    static byte[] bytes(@Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            throw new Refusal("Chọn một tệp XLSX hoặc CSV.");
        }
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
