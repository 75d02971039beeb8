package vn.lanhnghe.institution;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import vn.lanhnghe.document.Documents;
import vn.lanhnghe.document.Qr;
import vn.lanhnghe.file.Files;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Download;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;

/** Licences: the department's record of them, the citizen's lookup, the quota against what was taken in. */
@Controller
class LicenceController {

    /** A licence with its lines and what it is worth on a day. */
    public record Shown(Licence licence, List<LicenceLine> lines, LicenceStanding standing) {}

    public record LookupPage(String number, LocalDate day, boolean asked, List<Shown> found) {}

    public record SheetPage(Shown shown, LocalDate day, String qr, String url) {}

    /** The receipt: what the register said of a licence, when. */
    public record Receipt(Shown shown, LocalDate day, OffsetDateTime at, String qr, String url) {}

    public record NewPage(Institution institution) {}

    /** All papers, by number, kind and the file they came by. */
    public record ListPage(
            Paging<LicenceRepository.Listed> papers,
            String number,
            @Nullable LicenceKind kind,
            @Nullable Long batch,
            boolean officer) {

        public String address() {
            return "/institutions/licences?so=" + UriUtils.encode(number, "UTF-8") + "&loai="
                    + (kind == null ? "" : kind.name()) + "&tep=" + (batch == null ? "" : batch);
        }
    }

    public record LicencePage(
            Licence licence,
            List<LicenceLine> lines,
            List<LicenceLine> others,
            List<Site> sites,
            List<Trades.Trade> trades,
            boolean officer,
            boolean withdrew,
            LocalDate today) {}

    /** Intake against quota of one occupation, level and site. */
    public record Use(
            String institution,
            long institutionId,
            String site,
            String occupation,
            String occupationCode,
            String level,
            long quota,
            long learners,
            boolean over,
            boolean breach,
            String address) {
        public long percent() {
            return quota == 0 ? 0 : Math.round(100.0 * learners / quota);
        }
    }

    public record QuotaPage(
            int year, List<Integer> years, boolean over, Paging<Use> uses, long overs, long breaches, int tolerance) {}

    private final Licences licences;
    private final LicenceRepository repository;
    private final Institutions institutions;
    private final InstitutionRepository institutionRepository;
    private final Trades trades;
    private final QuotaUse quotaUse;
    private final Documents documents;
    private final Files files;
    private final Pen pen;
    private final Clock clock;

    LicenceController(
            Licences licences,
            LicenceRepository repository,
            Institutions institutions,
            InstitutionRepository institutionRepository,
            Trades trades,
            QuotaUse quotaUse,
            Documents documents,
            Files files,
            Pen pen,
            Clock clock) {
        this.licences = licences;
        this.repository = repository;
        this.institutions = institutions;
        this.institutionRepository = institutionRepository;
        this.trades = trades;
        this.quotaUse = quotaUse;
        this.documents = documents;
        this.files = files;
        this.pen = pen;
        this.clock = clock;
    }

    @GetMapping("/giay-phep")
    View lookup(@RequestParam Map<String, String> query) {
        var number = query.getOrDefault("so", "").strip();
        var day = day(query);
        var folded = Licences.fold(number.length() > 80 ? number.substring(0, 80) : number);
        var papers = folded.length() < 2 ? List.<Licence>of() : repository.listByNumber(folded);
        var lines = repository.listLines(papers.stream().map(Licence::id).toList()).stream()
                .collect(Collectors.groupingBy(LicenceLine::licenceId));
        var found = papers.stream()
                .map(it -> shown(it, lines.getOrDefault(it.id(), List.of()), day))
                .toList();
        return new Page("institution/lookup", new LookupPage(number, day, !number.isEmpty(), found));
    }

    @GetMapping("/giay-phep/{token}")
    View sheet(@PathVariable String token, @RequestParam Map<String, String> query) {
        var day = day(query);
        var url = url(token);
        return new Page("institution/licence-sheet", new SheetPage(shown(byToken(token), day), day, Qr.svg(url), url));
    }

