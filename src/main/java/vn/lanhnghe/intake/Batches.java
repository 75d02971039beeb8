package vn.lanhnghe.intake;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.file.Files;
import vn.lanhnghe.job.Jobs;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;

/** The import centre: files are uploaded, mended and committed; the rows that are right go in, all of them or none. */
@Service
@Transactional
@PreAuthorize("hasAuthority('INTAKE_COMMIT')")
public class Batches {

    private final BatchRepository batches;
    private final Readings readings;
    private final Files files;
    private final Jobs jobs;
    private final Acts acts;

    Batches(BatchRepository batches, Readings readings, Files files, Jobs jobs, Acts acts) {
        this.batches = batches;
        this.readings = readings;
        this.files = files;
        this.jobs = jobs;
        this.acts = acts;
    }

    /** Keeps the file and answers with the number of its batch; {@code kind} is null when it is to be recognised. */
    public long upload(String fileName, byte[] file, @Nullable String kind) {
        var scope = Scope.current();
        var shelf = Batch.shelf();
        if (shelf == null || scope.reach() != Scope.Reach.COLLEGE && scope.reach() != Scope.Reach.CITY) {
            throw new Refusal("Chỉ người của trường hoặc của Sở mới tải dữ liệu lên được.");
        }
        if (kind != null && readings.kinds().stream().noneMatch(it -> it.code().equals(kind))) {
            throw new Refusal("Không có loại tệp này. Hãy chọn trong danh sách.");
        }
        var recognised = readings.recognise(file, kind);
        var name = Vietnamese.tidy(fileName.replaceAll("[\\\\/\\p{Cntrl}]", " "));
        var shortName = name.length() > 120 ? name.substring(name.length() - 120) : name;
        var id = batches.insert(
                scope,
                shelf,
                recognised == null ? "" : recognised.code(),
                shortName.isEmpty() ? "không tên" : shortName,
                files.put(shelf, file));
        record(ActKind.FILE_UPLOADED, id, "Tải lên tệp " + shortName, null);
        return id;
    }

    /** Writes a value over one cell, as far as the check is concerned; the file stays as it came. */
    public void correct(long id, String sheet, int row, int column, String value) {
        var batch = open(id);
        var cell = cell(batch, sheet, row, column);
        batches.correct(batch, cell, Vietnamese.tidy(value));
        batches.touch(id);
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
        var batch = open(id);
        var fixes = readings.now(batch).faults().stream()
                .filter(it -> it.kind() == kind && it.fix() != null)
                .toList();
        if (fixes.isEmpty()) {
            throw new Refusal("Không còn ô nào có đề xuất sửa loại này.");
        }
        fixes.forEach(it -> batches.correct(
                batch, new Reading.Cell(it.sheet(), it.row(), it.column().index()), Objects.requireNonNull(it.fix())));
        batches.touch(id);
        record(ActKind.ROW_CORRECTED, id, "Nhận %d đề xuất sửa: %s".formatted(fixes.size(), kind.label()), null);
        return fixes.size();
    }

    /** Leaves a row out of the commit, or takes it back in. */
    public void setAside(long id, String sheet, int row, boolean out) {
        var batch = open(id);
        if (out) {
            cell(
                    batch,
                    sheet,
                    row,
                    readings.recent(batch)
                            .tables()
                            .getFirst()
                            .columns()
                            .getFirst()
                            .index());
            batches.setAside(batch, sheet, row);
        } else {
            batches.takeBack(batch, sheet, row);
        }
        batches.touch(id);
        record(
                ActKind.ROW_SET_ASIDE,
                id,
                (out ? "Để lại dòng %d%s" : "Lấy lại dòng %d%s").formatted(row, in(sheet)),
                null);
    }

    /** Checks the file against the register once more. */
    public void recheck(long id) {
        var batch = get(id);
        if (batch.state() == BatchState.FAILED) {
            batches.move(id, BatchState.FAILED, BatchState.CHECKED);
        } else if (!batch.open()) {
            throw closed(batch);
        }
        batches.touch(id);
    }

    /** Asks for the good rows to be written; they are, in the background, all of them or none. */
    public int commit(long id) {
        var batch = open(id);
        var reading = readings.now(batch);
        var good = reading.good().size();
        if (good == 0) {
            throw new Refusal("Chưa có dòng nào ghi được. Hãy sửa các ô có lỗi trước.");
        }
        if (!batches.move(id, BatchState.CHECKED, BatchState.COMMITTING)) {
            throw closed(batch);
        }
        batches.ask(id, good, reading.bad().size() + reading.aside().size());
        batches.tell(batch, 0, good);
        jobs.enqueue(Committing.NAME, id);
        record(ActKind.COMMIT_REQUESTED, id, "Yêu cầu ghi %d dòng".formatted(good), null);
        return good;
    }

    public void drop(long id) {
        var batch = get(id);
        if (!batches.move(id, BatchState.CHECKED, BatchState.DROPPED)
                && !batches.move(id, BatchState.FAILED, BatchState.DROPPED)) {
            throw closed(batch);
        }
        record(ActKind.BATCH_DROPPED, id, "Bỏ tệp " + batch.fileName() + ", không ghi gì vào sổ", null);
    }

    /** Waits until a commit that was asked for has ended; for the program's own use, at most two minutes. */
    @Transactional(propagation = Propagation.NEVER)
    public void await(long id) {
        for (var until = System.nanoTime() + Duration.ofMinutes(2).toNanos(); System.nanoTime() < until; ) {
            var batch = get(id);
            if (batch.state() == BatchState.DONE) {
                return;
            }
            if (batch.state() == BatchState.FAILED) {
                throw new IllegalStateException(batch.fileName() + ": " + batch.failure());
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("batch " + id + " is not done after two minutes");
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
