package vn.lanhnghe.intake;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.file.Files;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Download;

/** What leaves the import centre as a file: results, faults, empty sheets, and what the register holds. */
@Controller
class ExtractController {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=utf-8");

    private final BatchRepository repository;
    private final Readings readings;
    private final Files files;
    private final Acts acts;

    ExtractController(BatchRepository repository, Readings readings, Files files, Acts acts) {
        this.repository = repository;
        this.readings = readings;
        this.files = files;
        this.acts = acts;
    }

    @GetMapping("/intake/{id}/result")
    @PreAuthorize("hasAuthority('INTAKE_VIEW')")
    ResponseEntity<byte[]> result(@PathVariable long id) {
        var batch = held(id);
        var file = files.get(batch.institutionId(), batch.sha256());
        downloaded(batch, "Tải tệp kết quả");
        var csv = !(file.length > 1 && file[0] == 'P' && file[1] == 'K');
        return Download.file(
                ResultFile.of(file, readings.recent(batch), batch.written() ? repository.refused(id) : null),
                "ket-qua-" + batch.fileName(),
                csv ? CSV : Download.XLSX);
    }

    @GetMapping("/intake/{id}/faults.csv")
    @PreAuthorize("hasAuthority('INTAKE_VIEW')")
    ResponseEntity<byte[]> faults(@PathVariable long id) {
        var batch = get(id);
        downloaded(batch, "Tải danh sách lỗi");
        var text = new StringBuilder(
                "\ufeffTệp;Trang tính;Dòng;Cột;Tên cột;Mã lỗi;Loại lỗi;Bạn viết;Cách sửa;Đề xuất\r\n");
        var reading = batch.streamed() ? Reading.closed(null) : readings.recent(batch);
        reading.troubles()
                .forEach(it ->
                        text.append(line(batch.fileName(), "", "", "", "", "structure", "Cấu trúc tệp", "", it, "")));
        (batch.streamed() ? repository.listFaults(id) : reading.faults())
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
        return Download.file(text.toString().getBytes(StandardCharsets.UTF_8), "loi-" + batch.id() + ".csv", CSV);
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
        return Download.xlsx(Template.of(kind(kind)), "mau-" + kind + ".xlsx");
    }

    /** The rows that were not written, alone, with why: to be mended and sent again. */
    @GetMapping("/intake/{id}/unwritten.xlsx")
    @PreAuthorize("hasAuthority('INTAKE_VIEW')")
    @Transactional
    public ResponseEntity<byte[]> unwritten(@PathVariable long id) {
        var batch = held(id);
        downloaded(batch, "Tải các dòng chưa ghi");
        return Download.xlsx(
                Extracts.unwritten(readings.recent(batch), repository.refused(id)), "chua-ghi-%d.xlsx".formatted(id));
    }

    /** What the college holds, in the shape in which it is sent: read again it changes nothing. Personal data, so a reason is asked. */
    @PostMapping("/intake/exports/{kind}.xlsx")
    @PreAuthorize("hasAuthority('INTAKE_COMMIT')")
    @Transactional
    public ResponseEntity<byte[]> export(@PathVariable String kind, @RequestParam(defaultValue = "") String reason) {
        var found = kind(kind);
        if (reason.isBlank()) {
            throw new Refusal("Tệp này có dữ liệu cá nhân. Hãy ghi lý do xuất, ví dụ “Đối chiếu cuối học kỳ”.");
        }
        var extract = found.extract();
        acts.record(
                ActKind.LEARNERS_EXPORTED,
                new Subject("export", 0, Scope.current().institutionId()),
                "Xuất %s: %d dòng"
                        .formatted(
                                found.label(),
                                extract.stream()
                                        .mapToInt(it -> it.rows().size())
                                        .sum()),
                reason.strip());
        return Download.xlsx(Extracts.xlsx(extract), kind + ".xlsx");
    }

    private SheetKind kind(String code) {
        var found = readings.kind(code);
        if (found == null) {
            throw new NotFound(readings.refusal(code));
        }
        return found;
    }

    /** A long file is not read whole again; its faults are a list of their own. */
    private Batch held(long id) {
        var batch = get(id);
        if (batch.streamed()) {
            throw new Refusal("Tệp này quá dài để kèm kết quả từng dòng. Tải danh sách lỗi để xem dòng nào cần sửa.");
        }
        return batch;
    }

    private Batch get(long id) {
        return repository.find(id).orElseThrow(() -> new NotFound("Không có tệp này trong phạm vi của bạn."));
    }

    private void downloaded(Batch batch, String summary) {
        acts.record(ActKind.FILE_DOWNLOADED, new Subject("batch", batch.id(), batch.institutionId()), summary, null);
    }
}
