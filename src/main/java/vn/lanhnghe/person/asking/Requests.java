package vn.lanhnghe.person.asking;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.file.Files;
import vn.lanhnghe.person.Evidence;
import vn.lanhnghe.person.People;
import vn.lanhnghe.person.PersonFact;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;

/** What teachers ask to be changed of their own records, and what their college answers. */
@Service
public class Requests {

    private final RequestRepository requests;
    private final People people;
    private final Files files;
    private final Acts acts;
    private final TransactionTemplate transaction;

    Requests(RequestRepository requests, People people, Files files, Acts acts, TransactionTemplate transaction) {
        this.requests = requests;
        this.people = people;
        this.files = files;
        this.acts = acts;
        this.transaction = transaction;
    }

    /** One's own requests, newest first. */
    @PreAuthorize("hasAuthority('PERSON_SELF')")
    public List<Request> listOwn() {
        return people.own()
                .map(it -> Scope.current()
                        .raised()
                        .get(() -> requests.listOf(it.file().id())))
                .orElse(List.of());
    }

    /** One's own requests that were answered and whose answer one has not opened yet. */
    @PreAuthorize("hasAuthority('PERSON_SELF')")
    public List<Request> listAnswered() {
        return people.mine()
                .map(me -> Scope.current().raised().get(() -> requests.listAnswered(me.id())))
                .orElse(List.of());
    }

    /** The answers to one's own requests are opened. */
    @PreAuthorize("hasAuthority('PERSON_SELF')")
    public void see() {
        people.mine()
                .ifPresent(me -> Scope.current()
                        .raised()
                        .run(() -> transaction.executeWithoutResult(status -> requests.seen(me.id()))));
    }

    /** Asks for facts to be changed; what is asked and is already so is left out. */
    @PreAuthorize("hasAuthority('PERSON_SELF')")
    public void ask(Map<PersonFact, @Nullable String> values, String note, Evidence scan) {
        var own = people.own().orElseThrow(Requests::unlinked);
        var college = Objects.requireNonNull(Scope.current().institutionId());
        var account = Objects.requireNonNull(Scope.current().accountId());
        var changes = people.compare(own.file(), values);
        if (changes.isEmpty()) {
            throw new Refusal("Bạn chưa đổi thông tin nào. Sửa ô cần sửa rồi gửi.");
        }
        if (note.strip().length() < 3 || note.length() > 500) {
            throw new Refusal("Hãy ghi lý do trong 3–500 ký tự, ví dụ “Đổi số điện thoại”.");
        }
        var facts = new EnumMap<PersonFact, String>(PersonFact.class);
        var stood = new EnumMap<PersonFact, String>(PersonFact.class);
        changes.forEach(it -> {
            facts.put(it.fact(), it.after());
            stood.put(it.fact(), it.before());
        });
        write(own.file().id(), college, "Gửi đề nghị sửa: " + labels(facts), note.strip(), () -> {
            people.hold(own.file().id());
            if (requests.pending(own.file().id())) {
                throw new Refusal("Bạn đang có một đề nghị chờ xem. Rút đề nghị đó trước, hoặc chờ trường trả lời.");
            }
            return requests.insert(own.file().id(), college, account, facts, stood, note.strip(), scan) > 0;
        });
    }

