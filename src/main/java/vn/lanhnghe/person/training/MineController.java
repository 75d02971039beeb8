package vn.lanhnghe.person.training;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.lanhnghe.document.Documents;
import vn.lanhnghe.document.Qr;
import vn.lanhnghe.person.Person;
import vn.lanhnghe.person.paper.StaffPapers;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Rehearsal;

/** Bồi dưỡng của tôi: what counts and why, declaring, the survey, certificates, the passport. */
@Controller
class MineController {

    /** {@code me} null: the account is nobody's record yet. */
    public record MinePage(
            @Nullable Person me,
            List<OwnTrainings.Counted> counted,
            List<TrainingClass> offers,
            List<OwnRepository.Seat> seats,
            List<Elsewhere> elsewhere,
            List<ElsewhereRepository.Load> loads,
            OwnTrainings.@Nullable Passport passport) {}

    public record DeclarePage(BindingResult form, Map<String, String> kinds, Map<String, String> purposes) {}

    public record FeedbackPage(
            Member seat, TrainingClass it, @Nullable String trouble, Map<String, Integer> said, String remark) {}

    /** What the passport prints. */
    public record PassportPaper(
            Person me,
            List<OwnTrainings.Counted> counted,
            List<OwnRepository.SelfLevel> levels,
            List<TrainingCertificate> certificates,
            Map<String, String> codes,
            List<Elsewhere> elsewhere,
            @Nullable String link,
            @Nullable String qr,
            OffsetDateTime at,
            boolean rehearsal) {}

    /** What a stranger sees; {@code shown} null: no passport stands open under that code. */
    public record PublicPage(
            OwnRepository.@Nullable Shown shown,
            List<OwnTrainings.Counted> counted,
            List<OwnRepository.ShownLine> lines,
            Map<String, String> kinds,
            OffsetDateTime at) {}

    private final OwnTrainings own;
    private final OwnRepository repository;
    private final ElsewhereTrainings elsewhere;
    private final StaffPapers papers;
    private final Catalogue catalogue;
    private final Certifier certifier;
    private final Documents documents;
    private final Rehearsal rehearsal;
    private final Clock clock;

    MineController(
            OwnTrainings own,
            OwnRepository repository,
            ElsewhereTrainings elsewhere,
            StaffPapers papers,
            Catalogue catalogue,
            Certifier certifier,
            Documents documents,
            Rehearsal rehearsal,
            Clock clock) {
        this.own = own;
        this.repository = repository;
        this.elsewhere = elsewhere;
        this.papers = papers;
        this.catalogue = catalogue;
        this.certifier = certifier;
        this.documents = documents;
        this.rehearsal = rehearsal;
        this.clock = clock;
    }

    @GetMapping("/trainings/mine")
    @PreAuthorize("hasAuthority('PERSON_SELF')")
    View mine() {
        var me = own.me().orElse(null);
        if (me == null) {
            return new Page(
                    "person/training/mine",
                    new MinePage(null, List.of(), List.of(), List.of(), List.of(), List.of(), null));
        }
        var counted = own.listCounted(me);
        var seats = own.listSeats(me);
        return new Page(
                "person/training/mine",
                new MinePage(
                        me,
                        own.listStanding(counted, seats),
                        own.listOffers(counted, seats),
                        seats,
                        own.listElsewhere(me),
                        own.listLoads(me),
                        own.passport(me).orElse(null)));
    }

    @GetMapping("/trainings/mine/elsewhere")
    @PreAuthorize("hasAuthority('PERSON_SELF')")
    View blank() {
        var form = new HashMap<String, String>();
        form.put("kind", "DIGITAL");
        form.put("purpose", "THUONG_XUYEN");
        return declare(new MapBindingResult(form, "form"), HttpStatus.OK);
    }

    private View declare(BindingResult form, HttpStatus status) {
        var purposes = new LinkedHashMap<String, String>();
        catalogue.purposes().forEach(it -> purposes.put(it.code(), it.label()));
        return new Page("person/training/declare", new DeclarePage(form, kinds(), purposes), status);
    }

    private Map<String, String> kinds() {
        var kinds = new LinkedHashMap<String, String>();
        catalogue.kinds().forEach(it -> kinds.put(it.code(), it.label()));
        return kinds;
    }

