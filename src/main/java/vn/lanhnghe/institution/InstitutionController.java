package vn.lanhnghe.institution;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
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
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.lanhnghe.audit.Act;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.document.Qr;
import vn.lanhnghe.document.Spreadsheets;
import vn.lanhnghe.place.OldAddresses;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Download;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Vi;

@Controller
class InstitutionController {

    /** {@code base} is where the list stands: the citizens' or the staff's. */
    public record ListPage(
            String base,
            Paging<Institution> institutions,
            boolean near,
            InstitutionFilter filter,
            List<OldAddresses.Resolved> wards,
            long all,
            long learned,
            Choices choices) {

        public String address() {
            var query = filter.query();
            return query.isEmpty() ? base : base + "?" + query;
        }

        public String link(Institution institution) {
            var day = filter.on() == null ? "" : "?ngay=" + filter.on();
            return base + "/" + (base.equals("/co-so") ? institution.slug() : Long.toString(institution.id())) + day;
        }

        public String query() {
            var query = filter.query();
            return query.isEmpty() ? "" : "?" + query;
        }
    }

    /** What the filter offers for choice. */
    public record Choices(
            List<InstitutionRepository.Choice> types,
            List<InstitutionRepository.Choice> ownerships,
            List<InstitutionRepository.Choice> wards,
            List<InstitutionRepository.Choice> occupations) {}

    /** An entry as at a day; {@code on} is null for today. */
    public record InstitutionPage(
            Institution institution,
            @Nullable LocalDate on,
            LocalDate day,
            List<Site> sites,
            List<Leader> leaders,
            List<LicenceLine> lines,
            List<InstitutionRepository.Choice> aliases,
            List<InstitutionRepository.FormerName> formerNames,
            List<Heir> successions,
            @Nullable Staff staff,
            @Nullable OffsetDateTime logoAt,
            String qr,
            String url) {}

    /** A succession and who took part. */
    public record Heir(Succession succession, List<Successions.Part> parts) {
        public List<Successions.Part> side(String role) {
            return parts.stream().filter(it -> it.role().equals(role)).toList();
        }
    }

    /** What staff see besides. */
    public record Staff(
            List<Licence> licences,
            List<String> flags,
            List<Change> pending,
            List<Facility> facilities,
            boolean editable,
            boolean officer,
            long days,
            int due,
            int high,
            List<Act> history) {}

    private static final int WARDS_TOLD = 6;

    public record NewPage(BindingResult form, Choices choices) {}

    private final InstitutionRepository institutions;
    private final Institutions register;
    private final VersionRepository versions;
    private final Leaders leaders;
    private final Facilities facilities;
    private final LicenceRepository licences;
    private final Successions successions;
    private final ChangeRepository changes;
    private final FactReader reader;
    private final OldAddresses oldAddresses;
    private final Acts acts;
    private final Pen pen;
    private final Clock clock;

    InstitutionController(
            InstitutionRepository institutions,
            Institutions register,
            VersionRepository versions,
            Leaders leaders,
            Facilities facilities,
            LicenceRepository licences,
            Successions successions,
            ChangeRepository changes,
            FactReader reader,
            OldAddresses oldAddresses,
            Acts acts,
            Pen pen,
            Clock clock) {
        this.institutions = institutions;
        this.register = register;
        this.versions = versions;
        this.leaders = leaders;
        this.facilities = facilities;
        this.licences = licences;
        this.successions = successions;
        this.changes = changes;
        this.reader = reader;
        this.oldAddresses = oldAddresses;
        this.acts = acts;
        this.pen = pen;
        this.clock = clock;
    }

    @GetMapping("/co-so")
    View directory(@RequestParam Map<String, String> query) {
        return list("/co-so", query);
    }

    @GetMapping("/co-so/{slug}")
    View entry(@PathVariable String slug, @RequestParam Map<String, String> query) {
        var institution = institutions.findBySlug(slug).orElseThrow(Institutions::unknown);
        return new Page("institution/entry", page(institution, InstitutionFilter.day(query, "ngay"), null));
    }

    @GetMapping("/institutions")
    @PreAuthorize("hasAuthority('INSTITUTION_VIEW')")
    View register(@RequestParam Map<String, String> query) {
        return list("/institutions", query);
    }

