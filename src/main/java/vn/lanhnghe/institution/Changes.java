package vn.lanhnghe.institution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.web.multipart.MultipartFile;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.file.Files;
import vn.lanhnghe.file.Scan;
import vn.lanhnghe.institution.ChangeRepository.Entry;
import vn.lanhnghe.institution.ChangeRepository.Frame;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;

/**
 * Changes of the register's facts. A school's change is done at once where the field's rule leaves it to the school and waits for
 * the department where it does not; the department's are done at once. Everything done can be undone.
 */
@Service
public class Changes {

    /** What came of a proposal: sentences by field when something is wrong (nothing is saved then), else how many went where. */
    public record Outcome(Map<String, String> faults, int done, int waiting) {}

    private static final int LONGEST_REPLY = 1000;

    private final ChangeRepository changes;
    private final VersionRepository versions;
    private final InstitutionRepository institutions;
    private final FactReader reader;
    private final Spot spot;
    private final Search search;
    private final Sites sites;
    private final Files files;
    private final Acts acts;
    private final Pen pen;
    private final Clock clock;

    Changes(
            ChangeRepository changes,
            VersionRepository versions,
            InstitutionRepository institutions,
            FactReader reader,
            Spot spot,
            Search search,
            Sites sites,
            Files files,
            Acts acts,
            Pen pen,
            Clock clock) {
        this.changes = changes;
        this.versions = versions;
        this.institutions = institutions;
        this.reader = reader;
        this.spot = spot;
        this.search = search;
        this.sites = sites;
        this.files = files;
        this.acts = acts;
        this.pen = pen;
        this.clock = clock;
    }

    /** Takes a form: what differs from the entry is a change, what is the same is none. */
    public Outcome propose(long institutionId, Proposal proposal) {
        pen.ask(institutionId);
        var today = LocalDate.now(clock);
        var from = proposal.effectiveOn() == null ? today : proposal.effectiveOn();
        var before = factsOn(institutionId, from);
        var rules = changes.rules(today);
        var values = new EnumMap<Fact, String>(Fact.class);
        var faults = new LinkedHashMap<String, String>();
        proposal.typed().forEach((fact, typed) -> {
            var reading = reader.read(fact, typed);
            if (reading.fault() != null) {
                faults.put(fact.name(), reading.fault());
            } else {
                values.put(fact, Objects.toString(reading.value(), ""));
            }
        });
        values.entrySet()
                .removeIf(it ->
                        it.getValue().equals(before.getOrDefault(it.getKey().name(), "")));
        faults.putAll(together(institutionId, before, values, rules));
        if (proposal.effectiveOn() != null
                && (from.isBefore(LocalDate.of(1990, 1, 1)) || from.isAfter(today.plusYears(1)))) {
            faults.put("effectiveOn", "Ngày hiệu lực phải từ 01/01/1990 đến một năm tới.");
        }
        var waits = !pen.ofTheCity() && values.keySet().stream().anyMatch(it -> holder(rules, it) == Holder.APPROVAL);
        if ((pen.ofTheCity() || waits) && !values.isEmpty() && proposal.reason().isBlank()) {
            faults.put("reason", "Hãy ghi lý do hoặc số quyết định, để người sau biết vì sao thông tin đổi.");
        }
        var paper = paper(proposal.evidence(), faults);
        if (!faults.isEmpty() || values.isEmpty()) {
            return new Outcome(faults, 0, 0);
        }
        var city = pen.ofTheCity();
        return pen.raised(() -> write(
                institutionId,
                before,
                values,
                fact -> city || holder(rules, fact) == Holder.SCHOOL,
                proposal,
                from,
                paper));
    }