    @PostMapping("/trainings/mine/elsewhere")
    @PreAuthorize("hasAuthority('PERSON_SELF')")
    View declare(
            @RequestParam Map<String, String> form,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes flash) {
        var result = new MapBindingResult(form, "form");
        var read = NewElsewhere.read(form);
        read.faults().forEach((field, fault) -> result.rejectValue(field, "fault", fault));
        elsewhere
                .faults(
                        form.getOrDefault("kind", ""),
                        form.getOrDefault("purpose", ""),
                        read.startsOn(),
                        read.finishedOn())
                .forEach((field, fault) -> result.rejectValue(field, "fault", fault));
        var kept = papers.take(file, form, result, "file");
        var item = read.item();
        if (kept != null && item != null && !result.hasErrors()) {
            try {
                elsewhere.declare(item, papers.scan(kept));
                return Go.to(
                        "/trainings/mine", flash, "Đã gửi trường xác nhận. Trường xác nhận thì mục này được tính.");
            } catch (Refusal refused) {
                result.reject("refused", String.valueOf(refused.getMessage()));
            }
        }
        return declare(result, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/trainings/mine/classes/{id}/confirmation")
    @PreAuthorize("hasAuthority('PERSON_SELF')")
    View confirm(@PathVariable long id, @RequestParam(defaultValue = "") String seen, RedirectAttributes flash) {
        own.confirm(id, seen);
        return Go.to("/trainings/mine", flash, "Đã xác nhận họ tên, ngày sinh; chứng nhận sẽ ghi đúng như vậy.");
    }

    @GetMapping("/trainings/mine/classes/{id}/feedback")
    @PreAuthorize("hasAuthority('PERSON_SELF')")
    View feedback(@PathVariable long id) {
        var seat = own.seat(id);
        return new Page("person/training/feedback", new FeedbackPage(seat, own.classOf(seat), null, Map.of(), ""));
    }

    @PostMapping("/trainings/mine/classes/{id}/feedback")
    @PreAuthorize("hasAuthority('PERSON_SELF')")
    View answer(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer content,
            @RequestParam(required = false) @Nullable Integer teaching,
            @RequestParam(required = false) @Nullable Integer useful,
            @RequestParam(defaultValue = "") String remark,
            RedirectAttributes flash) {
        try {
            own.answer(id, content, teaching, useful, remark);
            return Go.to("/trainings/mine", flash, "Cảm ơn bạn. Giờ bạn tải được chứng nhận khi có.");
        } catch (Refusal refused) {
            var seat = own.seat(id);
            var said = new LinkedHashMap<String, Integer>();
            said.put("content", Objects.requireNonNullElse(content, 0));
            said.put("teaching", Objects.requireNonNullElse(teaching, 0));
            said.put("useful", Objects.requireNonNullElse(useful, 0));
            return new Page(
                    "person/training/feedback",
                    new FeedbackPage(seat, own.classOf(seat), refused.getMessage(), said, remark),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/trainings/mine/passport")
    @PreAuthorize("hasAuthority('PERSON_SELF')")
    View turn(@RequestParam(defaultValue = "") String turn, RedirectAttributes flash) {
        own.turn(turn.equals("open"));
        return Go.to(
                "/trainings/mine",
                flash,
                turn.equals("open")
                        ? "Đã mở trang hộ chiếu số; ai có mã QR đều xem được."
                        : "Đã đóng; mã QR cũ không mở được nữa.");
    }

    @GetMapping(value = "/trainings/passport.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @PreAuthorize("hasAuthority('PERSON_SELF')")
    ResponseEntity<byte[]> passport() {
        var me = own.me()
                .orElseThrow(() ->
                        new Refusal("Tài khoản của bạn chưa gắn với hồ sơ nhà giáo; nhờ phòng đào tạo gắn giúp."));
        var link = own.passport(me)
                .filter(OwnTrainings.Passport::open)
                .map(it -> ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/ho-chieu/" + it.code())
                        .toUriString())
                .orElse(null);
        var certificates = own.listCertificates(me).stream()
                .filter(it -> it.state() == TrainingCertificate.State.VALID)
                .toList();
        var paper = new PassportPaper(
                me,
                own.listCounted(me),
                own.listLevels(me),
                certificates,
                certificates.stream()
                        .collect(Collectors.toMap(TrainingCertificate::code, it -> certifier.printed(it.code()))),
                own.listElsewhere(me).stream().filter(it -> it.state().counts()).toList(),
                link,
                link == null ? null : Qr.dataUri(link),
                OffsetDateTime.now(clock),
                rehearsal.rehearsal());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"ho-chieu-so.pdf\"")
                .header("Cache-Control", "no-store")
                .body(documents.pdf(Page.text("person/training/passport-paper", paper)));
    }

    /** Open to everybody who holds the code, as long as its owner keeps it open. */
    @GetMapping("/ho-chieu/{code}")
    View shown(@PathVariable String code) {
        var shown = code.matches("[A-Z0-9]{16}") ? repository.lookUp(code).orElse(null) : null;
        var lines = shown == null ? List.<OwnRepository.ShownLine>of() : repository.listShown(code);
        return new Page(
                "person/training/passport",
                new PublicPage(
                        shown,
                        OwnTrainings.standing(
                                catalogue.kinds(),
                                lines.stream()
                                        .map(OwnRepository.ShownLine::line)
                                        .toList(),
                                catalogue.alike()),
                        lines,
                        kinds(),
                        OffsetDateTime.now(clock)),
                shown == null ? HttpStatus.NOT_FOUND : HttpStatus.OK);
    }
}
