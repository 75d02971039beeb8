package vn.lanhnghe.institution;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.file.Files;
import vn.lanhnghe.institution.LicencePlan.Line;
import vn.lanhnghe.institution.LicencePlan.Paper;
import vn.lanhnghe.institution.LicencePlan.PaperKey;
import vn.lanhnghe.institution.LicenceRepository.Mended;
import vn.lanhnghe.institution.LicenceRepository.MendedLine;
import vn.lanhnghe.institution.LicenceRepository.NewEntry;
import vn.lanhnghe.institution.LicenceRepository.NewPaper;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;

/** Giấy chứng nhận đăng ký hoạt động: recorded by the department as the papers have them; additions and withdrawals are papers too. */
@Service
public class Licences {

    private final LicenceRepository licences;
    private final Institutions institutions;
    private final Trades trades;
    private final Search search;
    private final Files files;
    private final Acts acts;
    private final Pen pen;
    private final Clock clock;

    Licences(
            LicenceRepository licences,
            Institutions institutions,
            Trades trades,
            Search search,
            Files files,
            Acts acts,
            Pen pen,
            Clock clock) {
        this.licences = licences;
        this.institutions = institutions;
        this.trades = trades;
        this.search = search;
        this.files = files;
        this.acts = acts;
        this.pen = pen;
        this.clock = clock;
    }

    /** Letters and digits only: {@code "71/GCNĐKHĐ-SLĐTBXH"} is found as {@code "71 gcndkhd sldtbxh"} too. */
    static String fold(String number) {
        return Vietnamese.fold(number).replaceAll("[^a-z0-9]", "");
    }

    /** Records a paper; what it allows is added line by line, or what it withdraws is named. */
    public long record(long institutionId, NewLicence licence, boolean rehearsal) {
        officer();
        var institution = institutions.get(institutionId);
        refuse(rules().ofPaper(institution, licence));
        var number = Vietnamese.tidy(licence.number());
        if (licences.list(institutionId).stream()
                .anyMatch(it ->
                        fold(it.number()).equals(fold(number)) && it.issuedOn().equals(licence.issuedOn()))) {
            throw new Refusal(LicenceRules.recorded(number, licence.issuedOn()));
        }
        var faults = new LinkedHashMap<String, String>();
        var paper = Changes.paper(licence.scan(), faults);
        if (!faults.isEmpty()) {
            throw new Refusal(Objects.requireNonNull(faults.get("evidence")));
        }
        return pen.raised(() -> {
            var scan = paper == null ? null : files.put(institutionId, paper);
            var id = licences.insert(List.of(new NewPaper(
                            institutionId,
                            new NewLicence(
                                    licence.kind(),
                                    number,
                                    Vietnamese.tidy(licence.issuer()),
                                    licence.issuedOn(),
                                    licence.validFrom(),
                                    licence.validTo(),
                                    licence.note(),
                                    null),
                            token(),
                            scan,
                            licence.scan() == null || scan == null
                                    ? null
                                    : licence.scan().getOriginalFilename(),
                            rehearsal,
                            null)))
                    .getFirst();
            if (!rehearsal) {
                act(
                        ActKind.LICENCE_RECORDED,
                        institutionId,
                        "%s: %s, ngày %s"
                                .formatted(licence.kind().label(), number, LicenceRules.day(licence.issuedOn())),
                        null);
            }
            return id;
        });
    }

