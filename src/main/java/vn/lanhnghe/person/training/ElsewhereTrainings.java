package vn.lanhnghe.person.training;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.file.Files;
import vn.lanhnghe.file.Scan;
import vn.lanhnghe.person.People;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Reader;
import vn.lanhnghe.ui.Vi;

/** Bồi dưỡng ở nơi khác: declared by the teacher, confirmed by the school, reviewed by the department in a sample drawn by lot. */
@Service
public class ElsewhereTrainings {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** No teacher at work learned anything longer ago. */
    private static final int YEARS_BACK = 60;

    private final ElsewhereRepository items;
    private final LackRepository lacks;
    private final Catalogue catalogue;
    private final People people;
    private final Files files;
    private final Runs runs;
    private final Acts acts;
    private final Clock clock;

    ElsewhereTrainings(
            ElsewhereRepository items,
            LackRepository lacks,
            Catalogue catalogue,
            People people,
            Files files,
            Runs runs,
            Acts acts,
            Clock clock) {
        this.items = items;
        this.lacks = lacks;
        this.catalogue = catalogue;
        this.people = people;
        this.files = files;
        this.runs = runs;
        this.acts = acts;
        this.clock = clock;
    }

    /** A teacher says what they did elsewhere and shows the paper. */
    @PreAuthorize("hasAuthority('PERSON_SELF')")
    public long declare(NewElsewhere it, @Nullable Scan scan) {
        var me = people.mine()
                .orElseThrow(() ->
                        new Refusal("Tài khoản của bạn chưa gắn với hồ sơ nhà giáo; nhờ phòng đào tạo gắn giúp."));
        var today = LocalDate.now(clock);
        var faults = faults(it.kind(), it.purpose(), it.startsOn(), it.finishedOn());
        if (!faults.isEmpty()) {
            throw new Refusal(String.join(" ", faults.values()));
        }
        if (scan == null) {
            throw new Refusal("Gửi kèm ảnh chụp hoặc bản quét chứng nhận (PDF, PNG, JPEG, tối đa 10 MB).");
        }
        var worker = lacks.listAtWork(List.of(me.id()), today, null).stream()
                .findFirst()
                .orElseThrow(() ->
                        new Refusal("Hôm nay hồ sơ của bạn không có nơi làm việc chính; nhờ phòng đào tạo kiểm tra."));
        return Objects.requireNonNull(runs.raised(() -> {
            people.hold(me.id()); // a form sent twice is one paper
            var sha256 = files.put(worker.institutionId(), scan.bytes());
            if (items.has(me.id(), it, sha256)) {
                throw new Refusal("Bạn đã khai khoá này hoặc đã gửi đúng tệp này rồi; xem trong danh sách của bạn.");
            }
            var id = items.insert(me.id(), worker.institutionId(), it, sha256, scan.name(), OffsetDateTime.now(clock));
            act(
                    ActKind.TRAINING_DECLARED,
                    id,
                    worker.institutionId(),
                    "%s khai khoá %s, %s tiết".formatted(me.fullName(), it.title(), Vi.count(it.hours())),
                    null);
            return id;
        }));
    }

    @PreAuthorize("hasAnyAuthority('TRAINING_CONFIRM', 'TRAINING_REVIEW')")
    public Paging<Elsewhere> list(String state, int page) {
        var own = Scope.current().institutionId();
        return Paging.of(
                items.count(state, own), page, shown -> items.list(state, own, Paging.SIZE, Paging.offset(shown)));
    }

    /** One's own, of one's school, or any for the department. */
    @PreAuthorize("hasAnyAuthority('TRAINING_CONFIRM', 'TRAINING_REVIEW', 'PERSON_SELF')")
    public Elsewhere get(long id) {
        var staff = Reader.may("TRAINING_CONFIRM") || Reader.may("TRAINING_REVIEW");
        return items.find(id)
                .filter(it -> staff
                        || people.mine().filter(me -> me.id() == it.personId()).isPresent())
                .orElseThrow(() -> new NotFound("Không có mục bồi dưỡng này trong phạm vi bạn được xem."));
    }

    /** The paper; looking at it leaves a trace. */
    @PreAuthorize("hasAnyAuthority('TRAINING_CONFIRM', 'TRAINING_REVIEW', 'PERSON_SELF')")
    public byte[] takeFile(Elsewhere it) {
        acts.record(
                ActKind.FILE_DOWNLOADED,
                new Subject("training_elsewhere", it.id(), it.institutionId()),
                "Xem chứng nhận %s của %s".formatted(it.fileName(), it.fullName()),
                null);
        return runs.raised(() -> files.get(it.institutionId(), it.fileSha256()));
    }

    /** What the same person declared before with the same file, or by the same title and day, wherever that was; with what came of it. */
    @PreAuthorize("hasAnyAuthority('TRAINING_CONFIRM', 'TRAINING_REVIEW', 'PERSON_SELF')")
    public List<Elsewhere> listEarlier(Elsewhere it) {
        return runs.raised(() -> items.listEarlier(it));
    }

