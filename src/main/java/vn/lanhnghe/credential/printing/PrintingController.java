package vn.lanhnghe.credential.printing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.credential.issuing.Decision;
import vn.lanhnghe.credential.issuing.Issuing;
import vn.lanhnghe.learning.Level;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Vi;

/** In phôi: a decision's forms, the layouts, the printers. */
@Controller
@PreAuthorize("hasAuthority('BLANK_MANAGE')")
class PrintingController {

    public record FormsPage(
            Decision decision,
            Paging<Diploma> diplomas,
            Map<Long, String> confirmed,
            List<Printer> printers,
            @Nullable Long printer) {

        public boolean ready() {
            return diplomas.rows().stream().allMatch(it -> confirmed.containsKey(it.id()));
        }
    }

    public record LayoutsPage(List<Layout> layouts, List<Printer> printers) {}

    public record LayoutPage(
            Layout layout, BindingResult form, double width, double height, List<Placement> placements) {}

    public record PrinterPage(Printer printer, List<Layout> layouts, Layout layout) {
        public double right() {
            return layout.width() - Layout.MARGIN;
        }

        public double bottom() {
            return layout.height() - Layout.MARGIN;
        }
    }

    private final Printing face;
    private final PrintingRepository printing;
    private final FormSheets sheets;
    private final Issuing issuing;

    PrintingController(Printing face, PrintingRepository printing, FormSheets sheets, Issuing issuing) {
        this.face = face;
        this.printing = printing;
        this.sheets = sheets;
        this.issuing = issuing;
    }

