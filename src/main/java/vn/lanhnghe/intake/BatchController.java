package vn.lanhnghe.intake;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.ui.Go;

/** What is done to a file after it has been uploaded. */
@Controller
class BatchController {

    private final Batches batches;

    BatchController(Batches batches) {
        this.batches = batches;
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
    View commit(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean read,
            RedirectAttributes flash) {
        return back(
                id,
                "",
                flash,
                "Đang ghi %d dòng vào sổ. Bạn có thể rời trang này.".formatted(batches.commit(id, reason, read)));
    }

    @PostMapping("/intake/{id}/removal")
    @PreAuthorize("hasAuthority('INTAKE_COMMIT')")
    View drop(@PathVariable long id, RedirectAttributes flash) {
        batches.drop(id);
        return Go.to("/intake", flash, "Đã bỏ tệp; không dòng nào được ghi.");
    }

    @PostMapping("/intake/{id}/undoing")
    @PreAuthorize("hasAuthority('INTAKE_COMMIT')")
    View undo(@PathVariable long id, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        return back(
                id,
                "",
                flash,
                "Đã hoàn tác: %d hồ sơ trở lại như trước khi ghi tệp.".formatted(batches.undo(id, reason)));
    }

    @PostMapping("/intake/{id}/columns")
    @PreAuthorize("hasAuthority('INTAKE_COMMIT')")
    View map(
            @PathVariable long id,
            @RequestParam String kind,
            @RequestParam String header,
            @RequestParam(defaultValue = "") String field,
            RedirectAttributes flash) {
        batches.map(id, kind, header, field);
        return back(id, "", flash, "Đã nhớ cột “%s” cho tệp này và các tệp sau của trường.".formatted(header));
    }

    @PostMapping("/intake/columns/removal")
    @PreAuthorize("hasAuthority('INTAKE_COMMIT')")
    View unmap(@RequestParam String kind, @RequestParam String header, RedirectAttributes flash) {
        batches.unmap(kind, header);
        return Go.to("/intake", flash, "Đã quên cột “%s”.".formatted(header));
    }

    private static View back(long id, String sheet, RedirectAttributes flash, String notice) {
        return Go.to(
                "/intake/" + id + (sheet.isEmpty() ? "" : "?sheet=" + URLEncoder.encode(sheet, StandardCharsets.UTF_8)),
                flash,
                notice);
    }
}
