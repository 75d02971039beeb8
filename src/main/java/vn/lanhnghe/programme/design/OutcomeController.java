package vn.lanhnghe.programme.design;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.programme.suggesting.Suggestion;
import vn.lanhnghe.programme.suggesting.Suggestions;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;

@Controller
@PreAuthorize("hasAuthority('PROGRAMME_VIEW')")
class OutcomeController {

    /** {@code typed} and {@code faults} are of a statement that was not taken. */
    public record TreePage(
            Version it,
            List<Outcome> outcomes,
            Map<Long, List<Alignment>> alignments,
            Map<Long, List<Teaching>> teachings,
            OutcomeForm typed,
            @Nullable Long under,
            List<String> faults) {

        /** Whether a statement has a neighbour above, or below, under the same one. */
        public boolean first(Outcome it) {
            return it.code().endsWith(".1") || it.code().equals("1");
        }

        public boolean last(Outcome it) {
            return outcomes.stream()
                    .noneMatch(one -> Objects.equals(one.parentId(), it.parentId()) && one.place() > it.place());
        }
    }

    public record OutcomePage(
            Version it,
            Outcome outcome,
            List<Alignment> alignments,
            List<Teaching> teachings,
            List<Module> modules,
            List<Component> components,
            List<Component.Step> steps,
            List<Suggestion> suggestions,
            Draft draft,
            Asked asked,
            List<String> faults) {

        public boolean teaches(Module module) {
            return draft.typed().taughtIn().contains(module.id());
        }

        public boolean assesses(Module module) {
            return draft.typed().assessedIn().contains(module.id());
        }
    }

    /** What is in the form, {@code seen} telling what stood there when it was opened; {@code kept} unless it still is to be written. */
    public record Draft(Wording typed, String seen, boolean kept) implements Serializable {}

    /** A component that was asked for and not taken. */
    public record Asked(@Nullable Long item, String relation, String level) {}

    /** The form of a statement as it was sent, whichever of its buttons was pressed. */
    record Typed(
            @Nullable String kind,
            @Nullable String statement,
            @Nullable String hours,
            @Nullable List<Long> teaches,
            @Nullable List<Long> assesses,
            @Nullable String seen) {

        Draft draft() {
            return new Draft(
                    Wording.of(
                            new OutcomeForm(
                                    OutcomeController.kind(Objects.requireNonNullElse(kind, "")),
                                    Objects.requireNonNullElse(statement, ""),
                                    Objects.requireNonNullElse(hours, "")),
                            teaches,
                            assesses),
                    Objects.requireNonNullElse(seen, ""),
                    false);
        }
    }

    private static final int SUGGESTED = 4;
    private static final String DRAFT = "draft";
    private static final Asked NOTHING = new Asked(null, "", "");
    private static final OutcomeForm BLANK = new OutcomeForm(null, "", "");

    private final Programmes programmes;
    private final Outcomes outcomes;
    private final Modules modules;
    private final Suggestions suggestions;

    OutcomeController(Programmes programmes, Outcomes outcomes, Modules modules, Suggestions suggestions) {
        this.programmes = programmes;
        this.outcomes = outcomes;
        this.modules = modules;
        this.suggestions = suggestions;
    }

    @GetMapping("/programmes/versions/{id}/outcomes")
    View tree(@PathVariable long id) {
        return tree(programmes.get(id), BLANK, null, List.of());
    }