    private Outcome write(
            long institutionId,
            Map<String, String> before,
            Map<Fact, String> values,
            Predicate<Fact> atOnce,
            Proposal proposal,
            LocalDate from,
            byte @Nullable [] paper) {
        var now = new ArrayList<Entry>();
        var later = new ArrayList<Entry>();
        values.forEach((fact, value) -> (atOnce.test(fact) ? now : later)
                .add(new Entry(
                        institutionId,
                        fact.name(),
                        null,
                        before.get(fact.name()),
                        value.isEmpty() ? null : value,
                        null)));
        var evidence = paper == null ? null : files.put(institutionId, paper);
        var name = proposal.evidence() == null ? null : proposal.evidence().getOriginalFilename();
        changes.insert(now, new Frame(from, ChangeState.DONE, proposal.reason(), evidence, name, "SCREEN", null));
        changes.insert(later, new Frame(from, ChangeState.PENDING, proposal.reason(), evidence, name, "SCREEN", null));
        apply(now, from);
        if (!now.isEmpty()) {
            record(ActKind.INSTITUTION_CHANGED, institutionId, told(now), proposal.reason());
        }
        if (!later.isEmpty()) {
            record(ActKind.CHANGE_REQUESTED, institutionId, told(later), proposal.reason());
        }
        return new Outcome(Map.of(), now.size(), later.size());
    }

    /** Writes changes that are settled into the versions of their institutions, and shows those of today. */
    void apply(List<Entry> entries, LocalDate from) {
        var values = new HashMap<Long, Map<String, @Nullable String>>();
        for (var entry : entries) {
            var facts = values.computeIfAbsent(entry.institutionId(), id -> new HashMap<>());
            facts.put(entry.field(), entry.newValue());
            if (entry.field().equals(Fact.STATUS.name())) {
                facts.put("STATUS_FROM", from.toString());
            }
        }
        if (!values.isEmpty()) {
            versions.write(values, from);
            versions.show(LocalDate.now(clock), values.keySet());
            search.refresh(values.keySet());
        }
    }

    private String told(List<Entry> entries) {
        return String.join(
                "; ",
                entries.stream()
                        .map(it -> "%s: “%s” → “%s”"
                                .formatted(
                                        label(it.field()),
                                        shown(it.field(), it.oldValue()),
                                        shown(it.field(), it.newValue())))
                        .toList());
    }

    private static String label(String field) {
        return field.equals("SITE") ? "Địa điểm đào tạo" : Fact.valueOf(field).label();
    }

    private String shown(String field, @Nullable String value) {
        return field.equals("SITE") ? Objects.toString(value, "") : reader.show(Fact.valueOf(field), value);
    }

    static Holder holder(Map<String, FieldRule> rules, Fact fact) {
        var rule = rules.get(fact.name());
        return rule == null ? Holder.DEPARTMENT : rule.holder();
    }

    /** What the new facts must keep to as a whole. */
    Map<String, String> together(
            long institutionId, Map<String, String> before, Map<Fact, String> values, Map<String, FieldRule> rules) {
        var faults = new LinkedHashMap<String, String>();
        var after = new HashMap<>(before);
        values.forEach((fact, value) -> after.put(fact.name(), value));
        if (!pen.ofTheCity()) {
            values.keySet().stream()
                    .filter(it -> holder(rules, it) == Holder.DEPARTMENT)
                    .forEach(it -> faults.put(
                            it.name(), "%s chỉ Sở sửa được. Hãy gửi công văn cho Sở.".formatted(it.label())));
        }
        if (values.containsKey(Fact.NAME) || values.containsKey(Fact.TYPE)) {
            var fault =
                    reader.nameFault(Objects.toString(after.get("NAME"), ""), Objects.toString(after.get("TYPE"), ""));
            if (fault != null) {
                faults.put(Fact.NAME.name(), fault);
            } else if (values.containsKey(Fact.NAME)
                    && institutions.hasName(Vietnamese.fold(Objects.toString(after.get("NAME"), "")), institutionId)) {
                faults.put(Fact.NAME.name(), "Tên này đã có cơ sở khác dùng. Tên không được trùng (NĐ 95/2026).");
            }
        }
        if (values.containsKey(Fact.STATUS)) {
            var was = InstitutionStatus.valueOf(Objects.toString(before.get("STATUS"), "OPEN"));
            var next = InstitutionStatus.valueOf(Objects.requireNonNull(values.get(Fact.STATUS)));
            if (!was.leadsTo(next)) {
                faults.put(
                        Fact.STATUS.name(),
                        "Từ “%s” không chuyển sang “%s” được.".formatted(was.label(), next.label()));
            }
        }
        if (values.containsKey(Fact.LOCATION) || values.containsKey(Fact.WARD)) {
            var fault = spot.fault(after.get("LOCATION"), after.get("WARD"));
            if (fault != null) {
                faults.put(values.containsKey(Fact.LOCATION) ? Fact.LOCATION.name() : Fact.WARD.name(), fault);
            }
        }
        return faults;
    }

