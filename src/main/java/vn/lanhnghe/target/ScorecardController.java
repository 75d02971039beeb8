package vn.lanhnghe.target;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.document.Documents;
import vn.lanhnghe.indicator.AsAt;
import vn.lanhnghe.indicator.formula.Published;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Rehearsal;

/** The plan on one page: the city's and each institution's, on screen and as A4, and the part anybody may read. */
@Controller
class ScorecardController {

    public record CityPage(List<Targets.Line> lines, AsAt asAt, StatusRule rule, boolean rehearsal) {}

    public record CollegePage(Scorecards.Card card, AsAt asAt, StatusRule rule, boolean rehearsal) {}

    public record PublicPage(List<Target> targets, Map<String, Published.Month> months, LocalDate today) {

        /** What was last published of a target against its later milestone. */
        public Published.@Nullable Month month(Target target) {
            return target.far().formulaCode() == null
                    ? null
                    : months.get(target.far().formulaCode());
        }
    }

    private final Targets targets;
    private final TargetRepository repository;
    private final Scorecards scorecards;
    private final Published published;
    private final Documents documents;
    private final Rehearsal rehearsal;
    private final Clock clock;

    ScorecardController(
            Targets targets,
            TargetRepository repository,
            Scorecards scorecards,
            Published published,
            Documents documents,
            Rehearsal rehearsal,
            Clock clock) {
        this.targets = targets;
        this.repository = repository;
        this.scorecards = scorecards;
        this.published = published;
        this.documents = documents;
        this.rehearsal = rehearsal;
        this.clock = clock;
    }

    @GetMapping("/targets/scorecard")
    @PreAuthorize("hasAuthority('TARGET_VIEW')")
    View screen(@RequestParam(required = false) @Nullable String asAt) {
        var own = own();
        return own == null
                ? new Page("target/scorecard-city", city(asAt))
                : new Page("target/scorecard-college", college(own, asAt));
    }

    @GetMapping(value = "/targets/scorecard.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @PreAuthorize("hasAuthority('TARGET_VIEW')")
    ResponseEntity<byte[]> paper(@RequestParam(required = false) @Nullable String asAt) {
        var own = own();
        return own == null
                ? pdf("chi-tieu-thanh-pho", Page.text("target/scorecard-city-paper", city(asAt)))
                : pdf("chi-tieu", Page.text("target/scorecard-college-paper", college(own, asAt)));
    }

    @GetMapping("/targets/scorecard/{id}")
    @PreAuthorize("hasAuthority('TARGET_VIEW')")
    View screen(@PathVariable long id, @RequestParam(required = false) @Nullable String asAt) {
        return new Page("target/scorecard-college", college(id, asAt));
    }

    @GetMapping(value = "/targets/scorecard/{id}/paper.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @PreAuthorize("hasAuthority('TARGET_VIEW')")
    ResponseEntity<byte[]> paper(@PathVariable long id, @RequestParam(required = false) @Nullable String asAt) {
        var page = college(id, asAt);
        return pdf("chi-tieu-" + page.card().place().code(), Page.text("target/scorecard-college-paper", page));
    }

    /** For anybody: the plan with what was last published. */
    @GetMapping("/chi-tieu")
    View open() {
        var today = LocalDate.now(clock);
        return new Page("target/scorecard-open", new PublicPage(repository.list(today), published.last(today), today));
    }

    /** Open data: every published month, as a table that spreadsheets and programs read. */
    @GetMapping(value = "/chi-tieu.csv", produces = "text/csv;charset=utf-8")
    ResponseEntity<String> table() {
        var text = new StringWriter().append('\uFEFF');
        // a sheet of no buffer: what is written is there
        var sheet = CsvWriter.builder().fieldSeparator(';').bufferSize(0).build(text);
        sheet.writeRecord("ma", "ten", "ngay_chot", "gia_tri", "don_vi", "tu_so", "mau_so", "so_co_so", "can_cu");
        for (var it : published.list(LocalDate.now(clock))) {
            sheet.writeRecord(
                    it.code(),
                    it.name(),
                    it.asAt().toString(),
                    it.value() == null ? "" : it.value().toPlainString(),
                    it.unit(),
                    it.amounts().numerator().toPlainString(),
                    it.amounts().denominator() == null
                            ? ""
                            : Objects.requireNonNull(it.amounts().denominator()).toPlainString(),
                    String.valueOf(it.institutions()),
                    it.clause());
        }
        return ResponseEntity.ok()
                .header("Content-Disposition", "attachment; filename=\"chi-tieu.csv\"")
                .body(text.toString());
    }

    /** The same for programs. */
    @GetMapping(value = "/chi-tieu.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<List<Published.Month>> data() {
        return ResponseEntity.ok(published.list(LocalDate.now(clock)));
    }

    private CityPage city(@Nullable String asAt) {
        var day = targets.read(asAt);
        return new CityPage(targets.list(day.day()), day, targets.getRule(day.day()), rehearsal.rehearsal());
    }

    private CollegePage college(long id, @Nullable String asAt) {
        var day = targets.read(asAt);
        return new CollegePage(scorecards.get(id, day.day()), day, targets.getRule(day.day()), rehearsal.rehearsal());
    }

    private ResponseEntity<byte[]> pdf(String name, String xhtml) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"%s.pdf\"".formatted(name))
                .body(documents.pdf(xhtml));
    }

    private static @Nullable Long own() {
        return Scope.current().reach() == Scope.Reach.COLLEGE ? Scope.current().institutionId() : null;
    }
}
