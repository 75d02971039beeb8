package vn.lanhnghe.target.task;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.file.Files;
import vn.lanhnghe.file.Scan;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.target.task.Task.Milestone;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Vi;

/** Tasks taken from documents: given, reported on with evidence, extended with a reason, closed by the department. */
@Service
public class Tasks {

    private static final int MOST_DUTIES = 50;
    private static final int MOST_MILESTONES = 30;
    private static final Pattern MILESTONE = Pattern.compile("(\\d{1,2}/\\d{1,2}/\\d{4})[\\s:–-]+(.{3,200})");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private final TaskRepository tasks;
    private final Files files;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Tasks(TaskRepository tasks, Files files, Acts acts, TransactionTemplate transaction, Clock clock) {
        this.tasks = tasks;
        this.files = files;
        this.acts = acts;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    @PreAuthorize("hasAuthority('TASK_VIEW')")
    public Paging<Task> list(boolean open, boolean overdue, int page) {
        var today = LocalDate.now(clock);
        return new Paging<>(
                tasks.list(open, overdue, today, Paging.SIZE, Paging.offset(page)),
                page,
                tasks.count(open, overdue, today),
                Paging.SIZE);
    }

    @Transactional(readOnly = true)
    @PreAuthorize("hasAuthority('TASK_VIEW')")
    public List<Task.Unit> listUnits() {
        return tasks.listUnits(LocalDate.now(clock));
    }

    /** Open ones, the nearest due day first. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAuthority('TASK_VIEW')")
    public List<Task> listOpen() {
        return tasks.list(true, false, LocalDate.now(clock), MOST_DUTIES, 0);
    }

    @Transactional(readOnly = true)
    @PreAuthorize("hasAuthority('TASK_VIEW')")
    public Task get(long id) {
        return tasks.find(id).orElseThrow(() -> new NotFound("Không có nhiệm vụ này trong phạm vi bạn được xem."));
    }

    @Transactional(readOnly = true)
    @PreAuthorize("hasAuthority('TASK_VIEW')")
    public Task.Rule rule() {
        return tasks.rule(LocalDate.now(clock));
    }

    @PreAuthorize("hasAuthority('TASK_MANAGE')")
    public Map<String, String> texts() {
        return tasks.texts();
    }

    @PreAuthorize("hasAuthority('TASK_MANAGE')")
    public long give(NewTask task) {
        if (!tasks.texts().containsKey(task.textCode())) {
            throw new Refusal("Văn bản “%s” không có trong sổ văn bản.".formatted(task.textCode()));
        }
        var due = Objects.requireNonNull(task.dueOn());
        if (due.isBefore(LocalDate.now(clock))) {
            throw new Refusal("Hạn %s đã qua; hãy chọn từ hôm nay trở đi.".formatted(Vi.day(due)));
        }
        var codes = Arrays.stream(task.partners().split("[,;\\s]+"))
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
        var asked = new ArrayList<>(codes);
        if (!task.lead().isEmpty()) {
            asked.add(task.lead());
        }
        var known = tasks.institutions(asked);
        var unknown = asked.stream().filter(it -> !known.containsKey(it)).toList();
        if (!unknown.isEmpty()) {
            throw new Refusal("Không có cơ sở mang mã %s. Mã ghi ở danh sách cơ sở, ví dụ CKC."
                    .formatted(String.join(", ", unknown)));
        }
        var lead = known.get(task.lead());
        var partners =
                codes.stream().map(known::get).filter(it -> !it.equals(lead)).toList();
        var milestones = milestones(task.milestones(), due);
        return write(() -> {
            var id = tasks.insert(
                    task, lead, partners, milestones, Scope.current().actor());
            act(ActKind.TASK_GIVEN, id, lead, "Giao nhiệm vụ “%s”, hạn %s".formatted(task.title(), Vi.day(due)), null);
            return id;
        });
    }

    /** One milestone a line: the day, then what must be there by then. */
    private List<Milestone> milestones(String text, LocalDate due) {
        var milestones = new ArrayList<Milestone>();
        for (var line :
                text.lines().map(String::strip).filter(it -> !it.isEmpty()).toList()) {
            var it = MILESTONE.matcher(line);
            LocalDate day;
            try {
                day = it.matches() ? LocalDate.parse(it.group(1), DAY) : null;
            } catch (DateTimeParseException e) {
                day = null;
            }
            if (day == null) {
                throw new Refusal("Mốc “%s”: mỗi dòng một mốc, ngày trước rồi đến việc, ví dụ 30/6/2026 Xong khảo sát."
                        .formatted(line));
            }
            if (day.isAfter(due) || day.isBefore(LocalDate.now(clock))) {
                throw new Refusal("Mốc “%s”: ngày phải từ hôm nay đến hạn %s.".formatted(line, Vi.day(due)));
            }
            milestones.add(new Milestone(milestones.size() + 1, it.group(2), day, null, null));
        }
        if (milestones.size() > MOST_MILESTONES) {
            throw new Refusal("Một nhiệm vụ có nhiều nhất %d mốc.".formatted(MOST_MILESTONES));
        }
        return milestones;
    }

    @Transactional(readOnly = true)
    @PreAuthorize("hasAuthority('TASK_VIEW')")
    public List<Milestone> listMilestones(long id) {
        return tasks.listMilestones(id);
    }

    /** The lead, or the department, says that a milestone is reached. */
    @PreAuthorize("hasAuthority('TASK_REPORT') or hasAuthority('TASK_MANAGE')")
    public void reach(long id, int place) {
        var task = open(id);
        var city = Scope.current().reach() == Scope.Reach.CITY;
        if (!city && !Objects.equals(task.leadId(), Scope.current().institutionId())) {
            throw new Refusal("Chỉ đơn vị chủ trì (%s) ghi mốc đã xong.".formatted(task.lead()));
        }
        Runnable work = () -> {
            if (!tasks.reach(id, place, LocalDate.now(clock), Scope.current().actor())) {
                throw new Refusal("Mốc này đã được ghi là xong.");
            }
            act(
                    ActKind.TASK_REPORTED,
                    id,
                    task.leadId(),
                    "Xong mốc %d của nhiệm vụ “%s”".formatted(place, task.title()),
                    null);
        };
        if (city) {
            write(() -> {
                work.run();
                return id;
            });
        } else {
            transaction.executeWithoutResult(status -> work.run());
        }
    }

    @PreAuthorize("hasAuthority('TASK_REPORT') or hasAuthority('TASK_MANAGE')")
    public void report(long id, @Nullable Integer percent, String words, @Nullable MultipartFile evidence) {
        var task = open(id);
        if (percent == null || percent < 0 || percent > 100) {
            throw new Refusal("Phần trăm hoàn thành là số nguyên từ 0 đến 100.");
        }
        if (words.strip().length() < 3 || words.strip().length() > 1000) {
            throw new Refusal("Ghi đã làm được gì, từ 3 đến 1.000 ký tự.");
        }
        var scan = Scan.read(evidence);
        var own =
                Scope.current().reach() == Scope.Reach.COLLEGE ? Scope.current().institutionId() : null;
        if (scan.isPresent() && own == null) {
            throw new Refusal("Minh chứng kèm tệp do cơ sở thực hiện gửi; Sở ghi bằng lời.");
        }
        if (percent == 100
                && own != null
                && scan.isEmpty()
                && tasks.listReports(id).stream().noneMatch(it -> it.evidence() != null)) {
            throw new Refusal(
                    "Báo hoàn thành 100 %% cần kèm minh chứng: %s (PDF, PNG hoặc JPEG).".formatted(task.product()));
        }
        Runnable work = () -> {
            var kept = scan.map(it -> files.put(Objects.requireNonNull(own), it.bytes()));
            tasks.report(
                    id,
                    own,
                    percent,
                    words.strip(),
                    kept.orElse(null),
                    scan.map(Scan::name).orElse(null),
                    Scope.current().actor());
            act(ActKind.TASK_REPORTED, id, own, "Báo cáo nhiệm vụ “%s”: %d %%".formatted(task.title(), percent), null);
        };
        if (own == null) {
            write(() -> {
                work.run();
                return id;
            });
        } else {
            transaction.executeWithoutResult(status -> work.run());
        }
    }

    /** The lead asks for a later day. */
    @PreAuthorize("hasAuthority('TASK_REPORT')")
    public void askExtension(long id, @Nullable LocalDate wanted, String reason) {
        var task = open(id);
        if (!Objects.equals(task.leadId(), Scope.current().institutionId())) {
            throw new Refusal("Chỉ đơn vị chủ trì (%s) xin gia hạn.".formatted(task.lead()));
        }
        if (task.waiting()) {
            throw new Refusal("Đã có một đề nghị gia hạn đang chờ Sở trả lời.");
        }
        if (wanted == null || !wanted.isAfter(task.dueOn())) {
            throw new Refusal("Hạn mới phải sau hạn hiện nay, %s.".formatted(Vi.day(task.dueOn())));
        }
        if (reason.strip().length() < 10 || reason.strip().length() > 500) {
            throw new Refusal("Ghi lý do xin gia hạn, từ 10 đến 500 ký tự.");
        }
        transaction.executeWithoutResult(status -> {
            tasks.ask(id, wanted, reason.strip(), Scope.current().actor());
            act(
                    ActKind.TASK_EXTENSION,
                    id,
                    task.leadId(),
                    "Xin gia hạn “%s” đến %s".formatted(task.title(), Vi.day(wanted)),
                    reason.strip());
        });
    }

    @PreAuthorize("hasAuthority('TASK_MANAGE')")
    public void answerExtension(long id, boolean granted, String words) {
        var task = open(id);
        if (!task.waiting()) {
            throw new Refusal("Không có đề nghị gia hạn nào đang chờ.");
        }
        if (!granted && words.strip().length() < 10) {
            throw new Refusal("Ghi lý do không cho gia hạn, ít nhất 10 ký tự.");
        }
        write(() -> {
            tasks.answer(id, granted, words.strip(), Scope.current().actor());
            act(
                    ActKind.TASK_EXTENSION,
                    id,
                    task.leadId(),
                    (granted ? "Cho gia hạn “%s”" : "Không cho gia hạn “%s”").formatted(task.title()),
                    words.isBlank() ? null : words.strip());
            return id;
        });
    }

    @PreAuthorize("hasAuthority('TASK_MANAGE')")
    public void close(long id, String reason) {
        var task = open(id);
        if (reason.strip().length() < 10) {
            throw new Refusal("Ghi kết luận khi đóng nhiệm vụ, ít nhất 10 ký tự.");
        }
        if (task.percent() < 100) {
            throw new Refusal("Nhiệm vụ mới báo %d %%; đóng khi đã báo 100 %%, hoặc nhờ đơn vị chủ trì báo cáo trước."
                    .formatted(task.percent()));
        }
        write(() -> {
            tasks.close(id, LocalDate.now(clock), Scope.current().actor(), reason.strip());
            act(ActKind.TASK_CLOSED, id, task.leadId(), "Đóng nhiệm vụ “%s”".formatted(task.title()), reason.strip());
            return id;
        });
    }

    /** Whoever sees the task sees its evidence, though it lies on another college's shelf: outside a transaction, to be read in a reach of its own. */
    @PreAuthorize("hasAuthority('TASK_VIEW')")
    public byte[] evidence(long id, long report) {
        get(id);
        var found = tasks.listReports(id).stream()
                .filter(it -> it.id() == report && it.evidence() != null)
                .findFirst()
                .orElseThrow(() -> new NotFound("Báo cáo này không có minh chứng kèm theo."));
        return Scope.current()
                .raised()
                .get(() -> files.get(
                        Objects.requireNonNull(found.institutionId()), Objects.requireNonNull(found.evidence())));
    }

    private Task open(long id) {
        var task = get(id);
        if (task.closedOn() != null) {
            throw new Refusal("Nhiệm vụ đã đóng ngày %s.".formatted(Vi.day(task.closedOn())));
        }
        return task;
    }

    private void act(ActKind kind, long id, @Nullable Long institution, String summary, @Nullable String reason) {
        acts.record(kind, new Subject("task", id, institution), summary, reason);
    }

    private long write(java.util.function.Supplier<Long> work) {
        return Scope.current().raised().get(() -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }
}
