package vn.lanhnghe.credential.issuing;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.credential.Medium;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.learning.Level;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Vi;

/** Sổ phôi: what lies on the shelf and why, lot by lot, movement by movement. */
@Controller
class BlankController {

    public record LedgerPage(
            List<Stock> stock,
            Paging<Lot> lots,
            List<BlankRepository.Period> periods,
            String serial,
            List<BlankRepository.Form> found) {}

    public record MovesPage(Paging<Move> moves) {}

    public record LotPage(BindingResult form) {
        public Map<String, String> levels() {
            var options = new LinkedHashMap<String, String>();
            List.of(Level.values()).forEach(it -> options.put(it.name(), it.label()));
            return options;
        }

        public Map<String, String> media() {
            var options = new LinkedHashMap<String, String>();
            options.put(Medium.PAPER.name(), "Phôi giấy");
            options.put(Medium.DIGITAL.name(), "Dải số hiệu của văn bằng số");
            return options;
        }
    }

    private final Blanks face;
    private final BlankRepository blanks;

    BlankController(Blanks face, BlankRepository blanks) {
        this.face = face;
        this.blanks = blanks;
    }

    @GetMapping("/blanks")
    @PreAuthorize("hasAuthority('CREDENTIAL_VIEW')")
    View ledger(@RequestParam(defaultValue = "") String serial, @RequestParam(defaultValue = "1") int page) {
        return new Page(
                "credential/issuing/blanks",
                new LedgerPage(
                        Scope.current().institutionId() == null ? List.of() : face.listStock(),
                        blanks.lots(page),
                        blanks.listPeriods(),
                        serial,
                        serial.isBlank() ? List.of() : blanks.find(serial.strip())));
    }

    @GetMapping("/blanks/moves")
    @PreAuthorize("hasAuthority('CREDENTIAL_VIEW')")
    View moves(@RequestParam(defaultValue = "1") int page) {
        return new Page("credential/issuing/moves", new MovesPage(blanks.moves(page)));
    }

    @GetMapping("/blanks/lots/new")
    @PreAuthorize("hasAuthority('BLANK_MANAGE')")
    View ask() {
        return new Page(
                "credential/issuing/lot",
                new LotPage(new BeanPropertyBindingResult(new NewLot(null, Medium.PAPER, "", "", "", null), "newLot")));
    }

    @PostMapping("/blanks/lots")
    @PreAuthorize("hasAuthority('BLANK_MANAGE')")
    View receive(@Valid NewLot lot, BindingResult form, RedirectAttributes flash) {
        if (form.hasErrors()) {
            return new Page("credential/issuing/lot", new LotPage(form));
        }
        face.receive(lot);
        return Go.to(
                "/blanks",
                flash,
                "Đã nhập lô %s–%s, trình độ %s."
                        .formatted(
                                lot.first(),
                                lot.last(),
                                Objects.requireNonNull(lot.level()).label().toLowerCase(java.util.Locale.ROOT)));
    }

    @PostMapping("/blanks/settlements")
    @PreAuthorize("hasAuthority('BLANK_MANAGE')")
    View settle(
            @RequestParam Move.Act act,
            @RequestParam(defaultValue = "") String first,
            @RequestParam(defaultValue = "") String last,
            @RequestParam(defaultValue = "") String minutes,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        var count = face.settle(act, first, last, minutes, reason);
        return Go.to(
                "/blanks",
                flash,
                "Đã ghi %s: %s phôi.".formatted(act.label().toLowerCase(java.util.Locale.ROOT), Vi.count(count)));
    }

    @PostMapping("/blanks/periods")
    @PreAuthorize("hasAuthority('BLANK_MANAGE')")
    View close(
            @RequestParam Level level,
            @RequestParam int counted,
            @RequestParam(defaultValue = "") String minutes,
            RedirectAttributes flash) {
        face.close(level, counted, minutes);
        return Go.to(
                "/blanks",
                flash,
                "Đã chốt sổ phôi %s: kiểm đếm khớp sổ.".formatted(level.label().toLowerCase(java.util.Locale.ROOT)));
    }
}
