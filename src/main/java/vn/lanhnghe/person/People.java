package vn.lanhnghe.person;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lanhnghe.access.Account;
import vn.lanhnghe.access.Accounts;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Vi;

/** The register of people: one record a person, their spells at colleges, and which account is whose. */
@Service
public class People {

    /** What came of taking somebody on: whose record it is, and whether the register knew them already. */
    public record Taken(long personId, boolean known) {}

    private static final int LONGEST_REASON = 500;
    private static final int SHORTEST_STRIKING = 5;
    private static final int LONGEST_STRIKING = 300;
    private static final Pattern OF_FILE = Pattern.compile("(?:Theo|Hoàn tác) tệp số (\\d+)");
    private static final int SHORTEST_WHY = 5;

    private final PersonRepository people;
    private final Accounts accounts;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    People(PersonRepository people, Accounts accounts, Acts acts, TransactionTemplate transaction, Clock clock) {
        this.people = people;
        this.accounts = accounts;
        this.acts = acts;
        this.transaction = transaction;
        this.clock = clock;
    }

    @PreAuthorize("hasAuthority('PERSON_VIEW')")
    public Person get(long id) {
        return people.find(id).orElseThrow(() -> new NotFound("Không có hồ sơ nhà giáo này."));
    }

    /** The whole record, the covered number included: for pages that cover it. */
    @PreAuthorize("hasAuthority('PERSON_VIEW')")
    public PersonFile file(long id) {
        return people.findFile(id)
                .orElseThrow(() -> new NotFound("Không có hồ sơ nhà giáo này trong phạm vi của bạn."));
    }

    @PreAuthorize("hasAuthority('PERSON_VIEW')")
    public List<Spell> listSpells(long personId) {
        return people.listSpells(personId);
    }

    /** Whoever is signed in, if their account is a staff member's. */
    public Optional<Person> mine() {
        var account = Scope.current().accountId();
        return account == null ? Optional.empty() : people.findByAccount(account);
    }

    /** Is this the record of whoever is signed in? */
    public boolean mine(long personId) {
        return Scope.current()
                .raised()
                .get(this::mine)
                .filter(it -> it.id() == personId)
                .isPresent();
    }

    /** Refuses to decide about one's own record. */
    public void notMineOrRefuse(long personId) {
        if (mine(personId)) {
            throw new Refusal(
                    "Không ai tự quyết hồ sơ của chính mình. Hãy nhờ hiệu trưởng hoặc một cán bộ đào tạo khác của trường; phần của bạn gửi ở Hồ sơ nhà giáo của tôi.");
        }
    }

    /** One's own record and spells, wherever they are: nobody needs a right to read of themselves. */
    public Optional<Own> own() {
        var account = Scope.current().accountId();
        return account == null
                ? Optional.empty()
                : Scope.current()
                        .raised()
                        .get(() -> people.findByAccount(account)
                                .flatMap(it -> people.findFile(it.id()))
                                .map(it -> new Own(it, people.listSpells(it.id()), people.listLeaves(it.id()))));
    }

    /** A staff member's own record. */
    public record Own(PersonFile file, List<Spell> spells, List<Leave> leaves) {}

    public List<Title> listTitles() {
        return people.listTitles(LocalDate.now(clock));
    }

    public Map<String, Integer> rules() {
        return people.rules(LocalDate.now(clock));
    }

    /** What days can be, as of today. */
    public Limits limits() {
        return new Limits(rules(), LocalDate.now(clock));
    }

    /** Refuses a paper of a day on which whoever it is of was a child. */
    public void oldEnoughOrRefuse(long personId, LocalDate paperDay) {
        var fault = limits().paperDay(
                        paperDay, people.find(personId).map(Person::birthDate).orElse(null));
        if (fault != null) {
            throw new Refusal(fault);
        }
    }

    @PreAuthorize("hasAuthority('PERSON_VIEW')")
    public List<String> listAliases(long personId) {
        return people.listAliases(personId);
    }

    @PreAuthorize("hasAuthority('PERSON_VIEW')")
    public List<Leave> listLeaves(long personId) {
        return people.listLeaves(personId);
    }

    /** May the reader write of this person: do they work at the reader's college, or nowhere and worked there last? Never of oneself. */
    public boolean editable(long personId) {
        return kept(personId) && !mine(personId);
    }

    private boolean kept(long personId) {
        var own = Scope.current().institutionId();
        return Scope.current().reach() == Scope.Reach.COLLEGE
                && own != null
                && Engagement.keeps(people.listEngagements(List.of(personId), own), LocalDate.now(clock));
    }