    Map<String, String> factsOn(long institutionId, LocalDate on) {
        var known = versions.listKnown(List.of(institutionId));
        if (known.isEmpty()) {
            throw Institutions.unknown();
        }
        return Version.on(known, on);
    }

    static byte @Nullable [] paper(@Nullable MultipartFile file, Map<String, String> faults) {
        if (file == null || file.isEmpty()) {
            return null;
        }
        try {
            var bytes = file.getBytes();
            if (Scan.kind(bytes).isEmpty()) {
                faults.put(
                        "evidence", "Giấy tờ kèm theo phải là tệp PDF, PNG hoặc JPEG. Hãy quét hoặc chụp lại rồi gửi.");
                return null;
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Approves all of the requests or none; each takes effect from the day it names. */
    public int approve(Collection<Long> ids) {
        officer();
        return pen.raised(() -> {
            var asked = waiting(ids);
            stands(
                    asked.stream().filter(it -> !it.field().equals("SITE")).toList(),
                    Change::oldValue,
                    "%s của %s đã đổi từ lúc có yêu cầu (nay là “%s”). Hãy từ chối yêu cầu này và đề nghị cơ sở gửi lại.");
            asked.stream()
                    .filter(it -> !it.field().equals("SITE"))
                    .map(Change::effectiveOn)
                    .distinct()
                    .forEach(day -> apply(
                            asked.stream()
                                    .filter(it -> !it.field().equals("SITE")
                                            && it.effectiveOn().equals(day))
                                    .map(Changes::entry)
                                    .toList(),
                            day));
            asked.stream().filter(it -> it.field().equals("SITE")).forEach(sites::grant);
            changes.decide(asked.stream().map(Change::id).toList(), ChangeState.DONE, "Đã duyệt");
            asked.forEach(
                    it -> record(ActKind.CHANGE_APPROVED, it.institutionId(), told(List.of(entry(it))), it.reason()));
            return asked.size();
        });
    }

    /** Refuses with the sentence unless the register still holds the expected value of each change on its day. */
    private void stands(List<Change> asked, Function<Change, @Nullable String> expected, String sentence) {
        var known = versions
                .listKnown(asked.stream().map(Change::institutionId).distinct().toList())
                .stream()
                .collect(Collectors.groupingBy(Version::institutionId));
        for (var change : asked) {
            var now = Version.on(known.getOrDefault(change.institutionId(), List.of()), change.effectiveOn())
                    .get(change.field());
            if (!Objects.equals(now, expected.apply(change))) {
                throw new Refusal(
                        sentence.formatted(change.label(), change.institutionName(), shown(change.field(), now)));
            }
        }
    }

    private static Entry entry(Change change) {
        return new Entry(
                change.institutionId(),
                change.field(),
                change.subjectId(),
                change.oldValue(),
                change.newValue(),
                change.details());
    }

    /** Sends requests back with the reason, which the requester is told. */
    public int reject(Collection<Long> ids, String reply) {
        officer();
        var words = Vietnamese.tidy(reply);
        if (words.isEmpty()) {
            throw new Refusal("Hãy chọn hoặc ghi lý do không duyệt, để cơ sở biết cách sửa.");
        }
        if (words.length() > LONGEST_REPLY) {
            throw new Refusal("Lý do dài tối đa 1.000 ký tự, đang có %d. Hãy rút gọn.".formatted(words.length()));
        }
        return pen.raised(() -> {
            var asked = waiting(ids);
            changes.decide(asked.stream().map(Change::id).toList(), ChangeState.REJECTED, words);
            asked.forEach(it -> record(ActKind.CHANGE_REJECTED, it.institutionId(), told(List.of(entry(it))), words));
            return asked.size();
        });
    }

    private List<Change> waiting(Collection<Long> ids) {
        if (ids.isEmpty()) {
            throw new Refusal("Bạn chưa chọn yêu cầu nào. Đánh dấu ít nhất một dòng.");
        }
        var asked = changes.lock(ids);
        asked.stream()
                .filter(it -> it.state() != ChangeState.PENDING)
                .findFirst()
                .ifPresent(it -> {
                    throw new Refusal("Yêu cầu về %s của %s không còn chờ duyệt (%s). Hãy mở lại danh sách."
                            .formatted(
                                    it.label(), it.institutionName(), it.state().label()));
                });
        if (asked.size() != ids.size()) {
            throw new NotFound("Có yêu cầu không còn trong sổ. Hãy mở lại danh sách.");
        }
        return asked;
    }

    private void officer() {
        if (!pen.ofTheCity()) {
            throw new Refusal("Chỉ chuyên viên Sở duyệt được yêu cầu.");
        }
    }

    /** Takes back one's own request that still waits. */
    public void withdraw(long id) {
        var change = pen.raised(() -> changes.lock(List.of(id))).stream()
                .filter(it -> pen.reaches(it.institutionId()))
                .findFirst()
                .orElseThrow(() -> new NotFound("Không có yêu cầu này trong phạm vi của bạn."));
        pen.own(change.institutionId(), () -> {
            waiting(List.of(id));
            changes.decide(List.of(id), ChangeState.WITHDRAWN, null);
            record(ActKind.CHANGE_WITHDRAWN, change.institutionId(), told(List.of(entry(change))), null);
            return id;
        });
    }

    /** Puts back what the changes found, all of them or none; not when something later was built on one of them. */
    public int undo(Collection<Long> ids, String reason) {
        officer();
        if (reason.isBlank()) {
            throw new Refusal("Hãy ghi lý do hoàn tác.");
        }
        return pen.raised(() -> {
            var done = changes.lock(ids);
            if (done.isEmpty() || done.stream().anyMatch(it -> it.state() != ChangeState.DONE)) {
                throw new Refusal("Chỉ hoàn tác được thay đổi đã ghi. Hãy mở lại danh sách.");
            }
            var places = done.stream().filter(it -> it.field().equals("SITE")).toList();
            places.reversed().forEach(sites::revoke);
            back(done.stream().filter(it -> !it.field().equals("SITE")).toList());
            changes.decide(
                    done.stream().map(Change::id).toList(),
                    ChangeState.UNDONE,
                    "Đã hoàn tác: " + Vietnamese.tidy(reason));
            done.forEach(it -> record(ActKind.CHANGE_UNDONE, it.institutionId(), told(List.of(entry(it))), reason));
            return done.size();
        });
    }

    /** Writes the old values back, the latest change first; those of one day together. */
    private void back(List<Change> done) {
        var rounds = new ArrayList<List<Change>>();
        for (var change : done.reversed()) {
            if (rounds.isEmpty() || !together(rounds.getLast(), change)) {
                rounds.add(new ArrayList<>());
            }
            rounds.getLast().add(change);
        }
        for (var round : rounds) {
            stands(
                    round,
                    Change::newValue,
                    "%s của %s đã đổi tiếp sau thay đổi này (nay là “%s”), nên không hoàn tác được nữa.");
            apply(
                    round.stream()
                            .map(it ->
                                    new Entry(it.institutionId(), it.field(), null, it.newValue(), it.oldValue(), null))
                            .toList(),
                    round.getFirst().effectiveOn());
        }
    }

    private static boolean together(List<Change> round, Change change) {
        return round.getFirst().effectiveOn().equals(change.effectiveOn())
                && round.stream()
                        .noneMatch(it -> it.institutionId() == change.institutionId()
                                && it.field().equals(change.field()));
    }

    /** Settled changes of many institutions at once, as a sheet or a succession brings them; the caller's transaction and reach. */
    void settle(List<Entry> entries, LocalDate from, String reason, String source, @Nullable Long batchId) {
        changes.insert(entries, new Frame(from, ChangeState.DONE, reason, null, null, source, batchId));
        apply(entries, from);
    }

    void ask(List<Entry> entries, LocalDate from, String reason, String source, @Nullable Long batchId) {
        changes.insert(entries, new Frame(from, ChangeState.PENDING, reason, null, null, source, batchId));
    }

    private void record(ActKind kind, long institutionId, String summary, @Nullable String reason) {
        acts.record(kind, new Subject("institution", institutionId, institutionId), summary, reason);
    }
}
