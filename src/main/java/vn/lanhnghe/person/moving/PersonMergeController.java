package vn.lanhnghe.person.moving;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.person.People;
import vn.lanhnghe.person.PersonFact;
import vn.lanhnghe.person.PersonFile;
import vn.lanhnghe.person.Spell;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;

/** Records that may be one person's, side by side, for the department that decides. */
@Controller
@PreAuthorize("hasAuthority('PERSON_MERGE')")
class PersonMergeController {

    public record DuplicatesPage(Paging<MergeRepository.Candidate> candidates, List<MergeRepository.Merge> merges) {}

    /** Two records side by side, fact by fact. */
    public record PairPage(
            PersonFile first,
            PersonFile second,
            List<Spell> firstSpells,
            List<Spell> secondSpells,
            Map<Long, String> institutions,
            List<MergeRepository.Collision> collisions) {

        /** Is there something that must be settled before the two can become one? */
        public boolean stopped() {
            return collisions.stream().anyMatch(MergeRepository.Collision::stops);
        }

        public String shown(PersonFact fact, PersonFile file) {
            var other = (file.id() == first.id() ? second : first).value(fact);
            var value = file.value(fact);
            return !fact.covered()
                    ? fact.shown(value)
                    : value.isEmpty() || other.isEmpty() ? file.masked() : PersonFile.masked(value, other);
        }

        public boolean same(PersonFact fact) {
            return first.value(fact).equals(second.value(fact));
        }
    }

    private final Merges merges;
    private final MergeRepository repository;
    private final People people;

    PersonMergeController(Merges merges, MergeRepository repository, People people) {
        this.merges = merges;
        this.repository = repository;
        this.people = people;
    }

    @GetMapping("/staff/duplicates")
    View list(@RequestParam(defaultValue = "1") String page) {
        return new Page(
                "person/moving/duplicates",
                new DuplicatesPage(repository.listCandidates(Paging.number(page)), repository.listMerges()));
    }

    /** Two records that no list offers, by their staff numbers. */
    @GetMapping("/staff/duplicates/search")
    View find(@RequestParam(defaultValue = "") String first, @RequestParam(defaultValue = "") String second) {
        return Go.to("/staff/duplicates/pair?first=%d&second=%d".formatted(byNumber(first), byNumber(second)));
    }

    private long byNumber(String typed) {
        var number = typed.strip().toUpperCase(Locale.ROOT);
        return repository
                .findByNumber(number)
                .orElseThrow(() ->
                        new Refusal("Không có hồ sơ nào mang số nhà giáo “%s”. Số có dạng NG000012345, ghi ở đầu hồ sơ."
                                .formatted(number)));
    }

    @GetMapping("/staff/duplicates/pair")
    View pair(@RequestParam long first, @RequestParam long second) {
        var one = people.file(first);
        var other = people.file(second);
        if (first == second || one.mergedInto() != null || other.mergedInto() != null) {
            throw new NotFound("Không có hai hồ sơ này, hoặc một hồ sơ đã được gộp.");
        }
        var firstSpells = people.listSpells(first);
        var secondSpells = people.listSpells(second);
        var all = new ArrayList<>(firstSpells);
        all.addAll(secondSpells);
        people.read(first);
        people.read(second);
        var collisions = new ArrayList<>(repository.listCollisions(first, second));
        var overload = people.overload(first, second);
        if (overload != null) {
            collisions.add(new MergeRepository.Collision(false, overload));
        }
        return new Page(
                "person/moving/pair",
                new PairPage(one, other, firstSpells, secondSpells, people.institutionNames(all), collisions));
    }

    /** Each fact names the record its value is taken from. */
    @PostMapping("/staff/duplicates/merging")
    View merge(
            @RequestParam long kept,
            @RequestParam long gone,
            @RequestParam Map<String, String> form,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        var taken = EnumSet.noneOf(PersonFact.class);
        for (var fact : PersonFact.values()) {
            if ("gone".equals(form.get(fact.field()))) {
                taken.add(fact);
            }
        }
        merges.merge(kept, gone, taken, reason);
        return Go.to(
                "/staff/" + kept,
                flash,
                "Đã gộp thành một hồ sơ; cả hai số nhà giáo đều tìm ra hồ sơ này. Nếu nhầm, tách lại ở Hồ sơ có thể trùng.");
    }

    @PostMapping("/staff/duplicates/undoing")
    View undo(@RequestParam long merge, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        var stayed = merges.undo(merge, reason);
        return Go.to(
                "/staff/duplicates",
                flash,
                stayed.none()
                        ? "Đã tách lại hai hồ sơ như trước khi gộp."
                        : "Đã tách lại hai hồ sơ, trừ những gì ghi sau khi gộp, vẫn như hiện nay: %s."
                                .formatted(stayed.told()));
    }

    @PostMapping("/staff/duplicates/telling-apart")
    View tellApart(@RequestParam long first, @RequestParam long second, RedirectAttributes flash) {
        merges.tellApart(first, second);
        return Go.to("/staff/duplicates", flash, "Đã ghi là hai người khác nhau.");
    }
}
