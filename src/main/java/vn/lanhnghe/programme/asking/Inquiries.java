package vn.lanhnghe.programme.asking;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.programme.design.Programmes;
import vn.lanhnghe.programme.design.Stage;
import vn.lanhnghe.programme.design.Version;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Secret;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Vi;

/** Employers asked about the outcomes of a version: the college makes and withdraws links, whoever holds one answers once. */
@Service
public class Inquiries {

    static final int LONGEST_DAYS = 180;
    private static final int MOST_OPEN = 50;

    private final Programmes programmes;
    private final InquiryRepository repository;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Inquiries(
            Programmes programmes,
            InquiryRepository repository,
            Acts acts,
            TransactionTemplate transaction,
            Clock clock) {
        this.programmes = programmes;
        this.repository = repository;
        this.acts = acts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The newest first. */
    @PreAuthorize("hasAuthority('PROGRAMME_VIEW')")
    public List<Inquiry> list(Version it) {
        return repository.list(it.id());
    }

    @PreAuthorize("hasAuthority('PROGRAMME_VIEW')")
    public List<Answer> listAnswers(Version it) {
        return repository.listAnswers(it.id());
    }

    /** What goes into the link, told this once and kept nowhere. */
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    public String ask(long versionId, String organisation, @Nullable LocalDate until) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var it = programmes.hold(versionId);
            var today = LocalDate.now(clock);
            var faults = new ArrayList<String>();
            if (it.state() == Stage.SUPERSEDED) {
                faults.add("Bản %d đã có bản thay; hỏi doanh nghiệp về bản mới.".formatted(it.number()));
            }
            if (repository.listLines(versionId).isEmpty()) {
                faults.add("Chưa có chuẩn đầu ra nào để hỏi.");
            }
            var name = Vietnamese.tidy(organisation);
            if (name.length() < 3 || name.length() > 200) {
                faults.add("Tên đơn vị sử dụng lao động dài từ 3 đến 200 ký tự.");
            }
            if (until == null || until.isBefore(today) || until.isAfter(today.plusDays(LONGEST_DAYS))) {
                faults.add("Chọn ngày hết hạn từ hôm nay đến %s.".formatted(Vi.day(today.plusDays(LONGEST_DAYS))));
            }
            if (repository.asks(versionId, name, today)) {
                faults.add("Đã có đường dẫn chờ %s trả lời; thu hồi đường dẫn ấy rồi tạo lại.".formatted(name));
            }
            if (repository.countOpen(versionId, today) >= MOST_OPEN) {
                faults.add("Đã có %d đường dẫn đang chờ trả lời; thu hồi bớt trước khi tạo thêm.".formatted(MOST_OPEN));
            }
            if (!faults.isEmpty()) {
                throw new Refusal(String.join(" ", faults));
            }
            var token = Secret.next(16);
            repository.insert(
                    versionId,
                    it.institutionId(),
                    name,
                    Secret.hash(token),
                    Objects.requireNonNull(until),
                    Scope.current().actor());
            act(
                    ActKind.PROGRAMME_EMPLOYER_ASKED,
                    it.programmeId(),
                    it.institutionId(),
                    "Tạo đường dẫn hỏi %s về bản %d, đến %s".formatted(name, it.number(), Vi.day(until)));
            return token;
        }));
    }

    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    public void withdraw(long versionId, long inquiry) {
        transaction.executeWithoutResult(status -> {
            var it = programmes.hold(versionId);
            var whom = repository
                    .withdraw(versionId, inquiry, Scope.current().actor())
                    .orElseThrow(() -> new Refusal("Đường dẫn này đã được trả lời hoặc đã thu hồi."));
            act(
                    ActKind.PROGRAMME_EMPLOYER_ASKED,
                    it.programmeId(),
                    it.institutionId(),
                    "Thu hồi đường dẫn hỏi %s về bản %d".formatted(whom, it.number()));
        });
    }

    /** Open to everybody who holds the link. */
    public Optional<Door> lookUp(String token) {
        return Scope.system().get(() -> repository.lookUp(Secret.hash(token)));
    }

    /** What an open link asks. */
    public List<Door.Line> listLines(Door door) {
        return Scope.system().get(() -> repository.listLines(door.versionId()));
    }

    /** What is asked as it reads now, in a few letters: an answer is taken only to what its giver saw. */
    static String seen(List<Door.Line> lines) {
        return Secret.hash(lines.stream()
                .map(it -> it.id() + " " + it.code() + " " + it.statement())
                .collect(Collectors.joining("\n")));
    }

    /** Takes the answer once, whole or not at all; empty when it was taken. */
    public List<Reply.Fault> answer(Door known, String token, Reply reply) {
        return new Scope(
                        Scope.Reach.SYSTEM,
                        known.institutionId(),
                        null,
                        null,
                        null,
                        "%s, %s".formatted(reply.said("name"), reply.said("organisation")))
                .get(() -> Objects.requireNonNull(transaction.execute(status -> {
                    // the version first, as everybody takes it who writes of it: it stays as it is read here
                    repository.hold(known.versionId());
                    return take(
                            repository
                                    .lookUp(Secret.hash(token))
                                    .orElseThrow(() -> new NotFound("Không có đường dẫn này.")),
                            reply);
                })));
    }

    private List<Reply.Fault> take(Door door, Reply reply) {
        var today = LocalDate.now(clock);
        var shut = door.shut(today);
        if (shut != null) {
            throw new Refusal(shut);
        }
        var lines = repository.listLines(door.versionId());
        if (!seen(lines).equals(reply.said("seen"))) {
            return List.of(new Reply.Fault(
                    "words", "Nhà trường vừa sửa chuẩn đầu ra. Xem lại các chuẩn dưới đây rồi gửi lại."));
        }
        var asked = lines.stream().filter(it -> !it.heading()).toList();
        var faults = reply.faults(asked);
        if (faults.isEmpty()) {
            keep(door, reply, asked, today);
        }
        return faults;
    }

    private void keep(Door door, Reply reply, List<Door.Line> asked, LocalDate today) {
        if (!repository.answer(door, reply)) {
            throw new Refusal("Đường dẫn này vừa được trả lời hoặc thu hồi. Hãy mở lại trang.");
        }
        var answers = reply.answers(door, asked);
        repository.keep(door, answers);
        repository.insertPartner(door, reply, today.getYear());
        if (!door.state().frozen()) {
            Remark.of(answers, reply.said("words")).forEach(it -> repository.insertComment(door, reply, it, today));
        }
        act(
                ActKind.PROGRAMME_EMPLOYER_ANSWERED,
                door.programmeId(),
                door.institutionId(),
                "%s trả lời về %d chuẩn đầu ra của bản %d qua đường dẫn"
                        .formatted(reply.said("organisation"), answers.size(), door.number()));
    }

    private void act(ActKind kind, long programme, long institution, String summary) {
        acts.record(kind, new Subject("programme", programme, institution), summary, null);
    }
}
