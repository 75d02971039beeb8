package vn.lanhnghe.target.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.target.notice.Consultation.Clause;
import vn.lanhnghe.target.notice.Consultation.Opinion;
import vn.lanhnghe.target.notice.Consultation.Outcome;
import vn.lanhnghe.target.notice.Distribution.Receipt;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Vi;

/** The department sends documents and asks for opinions; institutions read, and say what they think of each clause. */
@Service
public class Notices {

    private final NoticeRepository notices;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Notices(NoticeRepository notices, Acts acts, TransactionTemplate transaction, Clock clock) {
        this.notices = notices;
        this.acts = acts;
        this.transaction = transaction;
        this.clock = clock;
    }

    @PreAuthorize("hasAuthority('LAW_VIEW')")
    public Paging<Distribution> list(int page) {
        return new Paging<>(notices.list(Paging.SIZE, Paging.offset(page)), page, notices.count(), Paging.SIZE);
    }

    @PreAuthorize("hasAuthority('LAW_VIEW')")
    public Distribution get(long id) {
        return notices.find(id).orElseThrow(() -> new NotFound("Không có văn bản nào được gửi mang số này."));
    }

    @PreAuthorize("hasAuthority('LAW_VIEW')")
    public Paging<Receipt> listReceipts(Distribution it, String state, int page) {
        var known = List.of("READ", "UNREAD").contains(state) ? state : "";
        var total = known.isEmpty() ? it.sent() : known.equals("READ") ? it.read() : it.sent() - it.read();
        return new Paging<>(
                notices.listReceipts(it.id(), known, Paging.SIZE, Paging.offset(page)), page, total, Paging.SIZE);
    }

    @PreAuthorize("hasAuthority('LAW_MANAGE')")
    public List<Receipt> listAllReceipts(long id) {
        return notices.listReceipts(id, "", Integer.MAX_VALUE, 0);
    }

    @PreAuthorize("hasAuthority('LAW_MANAGE')")
    public Map<String, String> texts() {
        return notices.texts();
    }

    @PreAuthorize("hasAuthority('LAW_MANAGE')")
    public Map<String, String> types() {
        return notices.types();
    }

    /** Sends a document of the register to institutions of some types, or to those of the codes; answers with the number of the sending. */
    @PreAuthorize("hasAuthority('LAW_MANAGE')")
    public long send(String textCode, List<String> types, String codes, String note) {
        if (!notices.texts().containsKey(textCode)) {
            throw new Refusal("Chọn văn bản trong sổ; văn bản mới thì ghi vào sổ trước.");
        }
        var asked = Arrays.stream(codes.split("[,;\\s]+"))
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
        var unknown = notices.listUnknown(asked);
        if (!unknown.isEmpty()) {
            throw new Refusal("Không có cơ sở đang hoạt động mang mã %s.".formatted(String.join(", ", unknown)));
        }
        var receivers = notices.listReceivers(types, asked);
        if (receivers.isEmpty()) {
            throw new Refusal("Không có cơ sở nào thuộc các loại hình đã chọn.");
        }
        var words = Vietnamese.tidy(note);
        if (words.length() > 500) {
            throw new Refusal("Lời nhắn dài %d ký tự; tối đa 500.".formatted(words.length()));
        }
        return write(() -> {
            var id = notices.send(textCode, words, Scope.current().actor(), receivers);
            acts.record(
                    ActKind.LAW_DISTRIBUTED,
                    new Subject("distribution", id, null),
                    "Gửi %s đến %s cơ sở".formatted(textCode, Vi.count(receivers.size())),
                    words.isEmpty() ? null : words);
            return id;
        });
    }

    /** An institution says that it has read what it was sent. */
    @PreAuthorize("hasAuthority('TASK_REPORT')")
    public void read(long id) {
        var own = Objects.requireNonNull(Scope.current().institutionId());
        var it = get(id);
        transaction.executeWithoutResult(status -> {
            if (!notices.read(id, own, Scope.current().actor())) {
                throw new Refusal("Văn bản này đã được ghi là đã đọc.");
            }
            acts.record(
                    ActKind.LAW_DISTRIBUTED,
                    new Subject("distribution", id, own),
                    "Đã đọc %s".formatted(it.textCode()),
                    null);
        });
    }

    @PreAuthorize("hasAuthority('LAW_VIEW')")
    public Paging<Consultation> listConsultations(int page) {
        return new Paging<>(
                notices.listConsultations(Paging.SIZE, Paging.offset(page)),
                page,
                notices.countConsultations(),
                Paging.SIZE);
    }

    @PreAuthorize("hasAuthority('LAW_VIEW')")
    public Consultation getConsultation(long id) {
        return notices.findConsultation(id).orElseThrow(() -> new NotFound("Không có đợt lấy ý kiến này."));
    }

