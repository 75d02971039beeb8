package vn.lanhnghe.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.audit.Act;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
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
            @Nullable String trouble) {
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
            BatchRepository.Progress progress,
            @Nullable String address,
            List<Act> history) {

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
    private final Files files;
    private final Acts acts;

    IntakeController(Batches batches, BatchRepository repository, Readings readings, Files files, Acts acts) {
        this.batches = batches;
        this.repository = repository;
        this.readings = readings;
        this.files = files;
        this.acts = acts;
    }

    @GetMapping("/intake")
    @PreAuthorize("hasAuthority('INTAKE_VIEW')")
    View list(@RequestParam(defaultValue = "1") int page) {
        return new Page("intake/list", new ListPage(repository.list(page), readings.kinds(), null));
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
        var reading = readings.recent(batch);
        var kind = reading.kind();
        var good = reading.good();
        var differences = kind != null && batch.open() ? kind.compare(reading.tables(), good) : List.<Difference>of();
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
                        batch.state() == BatchState.DONE ? List.of() : groups(reading.faults()),
                        sheet(reading, sheet, show, page),
                        changes(good, differences),
                        repository.progress(id),
                        kind == null ? null : kind.address(id),
                        acts.list("batch", id)));
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

    @PostMapping("/intake/{id}/corrections")
    @PreAuthorize("hasAuthority('INTAKE_COMMIT')")
    View correct(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String sheet,
            @RequestParam int row,
            @RequestParam int column,
            @RequestParam(defaultValue = "") String value,
            RedirectAttributes flash) {
        batches.correct(id, sheet, row, column, value);
        return back(id, sheet, flash, "Đã sửa ô %s%d và kiểm tra lại.".formatted(Grid.letter(column), row));
    }

    @PostMapping("/intake/{id}/fixes")
    @PreAuthorize("hasAuthority('INTAKE_COMMIT')")
    View acceptFixes(@PathVariable long id, @RequestParam FaultKind kind, RedirectAttributes flash) {
        return back(
                id, "", flash, "Đã sửa %d ô theo đề xuất và kiểm tra lại.".formatted(batches.acceptFixes(id, kind)));
    }

    @PostMapping("/intake/{id}/aside")
    @PreAuthorize("hasAuthority('INTAKE_COMMIT')")
    View setAside(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String sheet,
            @RequestParam int row,
            @RequestParam(defaultValue = "true") boolean out,
            RedirectAttributes flash) {
        batches.setAside(id, sheet, row, out);
        return back(
                id,
                sheet,
                flash,
                (out ? "Đã để lại dòng %d; dòng này sẽ không được ghi." : "Đã lấy lại dòng %d.").formatted(row));
    }

    @PostMapping("/intake/{id}/recheck")
    @PreAuthorize("hasAuthority('INTAKE_COMMIT')")
    View recheck(@PathVariable long id, RedirectAttributes flash) {
        batches.recheck(id);
        return back(id, "", flash, "Đã kiểm tra lại với sổ hiện nay.");
    }

    @PostMapping("/intake/{id}/commit")
    @PreAuthorize("hasAuthority('INTAKE_COMMIT')")
    View commit(@PathVariable long id, RedirectAttributes flash) {
        return back(id, "", flash, "Đang ghi %d dòng vào sổ. Bạn có thể rời trang này.".formatted(batches.commit(id)));
    }

    @PostMapping("/intake/{id}/removal")
    @PreAuthorize("hasAuthority('INTAKE_COMMIT')")
    View drop(@PathVariable long id, RedirectAttributes flash) {
        batches.drop(id);
        return Go.to("/intake", flash, "Đã bỏ tệp; không dòng nào được ghi.");
    }

    @GetMapping("/intake/{id}/result")
    @PreAuthorize("hasAuthority('INTAKE_VIEW')")
    ResponseEntity<byte[]> result(@PathVariable long id) {
        var batch = get(id);
        var file = files.get(batch.institutionId(), batch.sha256());
        downloaded(batch, "Tải tệp kết quả");
        var csv = !(file.length > 1 && file[0] == 'P' && file[1] == 'K');
        return attachment(
                "ket-qua-" + batch.fileName(),
                csv ? "text/csv;charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                ResultFile.of(file, readings.recent(batch), batch.state()));
    }

    @GetMapping("/intake/{id}/faults.csv")
    @PreAuthorize("hasAuthority('INTAKE_VIEW')")
    ResponseEntity<byte[]> faults(@PathVariable long id) {
        var batch = get(id);
        downloaded(batch, "Tải danh sách lỗi");
        var text = new StringBuilder(
                "\ufeffTệp;Trang tính;Dòng;Cột;Tên cột;Mã lỗi;Loại lỗi;Bạn viết;Cách sửa;Đề xuất\r\n");
        var reading = readings.recent(batch);
        reading.troubles()
                .forEach(it ->
                        text.append(line(batch.fileName(), "", "", "", "", "structure", "Cấu trúc tệp", "", it, "")));
        reading.faults()
                .forEach(it -> text.append(line(
                        batch.fileName(),
                        it.sheet(),
                        Integer.toString(it.row()),
                        it.column().letter(),
                        it.column().header(),
                        it.kind().code(),
                        it.kind().label(),
                        it.written(),
                        it.message(),
                        Objects.requireNonNullElse(it.fix(), ""))));
        return attachment(
                "loi-" + batch.id() + ".csv",
                "text/csv;charset=utf-8",
                text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A cell that begins like a formula is written so that a spreadsheet shows it instead of running it. */
    private static String line(String... cells) {
        return java.util.Arrays.stream(cells)
                .map(it -> it.matches("[=+@-].*") && !it.matches("-?[\\d.,]+") ? "'" + it : it)
                .map(it -> ResultFile.quoted(it, ';'))
                .collect(Collectors.joining(";", "", "\r\n"));
    }

    @GetMapping("/intake/templates/{kind}.xlsx")
    @PreAuthorize("hasAuthority('INTAKE_VIEW')")
    ResponseEntity<byte[]> template(@PathVariable String kind) {
        var found = readings.kinds().stream()
                .filter(it -> it.code().equals(kind))
                .findFirst()
                .orElseThrow(() -> new NotFound("Không có tệp mẫu này."));
        return attachment(
                "mau-" + kind + ".xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                Template.of(found));
    }

    private Batch get(long id) {
        return repository.find(id).orElseThrow(() -> new NotFound("Không có tệp này trong phạm vi của bạn."));
    }

    private void downloaded(Batch batch, String summary) {
        acts.record(ActKind.FILE_DOWNLOADED, new Subject("batch", batch.id(), batch.institutionId()), summary, null);
    }

    private static View back(long id, String sheet, RedirectAttributes flash, String notice) {
        return Go.to(
                "/intake/" + id
                        + (sheet.isEmpty()
                                ? ""
                                : "?sheet=" + java.net.URLEncoder.encode(sheet, StandardCharsets.UTF_8)),
                flash,
                notice);
    }

    private static ResponseEntity<byte[]> attachment(String name, String type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(bytes);
    }
}
