package vn.lanhnghe.person.training;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.lanhnghe.audit.Act;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.document.Qr;
import vn.lanhnghe.person.training.TrainingRepository.Batch;
import vn.lanhnghe.person.training.TrainingRepository.Feedback;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Download;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Reader;
import vn.lanhnghe.ui.Rehearsal;
import vn.lanhnghe.ui.Vi;

/** Lớp bồi dưỡng, from opening to certificates. */
@Controller
class TrainingController {

    public record ListPage(Paging<TrainingClass> classes, boolean all, LocalDate today) {}

    public record NewPage(BindingResult form, List<TrainingCourse> courses, Map<Long, List<Topic>> topics) {
        public Map<String, String> choices() {
            var choices = new LinkedHashMap<String, String>();
            courses.forEach(it ->
                    choices.put(Long.toString(it.id()), "%s %s, %d tiết".formatted(it.code(), it.title(), it.hours())));
            return choices;
        }
    }

    /** {@code runs}: whoever looks runs the class; {@code signs}: may sign its certificates; {@code faults} of a file just sent. */
    public record ClassPage(
            TrainingClass it,
            TrainingCourse course,
            List<Topic> topics,
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
            List<String> faults,
            List<Act> history,
            LocalDate today) {

        public List<Member> seated() {
            return members.stream().filter(Member::seated).toList();
        }

        /** Those on this page of the list. */
        public Paging<Member> shown() {
            var all = new Paging<>(List.<Member>of(), page, members.size(), Paging.SIZE);
            return new Paging<>(
                    members.subList((int) Math.max(0, all.from() - 1), (int) all.until()),
                    all.page(),
                    all.total(),
                    all.size());
        }

        public long completed() {
            return members.stream()
                    .filter(one -> one.state() == Member.State.COMPLETED)
                    .count();
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
            return seated().stream()
                    .filter(one -> one.confirmedAt() == null && !one.account())
                    .count();
        }
    }

    public record GridPage(
            TrainingClass it,
            TrainingCourse course,
            List<Topic> topics,
            List<Sitting> sittings,
            List<Member> members,
            Trainings.Book book,
            List<String> faults,
            Map<String, String> typed) {

        /** What a field shows: what was typed, else what is kept. */
        public String value(String field, String kept) {
            return typed.getOrDefault(field, kept);
        }
    }

    public record ClosingPage(TrainingClass it, TrainingCourse course, List<Trainings.Judged> judged, LocalDate today) {
        public long passing() {
            return judged.stream().filter(one -> one.closing().passes()).count();
        }
    }

    public record AskedPage(List<Member> asked, Map<Long, TrainingClass> classes) {}

    public record CertificatePage(TrainingCertificate it, String code, boolean signs, boolean mayTake) {}

    /** What the paper prints. */
    public record CertificatePaper(TrainingCertificate it, String code, String link, String qr, boolean rehearsal) {}

    private static final Pattern SESSION = Pattern.compile("s([0-9]{1,18})");
    private static final Pattern MARK = Pattern.compile("m([0-9]{1,18})-([0-9]{1,18})");

    private final Trainings trainings;
    private final TrainingCertificates certificates;
    private final TrainingRepository repository;
    private final Catalogue catalogue;
    private final OwnTrainings own;
    private final Certifier certifier;
    private final Rehearsal rehearsal;
    private final Acts acts;
    private final Clock clock;

    TrainingController(
            Trainings trainings,
            TrainingCertificates certificates,
            TrainingRepository repository,
            Catalogue catalogue,
            OwnTrainings own,
            Certifier certifier,
            Rehearsal rehearsal,
            Acts acts,
            Clock clock) {
        this.trainings = trainings;
        this.certificates = certificates;
        this.repository = repository;
        this.catalogue = catalogue;
        this.own = own;
        this.certifier = certifier;
        this.rehearsal = rehearsal;
        this.acts = acts;
        this.clock = clock;
    }

    @GetMapping("/trainings")
    @PreAuthorize("hasAuthority('TRAINING_VIEW')")
    View list(@RequestParam(defaultValue = "false") boolean all, @RequestParam(defaultValue = "1") String page) {
        return new Page(
                "person/training/list", new ListPage(trainings.list(!all, number(page)), all, LocalDate.now(clock)));
    }

    static int number(String page) {
        return page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1;
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
        return new Page("person/training/class-new", new NewPage(form, courses, topics), status);
    }