    private static String token() {
        var bytes = new byte[12];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Adds lines to a paper, all of them or none. */
    public void add(long licenceId, List<NewLine> lines) {
        officer();
        var licence = get(licenceId);
        if (licence.kind() == LicenceKind.WITHDRAWAL) {
            throw new Refusal("Giấy thu hồi, thu hẹp không mở thêm ngành, nghề. Hãy ghi một giấy bổ sung.");
        }
        var institution = institutions.get(licence.institutionId());
        var sites = institutions.listSites(institution.id());
        var rules = rules();
        var paper = licence.told();
        var there =
                licences.listLines(licenceId).stream().map(LineKey::of).collect(Collectors.toCollection(HashSet::new));
        var entries = new ArrayList<NewEntry>();
        for (var line : lines) {
            var elsewhere = LicenceRules.ofSite(institution, sites, line.siteId());
            refuse(elsewhere == null ? rules.ofLine(institution, paper, line) : List.of(elsewhere));
            var checked = rules.completed(line);
            if (!there.add(LineKey.of(checked))) {
                throw new Refusal("Giấy này đã có %s, %s tại địa điểm này. Mỗi ngành, trình độ, địa điểm một dòng."
                        .formatted(checked.occupationName(), Training.label(checked.level())));
            }
            var to = line.validTo() == null ? licence.validTo() : line.validTo();
            entries.add(new NewEntry(
                    licence.id(),
                    institution.id(),
                    checked,
                    line.validFrom() == null ? licence.validFrom() : line.validFrom(),
                    to,
                    to,
                    null,
                    null));
        }
        pen.raised(() -> {
            licences.insertLines(entries);
            search.refresh(List.of(institution.id()));
            if (!licence.rehearsal()) {
                act(
                        ActKind.LICENCE_RECORDED,
                        institution.id(),
                        "Giấy %s, thêm: %s"
                                .formatted(
                                        licence.number(),
                                        entries.stream()
                                                .map(it -> "%s (%s, %d/năm)"
                                                        .formatted(
                                                                it.line().occupationName(),
                                                                Training.label(it.line()
                                                                        .level()),
                                                                it.line().quota()))
                                                .collect(Collectors.joining("; "))),
                        null);
            }
            return licenceId;
        });
    }

    /** The rules as they stand: the list of occupations in force, the levels of each type of institution, the day. */
    LicenceRules rules() {
        return new LicenceRules(
                trades.listTrades().stream().collect(Collectors.toMap(Trades.Trade::code, Trades.Trade::name)),
                licences.listTrained(),
                LocalDate.now(clock));
    }

    private static void refuse(List<LicenceRules.Breach> breaches) {
        if (!breaches.isEmpty()) {
            throw new Refusal(breaches.getFirst().sentence());
        }
    }

    /** Ends lines by a paper of withdrawal, from its first day of validity. */
    public int withdraw(long byLicence, Collection<Long> lineIds) {
        officer();
        var paper = get(byLicence);
        if (paper.kind() == LicenceKind.FIRST) {
            throw new Refusal(LicenceRules.FIRST_WITHDRAWS_NOTHING);
        }
        if (lineIds.isEmpty()) {
            throw new Refusal("Bạn chưa chọn dòng nào để thu hẹp.");
        }
        return pen.raised(() -> {
            var done = licences.withdraw(paper.institutionId(), lineIds, byLicence, paper.validFrom());
            if (done != lineIds.size()) {
                throw new Refusal(
                        "Có dòng đã thu hẹp trước đó, hoặc chưa có hiệu lực vào ngày %s. Hãy mở lại danh sách."
                                .formatted(LicenceRules.day(paper.validFrom())));
            }
            act(
                    ActKind.LICENCE_LINE_WITHDRAWN,
                    paper.institutionId(),
                    "Giấy %s thu hẹp %d dòng từ %s"
                            .formatted(paper.number(), done, LicenceRules.day(paper.validFrom())),
                    null);
            return done;
        });
    }

    /** Puts back all lines that a paper withdrew. */
    public int restore(long byLicence, String reason) {
        officer();
        if (reason.isBlank()) {
            throw new Refusal("Hãy ghi lý do hoàn tác.");
        }
        var paper = get(byLicence);
        return pen.raised(() -> {
            var done = licences.restore(byLicence);
            act(
                    ActKind.CHANGE_UNDONE,
                    paper.institutionId(),
                    "Giấy %s: khôi phục %d dòng đã thu hẹp".formatted(paper.number(), done),
                    reason);
            return done;
        });
    }

    /** Writes what the rows of a file would do, all of it, in bulk; how it was before is kept with the file's number. */
    void take(long batchId, LicencePlan plan) {
        officer();
        pen.raised(() -> {
            var ids = new HashMap<PaperKey, Long>();
            plan.papers().stream()
                    .filter(it -> it.recorded() != null)
                    .forEach(it -> ids.put(
                            it.key(), Objects.requireNonNull(it.recorded()).id()));
            var fresh = plan.fresh();
            var inserted = licences.insert(fresh.stream()
                    .map(it -> new NewPaper(it.institutionId(), it.told(), token(), null, null, false, batchId))
                    .toList());
            for (var i = 0; i < fresh.size(); i++) {
                ids.put(fresh.get(i).key(), inserted.get(i));
            }
            licences.insertLines(plan.freshLines().stream()
                    .map(it -> new NewEntry(
                            id(ids, it.paper()),
                            it.paper().institutionId(),
                            it.told(),
                            it.from(),
                            it.validTo(),
                            it.paperTo(),
                            it.endedBy() == null ? null : id(ids, it.endedBy()),
                            batchId))
                    .toList());
            licences.mend(
                    batchId,
                    plan.mended().stream()
                            .map(it -> new Mended(id(ids, it), it.told()))
                            .toList());
            licences.mendLines(
                    batchId,
                    plan.mendedLines().stream()
                            .map(it -> new MendedLine(
                                    Objects.requireNonNull(it.recorded()).id(),
                                    it.told(),
                                    it.from(),
                                    it.validTo(),
                                    it.paperTo(),
                                    it.endedBy() == null ? null : id(ids, it.endedBy())))
                            .toList());
            licences.keepBrought(batchId);
            search.refresh(licences.listTouched(batchId));
            tell(batchId, plan);
            return batchId;
        });
    }

    private static long id(Map<PaperKey, Long> ids, Paper paper) {
        return Objects.requireNonNull(ids.get(paper.key()));
    }

    /** One act a paper and what was done to it. */
    private void tell(long batchId, LicencePlan plan) {
        var lines = plan.freshLines().stream().collect(Collectors.groupingBy(Line::paper));
        var ended = Stream.concat(
                        plan.mendedLines().stream()
                                .filter(it ->
                                        Objects.requireNonNull(it.recorded()).withdrawnBy() == null),
                        plan.freshLines().stream())
                .filter(it -> it.endedBy() != null)
                .collect(Collectors.groupingBy(it -> Objects.requireNonNull(it.endedBy())));
        var recorded = new ArrayList<Acts.Told>();
        var corrected = new ArrayList<Acts.Told>();
        var withdrawn = new ArrayList<Acts.Told>();
        for (var paper : plan.papers()) {
            var opened = lines.getOrDefault(paper, List.of());
            var corrections = plan.corrections(paper);
            var licence = paper.told();
            var words = "%s: %s, ngày %s"
                    .formatted(licence.kind().label(), licence.number(), LicenceRules.day(licence.issuedOn()));
            if (paper.recorded() == null) {
                recorded.add(told(paper, "%s, %d dòng, theo tệp số %d".formatted(words, opened.size(), batchId), null));
            } else if (!opened.isEmpty()) {
                recorded.add(told(
                        paper,
                        "Giấy %s, thêm %d dòng, theo tệp số %d".formatted(licence.number(), opened.size(), batchId),
                        null));
            }
            if (!corrections.isEmpty()) {
                corrected.add(told(
                        paper,
                        "Giấy %s: %s; theo tệp số %d"
                                .formatted(licence.number(), String.join("; ", corrections), batchId),
                        plan.reasons(paper)));
            }
            if (ended.containsKey(paper)) {
                withdrawn.add(told(
                        paper,
                        "Giấy %s thu hẹp %d dòng từ %s, theo tệp số %d"
                                .formatted(
                                        licence.number(),
                                        Objects.requireNonNull(ended.get(paper)).size(),
                                        LicenceRules.day(LicenceRules.from(licence)),
                                        batchId),
                        null));
            }
        }
        acts.record(ActKind.LICENCE_RECORDED, recorded);
        acts.record(ActKind.LICENCE_CORRECTED, corrected);
        acts.record(ActKind.LICENCE_LINE_WITHDRAWN, withdrawn);
    }

    private static Acts.Told told(Paper paper, String summary, @Nullable String reason) {
        return new Acts.Told(new Subject("institution", paper.institutionId(), paper.institutionId()), summary, reason);
    }

    /** Puts back what a file found and takes out what it brought; tells how many papers and lines that were. */
    int putBack(long batchId) {
        officer();
        return pen.raised(() -> {
            var touched = licences.listTouched(batchId);
            var done = licences.putBack(batchId);
            search.refresh(touched);
            acts.record(
                    ActKind.CHANGE_UNDONE,
                    touched.stream()
                            .map(it -> new Acts.Told(
                                    new Subject("institution", it, it),
                                    "Hoàn tác tệp giấy chứng nhận số %d".formatted(batchId),
                                    null))
                            .toList());
            return done;
        });
    }

    Licence get(long id) {
        return licences.find(id).orElseThrow(() -> new NotFound("Không có giấy chứng nhận này trong sổ."));
    }

    private void officer() {
        if (!pen.ofTheCity()) {
            throw new Refusal("Chỉ chuyên viên Sở ghi giấy chứng nhận vào sổ.");
        }
    }

    private void act(ActKind kind, long institutionId, String summary, @Nullable String reason) {
        acts.record(kind, new Subject("institution", institutionId, institutionId), summary, reason);
    }
}