    @GetMapping("/giay-phep/{token}/phieu.pdf")
    ResponseEntity<byte[]> receipt(@PathVariable String token, @RequestParam Map<String, String> query) {
        var day = day(query);
        var url = url(token);
        var receipt = new Receipt(shown(byToken(token), day), day, OffsetDateTime.now(clock), Qr.dataUri(url), url);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"phieu-tra-cuu-giay-phep.pdf\"")
                .body(documents.pdf(Page.text("institution/licence-receipt", receipt)));
    }

    private LocalDate day(Map<String, String> query) {
        return Objects.requireNonNullElse(InstitutionFilter.day(query, "ngay"), LocalDate.now(clock));
    }

    private Licence byToken(String token) {
        return repository
                .findByToken(token)
                .orElseThrow(
                        () -> new NotFound("Không có giấy chứng nhận nào mang mã này. Hãy quét lại hoặc tra theo số."));
    }

    private static String url(String token) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/giay-phep/" + token)
                .toUriString();
    }

    private Shown shown(Licence licence, LocalDate day) {
        return shown(licence, repository.listLines(licence.id()), day);
    }

    private static Shown shown(Licence licence, List<LicenceLine> lines, LocalDate day) {
        return new Shown(licence, lines, LicenceStanding.of(licence, lines, day));
    }

    @GetMapping("/institutions/licences")
    @PreAuthorize("hasAuthority('INSTITUTION_VIEW')")
    View list(@RequestParam Map<String, String> query) {
        var number = query.getOrDefault("so", "").strip();
        var asked = query.getOrDefault("loai", "");
        var kind = Arrays.stream(LicenceKind.values())
                .filter(it -> it.name().equals(asked))
                .findFirst()
                .orElse(null);
        var file = query.getOrDefault("tep", "");
        var batch = file.matches("\\d{1,18}") && pen.ofTheCity() ? Long.valueOf(file) : null;
        var shown = number.length() > 80 ? number.substring(0, 80) : number;
        return new Page(
                "institution/licences",
                new ListPage(
                        repository.list(Licences.fold(shown), kind, batch, InstitutionFilter.page(query)),
                        shown,
                        kind,
                        batch,
                        pen.ofTheCity()));
    }

    @GetMapping("/institutions/{id}/licences/new")
    @PreAuthorize("hasAuthority('INSTITUTION_APPROVE')")
    View newLicence(@PathVariable long id) {
        return new Page("institution/licence-new", new NewPage(institutions.get(id)));
    }

    @PostMapping("/institutions/{id}/licences")
    @PreAuthorize("hasAuthority('INSTITUTION_APPROVE')")
    View record(
            @PathVariable long id,
            @RequestParam Map<String, String> form,
            @RequestParam(required = false) @Nullable MultipartFile scan,
            RedirectAttributes flash) {
        LicenceKind kind;
        try {
            kind = LicenceKind.valueOf(form.getOrDefault("kind", ""));
        } catch (IllegalArgumentException e) {
            throw new Refusal("Hãy chọn loại giấy trong danh sách.");
        }
        var issuedOn = InstitutionFilter.day(form, "issuedOn");
        if (issuedOn == null) {
            throw new Refusal("Hãy ghi ngày cấp trên giấy.");
        }
        var licence = licences.record(
                id,
                new NewLicence(
                        kind,
                        form.getOrDefault("number", ""),
                        form.getOrDefault("issuer", ""),
                        issuedOn,
                        InstitutionFilter.day(form, "validFrom"),
                        InstitutionFilter.day(form, "validTo"),
                        form.getOrDefault("note", ""),
                        scan),
                false);
        return Go.to("/institutions/licences/" + licence, flash, "Đã ghi giấy. Hãy ghi tiếp từng dòng ngành, nghề.");
    }

    @GetMapping("/institutions/licences/{licence}")
    @PreAuthorize("hasAuthority('INSTITUTION_VIEW')")
    View licence(@PathVariable long licence) {
        var found = licences.get(licence);
        var lines = repository.listLines(licence);
        var others = repository.listLines(repository.list(found.institutionId()).stream()
                .map(Licence::id)
                .filter(it -> it != licence)
                .toList());
        return new Page(
                "institution/licence",
                new LicencePage(
                        found,
                        lines,
                        others,
                        institutions.listSites(found.institutionId()),
                        trades.listTrades(),
                        pen.ofTheCity(),
                        others.stream().anyMatch(it -> it.withdrawnBy() != null && it.withdrawnBy() == licence),
                        LocalDate.now(clock)));
    }

    @PostMapping("/institutions/licences/{licence}/lines")
    @PreAuthorize("hasAuthority('INSTITUTION_APPROVE')")
    View add(@PathVariable long licence, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        var quota = form.getOrDefault("quota", "").strip();
        var site = form.getOrDefault("site", "");
        licences.add(
                licence,
                List.of(new NewLine(
                        site.matches("\\d{1,18}") ? Long.parseLong(site) : 0,
                        form.getOrDefault("occupationCode", ""),
                        form.getOrDefault("codeOnPaper", ""),
                        form.getOrDefault("occupationName", ""),
                        form.getOrDefault("level", ""),
                        quota.matches("\\d{1,6}") ? Integer.parseInt(quota) : 0,
                        InstitutionFilter.day(form, "validFrom"),
                        InstitutionFilter.day(form, "validTo"))));
        return Go.to("/institutions/licences/" + licence, flash, "Đã ghi thêm một dòng.");
    }

    @PostMapping("/institutions/licences/{licence}/withdrawal")
    @PreAuthorize("hasAuthority('INSTITUTION_APPROVE')")
    View withdraw(
            @PathVariable long licence,
            @RequestParam(name = "line", required = false) @Nullable List<Long> lines,
            RedirectAttributes flash) {
        var done = licences.withdraw(licence, lines == null ? List.of() : lines);
        return Go.to("/institutions/licences/" + licence, flash, "Đã thu hẹp %d dòng.".formatted(done));
    }

    @PostMapping("/institutions/licences/{licence}/withdrawal/undo")
    @PreAuthorize("hasAuthority('INSTITUTION_APPROVE')")
    View restore(@PathVariable long licence, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        var done = licences.restore(licence, reason);
        return Go.to("/institutions/licences/" + licence, flash, "Đã khôi phục %d dòng.".formatted(done));
    }

    @GetMapping("/institutions/licences/{licence}/scan")
    @PreAuthorize("hasAuthority('INSTITUTION_EDIT')")
    ResponseEntity<byte[]> scan(@PathVariable long licence) {
        var found = licences.get(licence);
        if (found.scan() == null || !pen.reaches(found.institutionId())) {
            throw new NotFound("Giấy này chưa có bản quét, hoặc ngoài phạm vi của bạn.");
        }
        return Download.foreign(
                files.get(found.institutionId(), found.scan()),
                Objects.requireNonNullElse(found.scanName(), "giay-chung-nhan"));
    }

    /** What a line of quota is told by: institution, site, occupation, level. */
    private record Key(long institutionId, long siteId, String occupation, String level) {}

    @GetMapping("/institutions/quota")
    @PreAuthorize("hasAuthority('LEARNER_VIEW')")
    View quota(@RequestParam Map<String, String> query) {
        var years = quotaUse.listYears();
        var asked = query.getOrDefault("nam", "");
        var year = asked.matches("\\d{4}")
                ? Integer.parseInt(asked)
                : years.isEmpty() ? LocalDate.now(clock).getYear() : years.getFirst();
        var tolerance = institutionRepository.rule("QUOTA_TOLERANCE", LocalDate.of(year, 12, 31));
        var all = uses(year, tolerance);
        var over = query.containsKey("vuot");
        var shown = over ? all.stream().filter(Use::over).toList() : all;
        var page = InstitutionFilter.page(query);
        var paging = new Paging<Use>(List.of(), page, shown.size(), Paging.SIZE);
        var rows = shown.stream()
                .skip(Paging.offset(paging.page()))
                .limit(Paging.SIZE)
                .toList();
        return new Page(
                "institution/quota",
                new QuotaPage(
                        year,
                        years,
                        over,
                        new Paging<>(rows, paging.page(), shown.size(), Paging.SIZE),
                        all.stream().filter(Use::over).count(),
                        all.stream().filter(Use::breach).count(),
                        tolerance));
    }

    private List<Use> uses(int year, int tolerance) {
        var quotas = new HashMap<Key, LicenceRepository.Quota>();
        var main = new HashMap<Long, LicenceRepository.Quota>();
        for (var quota : repository.listQuotas(year)) {
            quotas.put(
                    new Key(
                            quota.institutionId(),
                            quota.siteId(),
                            Objects.toString(quota.occupationCode(), ""),
                            quota.level()),
                    quota);
            if (quota.main()) {
                main.putIfAbsent(quota.institutionId(), quota);
            }
        }
        var intakes = quotaUse.listIntake(year);
        var colleges = institutionRepository.findByIds(
                intakes.stream().map(QuotaUse.Intake::institutionId).distinct().toList());
        var known = trades.listTrades().stream().collect(Collectors.toMap(Trades.Trade::code, Trades.Trade::name));
        var uses = new ArrayList<Use>();
        for (var intake : intakes) {
            var first = main.get(intake.institutionId());
            var site = intake.siteId() != null ? intake.siteId() : first == null ? 0 : first.siteId();
            var quota = quotas.get(new Key(intake.institutionId(), site, intake.occupationCode(), intake.level()));
            var allowed = quota == null ? 0 : quota.quota();
            var college = colleges.get(intake.institutionId());
            var name = college == null ? "" : college.name();
            uses.add(new Use(
                    name,
                    intake.institutionId(),
                    quota == null ? "" : quota.siteName(),
                    quota == null ? known.getOrDefault(intake.occupationCode(), "") : quota.occupationName(),
                    intake.occupationCode(),
                    Training.label(intake.level()),
                    allowed,
                    intake.learners(),
                    intake.learners() > allowed,
                    intake.learners() * 100 > allowed * (100L + tolerance),
                    quotaUse.address(intake, year)));
        }
        uses.sort(Comparator.comparing(
                        (Use it) -> it.quota() == 0 ? -Double.MAX_VALUE : -(double) it.learners() / it.quota())
                .thenComparing(Use::institution));
        return uses;
    }
}
