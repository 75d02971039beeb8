package vn.lanhnghe.institution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;

/** The wizard of mergers, splits, renamings and conversions: four steps that the address carries, nothing written before the last. */
@Controller
class SuccessionController {

    public record Row(Succession succession, List<Successions.Part> parts) {
        public String side(String role) {
            return String.join(
                    ", ",
                    parts.stream()
                            .filter(it -> it.role().equals(role))
                            .map(Successions.Part::name)
                            .toList());
        }
    }

    public record ListPage(List<Row> rows, boolean officer) {}

    public record ViewPage(Row row, boolean officer) {}

    /** What has been answered so far, as typed, and what the answers lead to. */
    public record WizardPage(
            int step,
            SuccessionKind kind,
            MultiValueMap<String, String> typed,
            List<String> faults,
            List<Institution> before,
            List<Institution> after,
            List<Heritage.Matter> matters,
            List<InstitutionRepository.Choice> types,
            List<Institution> all) {

        public String value(String field) {
            return Objects.requireNonNullElse(typed.getFirst(field), "");
        }

        public String value(String field, int place) {
            var values = typed.getOrDefault(field, List.of());
            return place < values.size() ? values.get(place) : "";
        }

        public long count(String fate) {
            return matters.stream()
                    .filter(it -> it.fate().equals(fate))
                    .mapToLong(Heritage.Matter::count)
                    .sum();
        }

        /** Everything answered on other steps than this one, to be carried along. */
        public List<Map.Entry<String, String>> carried() {
            return typed.entrySet().stream()
                    .filter(it -> !FIELDS.get(step).contains(it.getKey())
                            && FIELDS.stream().anyMatch(of -> of.contains(it.getKey())))
                    .flatMap(it -> it.getValue().stream()
                            .filter(value -> !value.isBlank())
                            .map(value -> Map.entry(it.getKey(), value)))
                    .toList();
        }
    }

    static final List<List<String>> FIELDS = List.of(
            List.of(),
            List.of("kind", "before", "after", "closes", "name", "type"),
            List.of("decision", "decidedOn", "effectiveOn", "reason"),
            List.of("openWork", "learners", "books"),
            List.of());

    private final Successions successions;
    private final InstitutionRepository institutions;
    private final List<Heritage> heritages;
    private final Pen pen;

    SuccessionController(
            Successions successions, InstitutionRepository institutions, List<Heritage> heritages, Pen pen) {
        this.successions = successions;
        this.institutions = institutions;
        this.heritages = heritages;
        this.pen = pen;
    }

    @GetMapping("/institutions/successions")
    @PreAuthorize("hasAuthority('INSTITUTION_VIEW')")
    View list() {
        return new Page("institution/successions", new ListPage(rows(successions.list()), pen.ofTheCity()));
    }

    private List<Row> rows(List<Succession> recorded) {
        var parts = successions.listParts(recorded.stream().map(Succession::id).toList()).stream()
                .collect(Collectors.groupingBy(Successions.Part::successionId));
        return recorded.stream()
                .map(it -> new Row(it, parts.getOrDefault(it.id(), List.of())))
                .toList();
    }

    @GetMapping("/institutions/successions/{succession:\\d+}")
    @PreAuthorize("hasAuthority('INSTITUTION_VIEW')")
    View view(@PathVariable long succession) {
        var found = successions.find(succession).orElseThrow(() -> new NotFound("Không có việc này trong sổ."));
        return new Page(
                "institution/succession", new ViewPage(rows(List.of(found)).getFirst(), pen.ofTheCity()));
    }

    @GetMapping("/institutions/successions/new")
    @PreAuthorize("hasAuthority('INSTITUTION_APPROVE')")
    View wizard(@RequestParam MultiValueMap<String, String> typed) {
        var step = Objects.requireNonNullElse(typed.getFirst("step"), "1");
        return step(step.matches("[1-4]") ? Integer.parseInt(step) : 1, typed, HttpStatus.OK);
    }