    @PreAuthorize("hasAuthority('LAW_VIEW')")
    public List<Clause> listClauses(Consultation it) {
        return notices.listClauses(it.editionId());
    }

    /** Opinions by clause: the department sees all, an institution its own. */
    @PreAuthorize("hasAuthority('LAW_VIEW')")
    public List<Opinion> listOpinions(Consultation it) {
        return notices.listOpinions(it.id());
    }

    @PreAuthorize("hasAuthority('LAW_MANAGE')")
    public Map<String, String> editions() {
        return notices.editions();
    }

    @PreAuthorize("hasAuthority('LAW_MANAGE')")
    public long open(String edition, String title, String note, @Nullable LocalDate closesOn) {
        if (!notices.editions().containsKey(edition)) {
            throw new Refusal("Chọn dự thảo đã có toàn văn trong sổ văn bản.");
        }
        var name = Vietnamese.tidy(title);
        if (name.length() < 5 || name.length() > 200) {
            throw new Refusal("Nhập tên đợt lấy ý kiến, từ 5 đến 200 ký tự.");
        }
        var today = LocalDate.now(clock);
        if (closesOn == null || !closesOn.isAfter(today) || closesOn.isAfter(today.plusYears(1))) {
            throw new Refusal("Hạn góp ý là một ngày sau hôm nay, trong vòng một năm.");
        }
        var words = Vietnamese.tidy(note);
        if (words.length() > 1000) {
            throw new Refusal("Lời nhắn dài %d ký tự; tối đa 1.000.".formatted(words.length()));
        }
        return write(() -> {
            var id = notices.open(
                    Long.parseLong(edition),
                    name,
                    words,
                    closesOn,
                    Scope.current().actor());
            acts.record(
                    ActKind.DRAFT_CONSULTED,
                    new Subject("consultation", id, null),
                    "Lấy ý kiến “%s” đến %s".formatted(name, Vi.day(closesOn)),
                    null);
            return id;
        });
    }

    /** An institution's opinion of a clause, or of the whole when no anchor is given. */
    @PreAuthorize("hasAuthority('TASK_REPORT')")
    public void say(long id, String anchor, String words) {
        var own = Objects.requireNonNull(Scope.current().institutionId());
        var it = getConsultation(id);
        if (!it.open(LocalDate.now(clock))) {
            throw new Refusal("Đợt lấy ý kiến đã hết hạn ngày %s.".formatted(Vi.day(it.closesOn())));
        }
        var clause = anchor.isEmpty()
                ? Clause.WHOLE
                : notices.listClauses(it.editionId()).stream()
                        .filter(one -> one.anchor().equals(anchor))
                        .findFirst()
                        .orElseThrow(() -> new Refusal("Dự thảo không có điều, khoản này."));
        var said = words.strip();
        if (said.length() < 5 || said.length() > 2000) {
            throw new Refusal("Ghi ý kiến từ 5 đến 2.000 ký tự: chỗ nào, sửa thành gì, vì sao.");
        }
        transaction.executeWithoutResult(status -> {
            notices.say(id, own, clause, said, Scope.current().actor());
            acts.record(
                    ActKind.DRAFT_CONSULTED,
                    new Subject("consultation", id, own),
                    "Góp ý %s, %s".formatted(it.title(), clause.label()),
                    said);
        });
    }

    /** The department's answer to an opinion; a later answer takes the place of an earlier one. */
    @PreAuthorize("hasAuthority('LAW_MANAGE')")
    public void answer(long id, long opinion, @Nullable Outcome outcome, String answer) {
        if (outcome == null) {
            throw new Refusal("Chọn tiếp thu, tiếp thu một phần hay không tiếp thu.");
        }
        var words = answer.strip();
        if (outcome != Outcome.ACCEPTED && words.length() < 5) {
            throw new Refusal("Ghi lý do khi không tiếp thu hoặc chỉ tiếp thu một phần.");
        }
        if (words.length() > 2000) {
            throw new Refusal("Lời giải trình dài hơn 2.000 ký tự.");
        }
        write(() -> {
            if (!notices.answer(id, opinion, outcome, words, Scope.current().actor())) {
                throw new NotFound("Không có ý kiến này trong đợt lấy ý kiến.");
            }
            acts.record(
                    ActKind.DRAFT_CONSULTED,
                    new Subject("consultation", id, null),
                    "Trả lời ý kiến %d: %s".formatted(opinion, outcome.label()),
                    words.isEmpty() ? null : words);
            return id;
        });
    }

    private long write(Supplier<Long> work) {
        return Scope.current().raised().get(() -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }
}
