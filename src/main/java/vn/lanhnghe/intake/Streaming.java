package vn.lanhnghe.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.file.Files;
import vn.lanhnghe.job.Job;
import vn.lanhnghe.shared.Refusal;

/**
 * Checks a file that is too long to be held: slice by slice, with the very checks of the short ones. What is good is set down
 * beside the register; of each kind of fault the first are kept and all are counted. Whole or not at all, like a commit.
 */
@Component
class Streaming implements Job {

    static final String NAME = "intake-check";

    private static final int SLICE = 10_000;
    private static final int KEPT_FAULTS = 1_000;
    private static final int MOST_ROWS = 2_000_000;
    private static final Logger LOG = LoggerFactory.getLogger(Streaming.class);

    private final BatchRepository batches;
    private final Readings readings;
    private final Mappings mappings;
    private final FaultCounts counts;
    private final Files files;
    private final TransactionTemplate whole;
    private final TransactionTemplate apart;

    Streaming(
            BatchRepository batches,
            Readings readings,
            Mappings mappings,
            FaultCounts counts,
            Files files,
            PlatformTransactionManager transactions) {
        this.batches = batches;
        this.readings = readings;
        this.mappings = mappings;
        this.counts = counts;
        this.files = files;
        this.whole = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The kind of a long text table, from its first lines; null when no kind that may be so long knows it. */
    static @Nullable Streamed kind(byte[] file, List<SheetKind> kinds) {
        var head = file.length < HEAD ? file : cut(file);
        var streamed = kinds.stream().filter(Streamed.class::isInstance).toList();
        var reading = Reader.read(head, streamed, null, Map.of(), Set.of());
        return reading.kind() instanceof Streamed kind && reading.troubles().isEmpty() ? kind : null;
    }

    private static final int HEAD = 64 * 1024;

    /** The first lines, whole ones. */
    private static byte[] cut(byte[] file) {
        var end = HEAD;
        while (end > 0 && file[end - 1] != '\n') {
            end--;
        }
        return java.util.Arrays.copyOf(file, end);
    }

    /** A text table of more lines than a spreadsheet is allowed here. */
    static boolean tooLong(byte[] file) {
        if (file.length > 1 && file[0] == 'P' && file[1] == 'K') {
            return false;
        }
        var lines = 0;
        for (var b : file) {
            if (b == '\n' && ++lines > Workbook.MOST_ROWS) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(long id) {
        var batch = Scope.system().get(() -> batches.find(id)).orElseThrow();
        if (batch.state() != BatchState.UPLOADED) {
            return;
        }
        batch.scope().run(() -> {
            try {
                whole.executeWithoutResult(status -> {
                    if (!check(batch)) {
                        status.setRollbackOnly();
                    }
                });
            } catch (Refusal refusal) {
                fail(batch, String.valueOf(refusal.getMessage()));
            } catch (RuntimeException e) {
                LOG.error("batch {} could not be checked", id, e);
                fail(batch, "Không kiểm tra được vì hệ thống gặp trục trặc. Bấm “Kiểm tra lại”.");
            }
        });
    }

    private void fail(Batch batch, String sentence) {
        whole.executeWithoutResult(status -> batches.fail(batch.id(), sentence));
    }

    /** What is found on the way through a file. */
    private static final class Findings {
        private final Streamed kind;
        private final List<Fault> kept = new ArrayList<>();
        private final Map<FaultKind, Integer> byKind = new EnumMap<>(FaultKind.class);
        private int good;
        private int bad;

        Findings(Streamed kind) {
            this.kind = kind;
        }

        void take(SheetTable slice) {
            for (var row : slice.rows()) {
                if (row.faults().isEmpty()) {
                    good++;
                } else {
                    bad++;
                    row.faults().forEach(this::take);
                }
            }
        }

        private void take(Fault fault) {
            if (byKind.merge(fault.kind(), 1, Integer::sum) <= KEPT_FAULTS) {
                kept.add(fault);
            }
        }
    }

    /** Answers whether anybody still waits for it: the file may have been dropped meanwhile. */
    private boolean check(Batch batch) {
        batches.forgetStreamed(batch.id());
        var findings = setDown(batch);
        batches.keepFaults(batch, findings.kept);
        counts.count(batch, findings.kind, findings.kept);
        return batches.settleStreamed(
                batch.id(),
                findings.bad == 0 && findings.good > 0 ? BatchState.READY : BatchState.CHECKED,
                findings.good,
                findings.bad);
    }

    /** Sets down again what had been checked and went in a crash of the database. */
    void setDownAgain(Batch batch) {
        setDown(batch);
    }

    private Findings setDown(Batch batch) {
        var file = files.get(batch.institutionId(), batch.sha256());
        var base = readings.kind(batch.kind());
        if (!(base instanceof Streamed kind)) {
            throw new Refusal(
                    "Loại tệp này không nhận tệp dài như vậy. Hãy chia thành nhiều tệp, mỗi tệp tối đa 20.000 dòng.");
        }
        var spoken = mappings.known(List.of(kind), batch.institutionId());
        var shape = Reader.read(file.length < HEAD ? file : cut(file), spoken, kind.code(), Map.of(), Set.of());
        if (!shape.troubles().isEmpty() || shape.tables().isEmpty()) {
            throw new Refusal(String.join(" ", shape.troubles()));
        }
        var table = shape.tables().getFirst();
        var findings = new Findings(kind);
        try (var stage = kind.stage(batch.id())) {
            slices(file, kind.fields(), table, (slice, total) -> {
                stage.check(slice);
                stage.put(slice);
                findings.take(slice);
                apart.executeWithoutResult(status -> batches.tell(batch, findings.good + findings.bad, total));
            });
            var key = table.columns().getFirst();
            for (var twin : stage.end()) {
                findings.good--;
                findings.bad++;
                findings.take(new Fault(
                        "",
                        twin.row(),
                        key,
                        FaultKind.DUPLICATE_IN_FILE,
                        "",
                        "Người học này đã có điểm môn này ở dòng %d. Giữ lại một dòng.".formatted(twin.first()),
                        null));
            }
        }
        return findings;
    }

    /** Takes one slice, and how many rows the file has, as far as its lines tell. */
    private interface Taker {
        void take(SheetTable slice, int total);
    }

    /** While one slice is taken, another thread reads the next and checks what its fields ask. */
    private static void slices(byte[] file, List<Field> fields, SheetTable shape, Taker taker) {
        var slices = new Slices(Encoding.decode(file), shape);
        try (var reading = Executors.newSingleThreadExecutor()) {
            var next = reading.submit(() -> slices.next(fields));
            for (var slice = next.get(); slice != null; slice = next.get()) {
                next = reading.submit(() -> slices.next(fields));
                taker.take(slice, slices.total);
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A long table's rows, some thousands at a time. */
    private static final class Slices {

        private final SheetTable shape;
        private final Iterator<List<String>> records;
        private final int total;
        private int number;

        Slices(String text, SheetTable shape) {
            this.shape = shape;
            this.total = (int) text.chars().filter(it -> it == '\n').count();
            this.records = Csv.stream(text, Csv.separator(text.substring(0, Math.min(text.length(), HEAD))));
        }

        /** The next rows, with what is wrong with their fields; null at the end of the file. */
        @Nullable
        SheetTable next(List<Field> fields) {
            var rows = new ArrayList<SheetRow>(SLICE);
            while (records.hasNext() && rows.size() < SLICE) {
                var cells = records.next();
                number++;
                if (number > MOST_ROWS) {
                    throw new Refusal("Tệp vượt quá %,d dòng. Hãy chia thành nhiều tệp."
                            .formatted(MOST_ROWS)
                            .replace(',', '.'));
                }
                if (number > shape.headerRow()) {
                    row(cells).ifPresent(rows::add);
                }
            }
            if (rows.isEmpty()) {
                return null;
            }
            var slice = new SheetTable("", shape.headerRow(), shape.columns(), rows);
            Checks.run(fields, List.of(slice));
            return slice;
        }

        private Optional<SheetRow> row(List<String> cells) {
            var written = new HashMap<Integer, String>();
            var empty = true;
            for (var column : shape.columns()) {
                var cell = column.index() < cells.size() ? cells.get(column.index()) : "";
                empty &= cell.isEmpty();
                written.put(column.index(), cell);
            }
            return empty ? Optional.empty() : Optional.of(new SheetRow("", number, shape.columns(), written));
        }
    }
}