    private View step(int asked, MultiValueMap<String, String> typed, HttpStatus status) {
        var faults = new ArrayList<String>();
        var kind = kind(typed);
        var before = named(typed.getOrDefault("before", List.of()), faults);
        var after = named(typed.getOrDefault("after", List.of()), faults);
        var step = asked;
        if (asked > 1) {
            faults.addAll(successions.faults(plan(typed, before, after)).stream()
                    .filter(it -> asked > 2 || ofFirstStep(it))
                    .toList());
            if (faults.stream().anyMatch(SuccessionController::ofFirstStep)) {
                step = 1;
            } else if (!faults.isEmpty()) {
                step = 2;
            }
        }
        var ids = before.stream().map(Institution::id).toList();
        var matters = step < 3 ? List.<Heritage.Matter>of() : matters(ids);
        return new Page(
                "institution/succession-wizard",
                new WizardPage(
                        step,
                        kind,
                        typed,
                        faults,
                        before,
                        after,
                        matters,
                        institutions.listTypes(),
                        step == 1 ? institutions.listAll(InstitutionFilter.asked(Map.of())) : List.of()),
                faults.isEmpty() ? status : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private List<Heritage.Matter> matters(Collection<Long> ids) {
        return heritages.stream()
                .flatMap(it -> it.listMatters(ids).stream())
                .filter(it -> it.count() > 0)
                .toList();
    }

    /** The sentences about decision and days belong to the second step, all others to the first. */
    private static boolean ofFirstStep(String fault) {
        return Stream.of("số quyết định", "Ngày hiệu lực").noneMatch(fault::contains);
    }

    @PostMapping("/institutions/successions")
    @PreAuthorize("hasAuthority('INSTITUTION_APPROVE')")
    View record(@RequestParam MultiValueMap<String, String> typed, RedirectAttributes flash) {
        var faults = new ArrayList<String>();
        var plan = plan(
                typed,
                named(typed.getOrDefault("before", List.of()), faults),
                named(typed.getOrDefault("after", List.of()), faults));
        faults.addAll(successions.faults(plan));
        if (!faults.isEmpty()) {
            return step(4, typed, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var id = successions.record(plan);
        return Go.to(
                "/institutions/successions/" + id,
                flash,
                "Đã ghi %s. Nếu nhầm, hoàn tác được ở cuối trang này."
                        .formatted(plan.kind().label().toLowerCase(Locale.ROOT)));
    }

    @PostMapping("/institutions/successions/{succession}/undo")
    @PreAuthorize("hasAuthority('INSTITUTION_APPROVE')")
    View undo(@PathVariable long succession, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        successions.undo(succession, reason.strip());
        return Go.to(
                "/institutions/successions/" + succession,
                flash,
                "Đã hoàn tác; tình trạng, tên, giấy chứng nhận và việc lưu giữ sổ trở lại như trước.");
    }

    private static SuccessionKind kind(MultiValueMap<String, String> typed) {
        return Stream.of(SuccessionKind.values())
                .filter(it -> it.name().equals(typed.getFirst("kind")))
                .findFirst()
                .orElse(SuccessionKind.MERGE);
    }

    private SuccessionPlan plan(
            MultiValueMap<String, String> typed, List<Institution> before, List<Institution> after) {
        var single = typed.toSingleValueMap();
        var kind = kind(typed);
        var decided = InstitutionFilter.day(single, "decidedOn");
        var effective = InstitutionFilter.day(single, "effectiveOn");
        var day = java.time.LocalDate.now(vn.lanhnghe.ui.Vi.ZONE);
        return new SuccessionPlan(
                kind,
                before.stream().map(Institution::id).toList(),
                kind.hasHeirs() ? after.stream().map(Institution::id).toList() : List.of(),
                single.containsKey("closes"),
                text(single, "name"),
                text(single, "type"),
                text(single, "decision"),
                decided == null ? day : decided,
                effective == null ? (decided == null ? day : decided) : effective,
                "KEEP".equals(single.get("openWork")) ? "KEEP" : "WITHDRAW",
                "DEPARTMENT".equals(single.get("learners")) ? "DEPARTMENT" : "SUCCESSOR",
                "DEPARTMENT".equals(single.get("books")) ? "DEPARTMENT" : "SUCCESSOR",
                text(single, "reason"));
    }

    private static String text(Map<String, String> typed, String field) {
        var text = typed.getOrDefault(field, "").strip();
        return text.length() > 500 ? text.substring(0, 500) : text;
    }

    /** {@code "CKC – Trường Cao đẳng Kỹ thuật Cao Thắng"} or the code alone. */
    private List<Institution> named(List<String> typed, List<String> faults) {
        var codes = typed.stream().map(it -> code(it)).filter(Objects::nonNull).toList();
        var known = institutions.findByCodes(codes);
        var found = new ArrayList<Institution>();
        for (var code : codes) {
            var institution = known.get(code);
            if (institution == null) {
                faults.add("Không có cơ sở mang mã “%s”. Hãy chọn trong danh sách gợi ý.".formatted(code));
            } else {
                found.add(institution);
            }
        }
        return found;
    }

    private static @Nullable String code(String typed) {
        var text = typed.strip();
        var cut = text.indexOf(" – ");
        return text.isEmpty() ? null : (cut < 0 ? text : text.substring(0, cut)).toUpperCase(Locale.ROOT);
    }
}
