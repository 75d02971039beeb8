package vn.lanhnghe.programme.design;

import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.util.List;
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

    public record ModulePage(Version it, Module module, BindingResult form, String seen) {}

    private final Programmes programmes;
    private final Modules modules;

    ModuleController(Programmes programmes, Modules modules) {
        this.programmes = programmes;
        this.modules = modules;
    }

    @GetMapping("/programmes/versions/{id}/modules")
    View list(@PathVariable long id) {
        return list(
                programmes.get(id),
                new BeanPropertyBindingResult(
                        new ModuleForm("", "", BigDecimal.ZERO, 0, 0, 0, 0, false, false, false, "", ""), "form"),
                HttpStatus.OK);
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
                new ModulePage(it, one, new BeanPropertyBindingResult(form, "form"), form.seen()));
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
                new ModulePage(it, modules.get(it, module), result, known),
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
        modules.move(id, module, move.equals("UP"));
        return Go.to(it.address() + "/modules", flash, "Đã đổi thứ tự.");
    }

    @PostMapping("/programmes/versions/{id}/modules/{module}/removal")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View remove(@PathVariable long id, @PathVariable long module, RedirectAttributes flash) {
        var it = programmes.get(id);
        modules.remove(id, module);
        return Go.to(it.address() + "/modules", flash, "Đã bỏ môn học, mô-đun.");
    }
}
