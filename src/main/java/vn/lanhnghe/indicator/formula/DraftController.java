package vn.lanhnghe.indicator.formula;

import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.indicator.formula.Term.Side;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;

@Controller
@PreAuthorize("hasAuthority('INDICATOR_EDIT')")
class DraftController {

    public record DraftsPage(List<Formula> drafts, BindingResult form, Map<String, String> clauses) {}

    /** {@code trial} is the draft computed on today's records; {@code faults} say what is missing before it can be used. */
    public record DraftPage(
            Formula draft,
            BindingResult form,
            List<FactSet> sets,
            Map<String, String> clauses,
            Map<String, String> types,
            Map<String, String> codes,
            List<String> faults,
            @Nullable Result trial) {}

    private final Drafts drafts;
    private final Formulas formulas;
    private final Clock clock;

    DraftController(Drafts drafts, Formulas formulas, Clock clock) {
        this.drafts = drafts;
        this.formulas = formulas;
        this.clock = clock;
    }

    @GetMapping("/formulas")
    View list() {
        var blank = new FormulaForm(
                "", "", Formula.Kind.RATIO, Formula.Direction.UP, 1, null, List.of(), "", "", LocalDate.now(clock));
        return list(new BeanPropertyBindingResult(blank, "form"), HttpStatus.OK);
    }

    private View list(BindingResult form, HttpStatus status) {
        return new Page("indicator/formula/drafts", new DraftsPage(drafts.list(), form, drafts.clauses()), status);
    }

    @PostMapping("/formulas")
    View create(@Valid @ModelAttribute("form") FormulaForm form, BindingResult result, RedirectAttributes flash) {
        if (result.hasErrors()) {
            return list(result, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            return Go.to(
                    "/formulas/" + drafts.create(form),
                    flash,
                    "Đã tạo bản nháp. Chọn tập hồ sơ của từng vế để tính thử.");
        } catch (Refusal refused) {
            result.rejectValue("code", "refused", String.valueOf(refused.getMessage())); // what was typed stays
            return list(result, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/indicators/{code}/versions")
    View revise(@PathVariable String code, RedirectAttributes flash) {
        return Go.to("/formulas/" + drafts.revise(code), flash, "Đã tạo bản nháp từ phiên bản đang dùng.");
    }

    @GetMapping("/formulas/{id}")
    View draft(@PathVariable long id) {
        var draft = drafts.get(id);
        return draft(draft, new BeanPropertyBindingResult(FormulaForm.of(draft), "form"), HttpStatus.OK);
    }

    private View draft(Formula draft, BindingResult form, HttpStatus status) {
        var faults = draft.draft() ? drafts.faults(draft) : List.<String>of();
        var codes = new LinkedHashMap<String, String>();
        var today = LocalDate.now(clock);
        formulas.codes(today).forEach((code, name) -> {
            if (!code.equals(draft.code())) {
                codes.put(code, code + " – " + name);
            }
        });
        return new Page(
                "indicator/formula/draft",
                new DraftPage(
                        draft,
                        form,
                        drafts.sets(),
                        drafts.clauses(),
                        drafts.types(),
                        codes,
                        faults,
                        draft.terms().isEmpty() && draft.demands().isEmpty() ? null : formulas.compute(draft, today)),
                status);
    }

    @PostMapping("/formulas/{id}")
    View update(
            @PathVariable long id,
            @Valid @ModelAttribute("form") FormulaForm form,
            BindingResult result,
            RedirectAttributes flash) {
        if (result.hasErrors()) {
            return draft(drafts.get(id), result, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        drafts.update(id, form);
        return back(id, flash, "Đã ghi.");
    }

    @PostMapping("/formulas/{id}/terms")
    View term(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String side,
            @RequestParam(defaultValue = "") String set,
            @RequestParam(defaultValue = "") String summed,
            @RequestParam(defaultValue = "0") String yearsBack,
            RedirectAttributes flash) {
        if (!yearsBack.matches("\\d{1,2}")) {
            throw new Refusal("Số năm lùi lại là số nguyên từ 0 đến 10, bạn đã nhập “%s”.".formatted(yearsBack));
        }
        drafts.setTerm(id, side(side), set, summed, Integer.parseInt(yearsBack));
        return back(id, flash, "Đã chọn tập hồ sơ.");
    }

    @PostMapping("/formulas/{id}/conditions")
    View condition(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String side,
            @RequestParam(defaultValue = "") String asked,
            @RequestParam(required = false) @Nullable List<String> value,
            RedirectAttributes flash) {
        var words = asked.split(":", 2);
        drafts.addCondition(
                id, side(side), words[0], words.length < 2 ? "" : words[1], value == null ? List.of() : value);
        return back(id, flash, "Đã thêm điều kiện; số tính thử đã đổi theo.");
    }

    @PostMapping("/formulas/{id}/conditions/{condition}/removal")
    View removeCondition(@PathVariable long id, @PathVariable long condition, RedirectAttributes flash) {
        drafts.removeCondition(id, condition);
        return back(id, flash, "Đã bỏ điều kiện.");
    }

    @PostMapping("/formulas/{id}/demands")
    View demand(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String least,
            RedirectAttributes flash) {
        drafts.addDemand(id, code, number(least));
        return back(id, flash, "Đã thêm công thức được dựa vào.");
    }

    @PostMapping("/formulas/{id}/demands/{code}/removal")
    View removeDemand(@PathVariable long id, @PathVariable String code, RedirectAttributes flash) {
        drafts.removeDemand(id, code);
        return back(id, flash, "Đã bỏ.");
    }

    @PostMapping("/formulas/{id}/removal")
    View discard(@PathVariable long id, RedirectAttributes flash) {
        drafts.discard(id);
        return Go.to("/formulas", flash, "Đã bỏ bản nháp.");
    }

    @PostMapping("/formulas/{id}/activation")
    View activate(@PathVariable long id, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        var code = drafts.get(id).code();
        drafts.activate(id, reason);
        return Go.to("/indicators/" + code, flash, "Đã đưa vào dùng. Giá trị đã chốt của các tháng trước giữ nguyên.");
    }

    private static View back(long id, RedirectAttributes flash, String notice) {
        return Go.to("/formulas/" + id, flash, notice);
    }

    private static Side side(String asked) {
        try {
            return Side.valueOf(asked);
        } catch (IllegalArgumentException e) {
            throw new Refusal("Chọn vế: tử số hoặc mẫu số.");
        }
    }

    private static @Nullable BigDecimal number(String typed) {
        try {
            return typed.isBlank() ? null : new BigDecimal(typed.strip().replace(',', '.'));
        } catch (NumberFormatException e) {
            throw new Refusal("Mức tối thiểu là một số, ví dụ 80; bạn đã nhập “%s”.".formatted(typed));
        }
    }
}
