package vn.lanhnghe.law;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.audit.Act;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;

@Controller
class LawController {

    public record ListPage(List<LawText> texts, int all, String q, String kind, String force, LocalDate day) {}

    public record TextPage(
            LawText text,
            LocalDate day,
            List<Clause> clauses,
            List<Relation> relations,
            Map<String, List<Reliant.Reliance>> reliances,
            int hanging,
            List<Act> history) {}

    private final Laws laws;
    private final LawRepository repository;
    private final Acts acts;
    private final Clock clock;

    LawController(Laws laws, LawRepository repository, Acts acts, Clock clock) {
        this.laws = laws;
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