    @GetMapping("/institutions/{id:\\d+}")
    @PreAuthorize("hasAuthority('INSTITUTION_VIEW')")
    View institution(@PathVariable long id, @RequestParam Map<String, String> query) {
        var institution = register.get(id);
        var today = LocalDate.now(clock);
        var staff = new Staff(
                licences.list(id),
                leaders.flags(institution),
                changes.listPending(id),
                facilities.list(id),
                pen.reaches(id),
                pen.ofTheCity(),
                institution.confirmedAt() == null
                        ? Integer.MAX_VALUE
                        : java.time.temporal.ChronoUnit.DAYS.between(
                                institution
                                        .confirmedAt()
                                        .atZoneSameInstant(Vi.ZONE)
                                        .toLocalDate(),
                                today),
                institutions.rule("CONFIRM_DAYS", today),
                institutions.rule("CONFIRM_HIGH_DAYS", today),
                acts.list("institution", id));
        return new Page("institution/institution", page(institution, InstitutionFilter.day(query, "ngay"), staff));
    }

    private InstitutionPage page(Institution now, @Nullable LocalDate on, @Nullable Staff staff) {
        var day = on == null ? LocalDate.now(clock) : on;
        var institution = on == null
                ? now
                : institutions
                        .findOn(now.id(), on)
                        .orElseThrow(() -> new NotFound(
                                "Ngày %s cơ sở này chưa có trong sổ. Hãy chọn ngày muộn hơn.".formatted(Vi.day(on))));
        var url = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/co-so/" + now.slug())
                .toUriString();
        var taken = successions.listOf(now.id());
        var parts = successions.listParts(taken.stream().map(Succession::id).toList()).stream()
                .collect(Collectors.groupingBy(Successions.Part::successionId));
        return new InstitutionPage(
                institution,
                on,
                day,
                institutions.listSites(now.id(), day),
                leaders.list(now.id(), day),
                licences.listInForce(now.id(), day),
                institutions.listAliases(now.id()),
                institutions.listFormerNames(now.id()),
                taken.stream()
                        .map(it -> new Heir(it, parts.getOrDefault(it.id(), List.of())))
                        .toList(),
                staff,
                institutions.findLogoTime(now.id()).orElse(null),
                Qr.svg(url),
                url);
    }

    @PostMapping("/institutions/{id}/confirmation")
    @PreAuthorize("hasAuthority('INSTITUTION_EDIT')")
    View confirm(@PathVariable long id, RedirectAttributes flash) {
        register.confirm(id);
        return Go.to(
                "/institutions/" + id,
                flash,
                "Đã xác nhận thông tin. Ngày xác nhận hiện trên trang công khai của cơ sở.");
    }

    @PostMapping("/institutions/{id}/aliases")
    @PreAuthorize("hasAuthority('INSTITUTION_EDIT')")
    View addAlias(@PathVariable long id, @RequestParam String name, RedirectAttributes flash) {
        register.addAlias(id, name);
        return Go.to("/institutions/" + id + "/edit#aliases", flash, "Đã thêm tên gọi khác.");
    }

    @PostMapping("/institutions/{id}/aliases/{alias}/end")
    @PreAuthorize("hasAuthority('INSTITUTION_EDIT')")
    View endAlias(@PathVariable long id, @PathVariable long alias, RedirectAttributes flash) {
        register.endAlias(id, alias);
        return Go.to("/institutions/" + id + "/edit#aliases", flash, "Đã bỏ tên gọi khác; lịch sử vẫn giữ.");
    }

    @GetMapping("/institutions/new")
    @PreAuthorize("hasAuthority('INSTITUTION_APPROVE')")
    View newInstitution() {
        return new Page("institution/new", new NewPage(new MapBindingResult(Map.of(), "institution"), choices()));
    }