    /**
     * Everything that happened to a person, newest first, under whichever record it was written. A college reads its own journal, and of
     * the journals of others what came along when it took the person over, of spells that it sees.
     */
    @PreAuthorize("hasAuthority('PERSON_VIEW')")
    public List<Event> timeline(long personId) {
        get(personId);
        var scope = Scope.current();
        var own = scope.institutionId();
        var today = LocalDate.now(clock);
        var numbers = scope.raised().get(() -> people.listMerged(personId));
        var ids = new ArrayList<>(numbers.keySet());
        ids.add(personId);
        var events = new ArrayList<>(people.listEvents(personId));
        var acts = own != null && people.holds(personId, own, today)
                ? came(personId, own, today, scope.raised().get(() -> this.acts.list("person", ids)))
                : this.acts.list("person", ids);
        // an act that concerns two colleges stands in the journal of both
        var told = new HashSet<String>();
        acts.stream()
                .filter(it -> told.add(it.subjectId() + " " + it.act().at()
                        + it.act().kind().name() + it.act().summary()))
                .forEach(it -> events.add(new Event(
                        it.act().at(),
                        false,
                        it.act().kind().label(),
                        it.act().summary(),
                        it.act().reason(),
                        it.act().actor(),
                        source(it.act().summary()),
                        numbers.get(it.subjectId()))));
        events.sort(Comparator.comparing(Event::at).reversed());
        return events;
    }

    /** Which door an act came through: a file's acts begin with its number. */
    private static String source(String summary) {
        var file = OF_FILE.matcher(summary);
        return file.lookingAt() ? "tệp số " + file.group(1) : "màn hình";
    }

    private List<Acts.Placed> came(long personId, long own, LocalDate today, List<Acts.Placed> acts) {
        var seen =
                people.listSpells(personId).stream().map(Spell::institutionId).toList();
        var until = people.takenOver(personId, own, today).orElse(null);
        return acts.stream()
                .filter(it -> it.institutionId() == null
                        || it.institutionId() == own
                        || it.act().kind() == ActKind.PERSON_CORRECTED // what the page shows to all who have the person
                        || until != null && !it.act().at().isAfter(until) && seen.contains(it.institutionId()))
                .toList();
    }

    /** The record that this one was merged into, for those who see that one. */
    @PreAuthorize("hasAuthority('PERSON_VIEW')")
    public Optional<Person> mergedInto(long personId) {
        return Scope.current()
                .raised()
                .get(() -> people.findFile(personId).map(PersonFile::mergedInto))
                .flatMap(people::find);
    }

    /** What two records would together take of full time, as a sentence, were they one; null when that is no more than full time. */
    @PreAuthorize("hasAuthority('PERSON_MERGE')")
    public @Nullable String overload(long firstId, long secondId) {
        var peak = Engagement.peak(people.listEngagements(List.of(firstId, secondId), null));
        var most = rules().getOrDefault("MOST_TIME", Integer.MAX_VALUE);
        return peak.percent() > most
                ? "Cộng các nơi của hai hồ sơ, từ ngày %s người này làm %d %% thời gian, quá mức nhiều nhất được ghi là %d %%. Vẫn gộp được; sau đó trường giảm tỷ lệ hoặc ghi ngày kết thúc một nơi."
                        .formatted(Vi.day(peak.day()), peak.percent(), most)
                : peak.percent() > rules().getOrDefault("FULL_TIME", Integer.MAX_VALUE) ? Workload.over(peak) : null;
    }

    /** What together goes over full time, on the day of the largest sum of all, past days too, as a sentence; null when nothing does. */
    @PreAuthorize("hasAuthority('PERSON_VIEW')")
    public @Nullable String overload(long personId) {
        var peak = Engagement.peak(
                people.listEngagements(List.of(personId), Scope.current().institutionId()));
        return peak.percent() > rules().getOrDefault("FULL_TIME", Integer.MAX_VALUE) ? Workload.over(peak) : null;
    }

    /** How many spells the person has at colleges whose records the reader does not see. */
    @PreAuthorize("hasAuthority('PERSON_VIEW')")
    public long countElsewhere(long personId) {
        var seen = people.listSpells(personId).stream().map(Spell::id).toList();
        return people.listEngagements(List.of(personId), Scope.current().institutionId()).stream()
                .filter(it -> !seen.contains(it.spellId()))
                .count();
    }

    /** Writes down that somebody opened the record. */
    @PreAuthorize("hasAuthority('PERSON_VIEW')")
    public void read(long personId) {
        read(personId, "Xem hồ sơ nhà giáo, cán bộ");
    }