    private View tree(Version it, OutcomeForm typed, @Nullable Long under, List<String> faults) {
        return new Page(
                "programme/design/outcomes",
                new TreePage(
                        it,
                        outcomes.list(it),
                        outcomes.listAlignments(it).stream().collect(Collectors.groupingBy(Alignment::outcomeId)),
                        outcomes.listTeachings(it).stream().collect(Collectors.groupingBy(Teaching::outcomeId)),
                        typed,
                        under,
                        faults),
                faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/programmes/versions/{id}/outcomes")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View add(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String statement,
            @RequestParam(defaultValue = "") String hours,
            @RequestParam(required = false) @Nullable Long under,
            RedirectAttributes flash) {
        var it = programmes.get(id);
        var form = new OutcomeForm(kind(kind), statement, hours);
        if (!form.faults().isEmpty()) {
            return tree(it, form, under, form.faults());
        }
        long outcome;
        try {
            outcome = outcomes.add(id, under, form);
        } catch (Refusal refused) {
            return tree(it, form, under, lines(refused));
        }
        return Go.to(it.address() + "/outcomes#chuan-" + outcome, flash, "Đã thêm chuẩn đầu ra.");
    }

    @GetMapping("/programmes/versions/{id}/outcomes/{outcome}")
    View outcome(@PathVariable long id, @PathVariable long outcome, Model model) {
        var it = programmes.get(id);
        var draft = model.getAttribute(DRAFT) instanceof Draft typed ? typed : kept(it, outcome);
        return outcome(it, outcome, draft, NOTHING, List.of());
    }

    private Draft kept(Version it, long outcome) {
        var wording = outcomes.wording(it, outcome);
        return new Draft(wording, wording.seen(), true);
    }

    private View outcome(Version it, long outcome, Draft draft, Asked asked, List<String> faults) {
        var one = outcomes.get(it, outcome);
        return new Page(
                "programme/design/outcome",
                new OutcomePage(
                        it,
                        one,
                        outcomes.listAlignments(it).stream()
                                .filter(a -> a.outcomeId() == one.id())
                                .toList(),
                        outcomes.listTeachings(it).stream()
                                .filter(t -> t.outcomeId() == one.id())
                                .toList(),
                        modules.list(it),
                        outcomes.listComponents(),
                        outcomes.listSteps(),
                        suggest(it, one),
                        draft,
                        asked,
                        faults),
                faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Components that the statement may speak of and is not aligned with; a person decides. */
    private List<Suggestion> suggest(Version it, Outcome one) {
        if (!it.state().open()) {
            return List.of();
        }
        var taken = outcomes.listAlignments(it).stream()
                .filter(a -> a.outcomeId() == one.id())
                .map(Alignment::itemId)
                .toList();
        return outcomes.listComponents().stream()
                .map(Component::frameworkId)
                .distinct()
                .flatMap(framework -> suggestions.suggest(one.statement(), framework, SUGGESTED).stream())
                .filter(suggestion -> !taken.contains(suggestion.itemId()))
                .toList();
    }

    @PostMapping("/programmes/versions/{id}/outcomes/{outcome}")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View edit(@PathVariable long id, @PathVariable long outcome, Typed typed, RedirectAttributes flash) {
        var it = programmes.get(id);
        var draft = typed.draft();
        var faults = draft.typed().form().faults();
        if (!faults.isEmpty()) {
            return outcome(it, outcome, draft, NOTHING, faults);
        }
        try {
            outcomes.edit(id, outcome, draft.typed(), draft.seen());
        } catch (Seen.Overtaken overtaken) {
            return outcome(
                    it, outcome, new Draft(draft.typed(), kept(it, outcome).seen(), false), NOTHING, lines(overtaken));
        } catch (Refusal refused) {
            return outcome(it, outcome, draft, NOTHING, lines(refused));
        }
        return Go.to(page(it, outcome), flash, "Đã ghi chuẩn đầu ra.");
    }

    private static List<String> lines(Refusal refused) {
        return String.valueOf(refused.getMessage()).lines().toList();
    }

    /** Back to the page of a statement; what was typed there and not written comes along. */
    private View back(Version it, long outcome, Typed typed, RedirectAttributes flash, String done) {
        var draft = typed.draft();
        var unwritten = !draft.seen().isEmpty() && !draft.typed().same(outcomes.wording(it, outcome));
        if (unwritten) {
            flash.addFlashAttribute(DRAFT, draft);
        }
        return Go.to(
                page(it, outcome) + "#nang-luc",
                flash,
                unwritten ? done + " Lời, môn học bạn đang sửa chưa ghi; còn nguyên ở trên." : done);
    }

    @PostMapping("/programmes/versions/{id}/outcomes/{outcome}/moves")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View move(
            @PathVariable long id,
            @PathVariable long outcome,
            @RequestParam(defaultValue = "") String move,
            @RequestParam(required = false) @Nullable Long under,
            @RequestParam(required = false) @Nullable Long before,
            RedirectAttributes flash) {
        var it = programmes.get(id);
        try {
            if (move.equals("TO")) {
                outcomes.place(id, outcome, under, before);
            } else {
                outcomes.move(id, outcome, move);
            }
        } catch (Refusal refused) {
            return tree(it, BLANK, null, lines(refused));
        }
        return Go.to(
                it.address() + "/outcomes?moved=" + outcome + "&by=" + move,
                flash,
                "Đã chuyển; chuẩn này nay mang mã %s."
                        .formatted(outcomes.get(it, outcome).code()));
    }

    @PostMapping("/programmes/versions/{id}/outcomes/{outcome}/removal")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View remove(@PathVariable long id, @PathVariable long outcome, RedirectAttributes flash) {
        var it = programmes.get(id);
        outcomes.remove(id, outcome);
        return Go.to(it.address() + "/outcomes", flash, "Đã bỏ chuẩn đầu ra và các chuẩn bên dưới.");
    }

    @PostMapping("/programmes/versions/{id}/outcomes/{outcome}/alignments")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View align(
            @PathVariable long id,
            @PathVariable long outcome,
            @RequestParam(required = false) @Nullable Long item,
            @RequestParam(defaultValue = "") String relation,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(required = false) @Nullable Long suggested,
            Typed typed,
            HttpServletRequest request,
            RedirectAttributes flash) {
        // a suggestion stands in the same form, with a level of its own
        var asked = suggested == null
                ? new Asked(item, relation, level)
                : new Asked(
                        suggested,
                        Relation.PART.name(),
                        Objects.requireNonNullElse(request.getParameter("level-" + suggested), ""));
        var it = programmes.get(id);
        try {
            outcomes.align(
                    id,
                    outcome,
                    asked.item(),
                    Stream.of(Relation.values())
                            .filter(one -> one.name().equals(asked.relation()))
                            .findFirst()
                            .orElse(null),
                    asked.level());
        } catch (Refusal refused) {
            var draft = typed.draft();
            return outcome(it, outcome, draft.seen().isEmpty() ? kept(it, outcome) : draft, asked, lines(refused));
        }
        return back(it, outcome, typed, flash, "Đã gắn năng lực.");
    }

    @PostMapping("/programmes/versions/{id}/outcomes/{outcome}/alignments/{alignment}/removal")
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    View unalign(
            @PathVariable long id,
            @PathVariable long outcome,
            @PathVariable long alignment,
            Typed typed,
            RedirectAttributes flash) {
        var it = programmes.get(id);
        outcomes.unalign(id, outcome, alignment);
        return back(it, outcome, typed, flash, "Đã bỏ liên kết.");
    }

    private static String page(Version it, long outcome) {
        return it.address() + "/outcomes/" + outcome;
    }

    private static @Nullable OutcomeKind kind(String asked) {
        return Stream.of(OutcomeKind.values())
                .filter(it -> it.name().equals(asked))
                .findFirst()
                .orElse(null);
    }
}
