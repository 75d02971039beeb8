package vn.lanhnghe.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import vn.lanhnghe.audit.Act;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.file.Files;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;

@Controller
class IntakeController {

    private static final int SHOWN = 50;

    public record ListPage(
            Paging<Batch> batches,
            List<SheetKind> kinds,
            List<Mappings.Mapping> mappings,
            @Nullable String trouble) {
        /** The field a header was told to be, as the template calls it. */
        public String field(Mappings.Mapping mapping) {
            return kinds.stream()
                    .filter(it -> it.code().equals(mapping.kind()))
                    .flatMap(it -> it.fields().stream())
                    .filter(it -> it.key().equals(mapping.field()))
                    .map(Field::label)
                    .findFirst()
                    .orElse(mapping.field());
        }

        public String label(Batch batch) {
            return kinds.stream()
                    .filter(it -> it.code().equals(batch.kind()))
                    .map(SheetKind::label)
                    .findFirst()
                    .orElse("chưa rõ loại");
        }
    }

    /** The faults of one kind: how many, how many of them with a proposal, and the first few. */
    public record Group(FaultKind kind, int count, int fixable, List<Fault> shown) {}

    /** A page of the sheet itself, with its marked cells. */
    public record SheetView(SheetTable table, Paging<SheetRow> rows, String filter) {}

    public record Counts(int good, int bad, int aside, int fresh, int changed, int unchanged) {}

    public record BatchPage(
            Batch batch,
            String label,
            Reading reading,
            Counts counts,
            List<Group> groups,
            @Nullable SheetView sheet,
            List<Changed> changes,
            List<Changed> kept,
            @Nullable Brake brake,
            @Nullable String swept,
            List<Headers.Unknown> unknown,
            List<Field> fields,
            BatchRepository.Progress progress,
            @Nullable String address,
            @Nullable OffsetDateTime undoUntil,
            List<String> obstacles,
            List<Act> history) {

        /** Is a long file being checked in the background? */
        public boolean checking() {
            return batch.streamed() && batch.state() == BatchState.UPLOADED && batch.failure() == null;
        }

        public List<Fault> warnings() {
            return reading.warnings();
        }

        public String brakeSentence() {
            return brake == null ? "" : brake.sentence();
        }

        public boolean corrected(SheetRow row, Column column) {
            return reading.corrected().contains(new Reading.Cell(row.sheet(), row.number(), column.index()));
        }

        public String sheetAddress(String name, String filter) {
            return "/intake/" + batch.id() + "?sheet=" + java.net.URLEncoder.encode(name, StandardCharsets.UTF_8)
                    + "&show=" + filter;
        }
    }

    /** A row that would change what the register holds, and how. */
    public record Changed(SheetRow row, List<Difference.Change> changes) {}

    public record ProgressPage(Batch batch, BatchRepository.Progress progress) {}

    private final Batches batches;
    private final BatchRepository repository;
    private final Readings readings;
    private final Mappings mappings;
    private final Files files;
    private final Acts acts;
    private final IntakeSettings settings;

    IntakeController(
            Batches batches,
            BatchRepository repository,
            Readings readings,
            Mappings mappings,
            Files files,
            Acts acts,
            IntakeSettings settings) {
        this.batches = batches;
        this.repository = repository;
        this.readings = readings;
        this.mappings = mappings;
        this.files = files;
        this.acts = acts;
        this.settings = settings;
    }

    @GetMapping("/intake")
    @PreAuthorize("hasAuthority('INTAKE_VIEW')")
    View list(@RequestParam(defaultValue = "1") int page) {
        return new Page("intake/list", new ListPage(repository.list(page), readings.kinds(), told(), null));
    }

    private Set<String> told(SheetKind kind, Batch batch) {
        return mappings.list(batch.institutionId()).stream()
                .filter(it -> it.kind().equals(kind.code()))
                .map(Mappings.Mapping::header)
                .collect(Collectors.toSet());
    }

    private List<Mappings.Mapping> told() {
        var shelf = Batch.shelf();
        return shelf == null ? List.of() : mappings.list(shelf);
    }

    @PostMapping("/intake")
    @PreAuthorize("hasAuthority('INTAKE_COMMIT')")
    View upload(@RequestParam MultipartFile file, @RequestParam(defaultValue = "") String kind) throws IOException {
        if (file.isEmpty()) {
            return new Page(
                    "intake/list",
                    new ListPage(
                            repository.list(1),
                            readings.kinds(),
                            told(),
                            "Bạn chưa chọn tệp, hoặc tệp trống. Chọn một tệp .xlsx hoặc .csv rồi bấm Tải lên."));
        }
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return Go.to("/intake/" + batches.upload(name, file.getBytes(), kind.isEmpty() ? null : kind));
    }