    /** Writes down that somebody looked at a part of the record: which one. */
    @PreAuthorize("hasAuthority('PERSON_VIEW')")
    public void read(long personId, String what) {
        acts.record(
                ActKind.PERSON_READ,
                new Subject("person.read", personId, Scope.current().institutionId()),
                what,
                null);
    }

    /** How the colleges of these spells are called. */
    public Map<Long, String> institutionNames(List<Spell> spells) {
        return people.institutionNames(spells.stream().map(Spell::institutionId).toList());
    }

    /** Shows the covered number once; that somebody looked, and why, is written down. */
    @PreAuthorize("hasAuthority('PERSON_REVEAL')")
    public void reveal(long personId, String reason) {
        var person = get(personId);
        var why = why(reason);
        var spells = people.listSpells(personId);
        var institution = Objects.requireNonNullElseGet(
                Scope.current().institutionId(),
                () -> spells.isEmpty() ? 0L : spells.getFirst().institutionId());
        write(() -> {
            acts.record(
                    ActKind.PERSON_REVEALED,
                    new Subject("person", personId, institution == 0 ? null : institution),
                    "Xem số định danh của " + person.fullName(),
                    why);
            return personId;
        });
    }

    /** Why somebody looks at a covered number, in words that another can read. */
    public static String why(String reason) {
        var why = Vietnamese.tidy(reason);
        if (why.length() < SHORTEST_WHY || why.chars().noneMatch(Character::isLetter)) {
            throw new Refusal("Hãy ghi lý do xem bằng chữ, ít nhất %d ký tự, ví dụ “Đối chiếu thẻ căn cước”."
                    .formatted(SHORTEST_WHY));
        }
        return why;
    }

    /** The reader's own people of the same name and birth date, whatever their numbers: they may be the one a form is about. */
    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    public List<Person> listNamesakes(NewPerson person) {
        return person.birthDate() == null || known(person) != null
                ? List.of()
                : people.listNamesakes(person.fullName(), person.birthDate());
    }

    /** Takes on a person whom no college has recorded yet. */
    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    public long record(NewPerson person, NewSpell spell) {
        own(spell.institutionId());
        return write(() -> {
            var id = people.insert(person, null);
            people.insert(id, spell, null);
            recorded(
                    ActKind.PERSON_RECORDED,
                    id,
                    spell.institutionId(),
                    "Ghi hồ sơ %s".formatted(person.fullName()),
                    null);
            return id;
        });
    }

    /** What is wrong with taking somebody on, by field; the same sentences that taking on would refuse with. */
    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    public Map<String, String> check(NewPerson person, NewSpell spell) {
        var faults = new LinkedHashMap<String, String>();
        var known = known(person);
        if (known != null && !Objects.equals(known.birthDate(), person.birthDate())) {
            faults.put(
                    "citizenId",
                    "Số định danh này đã có trong sổ với một ngày sinh khác. Đối chiếu thẻ căn cước: sai số định danh hoặc sai ngày sinh.");
            return faults;
        }
        if (known != null && !known.called(person.fullName())) {
            faults.put(
                    "fullName",
                    people.find(known.personId())
                            .map(it ->
                                    "Trong sổ, số định danh này là của %s (%s). Kiểm tra lại số; nếu đúng người này, ghi họ tên như trong sổ, tên sai thì sửa ở trang hồ sơ."
                                            .formatted(it.fullName(), it.staffNumber()))
                            .orElse(
                                    "Số định danh này đã có trong sổ với một họ tên khác. Kiểm tra lại số định danh và họ tên theo thẻ căn cước."));
            return faults;
        }
        if (known == null) {
            faults.putAll(judge(0, person.birthDate(), null, spell).faults());
        } else {
            faults.putAll(twin(known.personId(), null, spell));
            judge(known.personId(), person.birthDate(), null, spell).faults().forEach(faults::putIfAbsent);
        }
        return faults;
    }

    /**
     * Takes somebody on: their record is found by citizen number and birth date, wherever they work, and begun when there is none.
     */
    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    public Taken takeOn(NewPerson person, NewSpell spell) {
        own(spell.institutionId());
        refuse(check(person, spell));
        var known = known(person);
        if (known != null) {
            notMineOrRefuse(known.personId());
            addSpell(known.personId(), spell, "Nhận người đã có hồ sơ");
            return new Taken(known.personId(), true);
        }
        return new Taken(record(person, spell), false);
    }

    private PersonRepository.@Nullable Known known(NewPerson person) {
        return person.citizenId() == null
                ? null
                : people.listKnown(List.of(person.citizenId()), List.of()).stream()
                        .findFirst()
                        .orElse(null);
    }

