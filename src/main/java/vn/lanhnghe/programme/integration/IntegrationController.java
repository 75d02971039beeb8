package vn.lanhnghe.programme.integration;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.institution.Training;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;

@Controller
@PreAuthorize("hasAuthority('PROGRAMME_VIEW')")
class IntegrationController {

    /** {@code typed} is what was typed, where it was refused. */
    public record RulePage(
            List<Rule> rules, Rule rule, List<String> levels, Map<String, String> typed, List<String> faults) {

        public String typed(String name, String otherwise) {
            return typed.isEmpty() ? otherwise : typed.getOrDefault(name, "");
        }
    }

    public record HangingPage(Paging<Hanging> hanging) {}

    private final Integrations integrations;

    IntegrationController(Integrations integrations) {
        this.integrations = integrations;
    }

    @GetMapping("/programmes/rule")
    View rule() {
        return page(Map.of(), List.of());
    }

    private View page(Map<String, String> typed, List<String> faults) {
        var rule = integrations.rule();
        return new Page(
                "programme/integration/rule",
                new RulePage(integrations.listRules(), rule, integrations.listLevels(rule), typed, faults),
                faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/programmes/rule")
    @PreAuthorize("hasAuthority('PROGRAMME_RULE')")
    View set(@RequestParam Map<String, String> typed, RedirectAttributes flash) {
        var measures = new LinkedHashMap<String, NewRule.Asked>();
        Training.levels().keySet().forEach(level -> {
            var domains = typed.getOrDefault("domains-" + level, "").strip();
            var rank = typed.getOrDefault("rank-" + level, "").strip();
            if (!domains.isEmpty() || !rank.isEmpty()) {
                measures.put(level, new NewRule.Asked(number(domains), number(rank)));
            }
        });
        try {
            integrations.set(new NewRule(
                    typed.containsKey("taught"),
                    typed.containsKey("assessed"),
                    day(typed.getOrDefault("from", "")),
                    Vietnamese.tidy(typed.getOrDefault("note", "")),
                    measures));
        } catch (Refusal refused) {
            return page(typed, String.valueOf(refused.getMessage()).lines().toList());
        }
        return Go.to("/programmes/rule", flash, "Đã ghi quy tắc mới.");
    }

    @GetMapping("/programmes/hanging")
    View hanging(@RequestParam(defaultValue = "1") String page) {
        return new Page(
                "programme/integration/hanging", new HangingPage(integrations.listHanging(Paging.number(page))));
    }

    @PostMapping("/programmes/hanging")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View rehang(
            @RequestParam(required = false) @Nullable List<Long> id,
            @RequestParam(defaultValue = "") String all,
            RedirectAttributes flash) {
        var moved = integrations.rehang(all.isEmpty() ? id == null ? List.of() : id : null);
        return Go.to("/programmes/hanging", flash, "Đã chuyển %d liên kết sang khung đang dùng.".formatted(moved));
    }

    private static int number(String text) {
        return text.matches("\\d{1,2}") ? Integer.parseInt(text) : -1;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }
}
