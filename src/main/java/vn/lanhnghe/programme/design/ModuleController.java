package vn.lanhnghe.programme.design;

import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
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
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;

@Controller
@PreAuthorize("hasAuthority('PROGRAMME_VIEW')")
class ModuleController {

    public record ModulesPage(Version it, List<Module> modules, Total sum, BindingResult form) {}

    /** {@code taught} are the outcomes that the module teaches or assesses; {@code seen} tells what stood in it when the form was opened. */
    public record ModulePage(Version it, Module module, List<String> taught, BindingResult form, String seen) {}

    private final Programmes programmes;
    private final Modules modules;
    private final Outcomes outcomes;

    ModuleController(Programmes programmes, Modules modules, Outcomes outcomes) {
        this.programmes = programmes;
        this.modules = modules;
        this.outcomes = outcomes;
    }

    @GetMapping("/programmes/versions/{id}/modules")
    View list(@PathVariable long id) {
        return list(programmes.get(id), blank(), HttpStatus.OK);
    }

    private static BindingResult blank() {
        return new BeanPropertyBindingResult(
                new ModuleForm("", "", BigDecimal.ZERO, 0, 0, 0, 0, false, false, false, "", ""), "form");
    }

    private View list(Version it, BindingResult form, HttpStatus status) {
        return new Page(
                "programme/design/modules",
                new ModulesPage(it, modules.list(it), programmes.total(it.id()), form),
                status);
    }

    @PostMapping("/programmes/versions/{id}/modules")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View add(
            @PathVariable long id,
            @Valid @ModelAttribute("form") ModuleForm form,
            BindingResult result,
            RedirectAttributes flash) {
        var it = programmes.get(id);
        if (!result.hasErrors()) {
            try {
                modules.add(id, form);
                return Go.to(it.address() + "/modules", flash, "Đã thêm %s.".formatted(form.code()));
            } catch (Refusal refused) {
                Seen.reject(result, refused);
            }
        }
        return list(it, result, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/programmes/versions/{id}/modules/{module}")
    View module(@PathVariable long id, @PathVariable long module) {
        var it = programmes.get(id);
        var one = modules.get(it, module);
        var form = ModuleForm.of(one);
        return new Page(
                "programme/design/module",
                new ModulePage(it, one, taught(it, module), new BeanPropertyBindingResult(form, "form"), form.seen()));
    }

    /** The codes of the outcomes that the module teaches or assesses, in their order. */
    private List<String> taught(Version it, long module) {
        var taught = outcomes.listTeachings(it).stream()
                .filter(one -> one.moduleId() == module)
                .map(Teaching::outcomeId)
                .collect(Collectors.toSet());
        return outcomes.list(it).stream()
                .filter(one -> taught.contains(one.id()))
                .map(Outcome::code)
                .toList();
    }

    @PostMapping("/programmes/versions/{id}/modules/{module}")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View edit(
            @PathVariable long id,
            @PathVariable long module,
            @Valid @ModelAttribute("form") ModuleForm form,
            BindingResult result,
            @RequestParam(defaultValue = "") String seen,
            RedirectAttributes flash) {
        var it = programmes.get(id);
        var known = seen;
        if (!result.hasErrors()) {
            try {
                modules.edit(id, module, form, seen);
                return Go.to(it.address() + "/modules", flash, "Đã ghi %s.".formatted(form.code()));
            } catch (Seen.Overtaken overtaken) {
                Seen.reject(result, overtaken);
                known = ModuleForm.of(modules.get(it, module)).seen();
            } catch (Refusal refused) {
                Seen.reject(result, refused);
            }
        }
        return new Page(
                "programme/design/module",
                new ModulePage(it, modules.get(it, module), taught(it, module), result, known),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/programmes/versions/{id}/modules/{module}/moves")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View move(
            @PathVariable long id,
            @PathVariable long module,
            @RequestParam(defaultValue = "") String move,
            RedirectAttributes flash) {
        var it = programmes.get(id);
        try {
            modules.move(id, module, move.equals("UP"));
        } catch (Refusal refused) {
            var form = blank();
            Seen.reject(form, refused);
            return list(it, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return Go.to(
                it.address() + "/modules?moved=" + module + "&by=" + move,
                flash,
                "Đã đổi thứ tự: %s.".formatted(modules.get(it, module).code()));
    }

    @PostMapping("/programmes/versions/{id}/modules/{module}/removal")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View remove(@PathVariable long id, @PathVariable long module, RedirectAttributes flash) {
        var it = programmes.get(id);
        var one = modules.get(it, module);
        var taught = taught(it, module);
        try {
            modules.remove(id, module);
        } catch (Refusal refused) {
            var form = new BeanPropertyBindingResult(ModuleForm.of(one), "form");
            Seen.reject(form, refused);
            return list(it, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return Go.to(
                it.address() + "/modules",
                flash,
                taught.isEmpty()
                        ? "Đã bỏ %s.".formatted(one.code())
                        : "Đã bỏ %s; chuẩn %s không còn môn này dạy, đánh giá."
                                .formatted(one.code(), String.join(", ", taught)));
    }
}