    /** What is wrong with a spell beside the person's others, by field. {@code spellId} is the one it takes the place of. */
    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    public Map<String, String> check(long personId, @Nullable Long spellId, NewSpell spell) {
        var born = people.find(personId).map(Person::birthDate).orElse(null);
        var faults = new LinkedHashMap<>(twin(personId, spellId, spell));
        judge(personId, born, spellId, spell).faults().forEach(faults::putIfAbsent);
        return faults;
    }

    /** The same spell twice is one too many: one a person, college, title and first day. */
    private Map<String, String> twin(long personId, @Nullable Long spellId, NewSpell spell) {
        return people.hasTwin(personId, spellId, spell)
                ? Map.of(
                        "startsOn",
                        "Sổ đã có chức danh này từ ngày %s ở cơ sở này. Mỗi thời gian công tác ghi một lần; muốn đổi, hãy sửa thời gian đã có."
                                .formatted(Vi.day(spell.startsOn())))
                : Map.of();
    }

    private Workload.Verdict judge(long personId, @Nullable LocalDate born, @Nullable Long spellId, NewSpell spell) {
        var all = people.listEngagements(List.of(personId), spell.institutionId());
        var before = all.stream()
                .filter(it -> spellId != null && Objects.equals(it.spellId(), spellId))
                .findFirst()
                .orElse(null);
        var others = all.stream()
                .filter(it -> spellId == null || !Objects.equals(it.spellId(), spellId))
                .toList();
        return Workload.judge(
                before,
                new Engagement(
                        personId, spellId, true, spell.startsOn(), spell.endsOn(), spell.percent(), spell.principal()),
                others,
                born,
                null,
                limits());
    }

    /** Another place or title for somebody whom the college keeps. */
    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    public void addSpell(long personId, NewSpell spell) {
        editableOrRefuse(personId);
        refuse(check(personId, null, spell));
        addSpell(personId, spell, "Thêm nơi làm việc");
    }

    private void addSpell(long personId, NewSpell spell, String what) {
        own(spell.institutionId());
        write(() -> {
            people.hold(personId);
            refuse(twin(personId, null, spell));
            people.insert(personId, spell, null);
            recorded(ActKind.PERSON_SPELL, personId, spell.institutionId(), what + ": " + told(spell), null);
            return personId;
        });
    }

    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    public Spell spell(long personId, long spellId) {
        notMineOrRefuse(personId);
        return people.findSpell(spellId)
                .filter(it -> it.personId() == personId
                        && Objects.equals(it.institutionId(), Scope.current().institutionId()))
                .orElseThrow(() -> new NotFound("Không có thời gian công tác này ở cơ sở của bạn."));
    }

    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    public void changeSpell(long personId, long spellId, NewSpell spell, String reason) {
        var before = spell(personId, spellId);
        var faults = new LinkedHashMap<>(check(personId, spellId, spell));
        if (reason.isBlank()) {
            faults.put("reason", "Hãy ghi lý do sửa, ví dụ “Theo quyết định 15/QĐ ngày 01/09/2026”.");
        }
        refuse(faults);
        write(() -> {
            people.hold(personId);
            refuse(twin(personId, spellId, spell));
            people.update(spellId, spell);
            recorded(
                    ActKind.PERSON_SPELL,
                    personId,
                    before.institutionId(),
                    "Sửa thời gian công tác: %s → %s".formatted(told(before), told(spell)),
                    reason.strip());
            return personId;
        });
    }

    /** Says that a spell ends; the last day counts. */
    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    public void endSpell(long personId, long spellId, @Nullable LocalDate lastDay, String reason) {
        var before = spell(personId, spellId);
        if (lastDay == null) {
            throw new Refusal("Hãy ghi ngày làm việc cuối cùng, dd/MM/yyyy.");
        }
        var far = limits().lastDay(lastDay);
        if (far != null) {
            throw new Refusal(far);
        }
        if (lastDay.isBefore(before.startsOn())) {
            throw new Refusal("Ngày kết thúc %s đứng trước ngày bắt đầu %s. Sửa ngày kết thúc."
                    .formatted(Vi.day(lastDay), Vi.day(before.startsOn())));
        }
        if (before.endsOn() != null && lastDay.isAfter(before.endsOn())) {
            throw new Refusal("Thời gian này đã ghi kết thúc ngày %s. Muốn kéo dài, hãy sửa thời gian công tác."
                    .formatted(Vi.day(before.endsOn())));
        }
        if (reason.isBlank()) {
            throw new Refusal("Hãy ghi lý do, ví dụ “Nghỉ hưu theo quyết định 20/QĐ”.");
        }
        write(() -> {
            people.end(spellId, lastDay);
            recorded(
                    ActKind.PERSON_SPELL,
                    personId,
                    before.institutionId(),
                    "Thôi làm việc từ sau ngày %s: %s".formatted(Vi.day(lastDay), before.title()),
                    reason.strip());
            return personId;
        });
    }

