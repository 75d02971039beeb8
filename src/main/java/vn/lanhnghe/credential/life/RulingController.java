package vn.lanhnghe.credential.life;

import jakarta.validation.Valid;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.audit.Act;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.credential.Chosen;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.file.Files;
import vn.lanhnghe.programme.Occupation;
import vn.lanhnghe.programme.Occupations;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Download;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Vi;

/** Quyết định về văn bằng đã phát hành: the draft, its preview row by row, and what was done. */
@Controller
class RulingController {

    public record RulingsPage(Paging<Ruling> rulings) {}

    /** {@code fingerprint} is there when the draft can be carried out as it is shown. */
    public record RulingPage(
            Ruling ruling,
            Paging<Effect> effects,
            long happening,
            @Nullable String fingerprint,
            BindingResult form,
            Map<Correctable, String> changes,
            List<Reason> reasons,
            Map<String, String> ranks,
            List<Occupation> occupations,
            boolean own,
            List<Act> history) {

        /** What whoever reads this may decide. */
        public List<Turn> turns() {
            return Stream.of(Turn.values()).filter(Lives::may).toList();
        }

        public Map<String, String> turnOptions() {
            var options = new LinkedHashMap<String, String>();
            turns().forEach(it -> options.put(it.name(), it.label()));
            return options;
        }
    }

    private final Lives lives;
    private final RulingRepository rulings;
    private final Effects effects;
    private final Occupations occupations;
    private final Files files;
    private final Acts acts;

    RulingController(
            Lives lives, RulingRepository rulings, Effects effects, Occupations occupations, Files files, Acts acts) {
        this.lives = lives;
        this.rulings = rulings;
        this.effects = effects;
        this.occupations = occupations;
        this.files = files;
        this.acts = acts;
    }

    @GetMapping("/rulings")
    @PreAuthorize("hasAuthority('CREDENTIAL_VIEW')")
    View list(@RequestParam(defaultValue = "1") int page) {
        return new Page("credential/life/rulings", new RulingsPage(rulings.list(page)));
    }

    @PostMapping("/rulings")
    @PreAuthorize("hasAnyAuthority('CREDENTIAL_REVOKE', 'CREDENTIAL_PREPARE')")
    View open(Chosen chosen) {
        return Go.to("/rulings/" + lives.open(chosen));
    }

    @GetMapping("/rulings/{id}")
    @PreAuthorize("hasAuthority('CREDENTIAL_VIEW')")
    View one(@PathVariable long id, @RequestParam(defaultValue = "1") int page) {
        var ruling = get(id);
        var form = new BeanPropertyBindingResult(
                new Terms(
                        ruling.turn(),
                        Objects.requireNonNullElse(ruling.decision(), ""),
                        ruling.decidedOn(),
                        Objects.requireNonNullElse(ruling.reasonCode(), ""),
                        Objects.requireNonNullElse(ruling.reason(), ""),
                        null),
                "terms");
        return page(ruling, page, form, rulings.changes(id), HttpStatus.OK);
    }