    @PreAuthorize("hasAuthority('PERSON_SELF')")
    public void withdraw(long id) {
        var it = listOwn().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("Không có đề nghị này của bạn."));
        write(
                it.personId(),
                it.institutionId(),
                "Rút đề nghị sửa: " + labels(it.facts()),
                null,
                () -> requests.decide(
                        id, Request.State.WITHDRAWN, null, Scope.current().actor()));
    }

    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    public List<Request> list(Request.State state) {
        var own = Scope.current().institutionId();
        return own == null ? List.of() : requests.list(own, state);
    }

    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    public Request get(long id) {
        return requests.find(id)
                .filter(it -> Objects.equals(it.institutionId(), Scope.current().institutionId()))
                .orElseThrow(() -> new NotFound("Không có đề nghị này trong phạm vi của bạn."));
    }

    /** The paper that came with a request. */
    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    public byte[] evidence(Request request) {
        people.read(request.personId(), "Xem minh chứng của đề nghị sửa hồ sơ");
        return files.get(request.institutionId(), request.sha256());
    }

    /** Shows the citizen number that a request asks for, once; that somebody looked, and why, is written down. */
    @PreAuthorize("hasAuthority('PERSON_EDIT') and hasAuthority('PERSON_REVEAL')")
    public Request reveal(long id, String reason) {
        var it = requests.find(id)
                .filter(one ->
                        Objects.equals(one.institutionId(), Scope.current().institutionId()))
                .orElseThrow(() -> new NotFound("Không có đề nghị này trong phạm vi của bạn."));
        var why = People.why(reason);
        acts.record(
                ActKind.PERSON_REVEALED,
                new Subject("person", it.personId(), it.institutionId()),
                "Xem số định danh trong đề nghị sửa của " + it.fullName(),
                why);
        return it;
    }

    /**
     * The college agrees: the facts are corrected with the teacher's own paper as evidence. {@code seen} is what the page showed as the
     * values of today; {@code known} says that whoever decides has seen which of them changed after the teacher had asked.
     */
    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    public void approve(long id, String reply, Map<PersonFact, String> seen, boolean known) {
        var it = pending(id);
        var meanwhile = it.facts().keySet().stream()
                .filter(fact -> !it.shown(fact).equals(seen.get(fact)))
                .map(fact -> "%s nay là “%s”".formatted(fact.label(), it.shown(fact)))
                .collect(Collectors.joining("; "));
        if (!meanwhile.isEmpty()) {
            throw new Refusal("Từ khi bạn mở trang này, hồ sơ đã được sửa: %s. Chưa ghi gì; xem lại rồi bấm lần nữa."
                    .formatted(meanwhile));
        }
        if (!it.moved().isEmpty() && !known) {
            throw new Refusal(
                    "Sau khi đề nghị được gửi, hồ sơ đã được sửa ở: %s. Xem giá trị đang ghi, đánh dấu đã xem rồi bấm lại."
                            .formatted(
                                    it.moved().stream().map(PersonFact::label).collect(Collectors.joining(", "))));
        }
        var values = new EnumMap<PersonFact, @Nullable String>(PersonFact.class);
        it.facts().forEach((fact, value) -> values.put(fact, value.isEmpty() ? null : value));
        people.correct(
                it.personId(),
                values,
                "Theo đề nghị của nhà giáo: " + it.note(),
                new Evidence(it.institutionId(), it.sha256(), it.fileName()),
                it.facts().keySet().stream()
                        .collect(Collectors.toMap(fact -> fact, fact -> it.now().getOrDefault(fact, ""))),
                () -> decide(it, Request.State.APPROVED, reply.strip()));
    }

    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    public void reject(long id, String reply) {
        if (reply.strip().length() < 3) {
            throw new Refusal("Hãy ghi vì sao không sửa, để người gửi biết phải bổ sung gì.");
        }
        decide(pending(id), Request.State.REJECTED, reply.strip());
    }

    private Request pending(long id) {
        var it = get(id);
        people.notMineOrRefuse(it.personId());
        if (it.state() != Request.State.PENDING) {
            throw new Refusal(
                    "Đề nghị này %s rồi.".formatted(it.state().label().toLowerCase(vn.lanhnghe.ui.Vi.LOCALE)));
        }
        return it;
    }

    private void decide(Request it, Request.State state, String reply) {
        write(
                it.personId(),
                it.institutionId(),
                "%s theo đề nghị: %s".formatted(state.label(), labels(it.facts())),
                reply.isEmpty() ? null : reply,
                () -> requests.decide(
                        it.id(),
                        state,
                        reply.isEmpty() ? null : reply,
                        Scope.current().actor()));
    }

    private static String labels(Map<PersonFact, String> facts) {
        return facts.keySet().stream().map(PersonFact::label).collect(Collectors.joining(", "));
    }

    private static NotFound unlinked() {
        return new NotFound("Tài khoản này chưa gắn với hồ sơ nhà giáo nào. Hãy nhờ phòng đào tạo gắn.");
    }

    private interface Work {
        boolean done();
    }

    /** In a transaction of its own, or in the one of the correction that it stands or falls with. */
    private void write(long personId, long institutionId, String summary, @Nullable String reason, Work work) {
        Scope.current()
                .raised()
                .run(() -> transaction.executeWithoutResult(status -> {
                    if (!work.done()) {
                        throw new Refusal("Đề nghị này vừa có người trả lời hoặc đã rút. Tải lại trang.");
                    }
                    acts.record(
                            ActKind.PERSON_REQUEST, new Subject("person", personId, institutionId), summary, reason);
                }));
    }
}