    /**
     * Strikes a spell that was recorded by mistake; the person stays. What hangs on it goes first: transfers hold it for good, days away
     * until they are taken back. A file that brought it can still be taken back.
     */
    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    public void removeSpell(long personId, long spellId, String reason) {
        var before = spell(personId, spellId);
        if (reason.strip().length() < SHORTEST_STRIKING || reason.strip().length() > LONGEST_STRIKING) {
            throw new Refusal(
                    "Hãy ghi vì sao xoá trong 5–300 ký tự, ví dụ “Ghi nhầm người, đúng ra là bà Nguyễn Thị Lan”.");
        }
        write(() -> {
            people.hold(personId);
            if (people.moved(spellId)) {
                throw new Refusal(
                        "Thời gian này gắn với một lần chuyển công tác nên không xoá được. Rút hoặc trả lời đề nghị, hoặc ghi ngày thôi làm việc.");
            }
            if (people.listLeaves(personId).stream().anyMatch(it -> it.spellId() == spellId)) {
                throw new Refusal(
                        "Thời gian này đã ghi ngày nghỉ. Bỏ các lần nghỉ trước (ngày trở lại trùng ngày bắt đầu nghỉ), rồi xoá.");
            }
            people.remove(spellId);
            recorded(
                    ActKind.PERSON_SPELL,
                    personId,
                    before.institutionId(),
                    "Xoá thời gian công tác ghi nhầm: " + told(before),
                    reason.strip());
            return personId;
        });
    }

    /** Everything that is wrong with days away from a spell, by field. */
    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    public Map<String, String> checkLeave(
            long personId, long spellId, String reason, @Nullable LocalDate from, @Nullable LocalDate to) {
        var spell = spell(personId, spellId);
        var faults = new LinkedHashMap<String, String>();
        if (reason.strip().length() < 2 || reason.length() > 200) {
            faults.put("leaveReason", "Hãy ghi lý do nghỉ trong 2–200 ký tự, ví dụ “Nghỉ thai sản”.");
        }
        if (from == null) {
            faults.put("from", "Hãy ghi ngày bắt đầu nghỉ, dd/MM/yyyy.");
            return faults;
        }
        var far = to == null ? limits().lastDay(from) : limits().lastDay(to);
        if (far != null) {
            faults.put(to == null ? "from" : "to", far);
        } else if (to != null && to.isBefore(from)) {
            faults.put(
                    "to",
                    "Ngày nghỉ cuối cùng %s đứng trước ngày bắt đầu nghỉ %s. Sửa một trong hai ngày."
                            .formatted(Vi.day(to), Vi.day(from)));
        } else if (from.isBefore(spell.startsOn())
                || spell.endsOn() != null
                        && (from.isAfter(spell.endsOn()) || to != null && to.isAfter(spell.endsOn()))) {
            faults.put(
                    "from",
                    "Ngày nghỉ phải nằm trong thời gian công tác, từ %s%s."
                            .formatted(
                                    Vi.day(spell.startsOn()),
                                    spell.endsOn() == null ? "" : " đến " + Vi.day(spell.endsOn())));
        } else if (people.listLeaves(personId).stream()
                .anyMatch(it -> it.spellId() == spellId
                        && (to == null || !it.startsOn().isAfter(to))
                        && (it.endsOn() == null || !it.endsOn().isBefore(from)))) {
            faults.put(
                    "from",
                    "Những ngày này đã có trong một lần nghỉ khác. Sửa ngày, hoặc ghi ngày trở lại của lần nghỉ trước.");
        }
        return faults;
    }

    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    public void addLeave(long personId, long spellId, String reason, @Nullable LocalDate from, @Nullable LocalDate to) {
        var spell = spell(personId, spellId);
        refuse(checkLeave(personId, spellId, reason, from, to));
        Objects.requireNonNull(from);
        write(() -> {
            people.addLeave(spellId, reason.strip(), from, to);
            recorded(
                    ActKind.PERSON_LEAVE,
                    personId,
                    spell.institutionId(),
                    "Nghỉ từ %s%s".formatted(Vi.day(from), to == null ? "" : " đến " + Vi.day(to)),
                    reason.strip());
            return personId;
        });
    }

