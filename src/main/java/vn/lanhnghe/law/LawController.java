package vn.lanhnghe.law;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.audit.Act;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.law.wording.Edition;
import vn.lanhnghe.law.wording.Editions;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Download;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;

@Controller
class LawController {

    public record ListPage(List<LawText> texts, int all, String q, String kind, String force, LocalDate day) {}

    public record NewPage(BindingResult form) {}

    public record TextPage(
            LawText text,
            LocalDate day,
            List<Clause> clauses,
            List<Relation> relations,
            Map<String, List<Reliant.Reliance>> reliances,
            int hanging,
            List<Edition> editions,
            List<Act> history) {}

    private final Laws laws;
    private final Editions editions;
    private final LawRepository repository;
    private final Acts acts;
    private final Clock clock;

    LawController(Laws laws, Editions editions, LawRepository repository, Acts acts, Clock clock) {
        this.laws = laws;
        this.editions = editions;
        this.repository = repository;
        this.acts = acts;
        this.clock = clock;
    }

    @GetMapping("/laws")
    @PreAuthorize("hasAuthority('LAW_VIEW')")
    View list(@RequestParam Map<String, String> query) {
        var day = day(query.getOrDefault("ngay", ""));
        var q = Vietnamese.fold(query.getOrDefault("q", "")).strip();
        var kind = query.getOrDefault("kind", "");
        var force = query.getOrDefault("force", "");
        var all = repository.list();
        var shown = all.stream()
                .filter(it -> q.isEmpty()
                        || Vietnamese.fold(it.code() + " " + it.title() + " " + it.use() + " " + it.issuer())
                                .contains(q))
                .filter(it -> kind.isEmpty() || it.kind().name().equals(kind))
                .filter(it -> force.isEmpty() || it.on(day).name().equals(force))
                .toList();
        return new Page("law/list", new ListPage(shown, all.size(), query.getOrDefault("q", ""), kind, force, day));
    }

    @GetMapping("/laws/new")
    @PreAuthorize("hasAuthority('LAW_MANAGE')")
    View blank() {
        return blank(
                new BeanPropertyBindingResult(
                        new NewText("", "", null, "", "", "", LocalDate.now(clock), null, "", ""), "form"),
                HttpStatus.OK);
    }

    private static View blank(BindingResult form, HttpStatus status) {
        return new Page("law/new", new NewPage(form), status);
    }

    @PostMapping("/laws")
    @PreAuthorize("hasAuthority('LAW_MANAGE')")
    View enter(
            @Valid @ModelAttribute("form") NewText form,
            BindingResult result,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes flash) {
        if (result.hasErrors()) {
            return blank(result, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            return Go.to("/laws/" + laws.enter(form, file), flash, "Đã ghi văn bản vào sổ.");
        } catch (Refusal refused) {
            result.rejectValue("code", "refused", String.valueOf(refused.getMessage())); // what was typed stays
            return blank(result, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/laws/{id}/file")
    @PreAuthorize("hasAuthority('LAW_VIEW')")
    ResponseEntity<byte[]> file(@PathVariable long id) {
        var text = laws.text(id);
        return Download.foreign(laws.file(text), Objects.requireNonNullElse(text.fileName(), "van-ban"));
    }

    private LocalDate day(String text) {
        try {
            return text.isEmpty() ? LocalDate.now(clock) : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return LocalDate.now(clock);
        }
    }

    @GetMapping("/laws/{id}")
    @PreAuthorize("hasAuthority('LAW_VIEW')")
    View text(@PathVariable long id) {
        var text = laws.text(id);
        var clauses = repository.listClauses(text.code());
        var reliances =
                laws.listReliances(clauses.stream().map(Clause::clauseCode).toList());
        return new Page(
                "law/text",
                new TextPage(
                        text,
                        LocalDate.now(clock),
                        clauses,
                        repository.listRelations(text.code()),
                        reliances.stream()
                                .collect(Collectors.groupingBy(
                                        Reliant.Reliance::kind, LinkedHashMap::new, Collectors.toList())),
                        reliances.size(),
                        editions.list(text.code()),
                        acts.list("law", id)));
    }

    @PostMapping("/laws/{id}/supersession")
    @PreAuthorize("hasAuthority('LAW_MANAGE')")
    View supersede(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String repealed,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        LocalDate day;
        try {
            day = LocalDate.parse(since);
        } catch (DateTimeException e) {
            throw new Refusal("Hãy chọn ngày văn bản mới có hiệu lực.");
        }
        laws.supersede(id, code, title, !repealed.isEmpty(), day, reason.strip());
        return Go.to("/laws/" + id, flash, "Đã ghi. Những gì còn dựa vào văn bản này được liệt kê bên dưới.");
    }

    @PostMapping("/laws/{id}/supersession/undo")
    @PreAuthorize("hasAuthority('LAW_MANAGE')")
    View reinstate(@PathVariable long id, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        laws.reinstate(id, reason.strip());
        return Go.to("/laws/" + id, flash, "Đã hoàn tác; văn bản trở lại như trước.");
    }
}
