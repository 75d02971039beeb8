package vn.lanhnghe.framework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lanhnghe.audit.Act;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.file.Files;
import vn.lanhnghe.framework.Framework.State;
import vn.lanhnghe.framework.FrameworkRepository.Match;
import vn.lanhnghe.framework.FrameworkRepository.Succession;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Vi;

/** Competence frameworks: read in whole, laid beside what is kept, put to use by version. */
@Service
@PreAuthorize("hasAuthority('LAW_VIEW')")
public class Frameworks {

    private static final long SHELF = 0;
    private static final int MOST_BYTES = 5 * 1024 * 1024;

    private final FrameworkRepository frameworks;
    private final Files files;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final List<Reliance> reliances;

    Frameworks(
            FrameworkRepository frameworks,
            Files files,
            Acts acts,
            TransactionTemplate transaction,
            Clock clock,
            List<Reliance> reliances) {
        this.frameworks = frameworks;
        this.files = files;
        this.acts = acts;
        this.transaction = transaction;
        this.clock = clock;
        this.reliances = reliances;
    }

    public List<Framework> list() {
        return frameworks.list();
    }

    public Framework get(long id) {
        return frameworks.find(id).orElseThrow(() -> new NotFound("Không có khung năng lực này."));
    }

    public Content content(Framework it) {
        return Content.of(it, frameworks.listLevels(it.id()), frameworks.listItems(it.id()));
    }

    /** As CASE 1.1 has it. */
    Map<String, Object> casePackage(Framework it, String site) {
        var changed = Scope.system().get(() -> acts.list("framework", it.id())).stream()
                .findFirst()
                .map(Act::at)
                .filter(at -> at.isAfter(it.madeAt()))
                .orElse(it.madeAt());
        return CasePackage.write(it, content(it), listMatches(it), changed, site);
    }

    /** A version that is or was in use, as anybody may read it: by its own identifier or by one of its items, the one in use first. */
    @PreAuthorize("permitAll")
    Optional<Map<String, Object>> findCase(UUID identifier, String site) {
        return frameworks.findPublished(identifier).map(it -> casePackage(it, site));
    }

    List<Match> listMatches(Framework it) {
        return frameworks.listMatches(it.id());
    }

    List<Succession> listSuccessions(Framework it) {
        return frameworks.listSuccessions(it.id());
    }

    /** What hangs on a version, by one of the modules above. */
    record Hung(String thing, String part, String address, Reliance.Weight weight) {}

    /** What hangs on a version: on the one in use, for a draft, and how the draft meets it; nothing is not told. */
    List<Hung> listHung(Framework it) {
        var held = held(it);
        return held == null
                ? List.of()
                : reliances.stream()
                        .map(one -> new Hung(
                                one.thing(), one.part(), one.address(), one.weigh(held.version(), held.next())))
                        .filter(one -> one.weight().links() > 0)
                        .toList();
    }

    /** One page of all that hangs there, a thing a row. */
    List<Paging<Reliance.Bound>> listBound(Framework it, int page) {
        var held = held(it);
        return held == null
                ? List.of()
                : reliances.stream()
                        .map(one -> one.list(held.version(), held.next(), page))
                        .filter(one -> one.total() > 0)
                        .toList();
    }

    /** By item of the version in use, how many links there are. */
    Map<Long, Long> links(Framework draft) {
        var held = held(draft);
        var links = new HashMap<Long, Long>();
        if (held != null) {
            reliances.forEach(
                    it -> it.links(held.version()).forEach((item, count) -> links.merge(item, count, Long::sum)));
        }
        return links;
    }

    private record Held(long version, long next) {}

    private @Nullable Held held(Framework it) {
        var inUse = frameworks.findInUse(it.code()).orElse(null);
        return switch (it.state()) {
            case ACTIVE -> new Held(it.id(), it.id());
            case ENDED -> inUse == null ? null : new Held(it.id(), inUse.id());
            case DRAFT -> inUse == null ? null : new Held(inUse.id(), it.id());
        };
    }

    @Nullable
    Framework findInUse(Framework it) {
        return frameworks.findInUse(it.code()).orElse(null);
    }