    /** Whoever declared it has opened it: what was answered is no news any more. */
    @PreAuthorize("hasAnyAuthority('TRAINING_CONFIRM', 'TRAINING_REVIEW', 'PERSON_SELF')")
    public void see(Elsewhere it) {
        if (mine(it)) {
            runs.raised(() -> {
                items.seen(it.id(), OffsetDateTime.now(clock));
                return it.id();
            });
        }
    }

    /** What is wrong with what a teacher says of it, by field; the paper itself is asked for beside it. */
    @PreAuthorize("hasAuthority('PERSON_SELF')")
    public Map<String, String> faults(
            String kind, String purpose, @Nullable LocalDate starts, @Nullable LocalDate finished) {
        var today = LocalDate.now(clock);
        var faults = new LinkedHashMap<String, String>();
        if (catalogue.kinds().stream().noneMatch(it -> it.code().equals(kind))) {
            faults.put(
                    "kind", "Không có loại bồi dưỡng “%s”. Chọn một loại trong danh sách.".formatted(Runs.said(kind)));
        }
        if (catalogue.purposes().stream().noneMatch(it -> it.code().equals(purpose))) {
            faults.put("purpose", "Chọn khoá thuộc loại bồi dưỡng nào.");
        }
        if (starts != null && starts.isBefore(today.minusYears(YEARS_BACK))) {
            faults.put(
                    "startsOn",
                    "Ngày bắt đầu %s quá xa hôm nay; kiểm tra lại năm trên giấy.".formatted(Vi.day(starts)));
        }
        if (finished != null && finished.isAfter(today)) {
            faults.put(
                    "finishedOn",
                    "Chứng nhận ghi ngày %s, sau hôm nay %s; chỉ khai được khoá đã học xong. Kiểm tra lại ngày trên giấy."
                            .formatted(Vi.day(finished), Vi.day(today)));
        } else if (finished != null && starts != null && finished.isBefore(starts)) {
            faults.put(
                    "finishedOn",
                    "Ngày học xong %s trước ngày bắt đầu %s; hãy sửa lại.".formatted(Vi.day(finished), Vi.day(starts)));
        }
        return faults;
    }

    /** What the person has of each year against the limits of the decree, with this item where it still waits. */
    @PreAuthorize("hasAnyAuthority('TRAINING_CONFIRM', 'TRAINING_REVIEW', 'PERSON_SELF')")
    public List<ElsewhereRepository.Load> listLoads(Elsewhere it) {
        var loads = new ArrayList<>(items.listLoads(it.personId()));
        if (it.state() == Elsewhere.State.DECLARED) {
            var year = it.finishedOn().getYear();
            var before = loads.stream()
                    .filter(load -> load.year() == year && load.purpose().equals(it.purpose()))
                    .findFirst();
            before.ifPresent(loads::remove);
            catalogue.purposes().stream()
                    .filter(purpose -> purpose.code().equals(it.purpose()))
                    .findFirst()
                    .ifPresent(purpose -> loads.addFirst(new ElsewhereRepository.Load(
                            year,
                            purpose.code(),
                            purpose.label(),
                            purpose.weeks(),
                            purpose.hoursAWeek(),
                            it.hours()
                                    + before.map(ElsewhereRepository.Load::hours)
                                            .orElse(0),
                            purpose.clause())));
        }
        return loads;
    }

    /** Seen against the paper: it counts from today. */
    @PreAuthorize("hasAuthority('TRAINING_CONFIRM')")
    public void confirm(long id) {
        var it = ofMySchool(id);
        runs.write(() -> {
            if (!items.confirm(id, OffsetDateTime.now(clock), Scope.current().actor())) {
                throw new Refusal("Mục này không còn chờ xác nhận: %s."
                        .formatted(it.state().label()));
            }
            act(
                    ActKind.TRAINING_CONFIRMED,
                    id,
                    it.institutionId(),
                    "Xác nhận %s học %s".formatted(it.fullName(), it.title()),
                    null);
            return id;
        });
    }

    @PreAuthorize("hasAuthority('TRAINING_CONFIRM')")
    public void giveBack(long id, String reason) {
        var it = ofMySchool(id);
        var why = Runs.reason(reason);
        if (why.isEmpty()) {
            throw new Refusal("Ghi lý do trả lại, để nhà giáo biết sửa gì.");
        }
        runs.write(() -> {
            if (!items.giveBack(id, why)) {
                throw new Refusal("Mục này không còn chờ xác nhận: %s."
                        .formatted(it.state().label()));
            }
            act(
                    ActKind.TRAINING_CONFIRMED,
                    id,
                    it.institutionId(),
                    "Trả lại %s của %s".formatted(it.title(), it.fullName()),
                    why);
            return id;
        });
    }