    @PostMapping("/trainings/classes")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View open(@Valid @ModelAttribute("form") NewTrainingClass form, BindingResult result, RedirectAttributes flash) {
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

    private static String address(long classId) {
        return "/trainings/classes/" + classId;
    }

    @GetMapping("/trainings/classes/{id}")
    @PreAuthorize("hasAuthority('TRAINING_VIEW')")
    View show(@PathVariable long id, @RequestParam(defaultValue = "1") String page) {
        return show(id, number(page), List.of(), HttpStatus.OK);
    }

    private View show(long id, int page, List<String> faults, HttpStatus status) {
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
                        catalogue.listTopics(course),
                        trainings.listSittings(it),
                        staff ? trainings.listMembers(it) : List.of(),
                        page,
                        runs ? trainings.listBatches(it) : List.of(),
                        runs ? trainings.feedback(it) : null,
                        runs ? trainings.remarks(it) : List.of(),
                        runs,
                        TrainingCertificates.signs(it.institutionId()),
                        staff,
                        me.flatMap(one -> repository.findMember(id, one.id())).orElse(null),
                        faults,
                        staff ? acts.list("training_class", id) : List.of(),
                        LocalDate.now(clock)),
                status);
    }

    @PostMapping("/trainings/classes/{id}/sessions")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View plan(@PathVariable long id, @RequestParam(defaultValue = "") String lines, RedirectAttributes flash) {
        return Go.to(address(id), flash, "Đã thêm %d buổi.".formatted(trainings.plan(id, lines)));
    }

    @PostMapping("/trainings/classes/{id}/sessions/{session}/removal")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View removeSitting(@PathVariable long id, @PathVariable long session, RedirectAttributes flash) {
        trainings.removeSitting(id, session);
        return Go.to(address(id), flash, "Đã bỏ buổi học.");
    }

    @PostMapping("/trainings/classes/{id}/enrolments/file")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View enrolFile(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes flash) {
        var read = trainings.enrolFile(id, bytes(file));
        var enrolled = read.enrolled();
        return enrolled == null
                ? show(id, 1, read.faults(), HttpStatus.UNPROCESSABLE_CONTENT)
                : Go.to(address(id), flash, told(enrolled));
    }

    static String told(Trainings.Enrolled it) {
        return "Đã ghi danh %s người%s. Có thể hoàn tác ở trang lớp."
                .formatted(
                        Vi.count(it.people()),
                        it.already() == 0 ? "" : "; %s người đã ở trong lớp".formatted(Vi.count(it.already())));
    }

    private static byte[] bytes(@Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            throw new Refusal("Chọn một tệp XLSX hoặc CSV.");
        }
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PostMapping("/trainings/batches/{id}/undoing")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View undo(@PathVariable long id, RedirectAttributes flash) {
        var classId = repository.findBatch(id).map(Batch::classId).orElse(0L);
        return Go.to(address(classId), flash, "Đã hoàn tác ghi danh %s người.".formatted(Vi.count(trainings.undo(id))));
    }

    @PostMapping("/trainings/classes/{id}/asking")
    @PreAuthorize("hasAuthority('PERSON_SELF')")
    View ask(@PathVariable long id, RedirectAttributes flash) {
        trainings.ask(id);
        return Go.to(address(id), flash, "Đã gửi trường. Trường đồng ý thì bạn có tên trong lớp.");
    }

    @GetMapping("/trainings/asked")
    @PreAuthorize("hasAuthority('TRAINING_CONFIRM')")
    View asked() {
        var asked = trainings.listAsked();
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
        trainings.answer(id, verdict.equals("agree"), reason);
        return Go.to("/trainings/asked", flash, verdict.equals("agree") ? "Đã đồng ý." : "Đã trả lời chưa đồng ý.");
    }

    @PostMapping("/trainings/enrolments/{id}/withdrawal")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View withdraw(@PathVariable long id, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        trainings.withdraw(id, reason);
        return Go.to(address(repository.findMember(id).map(Member::classId).orElse(0L)), flash, "Đã ghi thôi học.");
    }

    @GetMapping("/trainings/classes/{id}/attendance")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View attendance(@PathVariable long id) {
        return new Page("person/training/attendance", grid(id, List.of(), Map.of()));
    }

    private GridPage grid(long id, List<String> faults, Map<String, String> typed) {
        var it = trainings.get(id);
        Runs.own(it.institutionId());
        var course = trainings.course(it);
        return new GridPage(
                it,
                course,
                catalogue.listTopics(course),
                trainings.listSittings(it),
                trainings.listMembers(it).stream().filter(Member::seated).toList(),
                trainings.book(it),
                faults,
                typed);
    }

    /** The sessions on the form are named; in each the present are ticked. */
    @PostMapping("/trainings/classes/{id}/attendance")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View attend(
            @PathVariable long id,
            @RequestParam(name = "session", required = false) @Nullable List<Long> sessions,
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
        trainings.attend(id, present);
        return Go.to(address(id) + "/attendance", flash, "Đã ghi điểm danh.");
    }

    @GetMapping("/trainings/classes/{id}/results")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View results(@PathVariable long id) {
        return new Page("person/training/results", grid(id, List.of(), Map.of()));
    }

    @PostMapping("/trainings/classes/{id}/results")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View score(@PathVariable long id, HttpServletRequest request, RedirectAttributes flash) {
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
        var faults = trainings.score(id, written);
        return faults.isEmpty()
                ? Go.to(address(id) + "/results", flash, "Đã ghi điểm.")
                : new Page("person/training/results", grid(id, faults, typed), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** A post, for taking names and marks out leaves a trace. */
    @PostMapping("/trainings/classes/{id}/results.xlsx")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    ResponseEntity<byte[]> resultSheet(@PathVariable long id) {
        return Download.xlsx(trainings.resultSheet(id), "bang-diem-lop-%d.xlsx".formatted(id));
    }

    @PostMapping("/trainings/classes/{id}/results/file")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View readResults(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes flash) {
        var faults = trainings.readResults(id, bytes(file));
        return faults.isEmpty()
                ? Go.to(address(id) + "/results", flash, "Đã ghi điểm từ tệp.")
                : new Page("person/training/results", grid(id, faults, Map.of()), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/trainings/classes/{id}/closing")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View closing(@PathVariable long id) {
        var it = trainings.get(id);
        return new Page(
                "person/training/closing",
                new ClosingPage(it, trainings.course(it), trainings.judge(id), LocalDate.now(clock)));
    }

    @PostMapping("/trainings/classes/{id}/closing")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View close(@PathVariable long id, RedirectAttributes flash) {
        return Go.to(
                address(id),
                flash,
                "Đã chốt kết quả: %s người hoàn thành. Bỏ chốt được đến khi cấp chứng nhận."
                        .formatted(Vi.count(trainings.close(id))));
    }

    @PostMapping("/trainings/classes/{id}/reopening")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View reopen(@PathVariable long id, RedirectAttributes flash) {
        trainings.reopen(id);
        return Go.to(address(id), flash, "Đã bỏ chốt kết quả.");
    }

    @PostMapping("/trainings/classes/{id}/confirmations")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View confirmFor(@PathVariable long id, RedirectAttributes flash) {
        return Go.to(
                address(id), flash, "Đã xác nhận dữ liệu thay %s người.".formatted(Vi.count(trainings.confirmFor(id))));
    }

    @PostMapping("/trainings/classes/{id}/certificates")
    @PreAuthorize("hasAuthority('TRAINING_RUN') or hasAuthority('TRAINING_CONFIRM')")
    View issue(@PathVariable long id, RedirectAttributes flash) {
        return Go.to(address(id), flash, "Đã cấp %s chứng nhận.".formatted(Vi.count(certificates.issue(id))));
    }

    @GetMapping("/trainings/certificates/{id}")
    @PreAuthorize("hasAnyAuthority('TRAINING_VIEW', 'PERSON_SELF')")
    View certificate(@PathVariable long id) {
        var it = certificates.get(id);
        return new Page(
                "person/training/certificate",
                new CertificatePage(
                        it, certifier.printed(it.code()), TrainingCertificates.signs(it.institutionId()), true));
    }

    @GetMapping(value = "/trainings/certificates/{id}/paper.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @PreAuthorize("hasAnyAuthority('TRAINING_VIEW', 'PERSON_SELF')")
    ResponseEntity<byte[]> paper(@PathVariable long id) {
        var it = certificates.take(id);
        var code = certifier.printed(it.code());
        var link = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/v/" + code)
                .toUriString();
        var text = Page.text(
                "person/training/certificate-paper",
                new CertificatePaper(it, code, link, Qr.dataUri(link), rehearsal.rehearsal()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"chung-nhan-%s.pdf\"".formatted(it.printed()))
                .header("Cache-Control", "no-store")
                .body(certifier.paper(text, it));
    }

    @PostMapping("/trainings/certificates/{id}/revocation")
    @PreAuthorize("hasAuthority('TRAINING_RUN') or hasAuthority('TRAINING_CONFIRM')")
    View revoke(@PathVariable long id, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        certificates.revoke(id, reason);
        return Go.to(
                "/trainings/certificates/" + id,
                flash,
                "Đã thu hồi chứng nhận; tra cứu công khai trả lời như vậy ngay.");
    }
}
