package vn.lanhnghe.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.job.Job;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;

/**
 * Writes the good rows of a batch in one transaction with the batch's own change of state: either both are there or neither,
 * whenever the power goes. Doing it again finds the batch done and does nothing.
 */
@Component
class Committing implements Job {

    static final String NAME = "intake-commit";

    private static final Logger LOG = LoggerFactory.getLogger(Committing.class);

    private final BatchRepository batches;
    private final Readings readings;
    private final Streaming streaming;
    private final Acts acts;
    private final TransactionTemplate whole;
    private final TransactionTemplate apart;

    Committing(
            BatchRepository batches,
            Readings readings,
            Streaming streaming,
            Acts acts,
            PlatformTransactionManager transactions) {
        this.batches = batches;
        this.readings = readings;
        this.streaming = streaming;
        this.acts = acts;
        this.whole = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(long id) {
        var batch = Scope.system().get(() -> batches.find(id)).orElseThrow(() -> new NotFound("batch " + id));
        batch.scope().run(() -> {
            try {
                whole.executeWithoutResult(status -> write(id));
                tidy(batch);
            } catch (Refusal refusal) {
                fail(batch, String.valueOf(refusal.getMessage()));
            } catch (RuntimeException e) {
                LOG.error("batch {} could not be committed", id, e);
                fail(
                        batch,
                        "Không ghi được vì hệ thống gặp trục trặc; chưa dòng nào vào sổ. Bấm “Kiểm tra lại” rồi ghi lại.");
            } finally {
                readings.forget();
            }
        });
    }

    private void write(long id) {
        var batch = batches.lock(id).orElseThrow();
        if (batch.state() != BatchState.COMMITTING) {
            return;
        }
        if (batch.streamed()) {
            writeStreamed(batch);
            return;
        }
        var reading = readings.now(batch);
        var good = reading.good();
        var kind = reading.kind();
        if (kind == null || good.size() != batch.accepted()) {
            throw changed(good.size(), batch.accepted());
        }
        kind.commit(
                id,
                reading.tables(),
                good,
                done -> apart.executeWithoutResult(status -> batches.tell(batch, done, good.size())));
        batches.refuse(batch, refused(reading));
        batches.finish(id);
        acts.record(
                ActKind.BATCH_COMMITTED,
                new Subject("batch", id, batch.institutionId()),
                "Ghi %d dòng vào sổ, để lại %d dòng".formatted(good.size(), batch.refused()),
                null);
    }

    private static Refusal changed(long now, int then) {
        return new Refusal(
                "Sổ đã thay đổi từ lúc bạn xem: bây giờ có %d dòng ghi được thay vì %d. Bấm “Kiểm tra lại” để xem rồi ghi."
                        .formatted(now, then));
    }

    /** What was set down is not needed any more; it is written, so that failing here would harm nothing. */
    private void tidy(Batch batch) {
        if (batch.streamed() && readings.kind(batch.kind()) instanceof Streamed kind) {
            whole.executeWithoutResult(status -> kind.unstage(batch.id()));
        }
    }

    private void writeStreamed(Batch batch) {
        if (!(readings.kind(batch.kind()) instanceof Streamed kind)) {
            throw new Refusal("Loại tệp này không nhận tệp dài như vậy. Hãy chia tệp rồi tải lên lại.");
        }
        var written = kind.commitStaged(batch.id());
        if (written == 0) {
            streaming.setDownAgain(batch);
            written = kind.commitStaged(batch.id());
        }
        if (written != batch.accepted()) {
            throw changed(written, batch.accepted());
        }
        batches.finish(batch.id());
        acts.record(
                ActKind.BATCH_COMMITTED,
                new Subject("batch", batch.id(), batch.institutionId()),
                "Ghi %d dòng vào sổ, để lại %d dòng".formatted(batch.accepted(), batch.refused()),
                null);
    }

    /** Why the other rows stay out, kept as it is now: tomorrow the register may say something else. */
    private static Map<Reading.Cell, String> refused(Reading reading) {
        var reasons = new HashMap<Reading.Cell, String>();
        reading.bad()
                .forEach(row -> reasons.put(
                        new Reading.Cell(row.sheet(), row.number(), 0),
                        row.faults().stream().map(ResultFile::sentence).collect(Collectors.joining(" "))));
        reading.aside().forEach(row -> reasons.put(new Reading.Cell(row.sheet(), row.number(), 0), ""));
        return reasons;
    }

    private void fail(Batch batch, String sentence) {
        whole.executeWithoutResult(status -> {
            // a connection may break after the database has written all the same
            if (batches.fail(batch.id(), sentence)) {
                acts.record(
                        ActKind.BATCH_FAILED, new Subject("batch", batch.id(), batch.institutionId()), sentence, null);
            }
        });
    }
}
