package vn.lanhnghe.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.file.Files;
import vn.lanhnghe.job.Jobs;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;

/**
 * The import centre: files are uploaded, mended and committed; the rows that are right go in, all of them or none, and can be
 * taken back for some days as long as nothing was built on them.
 */
@Service
@Transactional
@PreAuthorize("hasAuthority('INTAKE_COMMIT')")
public class Batches {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int MOST_BYTES = 10 * MEGABYTE;
    private static final Set<BatchState> UNWRITTEN =
            Set.of(BatchState.UPLOADED, BatchState.CHECKED, BatchState.READY, BatchState.FAILED);

    /** A long file has been checked, and what was set down of it went in a crash of the database. */
    static final String SWEPT =
            "Cơ sở dữ liệu đã khởi động lại sau sự cố nên không còn biết tệp này sẽ thêm và thay đổi những gì. Bấm “Kiểm tra lại” rồi ghi.";

    private final BatchRepository batches;
    private final Readings readings;
    private final Mappings mappings;
    private final FaultCounts counts;
    private final Files files;
    private final Jobs jobs;
    private final Acts acts;
    private final IntakeSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Batches(
            BatchRepository batches,
            Readings readings,
            Mappings mappings,
            FaultCounts counts,
            Files files,
            Jobs jobs,
            Acts acts,
            IntakeSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.batches = batches;
        this.readings = readings;
        this.mappings = mappings;
        this.counts = counts;
        this.files = files;
        this.jobs = jobs;
        this.acts = acts;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Keeps the file, checks it and answers with the number of its batch; {@code kind} is null when it is to be recognised. */
    public long upload(String fileName, byte[] file, @Nullable String kind) {
        var scope = Scope.current();
        var shelf = Batch.shelf();
        if (shelf == null || scope.reach() != Scope.Reach.COLLEGE && scope.reach() != Scope.Reach.CITY) {
            throw new Refusal("Chỉ người của trường hoặc của Sở mới tải dữ liệu lên được.");
        }
        if (kind != null && readings.kind(kind) == null) {
            throw new Refusal(readings.refusal(kind));
        }
        var name = Vietnamese.tidy(fileName.replaceAll("[\\\\/\\p{Cntrl}]", " "));
        var shortName = name.length() > 120 ? name.substring(name.length() - 120) : name;
        var streamed = Streaming.tooLong(file) ? Streaming.kind(file, readings.kinds()) : null;
        if (streamed == null && file.length > MOST_BYTES) {
            throw new Refusal(
                    "Tệp này %d MB, chưa có gì được ghi. Hệ thống nhận tệp tối đa 10 MB và 20.000 dòng; riêng kết quả từng môn ở dạng CSV tối đa 100 MB. Hãy chia tệp."
                            .formatted(file.length / MEGABYTE));
        }
        var id = batches.insert(
                scope,
                shelf,
                streamed == null ? Objects.toString(kind, "") : streamed.code(),
                shortName.isEmpty() ? "không tên" : shortName,
                files.put(shelf, file),
                streamed != null);
        record(ActKind.FILE_UPLOADED, id, "Tải lên tệp " + shortName, null);
        if (streamed != null) {
            jobs.enqueue(Streaming.NAME, id);
            return id;
        }
        var batch = get(id);
        var reading = settle(batch);
        if (reading.kind() != null) {
            counts.count(batch, reading.kind(), reading.faults());
        }
        return id;
    }

    /** Checks the file as it now stands and writes down what was found. */
    private Reading settle(Batch batch) {
        var reading = readings.recent(batch);
        var good = reading.good().size();
        var bad = reading.bad().size();
        batches.settle(
                batch.id(),
                new BatchRepository.Checked(
                        reading.kind(),
                        !reading.troubles().isEmpty()
                                ? BatchState.UPLOADED
                                : bad == 0 && good > 0 ? BatchState.READY : BatchState.CHECKED,
                        good,
                        bad,
                        reading.aside().size()));
        return reading;
    }

    private void changed(long id) {
        batches.touch(id);
        settle(get(id));
    }

    /** Writes a value over one cell, as far as the check is concerned; the file stays as it came. */
    public void correct(long id, String sheet, int row, int column, String value) {
        var batch = mendable(id);
        var cell = cell(batch, sheet, row, column);
        batches.correct(batch, Map.of(cell, Vietnamese.tidy(value)));
        changed(id);
        record(
                ActKind.ROW_CORRECTED,
                id,
                "Sửa ô %s%d%s thành “%s”".formatted(Grid.letter(column), row, in(sheet), Vietnamese.tidy(value)),
                null);
    }

    private Reading.Cell cell(Batch batch, String sheet, int row, int column) {
        var known = readings.recent(batch).tables().stream()
                .filter(it -> it.name().equals(sheet))
                .anyMatch(it -> it.columns().stream().anyMatch(c -> c.index() == column)
                        && it.rows().stream().anyMatch(r -> r.number() == row));
        if (!known) {
            throw new NotFound("Tệp này không có ô đó.");
        }
        return new Reading.Cell(sheet, row, column);
    }

    /** Accepts every proposed correction of one kind; answers with how many there were. */
    public int acceptFixes(long id, FaultKind kind) {
        var batch = mendable(id);
        var fixes = readings.now(batch).faults().stream()
                .filter(it -> it.kind() == kind && it.fix() != null)
                .collect(Collectors.toMap(
                        it -> new Reading.Cell(it.sheet(), it.row(), it.column().index()),
                        it -> Objects.requireNonNull(it.fix()),
                        (a, b) -> a));
        if (fixes.isEmpty()) {
            throw new Refusal("Không còn ô nào có đề xuất sửa loại này.");
        }
        batches.correct(batch, fixes);
        changed(id);
        record(ActKind.ROW_CORRECTED, id, "Nhận %d đề xuất sửa: %s".formatted(fixes.size(), kind.label()), null);
        return fixes.size();
    }

    /** Leaves a row out of the commit, or takes it back in. */
    public void setAside(long id, String sheet, int row, boolean out) {
        var batch = mendable(id);
        if (out) {
            var first = readings.recent(batch).tables().stream()
                    .filter(it -> it.name().equals(sheet))
                    .flatMap(it -> it.columns().stream())
                    .findFirst()
                    .orElseThrow(() -> new NotFound("Tệp này không có dòng đó."));
            cell(batch, sheet, row, first.index());
            batches.setAside(batch, sheet, row);
        } else {
            batches.takeBack(batch, sheet, row);
        }
        changed(id);
        record(
                ActKind.ROW_SET_ASIDE,
                id,
                (out ? "Để lại dòng %d%s" : "Lấy lại dòng %d%s").formatted(row, in(sheet)),
                null);
    }

    /** Says what a header of this college means, for this file and every later one; an empty field: it is not wanted. */
    public void map(long id, String kind, String header, String field) {
        var batch = mendable(id);
        var known = readings.kind(kind);
        if (known == null || !field.isEmpty() && Field.find(known.fields(), field) == null) {
            throw new Refusal("Loại tệp này không có cột đó. Hãy chọn trong danh sách.");
        }
        if (Headers.plain(header).isEmpty()) {
            throw new Refusal("Cột này chưa có tên. Đặt tên cho cột trong tệp rồi tải lại.");
        }
        mappings.tell(batch, kind, Headers.plain(header), field);
        changed(id);
        record(
                ActKind.COLUMN_MAPPED,
                id,
                field.isEmpty()
                        ? "Bỏ qua cột “%s”".formatted(header)
                        : "Đọc cột “%s” là “%s”"
                                .formatted(
                                        header,
                                        Objects.requireNonNull(Field.find(known.fields(), field))
                                                .label()),
                null);
    }

    /** Forgets what a header was said to mean. */
    public void unmap(String kind, String header) {
        mappings.forget(Objects.requireNonNullElse(Batch.shelf(), -1L), kind, header);
        readings.forget();
    }

    /** Checks the file against the register once more. */
    public void recheck(long id) {
        var batch = get(id);
        if (!UNWRITTEN.contains(batch.state())) {
            throw closed(batch);
        }
        if (batch.streamed()) {
            batches.move(id, UNWRITTEN, BatchState.UPLOADED);
            jobs.enqueue(Streaming.NAME, id);
            return;
        }
        batches.move(id, Set.of(BatchState.FAILED), BatchState.CHECKED);
        readings.forget();
        changed(id);
    }

    /**
     * Asks for the good rows to be written; they are, in the background, all of them or none. A mass change needs a reason.
     */
    public int commit(long id, String reason) {
        return commit(id, reason, false);
    }

    /** {@code read}: a person has looked at the text that was brought over from an old encoding and found it right. */
    public int commit(long id, String reason, boolean read) {
        var batch = open(id);
        if (batch.streamed()) {
            return commitStreamed(batch, reason);
        }
        var reading = readings.now(batch);
        var kind = reading.kind();
        var good = reading.good();
        if (kind == null || good.isEmpty()) {
            throw new Refusal("Chưa có dòng nào ghi được. Hãy sửa các ô có lỗi trước.");
        }
        var conversion = reading.conversion();
        if (conversion != null && !read) {
            throw new Refusal(
                    "Chữ trong tệp được chuyển từ %s. Xem mẫu chuyển, nếu đúng thì đánh dấu xác nhận rồi bấm Ghi."
                            .formatted(conversion.from()));
        }
        var brake = Brake.of(kind.compare(reading.tables(), good), kind.recorded(), settings);
        if (brake != null && reason.isBlank()) {
            throw new Refusal(brake.sentence() + " Nếu đúng, hãy ghi lý do rồi bấm Ghi.");
        }
        if (!batches.move(id, Set.of(BatchState.CHECKED, BatchState.READY), BatchState.COMMITTING)) {
            throw closed(batch);
        }
        batches.ask(
                id, good.size(), reading.bad().size() + reading.aside().size(), brake == null ? null : reason.strip());
        batches.tell(batch, 0, good.size());
        jobs.enqueue(Committing.NAME, id);
        record(
                ActKind.COMMIT_REQUESTED,
                id,
                "Yêu cầu ghi %d dòng%s"
                        .formatted(
                                good.size(),
                                brake == null ? "" : ", qua phanh thay đổi hàng loạt: " + brake.sentence()),
                brake == null ? null : reason.strip());
        return good.size();
    }

    /** What committing the good rows would do now, by effect. */
    @Transactional(readOnly = true)
    public Map<String, Integer> effects(long id) {
        var batch = get(id);
        if (batch.streamed() && readings.kind(batch.kind()) instanceof Streamed kind) {
            return kind.effect(id).byEffect();
        }
        var reading = readings.recent(batch);
        var kind = reading.kind();
        return kind == null
                ? Map.of()
                : kind.compare(reading.tables(), reading.good()).stream()
                        .collect(Collectors.groupingBy(it -> it.effect().name(), Collectors.summingInt(it -> 1)));
    }

    private int commitStreamed(Batch batch, String reason) {
        if (batch.good() == 0 || !(readings.kind(batch.kind()) instanceof Streamed kind)) {
            throw new Refusal("Chưa có dòng nào ghi được. Hãy sửa tệp rồi tải lên lại.");
        }
        var effect = kind.effect(batch.id());
        if (effect.total() != batch.good()) {
            throw new Refusal(SWEPT);
        }
        var brake = Brake.of(effect, settings);
        if (brake != null && reason.isBlank()) {
            throw new Refusal(brake.sentence() + " Nếu đúng, hãy ghi lý do rồi bấm Ghi.");
        }
        if (!batches.move(batch.id(), Set.of(BatchState.CHECKED, BatchState.READY), BatchState.COMMITTING)) {
            throw closed(batch);
        }
        batches.ask(batch.id(), batch.good(), batch.bad(), brake == null ? null : reason.strip());
        batches.tell(batch, 0, batch.good());
        jobs.enqueue(Committing.NAME, batch.id());
        record(
                ActKind.COMMIT_REQUESTED,
                batch.id(),
                "Yêu cầu ghi %d dòng".formatted(batch.good()),
                brake == null ? null : reason.strip());
        return batch.good();
    }

    public int commit(long id) {
        return commit(id, "");
    }

    /**
     * Takes back what the batch wrote, all of it or nothing; answers with how many records that were. The department's files are
     * taken back as they are written, in the register's own reach.
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public int undo(long id, String reason) {
        var shelf = Batch.shelf();
        var scope = Scope.current();
        return (scope.reach() == Scope.Reach.CITY ? scope.raised() : scope)
                .get(() -> Objects.requireNonNull(transaction.execute(status -> undo(id, shelf, reason))));
    }

    private int undo(long id, @Nullable Long shelf, String reason) {
        var batch = batches.lock(id)
                .filter(it -> Objects.equals(it.institutionId(), shelf))
                .orElseThrow(() -> new NotFound("Không có tệp này trong phạm vi của bạn."));
        if (reason.isBlank()) {
            throw new Refusal("Hãy ghi lý do hoàn tác, ví dụ “Tải nhầm tệp của khoá 2023”.");
        }
        if (!batch.written()) {
            throw new Refusal("Tệp này %s nên không có gì để hoàn tác."
                    .formatted(batch.state().label()));
        }
        var until = batch.undoUntil(settings.undoDays());
        if (until == null || until.isBefore(OffsetDateTime.now(clock))) {
            throw new Refusal("Chỉ hoàn tác được trong %d ngày sau khi ghi. Hãy sửa từng hồ sơ hoặc tải lên tệp mới."
                    .formatted(settings.undoDays()));
        }
        var obstacles = obstacles(batch);
        if (!obstacles.isEmpty()) {
            throw new Refusal("Chưa hoàn tác được: " + String.join("; ", obstacles) + ".");
        }
        var undone = kind(batch).undo(id);
        batches.takeBack(id, Scope.current().actor());
        readings.forget();
        record(
                ActKind.BATCH_UNDONE,
                id,
                "Hoàn tác tệp %s: %d hồ sơ trở lại như trước".formatted(batch.fileName(), undone),
                reason.strip());
        return undone;
    }

    /** What keeps a written batch from being taken back; empty when nothing does. */
    @PreAuthorize("hasAuthority('INTAKE_VIEW')")
    public List<String> obstacles(Batch batch) {
        return kind(batch).obstacles(batch.id());
    }

    private SheetKind kind(Batch batch) {
        var kind = readings.kind(batch.kind());
        if (kind == null) {
            throw new Refusal("Loại tệp này không còn được dùng nên không hoàn tác được.");
        }
        return kind;
    }

    public void drop(long id) {
        var batch = get(id);
        if (!batches.move(id, UNWRITTEN, BatchState.DROPPED)) {
            throw closed(batch);
        }
        if (batch.streamed() && readings.kind(batch.kind()) instanceof Streamed kind) {
            kind.unstage(id);
        }
        record(ActKind.BATCH_DROPPED, id, "Bỏ tệp " + batch.fileName() + ", không ghi gì vào sổ", null);
    }

    /** Waits until a long file has been checked; for the program's own use, at most ten minutes. */
    @Transactional(propagation = Propagation.NEVER)
    public void awaitCheck(long id) {
        until(Duration.ofMinutes(10), () -> {
            var batch = get(id);
            if (batch.failure() != null) {
                throw new IllegalStateException(batch.fileName() + ": " + batch.failure());
            }
            return batch.state() == BatchState.CHECKED || batch.state() == BatchState.READY;
        });
    }

    private static void until(Duration most, BooleanSupplier done) {
        for (var until = System.nanoTime() + most.toNanos(); System.nanoTime() < until; ) {
            if (done.getAsBoolean()) {
                return;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("not done after " + most);
    }

    /** Waits until a commit that was asked for has ended; for the program's own use, at most ten minutes. */
    @Transactional(propagation = Propagation.NEVER)
    public void await(long id) {
        until(Duration.ofMinutes(10), () -> {
            var batch = get(id);
            if (batch.state() == BatchState.FAILED) {
                throw new IllegalStateException(batch.fileName() + ": " + batch.failure());
            }
            return batch.written();
        });
    }

    private Batch get(long id) {
        return batches.find(id).orElseThrow(() -> new NotFound("Không có tệp này trong phạm vi của bạn."));
    }

    private Batch open(long id) {
        var batch = get(id);
        if (!batch.open()) {
            throw closed(batch);
        }
        return batch;
    }

    /** A file too long to be held is mended where it was made. */
    private Batch mendable(long id) {
        var batch = open(id);
        if (batch.streamed()) {
            throw new Refusal("Tệp dài được sửa ở nơi xuất ra rồi tải lên lại; ở đây chỉ xem và ghi.");
        }
        return batch;
    }

    private static Refusal closed(Batch batch) {
        return new Refusal("Tệp này %s nên không thay đổi được nữa."
                .formatted(batch.state().label()));
    }

    private static String in(String sheet) {
        return sheet.isEmpty() ? "" : " trang tính “" + sheet + "”";
    }

    private void record(ActKind kind, long id, String summary, @Nullable String reason) {
        acts.record(kind, new Subject("batch", id, Scope.current().institutionId()), summary, reason);
    }
}
