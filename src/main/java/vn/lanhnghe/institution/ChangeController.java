package vn.lanhnghe.institution;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.document.Spreadsheets;
import vn.lanhnghe.file.Files;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.ui.Download;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Vi;

/** Editing an entry, and what waits for the department's word. */
@Controller
class ChangeController {

    /** A field as the form shows it: its rule before anything is typed, and what may be chosen. */
    public record FieldView(Fact fact, FieldRule rule, boolean open, String shown, Map<String, String> options) {}

    public record EditPage(
            Institution institution,
            BindingResult form,
            List<FieldView> fields,
            boolean officer,
            List<InstitutionRepository.Choice> aliases,
            @Nullable OffsetDateTime logoAt) {}

    public record SitePage(
            Institution institution,
            @Nullable Site site,
            BindingResult form,
            Map<String, String> wards,
            boolean officer) {}

    public record LeadersPage(
            Institution institution,
            List<Leader> leaders,
            List<Leaders.Post> posts,
            List<String> flags,
            boolean editable) {}

    public record FacilitiesPage(
            Institution institution, List<Site> sites, List<Facility> facilities, int year, boolean editable) {
        public @Nullable Facility now(Site site) {
            return facilities.stream()
                    .filter(it -> it.siteId() == site.id() && it.year() == year)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Changes with their values in words. */
    public record Told(Change change, String before, String after) {}

    public record HistoryPage(Institution institution, Paging<Told> changes, String order, boolean reachable) {}

    public record QueuePage(
            Paging<Told> changes,
            ChangeState state,
            @Nullable Long batch,
            boolean officer,
            List<InstitutionRepository.Choice> reasons) {}

    private final Changes changes;
    private final ChangeRepository repository;
    private final Institutions register;
    private final InstitutionRepository institutions;
    private final Sites sites;
    private final Leaders leaders;
    private final Facilities facilities;
    private final FactReader reader;
    private final Files files;
    private final Pen pen;
    private final Clock clock;

    ChangeController(
            Changes changes,
            ChangeRepository repository,
            Institutions register,
            InstitutionRepository institutions,
            Sites sites,
            Leaders leaders,
            Facilities facilities,
            FactReader reader,
            Files files,
            Pen pen,
            Clock clock) {
        this.changes = changes;
        this.repository = repository;
        this.register = register;
        this.institutions = institutions;
        this.sites = sites;
        this.leaders = leaders;
        this.facilities = facilities;
        this.reader = reader;
        this.files = files;
        this.pen = pen;
        this.clock = clock;
    }

    @GetMapping("/institutions/{id}/edit")
    @PreAuthorize("hasAuthority('INSTITUTION_EDIT')")
    View edit(@PathVariable long id) {
        pen.ask(id);
        var facts = changes.factsOn(id, LocalDate.now(clock));
        var values = new HashMap<String, String>();
        for (var fact : Fact.values()) {
            var value = facts.getOrDefault(fact.name(), "");
            values.put(fact.name(), fact.kind() == Fact.Kind.CHOICE ? value : reader.show(fact, value));
        }
        return new Page("institution/edit", editPage(id, new MapBindingResult(values, "institution")));
    }

    @PostMapping("/institutions/{id}/edit")
    @PreAuthorize("hasAuthority('INSTITUTION_EDIT')")
    View change(
            @PathVariable long id,
            @RequestParam Map<String, String> form,
            @RequestParam(required = false) @Nullable MultipartFile evidence,
            RedirectAttributes flash) {
        pen.ask(id);
        var typed = new EnumMap<Fact, String>(Fact.class);
        Arrays.stream(Fact.values())
                .filter(it -> form.containsKey(it.name()))
                .forEach(it -> typed.put(it, Objects.requireNonNull(form.get(it.name()))));
        var errors = new MapBindingResult(form, "institution");
        var day = reader.read(Fact.FOUNDED_ON, form.getOrDefault("effectiveOn", ""));
        if (day.fault() != null) {
            errors.rejectValue("effectiveOn", "day", day.fault());
            return new Page("institution/edit", editPage(id, errors), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var outcome = changes.propose(
                id,
                new Proposal(
                        typed,
                        day.value() == null ? null : LocalDate.parse(day.value()),
                        form.getOrDefault("reason", "").strip(),
                        evidence));
        if (!outcome.faults().isEmpty()) {
            outcome.faults().forEach((field, fault) -> errors.rejectValue(field, "fault", fault));
            return new Page("institution/edit", editPage(id, errors), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return Go.to("/institutions/" + id, flash, told(outcome));
    }

    private static String told(Changes.Outcome outcome) {
        if (outcome.done() + outcome.waiting() == 0) {
            return "Không có gì thay đổi.";
        }
        return (outcome.done() == 0 ? "" : "Đã ghi %d thay đổi. ".formatted(outcome.done()))
                + (outcome.waiting() == 0
                        ? ""
                        : "%d thay đổi đã gửi Sở duyệt; kết quả hiện ở Việc hôm nay.".formatted(outcome.waiting()));
    }

    private EditPage editPage(long id, BindingResult form) {
        var rules = repository.rules(LocalDate.now(clock));
        var officer = pen.ofTheCity();
        var facts = changes.factsOn(id, LocalDate.now(clock));
        var fields = Arrays.stream(Fact.values())
                .map(fact -> {
                    var rule = rules.getOrDefault(fact.name(), new FieldRule(fact.name(), Holder.DEPARTMENT, ""));
                    return new FieldView(
                            fact,
                            rule,
                            officer || rule.holder() != Holder.DEPARTMENT,
                            reader.show(fact, facts.get(fact.name())),
                            reader.choices(fact));
                })
                .toList();
        return new EditPage(
                register.get(id),
                form,
                fields,
                officer,
                institutions.listAliases(id),
                institutions.findLogoTime(id).orElse(null));
    }

    @GetMapping({"/institutions/{id}/sites/new", "/institutions/{id}/sites/{site}"})
    @PreAuthorize("hasAuthority('INSTITUTION_EDIT')")
    View site(@PathVariable long id, @PathVariable(required = false) @Nullable Long site) {
        pen.ask(id);
        var known = site == null ? null : sites.get(id, site);
        var values = new HashMap<String, String>(known == null ? Map.of() : Sites.told(known));
        for (var day : List.of("from", "to")) {
            values.computeIfPresent(day, (key, value) -> reader.show(Fact.FOUNDED_ON, value));
        }
        return new Page("institution/site", sitePage(id, known, new MapBindingResult(values, "site")));
    }

    @PostMapping({"/institutions/{id}/sites/new", "/institutions/{id}/sites/{site}"})
    @PreAuthorize("hasAuthority('INSTITUTION_EDIT')")
    View putSite(
            @PathVariable long id,
            @PathVariable(required = false) @Nullable Long site,
            @RequestParam Map<String, String> form,
            RedirectAttributes flash) {
        pen.ask(id);
        var known = site == null ? null : sites.get(id, site);
        var outcome = sites.put(id, site, form, form.getOrDefault("reason", "").strip());
        if (!outcome.faults().isEmpty()) {
            var errors = new MapBindingResult(form, "site");
            outcome.faults().forEach((field, fault) -> errors.rejectValue(field, "fault", fault));
            return new Page("institution/site", sitePage(id, known, errors), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return Go.to("/institutions/" + id, flash, told(outcome));
    }

    private SitePage sitePage(long id, @Nullable Site site, BindingResult form) {
        return new SitePage(register.get(id), site, form, reader.choices(Fact.WARD), pen.ofTheCity());
    }

    @GetMapping("/institutions/{id}/leaders")
    @PreAuthorize("hasAuthority('INSTITUTION_VIEW')")
    View leaders(@PathVariable long id) {
        var institution = register.get(id);
        return new Page(
                "institution/leaders",
                new LeadersPage(
                        institution,
                        leaders.list(id, null),
                        leaders.listPosts(institution),
                        leaders.flags(institution),
                        pen.reaches(id)));
    }

    @PostMapping("/institutions/{id}/leaders")
    @PreAuthorize("hasAuthority('INSTITUTION_EDIT')")
    View appoint(@PathVariable long id, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        pen.ask(id);
        var from = day(form, "from");
        if (from == null) {
            throw new vn.lanhnghe.shared.Refusal("Hãy ghi ngày bắt đầu nhiệm kỳ, ví dụ 01/09/2025.");
        }
        leaders.appoint(
                register.get(id),
                form.getOrDefault("post", ""),
                form.getOrDefault("fullName", ""),
                from,
                day(form, "to"),
                form.getOrDefault("decision", ""));
        return Go.to("/institutions/" + id + "/leaders", flash, "Đã ghi nhiệm kỳ.");
    }

    @PostMapping("/institutions/{id}/leaders/{leader}/end")
    @PreAuthorize("hasAuthority('INSTITUTION_EDIT')")
    View end(
            @PathVariable long id,
            @PathVariable long leader,
            @RequestParam Map<String, String> form,
            RedirectAttributes flash) {
        var last = day(form, "last");
        if (last == null) {
            throw new vn.lanhnghe.shared.Refusal("Hãy ghi ngày cuối của nhiệm kỳ, ví dụ 31/08/2026.");
        }
        leaders.end(id, leader, last);
        return Go.to("/institutions/" + id + "/leaders", flash, "Đã ghi ngày kết thúc nhiệm kỳ.");
    }

    private @Nullable LocalDate day(Map<String, String> form, String field) {
        var reading = reader.read(Fact.FOUNDED_ON, form.getOrDefault(field, ""));
        if (reading.fault() != null) {
            throw new vn.lanhnghe.shared.Refusal(reading.fault());
        }
        return reading.value() == null ? null : LocalDate.parse(reading.value());
    }

    @GetMapping("/institutions/{id}/infrastructure")
    @PreAuthorize("hasAuthority('INSTITUTION_VIEW')")
    View facilities(@PathVariable long id) {
        return new Page(
                "institution/infrastructure",
                new FacilitiesPage(
                        register.get(id),
                        register.listSites(id),
                        facilities.list(id),
                        LocalDate.now(clock).getYear(),
                        pen.reaches(id)));
    }

    @PostMapping("/institutions/{id}/infrastructure")
    @PreAuthorize("hasAuthority('INSTITUTION_EDIT')")
    View recordFacilities(@PathVariable long id, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        var site = form.getOrDefault("site", "");
        facilities.record(
                id, site.matches("\\d{1,18}") ? Long.parseLong(site) : 0, form, form.getOrDefault("platforms", ""));
        return Go.to("/institutions/" + id + "/infrastructure", flash, "Đã ghi hạ tầng số năm nay.");
    }

    @GetMapping("/institutions/{id}/changes")
    @PreAuthorize("hasAuthority('HISTORY_VIEW')")
    View history(
            @PathVariable long id,
            @RequestParam(defaultValue = "moi") String xep,
            @RequestParam(defaultValue = "1") int page) {
        return new Page(
                "institution/changes",
                new HistoryPage(
                        register.get(id), told(repository.list(id, null, null, xep, page)), xep, pen.reaches(id)));
    }

    @GetMapping("/institutions/{id}/changes.xlsx")
    @PreAuthorize("hasAuthority('HISTORY_VIEW')")
    ResponseEntity<byte[]> historyFile(@PathVariable long id) {
        var institution = register.get(id);
        var rows = repository.listAll(id).stream()
                .map(this::told)
                .map(it -> List.of(
                        it.change().label(),
                        it.before(),
                        it.after(),
                        Vi.time(it.change().requestedAt()),
                        Vi.day(it.change().effectiveOn()),
                        it.change().requestedBy(),
                        Objects.toString(it.change().decidedBy(), ""),
                        Vi.time(it.change().decidedAt()),
                        it.change().state().label(),
                        Objects.toString(it.change().reason(), ""),
                        Objects.toString(it.change().reply(), "")))
                .toList();
        var about = new LinkedHashMap<String, String>();
        about.put("Danh sách", "Lịch sử thay đổi của " + institution.name());
        about.put("Lúc", Vi.time(java.time.OffsetDateTime.now(clock)));
        about.put("Người tải", Scope.current().actor());
        return Download.xlsx(
                Spreadsheets.xlsx(
                        "Lịch sử",
                        List.of(
                                "Trường thông tin",
                                "Giá trị cũ",
                                "Giá trị mới",
                                "Lúc đề nghị",
                                "Hiệu lực từ",
                                "Người đề nghị",
                                "Người duyệt",
                                "Lúc duyệt",
                                "Kết quả",
                                "Lý do",
                                "Trả lời"),
                        rows,
                        about),
                "lich-su-" + institution.code() + ".xlsx");
    }

    @GetMapping("/institutions/changes")
    @PreAuthorize("hasAuthority('INSTITUTION_EDIT')")
    View queue(
            @RequestParam(defaultValue = "PENDING") String state,
            @RequestParam(required = false) @Nullable Long batch,
            @RequestParam(defaultValue = "1") int page) {
        var asked = Arrays.stream(ChangeState.values())
                .filter(it -> it.name().equals(state))
                .findFirst()
                .orElse(ChangeState.PENDING);
        return new Page(
                "institution/queue",
                new QueuePage(
                        told(repository.list(null, asked, batch, asked == ChangeState.PENDING ? "cu" : "moi", page)),
                        asked,
                        batch,
                        pen.ofTheCity(),
                        repository.listRefusalReasons()));
    }

    @PostMapping("/institutions/changes/decision")
    @PreAuthorize("hasAuthority('INSTITUTION_APPROVE')")
    View decide(
            @RequestParam(name = "change", required = false) @Nullable List<Long> ids,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String preset,
            @RequestParam(defaultValue = "") String reply,
            RedirectAttributes flash) {
        var chosen = ids == null ? List.<Long>of() : ids.stream().limit(200).toList();
        if (verdict.equals("approve")) {
            var done = changes.approve(chosen);
            return Go.to(
                    "/institutions/changes",
                    flash,
                    "Đã duyệt %d đề nghị. Nếu nhầm, mở mục “Đã ghi” để hoàn tác.".formatted(done));
        }
        var words = new ArrayList<String>();
        repository.listRefusalReasons().stream()
                .filter(it -> it.code().equals(preset))
                .findFirst()
                .ifPresent(it -> words.add(it.label()));
        if (!reply.isBlank()) {
            words.add(reply.strip());
        }
        var done = changes.reject(chosen, String.join(". ", words));
        return Go.to(
                "/institutions/changes",
                flash,
                "Đã trả lại %d đề nghị; cơ sở thấy lý do ở Việc hôm nay.".formatted(done));
    }

    @PostMapping("/institutions/changes/undo")
    @PreAuthorize("hasAuthority('INSTITUTION_APPROVE')")
    View undo(
            @RequestParam(name = "change", required = false) @Nullable List<Long> ids,
            @RequestParam(required = false) @Nullable Long batch,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        var chosen = batch != null ? repository.listDone(batch) : ids == null ? List.<Long>of() : ids;
        var done = changes.undo(chosen, reason);
        return Go.to("/institutions/changes?state=DONE", flash, "Đã hoàn tác %d thay đổi.".formatted(done));
    }

    @PostMapping("/institutions/changes/{change}/withdrawal")
    @PreAuthorize("hasAuthority('INSTITUTION_EDIT')")
    View withdraw(@PathVariable long change, RedirectAttributes flash) {
        changes.withdraw(change);
        return Go.to("/institutions/changes", flash, "Đã rút đề nghị.");
    }

    /** The school has read the answers to its requests. */
    @PostMapping("/institutions/changes/seen")
    @PreAuthorize("hasAuthority('INSTITUTION_EDIT')")
    View seen(RedirectAttributes flash) {
        var own = Scope.current().institutionId();
        if (own != null) {
            pen.own(own, () -> {
                repository.see(own);
                return own;
            });
        }
        return Go.to("/institutions/changes?state=REJECTED", flash, "Đã đánh dấu là đã xem.");
    }

    @GetMapping("/institutions/changes/{change}/evidence")
    @PreAuthorize("hasAuthority('INSTITUTION_EDIT')")
    ResponseEntity<byte[]> evidence(@PathVariable long change) {
        var found = repository
                .find(change)
                .filter(it -> it.evidence() != null && pen.reaches(it.institutionId()))
                .orElseThrow(() -> new NotFound("Đề nghị này không kèm giấy tờ, hoặc ngoài phạm vi của bạn."));
        return Download.foreign(
                files.get(found.institutionId(), Objects.requireNonNull(found.evidence())),
                Objects.requireNonNullElse(found.evidenceName(), "giay-to"));
    }

    private Paging<Told> told(Paging<Change> paging) {
        return new Paging<>(
                paging.rows().stream().map(this::told).toList(), paging.page(), paging.total(), paging.size());
    }

    private Told told(Change change) {
        return change.field().equals("SITE")
                ? new Told(change, Objects.toString(change.oldValue(), ""), Objects.toString(change.newValue(), ""))
                : new Told(
                        change,
                        reader.show(Fact.valueOf(change.field()), change.oldValue()),
                        reader.show(Fact.valueOf(change.field()), change.newValue()));
    }
}
