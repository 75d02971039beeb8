package vn.lanhnghe.law.wording;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.law.LawText;
import vn.lanhnghe.law.Laws;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;

@Controller
@PreAuthorize("hasAuthority('LAW_VIEW')")
class WordingController {

    public record SearchPage(String q, String kind, String force, LocalDate day, Editions.@Nullable Search found) {}

    public record EditionPage(Edition edition, LawText text, List<Passage> passages, List<Edition> others) {}

    public record NewPage(LawText text) {}

    public record ComparePage(Edition before, Edition after, Comparison comparison, boolean all) {}

    private final Editions editions;
    private final Laws laws;
    private final Clock clock;

    WordingController(Editions editions, Laws laws, Clock clock) {
        this.editions = editions;
        this.laws = laws;
        this.clock = clock;
    }

    @GetMapping("/laws/search")
    View search(@RequestParam Map<String, String> asked) {
        var q = asked.getOrDefault("q", "").strip();
        var kind = asked.getOrDefault("kind", "");
        var force = asked.getOrDefault("force", "");
        var day = day(asked.getOrDefault("ngay", ""));
        var page = asked.getOrDefault("page", "1");
        return new Page(
                "law/wording/search",
                new SearchPage(
                        q,
                        kind,
                        force,
                        day,
                        q.isEmpty()
                                ? null
                                : editions.search(
                                        q.length() > 200 ? q.substring(0, 200) : q,
                                        kind,
                                        force,
                                        day,
                                        Paging.number(page))));
    }

    @GetMapping("/laws/{id}/editions/new")
    @PreAuthorize("hasAuthority('LAW_MANAGE')")
    View blank(@PathVariable long id) {
        return new Page("law/wording/new", new NewPage(laws.text(id)));
    }

    @PostMapping("/laws/{id}/editions")
    @PreAuthorize("hasAuthority('LAW_MANAGE')")
    View add(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LocalDate validFrom,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String text,
            RedirectAttributes flash) {
        var edition = editions.add(id, laws.text(id).code(), validFrom, note, text);
        return Go.to("/laws/editions/" + edition, flash, "Đã ghi toàn văn. Xem lại các điều, khoản dưới đây.");
    }

    @GetMapping("/laws/editions/{edition}")
    View edition(@PathVariable long edition) {
        var it = editions.get(edition);
        return new Page(
                "law/wording/edition",
                new EditionPage(
                        it,
                        laws.text(it.textId()),
                        editions.listPassages(edition),
                        editions.list().stream()
                                .filter(other -> other.id() != edition)
                                .toList()));
    }

    @PostMapping("/laws/editions/{edition}/removal")
    @PreAuthorize("hasAuthority('LAW_MANAGE')")
    View undo(@PathVariable long edition, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        var textId = editions.get(edition).textId();
        editions.undo(edition, reason);
        return Go.to("/laws/" + textId, flash, "Đã bỏ bản toàn văn; lý do ở lịch sử.");
    }

    @GetMapping("/laws/editions/{edition}/comparison")
    View compare(
            @PathVariable long edition,
            @RequestParam(defaultValue = "0") String with,
            @RequestParam(defaultValue = "") String all) {
        var other = with.matches("[1-9][0-9]{0,17}") ? Long.parseLong(with) : 0;
        var one = editions.get(edition);
        var two = editions.get(other);
        // the older one first
        var first = one.validFrom().isAfter(two.validFrom()) ? two : one;
        var second = first == one ? two : one;
        return new Page(
                "law/wording/comparison",
                new ComparePage(first, second, editions.compare(first.id(), second.id()), !all.isEmpty()));
    }

    private LocalDate day(String text) {
        try {
            return text.isEmpty() ? LocalDate.now(clock) : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return LocalDate.now(clock);
        }
    }
}