    /** Says when somebody is back: the day before is the last one away. */
    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    public void endLeave(long personId, long leaveId, @Nullable LocalDate back) {
        var leave = people.findLeave(leaveId).orElseThrow(() -> new NotFound("Không có lần nghỉ này."));
        var spell = spell(personId, leave.spellId());
        if (back == null) {
            throw new Refusal("Hãy ghi ngày trở lại làm việc, dd/MM/yyyy.");
        }
        var far = limits().lastDay(back);
        if (far != null) {
            throw new Refusal(far);
        }
        if (back.isBefore(leave.startsOn())) {
            throw new Refusal("Ngày trở lại %s đứng trước ngày bắt đầu nghỉ %s."
                    .formatted(Vi.day(back), Vi.day(leave.startsOn())));
        }
        write(() -> {
            if (back.equals(leave.startsOn())) {
                people.removeLeave(leaveId);
            } else {
                people.endLeave(leaveId, back.minusDays(1));
            }
            recorded(
                    ActKind.PERSON_LEAVE,
                    personId,
                    spell.institutionId(),
                    "Trở lại làm việc ngày " + Vi.day(back),
                    null);
            return personId;
        });
    }

    /** One fact that a correction would change, before and after, as stored. */
    public record Change(PersonFact fact, String before, String after) {

        /** As the journal tells it; what is covered stays so. */
        public String told() {
            return fact.covered()
                    ? fact.label() + " (nội dung được che)"
                    : "%s: “%s” → “%s”".formatted(fact.label(), fact.shown(before), fact.shown(after));
        }
    }

    /** The differences between what is typed and what the register holds; nothing is written. */
    @PreAuthorize("hasAnyAuthority('PERSON_EDIT', 'PERSON_MERGE', 'PERSON_SELF')")
    public List<Change> compare(PersonFile file, Map<PersonFact, @Nullable String> values) {
        var changes = new ArrayList<Change>();
        values.forEach((fact, value) -> {
            var after = Objects.requireNonNullElse(value, "");
            if (!file.value(fact).equals(after)) {
                changes.add(new Change(fact, file.value(fact), after));
            }
        });
        return changes;
    }

    /** Corrects facts of a person, with the reason and the paper it was read from; a file leaves them alone from then on. */
    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    public int correct(long personId, Map<PersonFact, @Nullable String> values, String reason, Evidence evidence) {
        return correct(personId, values, reason, evidence, Map.of(), () -> {});
    }

    /** What is wrong with facts for a person's record, by field, beside how each is written: that another record bears the number. */
    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    public Map<String, String> faults(long personId, Map<PersonFact, @Nullable String> values) {
        var faults = new LinkedHashMap<String, String>();
        var number = values.get(PersonFact.CITIZEN_ID);
        if (number != null
                && people.listKnown(List.of(number), List.of()).stream()
                        .anyMatch(known -> known.personId() != personId)) {
            faults.put(
                    PersonFact.CITIZEN_ID.field(),
                    "Số định danh này đã đứng tên một hồ sơ khác trong sổ. Nếu là cùng một người, hãy báo Sở gộp hai hồ sơ.");
        }
        var born = values.get(PersonFact.BIRTH_DATE);
        if (born != null
                && !born.isEmpty()
                && people.findFile(personId)
                        .filter(it -> !it.value(PersonFact.BIRTH_DATE).equals(born))
                        .isPresent()) {
            people.listEngagements(List.of(personId), Scope.current().institutionId()).stream()
                    .filter(one -> one.own() || Scope.current().institutionId() == null)
                    .map(Engagement::startsOn)
                    .min(Comparator.naturalOrder())
                    .map(first -> limits().firstDay(first, LocalDate.parse(born)))
                    .ifPresent(fault -> faults.put(PersonFact.BIRTH_DATE.field(), fault));
        }
        return faults;
    }

    /** Which facts the register says otherwise than they were {@code seen}, from what was seen to what it says now. */
    public static List<Change> since(PersonFile file, Map<PersonFact, String> seen) {
        return seen.entrySet().stream()
                .filter(it -> !file.value(it.getKey()).equals(it.getValue()))
                .map(it -> new Change(it.getKey(), it.getValue(), file.value(it.getKey())))
                .toList();
    }

