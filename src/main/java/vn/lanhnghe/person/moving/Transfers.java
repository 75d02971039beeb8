package vn.lanhnghe.person.moving;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.person.NewSpell;
import vn.lanhnghe.person.People;
import vn.lanhnghe.person.Spell;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Vi;

/** People who go from one college to another: either side asks, the other agrees, and only then anything moves. */
@Service
public class Transfers {

    private static final int LONGEST_REASON = 500;

    private final TransferRepository transfers;
    private final People people;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Transfers(TransferRepository transfers, People people, Acts acts, TransactionTemplate transaction, Clock clock) {
        this.transfers = transfers;
        this.people = people;
        this.acts = acts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The transfers that the reader's college has to do with; for the city, everybody's. Names are known to both sides. */
    @PreAuthorize("hasAuthority('PERSON_VIEW')")
    public List<Transfer> list() {
        var own = Scope.current().institutionId();
        return Scope.current().raised().get(() -> transfers.list(own));
    }

    @PreAuthorize("hasAuthority('PERSON_VIEW')")
    public Transfer get(long id) {
        var own = Scope.current().institutionId();
        return Scope.current()
                .raised()
                .get(() -> transfers.find(id))
                .filter(it -> Scope.current().reach() == Scope.Reach.CITY
                        || Objects.equals(own, it.fromId())
                        || Objects.equals(own, it.toId()))
                .orElseThrow(() -> new NotFound("Không có đề nghị chuyển công tác này trong phạm vi của bạn."));
    }

    /** The old college offers one of its own people. */
    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    public long offer(long personId, long toId, NewTransfer transfer) {
        people.editableOrRefuse(personId);
        var own = own();
        var spell = principal(personId);
        if (spell == null || spell.institutionId() != own) {
            throw new Refusal("Người này hôm nay không làm việc chính ở cơ sở của bạn nên không có gì để chuyển đi.");
        }
        return ask(spell, toId, own, transfer);
    }

    /** The new college asks for somebody, by their own staff number and birth date; it learns nothing more until the old one agrees. */
    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    public long request(String staffNumber, @Nullable LocalDate birthDate, NewTransfer transfer) {
        var own = own();
        var number = staffNumber.strip().toUpperCase(Locale.ROOT);
        if (birthDate == null || number.isEmpty()) {
            throw new Refusal(
                    "Hãy ghi số nhà giáo và ngày sinh của người chuyển đến; người đó biết số của mình ở Hồ sơ nhà giáo của tôi.");
        }
        var spell = transfers
                .findPerson(number, birthDate)
                .map(this::principal)
                .orElseThrow(() -> new Refusal(
                        "Không có ai mang số nhà giáo này và ngày sinh này. Hỏi lại người chuyển đến rồi nhập lại."));
        if (spell == null) {
            throw new Refusal("Người này hôm nay không có nơi làm việc chính ở đâu. Hãy nhận vào bằng Thêm người.");
        }
        return ask(spell, own, own, transfer);
    }

    private @Nullable Spell principal(long personId) {
        return Scope.current()
                .raised()
                .get(() -> transfers.findPrincipal(personId, LocalDate.now(clock)))
                .orElse(null);
    }

    private long ask(Spell spell, long toId, long askerId, NewTransfer transfer) {
        var faults = check(spell, toId, transfer);
        if (!faults.isEmpty()) {
            throw new Refusal(String.join(" ", faults.values()));
        }
        return write(() -> {
            if (transfers.pending(spell.personId())) {
                throw new Refusal(
                        "Người này đang có một đề nghị chuyển công tác chờ trả lời. Đợi bên kia trả lời hoặc rút đề nghị đó.");
            }
            var id = transfers.insert(
                    spell, toId, askerId, transfer, Scope.current().actor());
            record(transfers.find(id).orElseThrow(), askerId, "Đề nghị chuyển công tác", transfer.reason());
            return id;
        });
    }

    private Map<String, String> check(Spell spell, long toId, NewTransfer it) {
        var faults = new LinkedHashMap<String, String>();
        if (toId == spell.institutionId()) {
            faults.put("to", "Nơi đến phải là một cơ sở khác.");
        }
        var far = people.limits().firstDay(it.startsOn(), null);
        if (far != null) {
            faults.put("startsOn", far);
        }
        if (!it.startsOn().isAfter(spell.startsOn())) {
            faults.put("startsOn", "Ngày bắt đầu ở nơi mới phải sau ngày %s.".formatted(Vi.day(spell.startsOn())));
        }
        if (spell.endsOn() != null && it.startsOn().isAfter(spell.endsOn().plusDays(1))) {
            faults.put(
                    "startsOn",
                    "Ngày bắt đầu ở nơi mới sau ngày thôi việc ở nơi cũ. Hãy nhận người này bằng Thêm người.");
        }
        if (it.reason().strip().length() < 3 || it.reason().length() > LONGEST_REASON) {
            faults.put("reason", "Hãy ghi lý do trong 3–500 ký tự, ví dụ số quyết định điều động.");
        }
        return faults;
    }

    /** The other side agrees: the old spell ends, the new one begins the day after, in one piece. */
    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    public void accept(long id) {
        var it = mine(id, Transfer::answererId, "Đề nghị này do cơ sở bạn gửi; bên kia trả lời.");
        people.notMineOrRefuse(it.personId());
        write(() -> {
            answer(it, Transfer.State.DONE, null);
            people.hold(it.personId());
            var spell = transfers
                    .lockSpell(it.spellId())
                    .filter(one ->
                            one.principal() && one.personId() == it.personId() && one.institutionId() == it.fromId())
                    .orElseThrow(() -> changed("nơi cũ không còn là nơi làm việc chính của người này."));
            var faults = check(
                    spell,
                    it.toId(),
                    new NewTransfer(it.startsOn(), it.titleCode(), it.department(), it.contract(), it.reason()));
            faults.putAll(people.check(
                    it.personId(),
                    it.spellId(),
                    new NewSpell(
                            it.toId(),
                            null,
                            it.department(),
                            it.titleCode(),
                            true,
                            it.contract(),
                            100,
                            true,
                            it.startsOn(),
                            null)));
            if (!faults.isEmpty()) {
                throw changed(String.join(" ", faults.values()));
            }
            people.end(spell.id(), it.startsOn().minusDays(1));
            transfers.begin(it);
            record(it, own(), "Đồng ý chuyển công tác", null);
            return id;
        });
    }

    private static Refusal changed(String what) {
        return new Refusal("Từ khi gửi đề nghị, hồ sơ đã đổi: " + what
                + " Trả lời không đồng ý hoặc rút đề nghị này, rồi gửi đề nghị mới nếu còn cần.");
    }

    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    public void refuse(long id, String reason) {
        var it = mine(id, Transfer::answererId, "Đề nghị này do cơ sở bạn gửi; bên kia trả lời.");
        if (reason.strip().length() < 3) {
            throw new Refusal("Hãy ghi vì sao không đồng ý.");
        }
        write(() -> {
            answer(it, Transfer.State.REFUSED, reason.strip());
            record(it, own(), "Không đồng ý chuyển công tác", reason.strip());
            return id;
        });
    }

    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    public void withdraw(long id) {
        var it = mine(id, Transfer::askedById, "Chỉ bên gửi đề nghị rút được.");
        write(() -> {
            answer(it, Transfer.State.WITHDRAWN, null);
            record(it, own(), "Rút đề nghị chuyển công tác", null);
            return id;
        });
    }

    private void answer(Transfer it, Transfer.State state, @Nullable String answer) {
        if (!transfers.answer(it.id(), state, answer, Scope.current().actor())) {
            throw new Refusal("Đề nghị này %s rồi.".formatted(it.state().label().toLowerCase(Vi.LOCALE)));
        }
    }

    private Transfer mine(long id, java.util.function.ToLongFunction<Transfer> whose, String refusal) {
        var it = get(id);
        if (whose.applyAsLong(it) != own()) {
            throw new Refusal(refusal);
        }
        if (it.state() != Transfer.State.PENDING) {
            throw new Refusal("Đề nghị này %s rồi.".formatted(it.state().label().toLowerCase(Vi.LOCALE)));
        }
        return it;
    }

    private static long own() {
        var own = Scope.current().institutionId();
        if (own == null) {
            throw new Refusal("Chuyển công tác là việc của hai cơ sở.");
        }
        return own;
    }

    private void record(Transfer it, long institutionId, String what, @Nullable String reason) {
        acts.record(
                ActKind.PERSON_TRANSFER,
                new Subject("person", it.personId(), institutionId),
                "%s: từ %s đến %s, từ ngày %s".formatted(what, it.fromName(), it.toName(), Vi.day(it.startsOn())),
                reason);
    }

    private long write(Supplier<Long> work) {
        try {
            return Scope.current()
                    .raised()
                    .get(() -> Objects.requireNonNull(transaction.execute(status -> work.get())));
        } catch (DataIntegrityViolationException e) {
            throw People.conflict(e);
        }
    }
}