    @GetMapping("/intake/{id}")
    @PreAuthorize("hasAuthority('INTAKE_VIEW')")
    @Transactional(readOnly = true)
    public View batch(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String sheet,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "1") int page) {
        var batch = get(id);
        var kind = readings.kind(batch.kind());
        if (batch.streamed()) {
            return new Page("intake/batch", streamed(batch, kind));
        }
        var reading = batch.open() ? readings.recent(batch) : Reading.closed(kind);
        var good = reading.good();
        var differences = kind != null && batch.open() ? kind.compare(reading.tables(), good) : List.<Difference>of();
        var unknown = kind != null && batch.open()
                ? Headers.unknown(files.get(batch.institutionId(), batch.sha256()), kind, told(kind, batch))
                : List.<Headers.Unknown>of();
        return new Page(
                "intake/batch",
                new BatchPage(
                        batch,
                        kind == null ? "Chưa rõ loại tệp" : kind.label(),
                        reading,
                        new Counts(
                                good.size(),
                                reading.bad().size(),
                                reading.aside().size(),
                                count(differences, Difference.Effect.NEW),
                                count(differences, Difference.Effect.CHANGED),
                                count(differences, Difference.Effect.UNCHANGED)),
                        groups(reading.faults()),
                        sheet(reading, sheet, show, page),
                        changes(good, differences),
                        kept(good, differences),
                        kind == null || differences.isEmpty() ? null : Brake.of(differences, kind.recorded(), settings),
                        null,
                        unknown,
                        kind == null ? List.of() : kind.fields(),
                        repository.progress(id),
                        kind == null ? null : kind.address(id),
                        undoUntil(batch),
                        obstacles(batch),
                        acts.list("batch", id)));
    }

    private @Nullable OffsetDateTime undoUntil(Batch batch) {
        return batch.written() ? batch.undoUntil(settings.undoDays()) : null;
    }

    private List<String> obstacles(Batch batch) {
        return batch.written() && readings.kind(batch.kind()) != null ? batches.obstacles(batch) : List.of();
    }

    private BatchPage streamed(Batch batch, @Nullable SheetKind kind) {
        var effect =
                kind instanceof Streamed it && batch.open() ? it.effect(batch.id()) : new Streamed.Effect(0, 0, 0, 0);
        return new BatchPage(
                batch,
                kind == null ? "Chưa rõ loại tệp" : kind.label(),
                Reading.closed(kind),
                new Counts(batch.good(), batch.bad(), 0, (int) effect.fresh(), (int) effect.changed(), (int)
                        effect.unchanged()),
                groups(repository.listFaults(batch.id())),
                null,
                List.of(),
                List.of(),
                Brake.of(effect, settings),
                batch.open() && effect.total() != batch.good() ? Batches.SWEPT : null,
                List.of(),
                List.of(),
                repository.progress(batch.id()),
                kind == null ? null : kind.address(batch.id()),
                undoUntil(batch),
                obstacles(batch),
                acts.list("batch", batch.id()));
    }

    private static int count(List<Difference> differences, Difference.Effect effect) {
        return (int) differences.stream().filter(it -> it.effect() == effect).count();
    }

    private static List<Changed> changes(List<SheetRow> rows, List<Difference> differences) {
        return java.util.stream.IntStream.range(0, differences.size())
                .filter(i -> differences.get(i).effect() == Difference.Effect.CHANGED)
                .limit(SHOWN)
                .mapToObj(i -> new Changed(rows.get(i), differences.get(i).changes()))
                .toList();
    }

    /** What a person has written by hand since, and the file would overwrite if it were let. */
    private static List<Changed> kept(List<SheetRow> rows, List<Difference> differences) {
        return java.util.stream.IntStream.range(0, differences.size())
                .filter(i -> !differences.get(i).kept().isEmpty())
                .limit(SHOWN)
                .mapToObj(i -> new Changed(rows.get(i), differences.get(i).kept()))
                .toList();
    }

    private static List<Group> groups(List<Fault> faults) {
        Map<FaultKind, List<Fault>> byKind =
                faults.stream().collect(Collectors.groupingBy(Fault::kind, LinkedHashMap::new, Collectors.toList()));
        return byKind.entrySet().stream()
                .map(it -> new Group(
                        it.getKey(),
                        it.getValue().size(),
                        (int) it.getValue().stream()
                                .filter(fault -> fault.fix() != null)
                                .count(),
                        it.getValue().stream().limit(SHOWN).toList()))
                .sorted(Comparator.comparing((Group it) -> it.fixable() == 0).thenComparing(it -> -it.count()))
                .toList();
    }

    private static @Nullable SheetView sheet(Reading reading, String name, String show, int page) {
        var table = reading.tables().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .or(() -> reading.tables().stream().findFirst());
        if (table.isEmpty()) {
            return null;
        }
        var filter = show.isEmpty() ? (reading.bad().isEmpty() ? "all" : "bad") : show;
        var rows = switch (filter) {
            case "bad" ->
                table.get().rows().stream().filter(it -> !it.faults().isEmpty()).toList();
            case "aside" ->
                reading.aside().stream()
                        .filter(it -> it.sheet().equals(table.get().name()))
                        .toList();
            default -> table.get().rows();
        };
        var from = Math.min(Paging.offset(page), rows.size());
        var shown = rows.subList(from, Math.min(rows.size(), from + Paging.SIZE));
        return new SheetView(table.get(), new Paging<>(shown, page, rows.size(), Paging.SIZE), filter);
    }

    @GetMapping("/intake/{id}/progress")
    @PreAuthorize("hasAuthority('INTAKE_VIEW')")
    View progress(@PathVariable long id) {
        return new Page("intake/progress", new ProgressPage(get(id), repository.progress(id)));
    }

    private Batch get(long id) {
        return repository.find(id).orElseThrow(() -> new NotFound("Không có tệp này trong phạm vi của bạn."));
    }
}