    @PostMapping("/rulings/{id}")
    @PreAuthorize("hasAnyAuthority('CREDENTIAL_REVOKE', 'CREDENTIAL_PREPARE')")
    View word(@PathVariable long id, @Valid Terms terms, BindingResult form, @RequestParam Map<String, String> typed) {
        var ruling = get(id);
        var changes = new EnumMap<Correctable, String>(Correctable.class);
        for (var field : Correctable.values()) {
            changes.put(field, typed.getOrDefault(field.name(), ""));
        }
        if (!form.hasErrors()) {
            try {
                lives.word(id, terms, changes);
                return Go.to("/rulings/" + id + "#preview");
            } catch (Refusal refusal) {
                form.reject("refused", String.valueOf(refusal.getMessage()));
            }
        }
        return page(ruling, 1, form, changes, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/rulings/{id}/execution")
    @PreAuthorize("hasAnyAuthority('CREDENTIAL_REVOKE', 'CREDENTIAL_PREPARE')")
    View carryOut(
            @PathVariable long id, @RequestParam(defaultValue = "") String fingerprint, RedirectAttributes flash) {
        var count = lives.carryOut(id, fingerprint);
        var ruling = get(id);
        var turn = Objects.requireNonNull(ruling.turn());
        return ruling.decisionId() == null
                ? Go.to(
                        "/rulings/" + id,
                        flash,
                        "%s: đã làm với %s văn bằng. Trang tra cứu công khai trả lời theo quyết định này từ bây giờ."
                                .formatted(turn.label(), Vi.count(count)))
                : Go.to(
                        "/decisions/" + ruling.decisionId(),
                        flash,
                        "Đã lập %s văn bằng mới. Văn bằng cũ còn hiệu lực cho đến khi văn bằng mới phát hành."
                                .formatted(Vi.count(count)));
    }

    @PostMapping("/rulings/{id}/undoing")
    @PreAuthorize("hasAuthority('CREDENTIAL_REVOKE')")
    View undo(@PathVariable long id) {
        return Go.to("/rulings/" + lives.undo(id));
    }

    @PostMapping("/rulings/{id}/removal")
    @PreAuthorize("hasAnyAuthority('CREDENTIAL_REVOKE', 'CREDENTIAL_PREPARE')")
    View drop(@PathVariable long id, @RequestParam(required = false) @Nullable Long diploma, RedirectAttributes flash) {
        if (diploma != null) {
            lives.leaveOut(id, diploma);
            return Go.to("/rulings/" + id, flash, "Đã bỏ một văn bằng khỏi quyết định này.");
        }
        lives.drop(id);
        return Go.to("/rulings", flash, "Đã bỏ bản nháp; chưa văn bằng nào thay đổi.");
    }

    @GetMapping("/rulings/{id}/evidence")
    @PreAuthorize("hasAuthority('CREDENTIAL_VIEW')")
    ResponseEntity<byte[]> evidence(@PathVariable long id) {
        var ruling = get(id);
        if (ruling.evidence() == null) {
            throw new NotFound("Quyết định này không kèm tệp chứng cứ.");
        }
        return Download.foreign(
                files.get(ruling.institutionId(), ruling.evidence()),
                Objects.requireNonNullElse(ruling.evidenceName(), "chung-cu"));
    }

    private View page(
            Ruling ruling, int page, BindingResult form, Map<Correctable, String> changes, HttpStatus status) {
        var preview = ruling.done() || !ruling.worded() || form.hasErrors() ? null : lives.preview(ruling.id());
        var own = Objects.equals(ruling.institutionId(), Scope.current().institutionId());
        return new Page(
                "credential/life/ruling",
                new RulingPage(
                        ruling,
                        preview == null ? rulings.effects(ruling, page) : slice(preview.effects(), page),
                        preview == null ? ruling.carriedOut() : preview.happening(),
                        preview == null ? null : preview.fingerprint(),
                        form,
                        changes,
                        lives.listReasons(),
                        effects.ranks(),
                        ruling.done() || !own ? List.of() : occupations.list(),
                        own,
                        acts.list("ruling", ruling.id())),
                status);
    }

    /** A page of the preview, those left out first. */
    private static Paging<Effect> slice(List<Effect> effects, int page) {
        var ordered = effects.stream().collect(Collectors.partitioningBy(Effect::happens)).values().stream()
                .flatMap(List::stream)
                .toList();
        var paging = new Paging<Effect>(List.of(), page, ordered.size(), Paging.SIZE);
        return new Paging<>(
                ordered.stream()
                        .skip(Paging.offset(paging.page()))
                        .limit(Paging.SIZE)
                        .toList(),
                paging.page(),
                ordered.size(),
                Paging.SIZE);
    }

    private Ruling get(long id) {
        return rulings.find(id).orElseThrow(() -> new NotFound("Không có quyết định này trong phạm vi của bạn."));
    }
}