    /**
     * A file beside what is kept. {@code against} is the same version, or the one in use when the file brings another; {@code faults}
     * are all there are.
     */
    public record Reading(
            String sha256, Content content, @Nullable Framework against, List<Change> changes, List<String> faults) {

        /** Whether the file says a version that is already in use, and something else of it. */
        public boolean closed() {
            return against != null
                    && against.version().equals(content.version())
                    && against.state() != State.DRAFT
                    && !changes.isEmpty();
        }

        public boolean usable() {
            return faults.isEmpty() && !closed() && (against == null || !changes.isEmpty());
        }
    }

    /** Reads a file and keeps it for the next step; writes nothing else. */
    @PreAuthorize("hasAuthority('FRAMEWORK_EDIT')")
    public Reading read(byte[] file) {
        if (file.length == 0 || file.length > MOST_BYTES) {
            throw new Refusal("Chọn tệp XLSX hoặc CASE JSON, tối đa 5 MB.");
        }
        parse(file);
        var sha256 = Scope.current().raised().get(() -> files.put(SHELF, file));
        return reading(sha256, file);
    }

    @PreAuthorize("hasAuthority('FRAMEWORK_EDIT')")
    public Reading reread(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new NotFound("Không có tệp này. Hãy tải lên lại.");
        }
        return reading(sha256, Scope.current().raised().get(() -> files.get(SHELF, sha256)));
    }

    private Reading reading(String sha256, byte[] file) {
        var parsed = parse(file);
        var said = parsed.content();
        var against = frameworks
                .find(said.code(), said.version())
                .or(() -> frameworks.findInUse(said.code()))
                .orElse(null);
        var kept = against == null ? null : content(against);
        var content = kept == null ? said : said.named(parsed.bare(), kept);
        return new Reading(
                sha256,
                content,
                against,
                kept == null ? List.of() : Change.list(kept, content),
                Stream.concat(parsed.faults().stream(), Faults.of(content).stream())
                        .toList());
    }

    private static FrameworkSheet.Parsed parse(byte[] file) {
        if (file.length > 1 && (file[0] == 0 || file[1] == 0 || file[0] == (byte) 0xFE || file[0] == (byte) 0xFF)) {
            throw new Refusal("Tệp không phải UTF-8. Hãy lưu lại tệp với mã hoá UTF-8 rồi tải lên.");
        }
        var marked = file.length > 3 && file[0] == (byte) 0xEF;
        return file[marked ? 3 : 0] == '{'
                ? new FrameworkSheet.Parsed(CasePackage.read(file), Set.of(), List.of())
                : FrameworkSheet.read(file);
    }

    /** Writes what was read as a draft: a new framework, a new version, or the draft of that version anew. */
    @PreAuthorize("hasAuthority('FRAMEWORK_EDIT')")
    public long keep(String sha256) {
        var reading = reread(sha256);
        if (!reading.faults().isEmpty()) {
            throw new Refusal(String.join("\n", reading.faults()));
        }
        if (reading.closed()) {
            throw new Refusal("Phiên bản %s đang dùng, không sửa được; ghi phiên bản mới trong tệp rồi tải lên."
                    .formatted(reading.content().version()));
        }
        if (!reading.usable()) {
            throw new Refusal("0 thay đổi: tệp giống hệt bản đang có.");
        }
        var it = reading.content();
        var same = frameworks.find(it.code(), it.version()).orElse(null);
        var inUse = frameworks.findInUse(it.code()).orElse(null);
        return write(() -> {
            long id;
            if (same != null) {
                id = same.id();
                frameworks.update(id, it);
            } else {
                // a version has an identifier of its own; the file's is taken unless another version has it
                var identifier = inUse != null && inUse.identifier().equals(it.identifier())
                        ? UUID.nameUUIDFromBytes(
                                (it.code() + " " + it.version()).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        : it.identifier();
                id = frameworks.insert(it, identifier, inUse, Scope.current().actor());
            }
            frameworks.fill(id, it);
            if (inUse != null) {
                frameworks.propose(id, Successors.propose(frameworks.listKept(inUse.id()), frameworks.listKept(id)));
            }
            act(
                    id,
                    "Đọc khung %s phiên bản %s, %s mục"
                            .formatted(
                                    it.code(), it.version(), Vi.count(it.items().size())));
            return id;
        });
    }

    /** Says what takes the place of an item of the version in use; an empty code is nothing. */
    @PreAuthorize("hasAuthority('FRAMEWORK_EDIT')")
    public void choose(long id, String oldCode, String newCode) {
        var draft = draft(id);
        var before = frameworks.listSuccessions(id).stream()
                .filter(it -> it.code().equals(oldCode))
                .findFirst()
                .orElseThrow(() -> new NotFound("Bản đang dùng không có mục %s.".formatted(oldCode)));
        if (!newCode.isEmpty()) {
            var after = frameworks.listItems(id).stream()
                    .filter(it -> it.code().equals(newCode))
                    .findFirst()
                    .orElseThrow(
                            () -> new Refusal("Phiên bản %s không có mục %s.".formatted(draft.version(), newCode)));
            if (after.kind() != before.kind()) {
                throw new Refusal("%s %s không thay được cho %s %s: chuẩn đầu ra gắn với %s, hãy chọn một %s."
                        .formatted(
                                after.kind().label(),
                                newCode,
                                before.kind().label().toLowerCase(Vi.LOCALE),
                                oldCode,
                                before.kind().label().toLowerCase(Vi.LOCALE),
                                before.kind().label().toLowerCase(Vi.LOCALE)));
            }
        }
        write(() -> {
            if (!frameworks.choose(id, oldCode, newCode.isEmpty() ? null : newCode)) {
                throw new NotFound("Bản đang dùng không có mục %s.".formatted(oldCode));
            }
            return id;
        });
    }

    /** Puts a draft to use from a day on and ends the version before it; whoever does has seen what hangs on that. */
    @PreAuthorize("hasAuthority('FRAMEWORK_EDIT')")
    public void activate(long id, @Nullable LocalDate from, boolean seen) {
        var draft = draft(id);
        var inUse = frameworks.findInUse(draft.code()).orElse(null);
        if (from == null || from.isBefore(LocalDate.now(clock))) {
            throw new Refusal("Chọn ngày bắt đầu dùng, từ hôm nay trở đi.");
        }
        if (inUse != null && inUse.validFrom() != null && !from.isAfter(inUse.validFrom())) {
            throw new Refusal("Ngày phải sau %s, ngày bản đang dùng bắt đầu.".formatted(Vi.day(inUse.validFrom())));
        }
        var hung = inUse == null ? List.<Hung>of() : listHung(draft);
        if (!seen && !hung.isEmpty()) {
            throw new Refusal(said(hung, Objects.requireNonNull(inUse).version())
                    + " Xem danh sách, rồi đánh dấu đã xem để đưa vào dùng.");
        }
        write(() -> {
            frameworks.activate(id, draft.code(), from);
            act(
                    id,
                    "Dùng khung %s phiên bản %s từ %s.".formatted(draft.code(), draft.version(), Vi.day(from))
                            + (inUse == null || hung.isEmpty() ? "" : " " + said(hung, inUse.version())));
            return id;
        });
    }

    static String said(List<Hung> hung, String version) {
        return hung.stream()
                .map(it -> "%s liên kết của %s %s đang gắn với bản %s."
                        .formatted(
                                Vi.count(it.weight().links()),
                                Vi.count(it.weight().things()),
                                it.thing(),
                                version))
                .collect(Collectors.joining(" "));
    }

    @PreAuthorize("hasAuthority('FRAMEWORK_EDIT')")
    public void remove(long id) {
        var draft = draft(id);
        write(() -> {
            frameworks.remove(id);
            act(id, "Bỏ bản nháp khung %s phiên bản %s".formatted(draft.code(), draft.version()));
            return id;
        });
    }

    Framework draft(long id) {
        var it = get(id);
        if (it.state() != State.DRAFT) {
            throw new Refusal(
                    "Phiên bản này %s, không sửa được.".formatted(it.state().label()));
        }
        return it;
    }

    private void act(long id, String summary) {
        acts.record(ActKind.FRAMEWORK_CHANGED, new Subject("framework", id, null), summary, null);
    }

    private long write(Supplier<Long> work) {
        return Scope.current().raised().get(() -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }
}
