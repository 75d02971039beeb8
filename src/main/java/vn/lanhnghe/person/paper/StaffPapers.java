package vn.lanhnghe.person.paper;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.file.Files;
import vn.lanhnghe.file.Scan;
import vn.lanhnghe.person.Evidence;
import vn.lanhnghe.person.People;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Vi;

/** What people can show: papers with their scans and states, and the recognitions of người dạy nghề. */
@Service
public class StaffPapers {

    /** A scan as it was sent. */
    public record Sent(byte[] bytes, String name) {}

    /** A paper that waits for the school's word. */
    public record Waiting(long id, long personId, String fullName, String name, String issuer) {}

    private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final PaperRepository papers;
    private final KeptFileRepository keptFiles;
    private final People people;
    private final Files files;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StaffPapers(
            PaperRepository papers,
            KeptFileRepository keptFiles,
            People people,
            Files files,
            Acts acts,
            TransactionTemplate transaction,
            Clock clock) {
        this.papers = papers;
        this.keptFiles = keptFiles;
        this.people = people;
        this.files = files;
        this.acts = acts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The scan of a form: the one that came with it, or the one that came with it before, named in its field {@code kept}. It stays for
     * the form's next turn whatever else is wrong there. Null, with the reason told to the form, when there is none that can be used.
     */
    @PreAuthorize("hasAnyAuthority('PERSON_EDIT', 'PERSON_SELF')")
    public @Nullable KeptFile take(
            @Nullable MultipartFile sent, Map<String, String> form, Errors errors, String field) {
        KeptFile taken = null;
        try {
            var scan = Scan.read(sent);
            taken = scan.isPresent() ? put(keep(scan.get())) : kept(form.getOrDefault("kept", ""));
            if (taken == null) {
                errors.rejectValue(
                        field, "missing", "Hãy gửi kèm bản quét hoặc ảnh chụp, PDF, PNG hoặc JPEG, tối đa 10 MB.");
            }
        } catch (Refusal refused) {
            errors.rejectValue(field, "scan", String.valueOf(refused.getMessage()));
        }
        show(taken, form);
        return taken;
    }

    /** Puts a kept scan into a form that is shown again. */
    public static void show(@Nullable KeptFile kept, Map<String, String> form) {
        form.put("kept", kept == null ? "" : kept.id().toString());
        form.put("keptName", kept == null ? "" : kept.fileName());
    }

    /** A kept scan as it was sent. */
    @PreAuthorize("hasAnyAuthority('PERSON_EDIT', 'PERSON_SELF')")
    public Scan scan(KeptFile kept) {
        var bytes = Scope.current().raised().get(() -> files.get(kept.institutionId(), kept.sha256()));
        return new Scan(bytes, kept.fileName(), Scan.kind(bytes).orElseThrow());
    }

    private KeptFile put(Evidence scan) {
        var account = Objects.requireNonNull(Scope.current().accountId());
        keptFiles.forget(account);
        return new KeptFile(keptFiles.insert(scan, account), scan.institutionId(), scan.sha256(), scan.fileName());
    }

    /** A scan that whoever is signed in sent with a form before; null when there is none of theirs under that id. */
    @PreAuthorize("hasAnyAuthority('PERSON_EDIT', 'PERSON_SELF')")
    public @Nullable KeptFile kept(String id) {
        var account = Scope.current().accountId();
        return account == null || !id.matches(UUID_FORM)
                ? null
                : keptFiles
                        .find(UUID.fromString(id), account)
                        .filter(it -> Objects.equals(
                                it.institutionId(), Scope.current().institutionId()))
                        .orElse(null);
    }

    /** Keeps a scan on the shelf of the reader's college. */
    @PreAuthorize("hasAnyAuthority('PERSON_EDIT', 'PERSON_SELF')")
    public Evidence keep(Scan scan) {
        var own = Scope.current().institutionId();
        if (own == null) {
            throw new Refusal("Chỉ người của một cơ sở gửi được giấy tờ.");
        }
        return new Evidence(own, files.put(own, scan.bytes()), scan.name());
    }

    @PreAuthorize("hasAuthority('PERSON_VIEW')")
    public List<Paper> list(long personId) {
        return papers.list(personId);
    }

    /** One's own papers. */
    @PreAuthorize("hasAuthority('PERSON_SELF')")
    public List<Paper> listOwn() {
        var own = ownId();
        return Scope.current().raised().get(() -> papers.list(own));
    }

    @PreAuthorize("hasAuthority('PERSON_SELF')")
    public List<Recognition> listOwnRecognitions() {
        var own = ownId();
        return Scope.current().raised().get(() -> papers.listRecognitions(own, LocalDate.now(clock)));
    }

    /** A school writes down a paper it has seen: it stands confirmed at once. */
    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    public void add(long personId, NewPaper paper, Evidence scan) {
        people.editableOrRefuse(personId);
        write(
                personId,
                () -> insert(personId, paper, scan, PaperState.CONFIRMED),
                "Ghi và xác nhận: " + paper.name(),
                null);
    }

    /** A teacher declares a paper of their own; the school confirms it. */
    @PreAuthorize("hasAuthority('PERSON_SELF')")
    public void declare(NewPaper paper, Evidence scan) {
        var own = ownId();
        write(own, () -> insert(own, paper, scan, PaperState.DECLARED), "Tự khai: " + paper.name(), null);
    }

    /** The same paper stands in a record once, however often a form is sent. */
    private long insert(long personId, NewPaper paper, Evidence scan, PaperState state) {
        people.hold(personId);
        people.oldEnoughOrRefuse(personId, paper.issuedOn());
        if (papers.has(personId, paper)) {
            throw new Refusal("“%s” do %s cấp ngày %s đã có trong hồ sơ. Mỗi giấy ghi một lần."
                    .formatted(paper.name(), paper.issuer(), Vi.day(paper.issuedOn())));
        }
        return papers.insert(personId, paper, scan, state, actor());
    }

    /** The school's word on a paper: confirmed, verified with the issuer, or not accepted, and why. */
    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    public void turn(long personId, long paperId, PaperState state, String note) {
        people.editableOrRefuse(personId);
        var paper = get(personId, paperId);
        var said = note.strip();
        if (state == PaperState.DECLARED) {
            throw new Refusal("Hãy chọn: xác nhận, đã xác minh với nơi cấp, hoặc không nhận.");
        }
        if (state != PaperState.CONFIRMED && said.length() < 3) {
            throw new Refusal(
                    state == PaperState.VERIFIED
                            ? "Hãy ghi đã xác minh thế nào, ví dụ “Công văn 12 ngày 05/10/2026 của nơi cấp”."
                            : "Hãy ghi vì sao không nhận, để người gửi biết mà sửa.");
        }
        write(
                personId,
                () -> {
                    papers.turn(paperId, state, said.isEmpty() ? null : said, actor());
                    return paperId;
                },
                "%s: %s".formatted(paper.name(), state.label().toLowerCase(Vi.LOCALE)),
                said.isEmpty() ? null : said);
    }

    @PreAuthorize("hasAuthority('PERSON_VIEW')")
    public Sent file(long personId, long paperId) {
        var paper = get(personId, paperId);
        people.read(personId, "Xem bản quét: " + paper.name());
        return sent(paper);
    }

    /** The scan of one of one's own papers. */
    @PreAuthorize("hasAuthority('PERSON_SELF')")
    public Sent ownFile(long paperId) {
        return sent(listOwn().stream()
                .filter(it -> it.id() == paperId)
                .findFirst()
                .orElseThrow(() -> new NotFound("Không có giấy này trong hồ sơ của bạn.")));
    }

    private Sent sent(Paper paper) {
        return new Sent(
                Scope.current().raised().get(() -> files.get(paper.institutionId(), paper.sha256())), paper.fileName());
    }

    private Paper get(long personId, long paperId) {
        return papers.find(paperId)
                .filter(it -> it.personId() == personId)
                .orElseThrow(() -> new NotFound("Không có giấy này trong phạm vi của bạn."));
    }

    @PreAuthorize("hasAuthority('PERSON_VIEW')")
    public List<Recognition> listRecognitions(long personId) {
        return papers.listRecognitions(personId, LocalDate.now(clock));
    }

    /** A school recognises somebody as người dạy nghề, by its council's decision. */
    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    public void recognise(long personId, NewRecognition recognition, Evidence scan) {
        people.editableOrRefuse(personId);
        var own = Objects.requireNonNull(Scope.current().institutionId());
        act(
                ActKind.PERSON_RECOGNISED,
                personId,
                () -> {
                    papers.recognise(personId, own, recognition, scan);
                    return personId;
                },
                "Công nhận dạy nghề %s, quyết định %s ngày %s, hội đồng %d người"
                        .formatted(
                                recognition.occupation(),
                                recognition.decisionNumber(),
                                Vi.day(recognition.decidedOn()),
                                recognition.councilSize()),
                null);
    }

    /** Any school where the person works may say when they last taught; the recognition lives on from that day. */
    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    public void taught(long personId, long recognitionId, @Nullable LocalDate day) {
        people.editableOrRefuse(personId);
        var today = LocalDate.now(clock);
        var it = papers.findRecognition(recognitionId, today)
                .filter(one -> one.personId() == personId)
                .orElseThrow(() -> new NotFound("Không có công nhận này."));
        if (day == null || day.isAfter(today) || day.isBefore(it.decidedOn())) {
            throw new Refusal("Ngày dạy gần nhất phải là ngày có thật, từ ngày quyết định %s đến hôm nay."
                    .formatted(Vi.day(it.decidedOn())));
        }
        if (!day.isBefore(it.lapsesOn())) {
            throw new Refusal(
                    "Công nhận này đã thôi hiệu lực ngày %s vì quá lâu không dạy. Hãy lập hội đồng công nhận lại."
                            .formatted(Vi.day(it.lapsesOn())));
        }
        act(
                ActKind.PERSON_RECOGNISED,
                personId,
                () -> {
                    papers.taught(recognitionId, day);
                    return personId;
                },
                "Dạy nghề %s gần nhất ngày %s".formatted(it.occupation(), Vi.day(day)),
                null);
    }

    /** The decision of a recognition. */
    @PreAuthorize("hasAuthority('PERSON_VIEW')")
    public Sent decision(long personId, long recognitionId) {
        var it = papers.findRecognition(recognitionId, LocalDate.now(clock))
                .filter(one -> one.personId() == personId)
                .orElseThrow(() -> new NotFound("Không có công nhận này."));
        people.read(personId, "Xem bản quét quyết định công nhận " + it.decisionNumber());
        return new Sent(Scope.current().raised().get(() -> files.get(it.institutionId(), it.sha256())), it.fileName());
    }

    /** StaffPapers that wait for the school's word. */
    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    public List<Waiting> listWaiting() {
        var own = Scope.current().institutionId();
        return own == null ? List.of() : papers.listDeclared(own);
    }

    private long ownId() {
        return people.mine()
                .orElseThrow(
                        () -> new NotFound("Tài khoản này chưa gắn với hồ sơ nhà giáo nào. Hãy nhờ phòng đào tạo gắn."))
                .id();
    }

    /** One's own papers that the school did not accept and whose answer one has not opened yet. */
    @PreAuthorize("hasAuthority('PERSON_SELF')")
    public List<Paper> listAnswered() {
        return people.mine()
                .map(me -> Scope.current().raised().get(() -> papers.listAnswered(me.id())))
                .orElse(List.of());
    }

    /** The answers on one's own papers are opened. */
    @PreAuthorize("hasAuthority('PERSON_SELF')")
    public void see() {
        var own = ownId();
        Scope.current().raised().run(() -> transaction.executeWithoutResult(status -> papers.seen(own)));
    }

    private static String actor() {
        return Scope.current().actor();
    }

    private void write(long personId, Supplier<Long> work, String summary, @Nullable String reason) {
        act(ActKind.PERSON_PAPER, personId, work, summary, reason);
    }

    private void act(ActKind kind, long personId, Supplier<Long> work, String summary, @Nullable String reason) {
        var own = Scope.current().institutionId();
        try {
            Scope.current()
                    .raised()
                    .get(() -> Objects.requireNonNull(transaction.execute(status -> {
                        var id = work.get();
                        acts.record(kind, new Subject("person", personId, own), summary, reason);
                        return id;
                    })));
        } catch (DataIntegrityViolationException e) {
            throw String.valueOf(e.getMostSpecificCause().getMessage()).contains("decision_number")
                    ? new Refusal("Quyết định này đã được ghi cho người này.")
                    : People.conflict(e);
        }
    }
}