    private Elsewhere ofMySchool(long id) {
        var it = get(id);
        if (!Objects.equals(Scope.current().institutionId(), it.institutionId())) {
            throw new Refusal("Chỉ trường của nhà giáo xác nhận được.");
        }
        if (mine(it)) {
            throw new Refusal("Không ai tự xác nhận cho mình; nhờ một người khác của trường.");
        }
        return it;
    }

    /** Is it the reader's own? Then somebody else of the school confirms it. */
    public boolean mine(Elsewhere it) {
        return people.mine(it.personId());
    }

    // the department's sample

    @PreAuthorize("hasAuthority('TRAINING_REVIEW')")
    public List<Sample> listSamples() {
        return items.listSamples();
    }

    @PreAuthorize("hasAuthority('TRAINING_REVIEW')")
    public Sample getSample(long id) {
        return items.findSample(id).orElseThrow(() -> new NotFound("Không có mẫu rà soát này."));
    }

    @PreAuthorize("hasAuthority('TRAINING_REVIEW')")
    public Paging<Elsewhere> listOfSample(Sample it, int page) {
        return Paging.of(it.size(), page, shown -> items.listOfSample(it.id(), shown));
    }

    /** How many confirmed items wait for a sample. */
    @PreAuthorize("hasAuthority('TRAINING_REVIEW')")
    public long countPool() {
        return items.countPool();
    }

    /** Draws a share of all that was confirmed since the sample before; the seed is chance's, or whoever wants to draw again gives it. */
    @PreAuthorize("hasAuthority('TRAINING_REVIEW')")
    public long draw(int percent, @Nullable Long seed) {
        if (percent < 1 || percent > 100) {
            throw new Refusal("Tỷ lệ mẫu từ 1 đến 100 %.");
        }
        var used = seed == null ? RANDOM.nextLong(1_000_000_000L) : seed;
        return Objects.requireNonNull(runs.write(() -> {
            items.holdSamples();
            var pool = items.listPool();
            if (pool.isEmpty()) {
                throw new Refusal("Từ mẫu trước đến nay chưa trường nào xác nhận thêm mục nào.");
            }
            var chosen = drawn(pool, percent, used);
            var id = items.insertSample(
                    used,
                    percent,
                    pool,
                    chosen,
                    OffsetDateTime.now(clock),
                    Scope.current().actor());
            acts.record(
                    ActKind.TRAINING_SAMPLED,
                    new Subject("training_sample", id, null),
                    "Rút %d %% của %s mục, được %s mục, số gieo %d"
                            .formatted(percent, Vi.count(pool.size()), Vi.count(chosen.size()), used),
                    null);
            return id;
        }));
    }

    /** The share of the pool, one at least, in the order of the lot. The generator is the one that Java's documentation fixes to the number. */
    static List<Long> drawn(List<Long> pool, int percent, long seed) {
        var lot = new ArrayList<>(pool);
        Collections.sort(lot);
        Collections.shuffle(lot, new Random(seed));
        return List.copyOf(lot.subList(0, Math.ceilDiv(lot.size() * percent, 100)));
    }

    /** Whether drawing again by the kept seed, share and pool gives the kept list. */
    @PreAuthorize("hasAuthority('TRAINING_REVIEW')")
    public boolean drawsAgain(Sample it) {
        var pool = items.listPoolOf(it.id());
        var kept = pool.stream()
                .filter(one -> one.place() != null)
                .sorted(Comparator.comparing(one -> Objects.requireNonNull(one.place())))
                .map(ElsewhereRepository.Lot::id)
                .toList();
        return drawn(pool.stream().map(ElsewhereRepository.Lot::id).toList(), it.percent(), it.seed())
                .equals(kept);
    }

    /** Accepted, or rejected with a reason: then it counts no more from today. Answers with its sample. */
    @PreAuthorize("hasAuthority('TRAINING_REVIEW')")
    public long review(long id, boolean accepted, String reason) {
        var it = get(id);
        var sample = it.sampleId();
        if (sample == null) {
            throw new Refusal("Mục này không nằm trong mẫu nào.");
        }
        var why = Runs.reason(reason);
        if (!accepted && why.isEmpty()) {
            throw new Refusal("Ghi lý do không chấp nhận, để trường và nhà giáo biết.");
        }
        runs.write(() -> {
            if (!items.review(
                    id,
                    accepted,
                    why,
                    OffsetDateTime.now(clock),
                    Scope.current().actor())) {
                throw new Refusal(
                        "Mục này đã được rà soát: %s.".formatted(it.state().label()));
            }
            act(
                    ActKind.TRAINING_REVIEWED,
                    id,
                    it.institutionId(),
                    "%s %s của %s".formatted(accepted ? "Chấp nhận" : "Không chấp nhận", it.title(), it.fullName()),
                    why.isEmpty() ? null : why);
            return id;
        });
        return sample;
    }

    private void act(ActKind kind, long id, long institutionId, String summary, @Nullable String reason) {
        acts.record(kind, new Subject("training_elsewhere", id, institutionId), summary, reason);
    }
}
