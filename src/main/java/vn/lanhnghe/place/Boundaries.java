package vn.lanhnghe.place;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
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
import vn.lanhnghe.ui.Vi;

/** The imported boundaries: a file is checked whole, kept as a draft, taken into use by a second deed, and can be taken back. */
@Service
@PreAuthorize("hasAuthority('PLACE_MANAGE')")
public class Boundaries {

    static final String SUBJECT = "boundary-set";

    /** What the check of an upload said: the draft that was kept, or null and the faults that refused it. */
    public record Checking(@Nullable Long id, List<BoundaryFault> faults) {}

    private final PlaceRepository repository;
    private final Places places;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Boundaries(PlaceRepository repository, Places places, Acts acts, TransactionTemplate transaction, Clock clock) {
        this.repository = repository;
        this.places = places;
        this.acts = acts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Checks the file and, if nothing grave is wrong with it, keeps it as the draft, in place of an earlier one. */
    public Checking upload(NewBoundaries set, String fileName, byte[] bytes) {
        var wards = repository.list(LocalDate.now(clock));
        var checked = BoundaryFile.check(bytes, wards);
        if (checked.grave()) {
            return new Checking(null, checked.faults());
        }
        var web = WebOutlines.of(wards, checked.outlines());
        var webBytes = Drawing.geoJson(wards, web).length;
        var id = asSystem(() -> {
            repository.lock();
            repository.deleteDrafts();
            var draft = repository.insert(
                    set,
                    named(fileName),
                    sha256(bytes),
                    webBytes,
                    Scope.current().actor());
            repository.insertOutlines(draft, checked.outlines(), web);
            repository.insertWarnings(draft, checked.faults());
            record(ActKind.BOUNDARIES_UPLOADED, draft, "Tải lên bộ địa giới số " + draft + ": " + named(fileName));
            return draft;
        });
        return new Checking(id, checked.faults());
    }

    /** Takes a draft, or a set that was in use before, into use in place of whatever is. */
    public void use(long id) {
        asSystem(() -> {
            repository.lock();
            var set = get(id);
            if (set.state() == BoundarySet.State.USED) {
                throw new Refusal("Bộ địa giới số " + id + " đang được dùng.");
            }
            if (set.validFrom().isAfter(LocalDate.now(clock))) {
                throw new Refusal("Bộ địa giới số %d có hiệu lực từ %s. Hãy đưa vào dùng từ ngày đó."
                        .formatted(id, Vi.day(set.validFrom())));
            }
            repository.retireUsed();
            repository.use(id);
            record(ActKind.BOUNDARIES_USED, id, "Dùng bộ địa giới số " + id + ": " + set.fileName());
            return id;
        });
        places.forget();
    }

    /** Back to the sketch; the set in use is kept and can be taken up again. */
    public void backToSketch() {
        asSystem(() -> {
            repository.lock();
            var used = repository
                    .findUsed()
                    .orElseThrow(() -> new Refusal("Bản đồ đang dùng sơ đồ; không có bộ địa giới nào để thôi dùng."));
            repository.retireUsed();
            record(ActKind.BOUNDARIES_RETIRED, used.id(), "Thôi dùng bộ địa giới số " + used.id() + ", quay lại sơ đồ");
            return used;
        });
        places.forget();
    }

    public void drop(long id) {
        asSystem(() -> {
            repository.lock();
            if (get(id).state() != BoundarySet.State.DRAFT) {
                throw new Refusal(
                        "Bộ địa giới số " + id + " đã được dùng nên được giữ lại; chỉ bỏ được bộ chờ xác nhận.");
            }
            repository.deleteDrafts();
            record(ActKind.BOUNDARIES_DROPPED, id, "Bỏ bộ địa giới số " + id);
            return id;
        });
    }

    private BoundarySet get(long id) {
        return repository.find(id).orElseThrow(() -> new NotFound("Không có bộ địa giới này."));
    }

    private void record(ActKind kind, long id, String summary) {
        acts.record(kind, new Subject(SUBJECT, id, null), summary, null);
    }

    private <T> T asSystem(Supplier<T> deed) {
        return Scope.current().raised().get(() -> transaction.execute(status -> deed.get()));
    }

    private static String named(String fileName) {
        var name = fileName.substring(fileName.lastIndexOf('/') + 1).replaceAll("\\p{Cntrl}", "");
        return name.isBlank() ? "(không tên)" : name.substring(0, Math.min(200, name.length()));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
