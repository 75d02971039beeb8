package vn.lanhnghe.credential.printing;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.learning.Level;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Vi;

/** In phôi: where things stand on a college's forms, how its printers err, and whose data has been confirmed. */
@Service
@Transactional
@PreAuthorize("hasAuthority('BLANK_MANAGE')")
public class Printing {

    private static final int LONGEST_NAME = 60;

    private final PrintingRepository printing;
    private final Acts acts;

    Printing(PrintingRepository printing, Acts acts) {
        this.printing = printing;
        this.acts = acts;
    }

    /** The layout in use at the college in scope. */
    @Transactional(readOnly = true)
    public Layout layout(Level level) {
        return Objects.requireNonNull(printing.listCurrent(own()).get(level));
    }

    /** Puts the next version of a layout in use, after the one that was looked at. */
    public void change(Layout before, double width, double height, List<Placement> placements) {
        var level = before.level();
        var after = before.institutionId() == null ? 0 : before.version();
        var id = printing.insertLayout(own(), level, after, width, height, placements)
                .orElseThrow(
                        () -> new Refusal(
                                "Trong lúc bạn sửa, người khác đã lưu một bố trí mới cho phôi này. Mở lại trang để thấy bản mới rồi sửa tiếp."));
        acts.record(
                ActKind.LAYOUT_CHANGED,
                new Subject("layout", id, own()),
                "Bố trí in phôi %s, bản %d".formatted(level.label().toLowerCase(Locale.ROOT), after + 1),
                null);
    }

    public long add(String name) {
        var tidy = Vietnamese.tidy(name);
        if (tidy.isEmpty() || tidy.length() > LONGEST_NAME) {
            throw new Refusal(
                    "Ghi tên máy in, dài tối đa %d ký tự; ví dụ “HP phòng đào tạo, khay 2”.".formatted(LONGEST_NAME));
        }
        var id = printing.insertPrinter(own(), tidy)
                .orElseThrow(() -> new Refusal("Trường đã có máy in tên “%s”. Đặt tên khác.".formatted(tidy)));
        acts.record(
                ActKind.PRINTER_CHANGED, new Subject("printer", id, own()), "Thêm máy in “%s”".formatted(tidy), null);
        return id;
    }

    @Transactional(readOnly = true)
    public Printer printer(long id) {
        return printing.findPrinter(id).orElseThrow(() -> new NotFound("Không có máy in này trong phạm vi của bạn."));
    }

    /** Corrects a printer by what was measured on a test page of {@code layout} that was printed with the correction of now. */
    public Correction correct(long printerId, Layout layout, Correction.Measured measured) {
        var printer = printer(printerId);
        if (!(measured.left() < measured.right() && measured.top() < measured.bottom())) {
            throw new Refusal(
                    "Dấu A phải nằm bên trái và phía trên dấu B. Kiểm tra lại bốn số đo: cách mép trái và cách mép trên của từng dấu.");
        }
        var correction = printer.correction().after(measured, layout.width(), layout.height());
        if (!correction.doubts().isEmpty()) {
            throw new Refusal(String.join(" ", correction.doubts()));
        }
        set(printer, correction);
        return correction;
    }

    /** Forgets what a printer's correction was. */
    public void reset(long printerId) {
        set(printer(printerId), Correction.NONE);
    }

    private void set(Printer printer, Correction correction) {
        printing.correct(printer.id(), correction);
        acts.record(
                ActKind.PRINTER_CHANGED,
                new Subject("printer", printer.id(), printer.institutionId()),
                "Hiệu chỉnh “%s”: dịch ngang %s mm, dọc %s mm, cỡ ngang %s %%, dọc %s %%"
                        .formatted(
                                printer.name(),
                                Millimetres.text(correction.offsetX()),
                                Millimetres.text(correction.offsetY()),
                                Millimetres.text(correction.scaleX() * 100),
                                Millimetres.text(correction.scaleY() * 100)),
                null);
    }

    public void remove(long printerId) {
        var printer = printer(printerId);
        printing.remove(printerId);
        acts.record(
                ActKind.PRINTER_CHANGED,
                new Subject("printer", printer.id(), printer.institutionId()),
                "Bỏ máy in “%s”".formatted(printer.name()),
                null);
    }

    /** Says that the data of these diplomas were held against the file and are right; answers with how many are newly confirmed. */
    public int confirm(long decisionId, Collection<Long> ids) {
        var confirmed = printing.confirm(decisionId, ids);
        if (confirmed.isEmpty()) {
            throw new Refusal("Không có văn bằng nào chưa xác nhận trong lựa chọn này. Chọn ít nhất một dòng.");
        }
        acts.record(
                ActKind.DIPLOMA_CONFIRMED,
                "diploma",
                confirmed,
                own(),
                "Xác nhận dữ liệu đúng với hồ sơ trước khi in",
                null);
        return confirmed.size();
    }

    /** Lets these diplomas be printed on forms, when every one of them is confirmed; each leaves a trace. */
    public void print(List<Diploma> diplomas, String printer) {
        var confirmed =
                printing.listConfirmed(diplomas.stream().map(Diploma::id).toList());
        var missing =
                diplomas.stream().filter(it -> !confirmed.containsKey(it.id())).toList();
        if (!missing.isEmpty()) {
            throw new Refusal(
                    "%s văn bằng chưa được xác nhận đúng với hồ sơ, trước hết là của %s. Đối chiếu và xác nhận rồi in."
                            .formatted(
                                    Vi.count(missing.size()),
                                    missing.stream()
                                            .limit(3)
                                            .map(Diploma::fullName)
                                            .collect(Collectors.joining(", "))));
        }
        record(ActKind.DIPLOMA_FORMS_MADE, diplomas, "Tạo tệp in phôi, máy in “%s”".formatted(printer));
    }

    /** Lets drafts of these diplomas be looked at; each leaves a trace. */
    public void preview(List<Diploma> diplomas) {
        record(ActKind.DIPLOMA_PREVIEWED, diplomas, "Xem bản nháp trên phôi");
    }

    private void record(ActKind kind, List<Diploma> diplomas, String summary) {
        acts.record(kind, "diploma", diplomas.stream().map(Diploma::id).toList(), own(), summary, null);
    }

    /** The layout of each level at the college in scope. */
    @Transactional(readOnly = true)
    public Map<Level, Layout> listLayouts() {
        return printing.listCurrent(own());
    }

    private static long own() {
        return Objects.requireNonNull(Scope.current().institutionId());
    }
}