    @GetMapping("/decisions/{id}/forms")
    View forms(
            @PathVariable long id,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) @Nullable Long printer) {
        var decision = issuing.decision(id);
        var waiting = printing.page(id, page);
        return new Page(
                "credential/printing/forms",
                new FormsPage(
                        decision,
                        waiting,
                        printing.listConfirmed(
                                waiting.rows().stream().map(Diploma::id).toList()),
                        printing.listPrinters(),
                        printer));
    }

    @PostMapping("/decisions/{id}/confirmations")
    View confirm(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable List<Long> diploma,
            @RequestParam(defaultValue = "1") int page,
            RedirectAttributes flash) {
        issuing.decision(id);
        var count = face.confirm(id, diploma == null ? List.of() : diploma);
        return Go.to(
                "/decisions/%d/forms?page=%d".formatted(id, page),
                flash,
                "Đã xác nhận %s văn bằng đúng với hồ sơ.".formatted(Vi.count(count)));
    }

    @GetMapping(value = "/decisions/{id}/drafts.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> drafts(@PathVariable long id, @RequestParam(defaultValue = "1") int page) {
        var diplomas = waiting(id, page);
        face.preview(diplomas);
        return pdf(sheets.drafts(face.layout(diplomas.getFirst().level()), diplomas), "ban-nhap");
    }

    @GetMapping(value = "/decisions/{id}/forms.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> print(
            @PathVariable long id,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) @Nullable Long printer) {
        var diplomas = waiting(id, page);
        var chosen = Optional.ofNullable(printer).map(face::printer);
        face.print(diplomas, chosen.map(Printer::name).orElse("chưa hiệu chỉnh"));
        return pdf(
                sheets.forms(
                        face.layout(diplomas.getFirst().level()),
                        chosen.map(Printer::correction).orElse(Correction.NONE),
                        diplomas),
                "in-phoi");
    }

    /** A file's worth of diplomas of one level: another level has other forms. */
    private List<Diploma> waiting(long decisionId, int page) {
        issuing.decision(decisionId);
        var rows = printing.page(decisionId, page).rows();
        if (rows.isEmpty()) {
            throw new NotFound("Quyết định này không còn văn bằng giấy nào chờ in.");
        }
        var level = rows.getFirst().level();
        return rows.stream().filter(it -> it.level() == level).toList();
    }

    private static ResponseEntity<byte[]> pdf(byte[] bytes, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"" + name + ".pdf\"")
                .header("Cache-Control", "no-store")
                .body(bytes);
    }

    @GetMapping("/layouts")
    View layouts() {
        return new Page(
                "credential/printing/layouts",
                new LayoutsPage(List.copyOf(face.listLayouts().values()), printing.listPrinters()));
    }

    @GetMapping("/layouts/{level}")
    View layout(@PathVariable Level level) {
        var layout = face.layout(level);
        return show(layout, LayoutForm.of(layout), HttpStatus.OK);
    }

    @PostMapping("/layouts/{level}")
    View change(
            @PathVariable Level level,
            @RequestParam(defaultValue = "0") long seen,
            @RequestParam Map<String, String> typed,
            RedirectAttributes flash) {
        var layout = face.layout(level);
        var form = LayoutForm.read(typed);
        if (layout.id() != seen) {
            form.form()
                    .reject(
                            "layout",
                            "Trong lúc bạn sửa, %s đã lưu một bố trí khác lúc %s. Điều bạn gõ vẫn còn ở đây; xem lại rồi bấm lưu lần nữa để thay."
                                    .formatted(layout.actorName(), Vi.time(layout.at())));
        }
        if (form.form().hasErrors()) {
            return show(layout, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        face.change(layout, form.width(), form.height(), form.placements());
        return Go.to(
                "/layouts/" + level.name(),
                flash,
                "Đã lưu bố trí. In một trang thử trên giấy thường trước khi in phôi.");
    }

    private static View show(Layout layout, LayoutForm form, HttpStatus status) {
        return new Page(
                "credential/printing/layout",
                new LayoutPage(layout, form.form(), form.width(), form.height(), form.placements()),
                status);
    }

    @GetMapping(value = "/layouts/{level}/test.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> test(@PathVariable Level level, @RequestParam(required = false) @Nullable Long printer) {
        return pdf(
                sheets.test(
                        face.layout(level),
                        printer == null
                                ? Correction.NONE
                                : face.printer(printer).correction()),
                "trang-thu");
    }

    @PostMapping("/printers")
    View add(@RequestParam(defaultValue = "") String name, RedirectAttributes flash) {
        return Go.to(
                "/printers/" + face.add(name), flash, "Đã thêm máy in. In trang thử, đo và ghi bốn số để hiệu chỉnh.");
    }

    @GetMapping("/printers/{id}")
    View printer(@PathVariable long id, @RequestParam(defaultValue = "CAO_DANG") Level level) {
        var layouts = face.listLayouts();
        return new Page(
                "credential/printing/printer",
                new PrinterPage(face.printer(id), List.copyOf(layouts.values()), face.layout(level)));
    }

    @PostMapping("/printers/{id}/correction")
    View correct(
            @PathVariable long id,
            @RequestParam Level level,
            @RequestParam Map<String, String> typed,
            RedirectAttributes flash) {
        var correction = face.correct(
                id,
                face.layout(level),
                new Correction.Measured(
                        measure(typed, "left", "Dấu A, cách mép trái"),
                        measure(typed, "top", "Dấu A, cách mép trên"),
                        measure(typed, "right", "Dấu B, cách mép trái"),
                        measure(typed, "bottom", "Dấu B, cách mép trên")));
        return Go.to(
                "/printers/%d?level=%s".formatted(id, level.name()),
                flash,
                "Đã hiệu chỉnh: dịch ngang %s mm, dọc %s mm. In lại trang thử để kiểm tra."
                        .formatted(Millimetres.text(correction.offsetX()), Millimetres.text(correction.offsetY())));
    }

    private static double measure(Map<String, String> typed, String field, String label) {
        return Millimetres.read(typed.get(field))
                .orElseThrow(() -> new Refusal("%s: nhập số mi-li-mét đo được, ví dụ 20,5.".formatted(label)));
    }

    @PostMapping("/printers/{id}/reset")
    View reset(@PathVariable long id, RedirectAttributes flash) {
        face.reset(id);
        return Go.to("/printers/" + id, flash, "Đã xoá hiệu chỉnh; máy in này lại in đúng như bố trí.");
    }

    @PostMapping("/printers/{id}/removal")
    View remove(@PathVariable long id, RedirectAttributes flash) {
        face.remove(id);
        return Go.to("/layouts", flash, "Đã bỏ máy in.");
    }
}
