package vn.lanhnghe.person.record;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.person.Leave;
import vn.lanhnghe.person.People;
import vn.lanhnghe.person.PersonFact;
import vn.lanhnghe.person.PersonFile;
import vn.lanhnghe.person.Spell;
import vn.lanhnghe.person.SpellForm;
import vn.lanhnghe.person.Title;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Vi;

/** Where and as what somebody works: begun, changed, ended, and days away from it. */
@Controller
@PreAuthorize("hasAuthority('PERSON_EDIT')")
class SpellController {

    /** {@code spell} is the one that is changed; null for a new one. */
    public record SpellPage(
            PersonFile file,
            @Nullable Spell spell,
            BindingResult form,
            BindingResult leave,
            List<Title> titles,
            List<Leave> leaves) {}

    private final People people;

    SpellController(People people) {
        this.people = people;
    }

    @GetMapping("/staff/{id:\\d+}/spells/new")
    View blank(@PathVariable long id) {
        people.editableOrRefuse(id);
        return page(
                id, null, new MapBindingResult(Map.of("percent", "100", "principal", "no"), "spell"), HttpStatus.OK);
    }

    @PostMapping("/staff/{id:\\d+}/spells")
    View add(@PathVariable long id, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        people.editableOrRefuse(id);
        var result = new MapBindingResult(form, "spell");
        var spell = read(form, result);
        if (spell != null) {
            people.check(id, null, spell).forEach((field, fault) -> result.rejectValue(field, "fault", fault));
        }
        if (spell == null || result.hasErrors()) {
            return page(id, null, result, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return save(id, null, result, () -> {
            people.addSpell(id, spell);
            return done(id, flash, "Đã thêm nơi làm việc.");
        });
    }

    @GetMapping("/staff/{id:\\d+}/spells/{spell}")
    View form(@PathVariable long id, @PathVariable long spell) {
        var it = people.spell(id, spell);
        return page(id, it, values(it), HttpStatus.OK);
    }

    /** A spell as its form shows it. */
    private static BindingResult values(Spell it) {
        var values = new HashMap<String, String>();
        values.put("titleCode", it.titleCode());
        values.put("department", it.department());
        values.put("teaches", it.teaches() ? "yes" : "no");
        values.put("contract", it.contract());
        values.put("percent", Integer.toString(it.percent()));
        values.put("principal", it.principal() ? "yes" : "no");
        values.put("startsOn", Vi.day(it.startsOn()));
        values.put("endsOn", Vi.day(it.endsOn()));
        return new MapBindingResult(values, "spell");
    }

    @PostMapping("/staff/{id:\\d+}/spells/{spell}")
    View change(
            @PathVariable long id,
            @PathVariable long spell,
            @RequestParam Map<String, String> form,
            RedirectAttributes flash) {
        var before = people.spell(id, spell);
        var result = new MapBindingResult(form, "spell");
        var after = read(form, result);
        if (after != null) {
            people.check(id, spell, after).forEach((field, fault) -> result.rejectValue(field, "fault", fault));
        }
        var reason = form.getOrDefault("reason", "");
        if (reason.isBlank()) {
            result.rejectValue(
                    "reason", "missing", "Hãy ghi lý do sửa, ví dụ “Theo quyết định 15/QĐ ngày 01/09/2026”.");
        }
        if (after == null || result.hasErrors()) {
            return page(id, before, result, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return save(id, before, result, () -> {
            people.changeSpell(id, spell, after, reason);
            return done(id, flash, "Đã sửa thời gian công tác.");
        });
    }

    @PostMapping("/staff/{id:\\d+}/spells/{spell}/end")
    View end(
            @PathVariable long id,
            @PathVariable long spell,
            @RequestParam(defaultValue = "") String lastDay,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        people.endSpell(id, spell, PersonFact.day(lastDay.strip()), reason);
        return done(id, flash, "Đã ghi ngày thôi làm việc.");
    }

    @PostMapping("/staff/{id:\\d+}/spells/{spell}/removal")
    View remove(
            @PathVariable long id,
            @PathVariable long spell,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        people.removeSpell(id, spell, reason);
        return people.listSpells(id).isEmpty()
                ? Go.to(
                        "/staff",
                        flash,
                        "Đã xoá thời gian công tác ghi nhầm. Người này không còn thời gian công tác nào ở cơ sở của bạn nên không còn trong danh sách; hồ sơ vẫn ở sổ của Thành phố.")
                : done(id, flash, "Đã xoá thời gian công tác ghi nhầm.");
    }

    @PostMapping("/staff/{id:\\d+}/spells/{spell}/leaves")
    View leave(
            @PathVariable long id,
            @PathVariable long spell,
            @RequestParam Map<String, String> form,
            RedirectAttributes flash) {
        var before = people.spell(id, spell);
        var result = new MapBindingResult(form, "leave");
        var reason = form.getOrDefault("leaveReason", "");
        var from = day(form, "from", result);
        var to = day(form, "to", result);
        people.checkLeave(id, spell, reason, from, to).forEach((field, fault) -> {
            if (!result.hasFieldErrors(field)) {
                result.rejectValue(field, "fault", fault);
            }
        });
        if (!result.hasErrors()) {
            try {
                people.addLeave(id, spell, reason, from, to);
                return done(id, flash, "Đã ghi ngày nghỉ.");
            } catch (Refusal refused) {
                result.reject("refused", String.valueOf(refused.getMessage()));
            }
        }
        return page(id, before, values(before), result, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static @Nullable LocalDate day(Map<String, String> form, String field, BindingResult result) {
        var typed = form.getOrDefault(field, "").strip();
        var day = PersonFact.day(typed);
        if (day == null && !typed.isEmpty()) {
            result.rejectValue(
                    field,
                    "day",
                    "“%s” không phải ngày có thật. Ghi dd/MM/yyyy%s."
                            .formatted(
                                    Vietnamese.brief(typed, 40),
                                    field.equals("to") ? ", hoặc để trống khi chưa biết" : ""));
        }
        return day;
    }

    @PostMapping("/staff/{id:\\d+}/leaves/{leave}/return")
    View back(
            @PathVariable long id,
            @PathVariable long leave,
            @RequestParam(defaultValue = "") String back,
            RedirectAttributes flash) {
        people.endLeave(id, leave, PersonFact.day(back.strip()));
        return done(id, flash, "Đã ghi ngày trở lại làm việc.");
    }

    private vn.lanhnghe.person.@Nullable NewSpell read(Map<String, String> form, BindingResult result) {
        var read = SpellForm.read(form, Objects.requireNonNull(Scope.current().institutionId()), people.listTitles());
        read.faults().forEach((field, fault) -> result.rejectValue(field, "fault", fault));
        return read.spell();
    }

    private interface Save {
        View run();
    }

    /** What somebody else was quicker with comes back into the form. */
    private View save(long id, @Nullable Spell spell, BindingResult result, Save save) {
        try {
            return save.run();
        } catch (Refusal refused) {
            result.reject("refused", String.valueOf(refused.getMessage()));
            return page(id, spell, result, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private View done(long id, RedirectAttributes flash, String what) {
        var overload = people.overload(id);
        return Go.to("/staff/" + id, flash, overload == null ? what : what + " " + overload);
    }

    private View page(long id, @Nullable Spell spell, BindingResult form, HttpStatus status) {
        return page(id, spell, form, new MapBindingResult(Map.of(), "leave"), status);
    }

    private View page(long id, @Nullable Spell spell, BindingResult form, BindingResult leave, HttpStatus status) {
        var leaves = spell == null
                ? List.<Leave>of()
                : people.listLeaves(id).stream()
                        .filter(it -> it.spellId() == spell.id())
                        .toList();
        return new Page(
                "person/record/spell",
                new SpellPage(people.file(id), spell, form, leave, people.listTitles(), leaves),
                status);
    }
}