    /**
     * The same, with something else that stands or falls with it. {@code seen} is what the register said of these facts when somebody
     * decided to correct them; refused when one of them says something else by now.
     */
    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    public int correct(
            long personId,
            Map<PersonFact, @Nullable String> values,
            String reason,
            Evidence evidence,
            Map<PersonFact, String> seen,
            Runnable alongside) {
        editableOrRefuse(personId);
        var id = file(personId).id();
        if (reason.strip().length() < 3 || reason.length() > LONGEST_REASON) {
            throw new Refusal("Hãy ghi lý do sửa trong 3–500 ký tự, ví dụ “Theo thẻ căn cước mới”.");
        }
        refuse(faults(id, values));
        return (int) write(() -> {
            people.hold(id);
            var file = people.findFile(id).orElseThrow();
            var meanwhile = since(file, seen);
            if (!meanwhile.isEmpty()) {
                throw new Refusal("Trong lúc đó hồ sơ đã được sửa, nên chưa ghi gì: %s. Xem lại rồi ghi."
                        .formatted(String.join(
                                "; ", meanwhile.stream().map(Change::told).toList())));
            }
            alongside.run();
            var changes = compare(file, values);
            if (changes.isEmpty()) {
                return 0L;
            }
            var facts = new EnumMap<PersonFact, @Nullable String>(PersonFact.class);
            changes.forEach(it -> facts.put(it.fact(), it.after().isEmpty() ? null : it.after()));
            people.write(file.id(), facts);
            changes.forEach(it -> people.correct(
                    file.id(),
                    it.fact(),
                    reason.strip(),
                    evidence,
                    Scope.current().actor()));
            recorded(
                    ActKind.PERSON_CORRECTED,
                    file.id(),
                    evidence.institutionId() == 0 ? null : evidence.institutionId(),
                    String.join("; ", changes.stream().map(Change::told).toList()) + " – minh chứng "
                            + evidence.fileName(),
                    reason.strip());
            return (long) changes.size();
        });
    }

    /** The corrections of a person by hand, each with the paper it was read from. */
    @PreAuthorize("hasAuthority('PERSON_VIEW')")
    public List<Correction> listCorrections(long personId) {
        return people.listCorrections(personId);
    }

    /** A fact corrected by hand. */
    public record Correction(
            long id,
            String field,
            String reason,
            @Nullable Long institutionId,
            String sha256,
            String fileName,
            String actor,
            OffsetDateTime at) {

        public String label() {
            return Arrays.stream(PersonFact.values())
                    .filter(it -> it.field().equals(field))
                    .map(PersonFact::label)
                    .findFirst()
                    .orElse(field);
        }
    }

    /** The accounts of the reader's college that are this person's, and those that are nobody's yet. */
    public record Logins(List<Account> linked, List<Account> free) {}

    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    public Logins logins(long personId) {
        var staff = accounts.listStaff();
        var owners = owners(staff);
        return new Logins(
                staff.stream()
                        .filter(it -> Objects.equals(owners.get(it.id()), personId))
                        .toList(),
                staff.stream().filter(it -> !owners.containsKey(it.id())).toList());
    }

    /** Whose these accounts are, whoever may see their records. */
    private Map<Long, Long> owners(List<Account> staff) {
        return Scope.current()
                .raised()
                .get(() -> people.owners(staff.stream().map(Account::id).toList()));
    }

    /** Says whose an account of the reader's college is: an account is one person's, and a person has one at a college. */
    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    public void link(long accountId, long personId) {
        editableOrRefuse(personId);
        var person = get(personId);
        var staff = accounts.listStaff();
        var account = staff.stream()
                .filter(it -> it.id() == accountId)
                .findFirst()
                .orElseThrow(
                        () -> new Refusal(
                                "Tài khoản này không phải tài khoản đang mở của nhà giáo, cán bộ ở cơ sở của bạn. Hãy chọn trong danh sách."));
        write(() -> {
            people.hold(personId);
            var owners = owners(staff);
            var owner = owners.get(accountId);
            if (owner != null) {
                throw new Refusal(
                        owner == personId
                                ? "Tài khoản %s đã gắn với hồ sơ này rồi.".formatted(account.username())
                                : "Tài khoản %s đã gắn với hồ sơ của %s. Gỡ ở hồ sơ đó trước, rồi gắn ở đây."
                                        .formatted(
                                                account.username(),
                                                people.find(owner)
                                                        .map(Person::fullName)
                                                        .orElse("người khác")));
            }
            staff.stream()
                    .filter(it -> Objects.equals(owners.get(it.id()), personId))
                    .findFirst()
                    .ifPresent(it -> {
                        throw new Refusal(
                                "Hồ sơ này đã gắn với tài khoản %s (%s). Gỡ tài khoản đó trước, rồi gắn tài khoản khác."
                                        .formatted(it.username(), it.fullName()));
                    });
            people.link(accountId, personId);
            recorded(
                    ActKind.PERSON_LINKED,
                    personId,
                    Scope.current().institutionId(),
                    "Gắn tài khoản %s với hồ sơ %s".formatted(account.username(), person.fullName()),
                    null);
            return personId;
        });
    }

