package vn.lanhnghe.intake;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.file.Files;

/** Reads and checks the file of a batch, and keeps the last few answers for a minute, until something is corrected or committed. */
@Component
class Readings {

    private static final int KEPT = 24;
    private static final long FRESH_MILLIS = 60_000;

    private record Key(long batchId, int version) {}

    private record Kept(Reading reading, long at) {}

    private final Map<Key, Kept> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Kept> eldest) {
            return size() > KEPT;
        }
    };

    private final List<SheetKind> kinds;
    private final BatchRepository batches;
    private final Mappings mappings;
    private final Files files;
    private final Clock clock;

    Readings(List<SheetKind> kinds, BatchRepository batches, Mappings mappings, Files files, Clock clock) {
        this.kinds = kinds;
        this.batches = batches;
        this.mappings = mappings;
        this.files = files;
        this.clock = clock;
    }

    /** What the present reader may send: a college its own sheets, the department those about every college. */
    List<SheetKind> kinds() {
        var department = Scope.current().institutionId() == null;
        return kinds.stream().filter(it -> it.ofTheDepartment() == department).toList();
    }

    /** What others send, and the present reader does not. */
    private List<SheetKind> foreign() {
        var own = kinds();
        return kinds.stream().filter(it -> !own.contains(it)).toList();
    }

    /** Why the present reader cannot use a kind of sheet: others send it, or there is none. */
    String refusal(String code) {
        return foreign().stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .map(it -> Reader.elsewhere(it, kinds()))
                .orElse("Không có loại tệp này. Hãy chọn trong danh sách.");
    }

    /** The reading as it was at most a minute ago. */
    @Transactional(readOnly = true)
    public Reading recent(Batch batch) {
        var key = new Key(batch.id(), batch.version());
        synchronized (kept) {
            var recent = kept.get(key);
            if (recent != null && clock.millis() - recent.at() < FRESH_MILLIS) {
                return recent.reading();
            }
        }
        var reading = now(batch);
        synchronized (kept) {
            kept.put(key, new Kept(reading, clock.millis()));
        }
        return reading;
    }

    /** The reading against the register as it stands now. */
    @Transactional(readOnly = true)
    public Reading now(Batch batch) {
        var file = files.get(batch.institutionId(), batch.sha256());
        var wanted = batch.kind().isEmpty() ? null : batch.kind();
        var spoken = mappings.known(kinds(), batch.institutionId());
        var reading = Reader.read(
                file, spoken, foreign(), wanted, batches.corrections(batch.id()), batches.aside(batch.id()));
        var kind = reading.kind();
        if (kind != null && reading.troubles().isEmpty()) {
            Checks.run(kind.fields(), reading.tables());
            kind.check(reading.tables(), reading.aside());
        }
        return reading;
    }

    /** The kind with this code among those the present reader may send; null when there is none. */
    @Nullable
    SheetKind kind(String code) {
        return kinds().stream().filter(it -> it.code().equals(code)).findFirst().orElse(null);
    }

    /** The register has changed: what was checked against it must be checked again. */
    void forget() {
        synchronized (kept) {
            kept.clear();
        }
    }
}