    @PostMapping("/institutions")
    @PreAuthorize("hasAuthority('INSTITUTION_APPROVE')")
    View open(@RequestParam Map<String, String> form, RedirectAttributes flash) {
        var errors = new MapBindingResult(form, "institution");
        var code = Vietnamese.tidy(form.getOrDefault("code", "")).toUpperCase(java.util.Locale.ROOT);
        if (!code.matches("[A-Z0-9-]{2,20}")) {
            errors.rejectValue("code", "code", "Mã gồm 2 đến 20 chữ cái A–Z, chữ số hoặc gạch nối, ví dụ CKC.");
        }
        var type = read(errors, "type", Fact.TYPE, form);
        var ownership = read(errors, "ownership", Fact.OWNERSHIP, form);
        var ward = read(errors, "ward", Fact.WARD, form);
        var name = read(errors, "name", Fact.NAME, form);
        if (name != null && type != null) {
            var fault = reader.nameFault(name, type);
            if (fault != null) {
                errors.rejectValue("name", "name", fault);
            }
        }
        var from = read(errors, "from", Fact.FOUNDED_ON, form);
        if (from == null && !errors.hasFieldErrors("from")) {
            errors.rejectValue("from", "from", "Hãy ghi ngày thành lập theo quyết định.");
        }
        if (errors.hasErrors() || name == null || type == null || ownership == null || from == null) {
            return new Page(
                    "institution/new",
                    new NewPage(errors, choices()),
                    org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var slug = Search.folded(name).strip().replace(' ', '-');
        var free =
                institutions.findBySlug(slug).isEmpty() ? slug : slug + "-" + code.toLowerCase(java.util.Locale.ROOT);
        var id = register.open(
                new NewInstitution(code, free, name, type, ownership, ward, null, null, LocalDate.parse(from), false));
        return Go.to("/institutions/" + id, flash, "Đã ghi %s vào sổ với mã %s.".formatted(name, code));
    }

    private @Nullable String read(BindingResult errors, String field, Fact fact, Map<String, String> form) {
        var reading = reader.read(fact, form.getOrDefault(field, ""));
        if (reading.fault() != null) {
            errors.rejectValue(field, field, reading.fault());
        }
        return reading.value();
    }

    /** The list that is on screen, whole, as a workbook. */
    @GetMapping("/institutions.xlsx")
    @PreAuthorize("hasAuthority('INSTITUTION_VIEW')")
    ResponseEntity<byte[]> download(@RequestParam Map<String, String> query) {
        var filter = InstitutionFilter.asked(query);
        var shown = institutions.listAll(filter);
        var lives = versions.listKnown(shown.stream().map(Institution::id).toList()).stream()
                .collect(Collectors.groupingBy(Version::institutionId));
        var day = filter.on() == null ? LocalDate.now(clock) : filter.on();
        var rows = shown.stream()
                .map(it -> row(it.code(), Version.on(lives.getOrDefault(it.id(), List.of()), day)))
                .toList();
        var headers = new ArrayList<>(List.of("Mã cơ sở"));
        Arrays.stream(Fact.values()).map(Fact::label).forEach(headers::add);
        var about = new LinkedHashMap<String, String>();
        about.put("Danh sách", "Cơ sở giáo dục nghề nghiệp");
        about.put("Bộ lọc", filter.query().isEmpty() ? "không" : filter.query());
        about.put("Tại ngày", Vi.day(filter.on() == null ? LocalDate.now(clock) : filter.on()));
        about.put("Số dòng", Integer.toString(rows.size()));
        about.put("Người tải", Scope.current().actor());
        return Download.xlsx(Spreadsheets.xlsx("Cơ sở", headers, rows, about), "co-so.xlsx");
    }

    /** As the import centre reads it back: nothing changed when nothing was changed. */
    private List<String> row(String code, Map<String, String> facts) {
        var row = new ArrayList<>(List.of(code));
        Arrays.stream(Fact.values())
                .map(it -> reader.show(it, facts.get(it.name())))
                .forEach(row::add);
        return row;
    }

    private Choices choices() {
        return new Choices(
                institutions.listTypes(),
                institutions.listOwnerships(),
                institutions.listWards(),
                institutions.listOccupations());
    }

    /** The wards of today that an old address means, when no name is what was typed. */
    private List<OldAddresses.Resolved> resolved(InstitutionFilter filter, boolean unknown) {
        return unknown && !filter.q().isBlank()
                ? oldAddresses.resolve(filter.q()).stream().limit(WARDS_TOLD).toList()
                : List.of();
    }

    private View list(String base, Map<String, String> query) {
        var filter = InstitutionFilter.asked(query);
        var found = institutions.list(filter, InstitutionFilter.page(query));
        return new Page(
                "institution/list",
                new ListPage(
                        base,
                        found.institutions(),
                        found.near(),
                        filter,
                        resolved(filter, found.near() || found.institutions().total() == 0),
                        institutions.countAll(filter),
                        filter.on() == null || filter.known() != null ? 0 : institutions.countLearned(filter.on()),
                        choices()));
    }
}