    /** Takes an account of the reader's college off a record: from now on it shows nobody's. */
    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    public void unlink(long accountId, long personId, String reason) {
        notMineOrRefuse(personId);
        var person = get(personId);
        var account = logins(personId).linked().stream()
                .filter(it -> it.id() == accountId)
                .findFirst()
                .orElseThrow(() -> new NotFound("Tài khoản này không gắn với hồ sơ này."));
        if (reason.strip().length() < 3 || reason.length() > LONGEST_REASON) {
            throw new Refusal("Hãy ghi lý do gỡ trong 3–500 ký tự, ví dụ “Gắn nhầm người”.");
        }
        write(() -> {
            people.unlink(accountId, personId);
            recorded(
                    ActKind.PERSON_UNLINKED,
                    personId,
                    Scope.current().institutionId(),
                    "Gỡ tài khoản %s khỏi hồ sơ %s".formatted(account.username(), person.fullName()),
                    reason.strip());
            return personId;
        });
    }

    /** Holds a person's record until the transaction ends: whoever else would write of it waits, and then sees what was written. */
    public void hold(long personId) {
        people.hold(personId);
    }

    /** Refuses to write of somebody whom the reader's college does not keep, and of oneself. */
    public void editableOrRefuse(long personId) {
        notMineOrRefuse(personId);
        if (!kept(personId)) {
            throw people.find(personId).isPresent()
                    ? new Refusal(
                            "Người này đã thôi làm việc ở cơ sở của bạn; hồ sơ do cơ sở đang sử dụng người này ghi. Nếu họ trở lại, hãy nhận bằng Thêm người.")
                    : new NotFound("Không có hồ sơ nhà giáo này ở cơ sở của bạn.");
        }
    }

    /** Ends a spell after its last day, the one way there is: days away from it end with it. Within the transaction of whoever decides. */
    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    public void end(long spellId, LocalDate lastDay) {
        people.end(spellId, lastDay);
    }

    private String told(NewSpell it) {
        return "%s%s, %d %%, từ %s%s"
                .formatted(
                        label(it.titleCode()),
                        it.department().isEmpty() ? "" : " – " + it.department(),
                        it.percent(),
                        Vi.day(it.startsOn()),
                        it.endsOn() == null ? "" : " đến " + Vi.day(it.endsOn()));
    }

    private static String told(Spell it) {
        return "%s%s, %d %%, từ %s%s"
                .formatted(
                        it.title(),
                        it.department().isEmpty() ? "" : " – " + it.department(),
                        it.percent(),
                        Vi.day(it.startsOn()),
                        it.endsOn() == null ? "" : " đến " + Vi.day(it.endsOn()));
    }

    private String label(String titleCode) {
        return listTitles().stream()
                .filter(it -> it.code().equals(titleCode))
                .map(Title::label)
                .findFirst()
                .orElse(titleCode);
    }

    private void recorded(
            ActKind kind, long personId, @Nullable Long institutionId, String summary, @Nullable String reason) {
        acts.record(kind, new Subject("person", personId, institutionId), summary, reason);
    }

    private static void refuse(Map<String, String> faults) {
        if (!faults.isEmpty()) {
            throw new Refusal(String.join(" ", faults.values()));
        }
    }

    /** A college writes of its own people only. */
    private static void own(long institutionId) {
        var scope = Scope.current();
        if (scope.reach() == Scope.Reach.COLLEGE && !Objects.equals(scope.institutionId(), institutionId)) {
            throw new Refusal("Chỉ ghi được người của cơ sở mình.");
        }
    }

    private long write(Supplier<Long> work) {
        try {
            return Scope.current()
                    .raised()
                    .get(() -> Objects.requireNonNull(transaction.execute(status -> work.get())));
        } catch (DataIntegrityViolationException e) {
            throw conflict(e);
        }
    }

    /** What the database refuses because somebody else was quicker, in words. */
    public static Refusal conflict(DataIntegrityViolationException e) {
        var cause = String.valueOf(e.getMostSpecificCause().getMessage());
        if (cause.contains("person_citizen_id_key")) {
            return new Refusal("Số định danh này vừa được ghi cho một hồ sơ khác. Tải lại trang rồi đối chiếu.");
        }
        if (cause.contains("login_pkey")) {
            return new Refusal("Tài khoản này vừa được gắn với một hồ sơ khác. Tải lại trang rồi xem.");
        }
        if (cause.contains("spell_int8range")) {
            return new Refusal(
                    "Trong những ngày này người đó đã có nơi làm việc chính. Ghi ngày kết thúc nơi cũ, hoặc ghi đây không phải nơi chính.");
        }
        return new Refusal("Chưa ghi được vì có dữ liệu khác vừa thay đổi cùng hồ sơ này. Tải lại trang rồi thử lại.");
    }
}
