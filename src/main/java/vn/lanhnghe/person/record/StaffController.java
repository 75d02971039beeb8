package vn.lanhnghe.person.record;

import java.time.Clock;
import java.time.LocalDate;
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
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.access.Account;
import vn.lanhnghe.access.Colleges;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.document.Spreadsheets;
import vn.lanhnghe.person.Contract;
import vn.lanhnghe.person.Event;
import vn.lanhnghe.person.Facts;
import vn.lanhnghe.person.Leave;
import vn.lanhnghe.person.NewPerson;
import vn.lanhnghe.person.People;
import vn.lanhnghe.person.Person;
import vn.lanhnghe.person.PersonFact;
import vn.lanhnghe.person.PersonFile;
import vn.lanhnghe.person.Spell;
import vn.lanhnghe.person.SpellForm;
import vn.lanhnghe.person.Title;
import vn.lanhnghe.person.paper.Paper;
import vn.lanhnghe.person.paper.Recognition;
import vn.lanhnghe.person.paper.StaffPapers;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Download;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Reader;
import vn.lanhnghe.ui.Vi;

/** The list of people and one person's record. */
@Controller
@PreAuthorize("hasAuthority('PERSON_VIEW')")
class StaffController {

    private static final int MOST_EXPORTED = 100_000;

    /** What a person is today, as the filter offers it. */
    static final Map<String, String> STATES = states();

    public record ListPage(
            Paging<StaffRepository.Line> people,
            StaffRepository.Filter filter,
            long all,
            List<Title> titles,
            List<String> departments,
            List<Colleges.College> colleges,
            LocalDate today) {

        public String address() {
            return filter.address("/staff");
        }

        public String export() {
            return filter.address("/staff/list.xlsx");
        }

        public Map<String, String> states() {
            return STATES;
        }

        /** A person's state today in words, with its shape. */
        public String label(StaffRepository.Line line) {
            return switch (line.state(today)) {
                case "WORKING" -> "Đang làm việc";
                case "ON_LEAVE" -> "Đang nghỉ";
                case "SOON" -> "Sắp bắt đầu";
                default -> "Đã thôi";
            };
        }

        public String kind(StaffRepository.Line line) {
            return switch (line.state(today)) {
                case "WORKING" -> "ok";
                case "ON_LEAVE" -> "warn";
                default -> "none";
            };
        }
    }

    public record RecordPage(
            PersonFile file,
            List<String> aliases,
            List<Spell> spells,
            Map<Long, String> institutions,
            List<Leave> leaves,
            List<Paper> papers,
            List<Recognition> recognitions,
            List<People.Correction> corrections,
            List<Event> timeline,
            long elsewhere,
            @Nullable String overload,
            People.@Nullable Logins logins,
            boolean editable,
            boolean mine,
            boolean revealed,
            LocalDate today) {

        /** The free account that has the person's name, if there is one. */
        public boolean likely(Account account) {
            return Vietnamese.fold(account.fullName()).equals(Vietnamese.fold(file.fullName()));
        }

        public List<Leave> of(Spell spell) {
            return leaves.stream().filter(it -> it.spellId() == spell.id()).toList();
        }

        public boolean own(Spell spell) {
            return Objects.equals(spell.institutionId(), Scope.current().institutionId());
        }

        public String institution(Spell spell) {
            return institutions.getOrDefault(spell.institutionId(), "");
        }

        /** The spell that says what the person is today: the open principal one, else any open one, else the last. */
        public @Nullable Spell present() {
            return spells.stream()
                    .filter(it -> it.open(today))
                    .max(java.util.Comparator.comparing(Spell::principal))
                    .orElse(spells.isEmpty() ? null : spells.getFirst());
        }
    }

    /** {@code namesakes} are people of the college with the same name and birth date, whom the form may be about. */
    public record NewPage(BindingResult form, List<Title> titles, List<Person> namesakes) {}

    private final People people;
    private final StaffPapers papers;
    private final StaffRepository staff;
    private final Colleges colleges;
    private final Acts acts;
    private final Clock clock;

    StaffController(
            People people, StaffPapers papers, StaffRepository staff, Colleges colleges, Acts acts, Clock clock) {
        this.people = people;
        this.papers = papers;
        this.staff = staff;
        this.colleges = colleges;
        this.acts = acts;
        this.clock = clock;
    }

    private static Map<String, String> states() {
        var states = new LinkedHashMap<String, String>();
        states.put("", "Đang ở trường");
        states.put("WORKING", "Đang làm việc");
        states.put("ON_LEAVE", "Đang nghỉ");
        states.put("LEFT", "Đã thôi");
        states.put("ALL", "Tất cả");
        return states;
    }

    private static StaffRepository.Filter filter(Map<String, String> query) {
        var own = Scope.current().institutionId();
        return new StaffRepository.Filter(
                query.getOrDefault("q", "").strip(),
                own != null ? own : number(query.get("institution")),
                query.getOrDefault("department", ""),
                query.getOrDefault("post", ""),
                query.getOrDefault("title", ""),
                query.getOrDefault("contract", ""),
                query.getOrDefault("state", ""),
                number(query.get("batch")));
    }

    private static @Nullable Long number(@Nullable String text) {
        return text != null && text.matches("\\d{1,15}") ? Long.valueOf(text) : null;
    }

    @GetMapping("/staff")
    View list(@RequestParam Map<String, String> query) {
        var filter = filter(query);
        var today = LocalDate.now(clock);
        var institution = filter.institution();
        var counts = staff.count(filter, today);
        return new Page(
                "person/record/list",
                new ListPage(
                        staff.list(filter, Paging.number(query.getOrDefault("page", "")), counts.shown(), today),
                        filter,
                        counts.whole(),
                        people.listTitles(),
                        institution == null ? List.of() : staff.listDepartments(institution),
                        Scope.current().institutionId() == null ? colleges.listOpen() : List.of(),
                        today));
    }

    /** The list as it is filtered, without citizen numbers; that it left the product, and why, is written down. */
    @PostMapping("/staff/list.xlsx")
    ResponseEntity<byte[]> export(@RequestParam Map<String, String> query) {
        var reason = query.getOrDefault("reason", "").strip();
        if (reason.length() < 5 || reason.length() > 300) {
            throw new Refusal(
                    "Danh sách này có dữ liệu cá nhân. Hãy ghi lý do xuất trong 5–300 ký tự, ví dụ “Rà soát đội ngũ năm học mới”.");
        }
        var filter = filter(query);
        var today = LocalDate.now(clock);
        var lines = staff.listAll(filter, today, MOST_EXPORTED);
        var own = Scope.current().institutionId();
        acts.record(
                ActKind.PEOPLE_EXPORTED,
                new Subject("staff", own == null ? 0 : own, own),
                "Xuất danh sách %s người, không có số định danh".formatted(Vi.count(lines.size())),
                reason);
        var about = new LinkedHashMap<String, String>();
        about.put("Danh sách", "Nhà giáo, cán bộ quản lý");
        about.put("Tại ngày", Vi.day(today));
        about.put("Người xuất", Scope.current().actor());
        about.put("Số người", Vi.count(lines.size()));
        about.put("Lưu ý", "Dữ liệu cá nhân: chỉ dùng cho việc đã xin, không chuyển tiếp. Số định danh không xuất.");
        return Download.xlsx(
                Spreadsheets.xlsx(
                        "Nhà giáo",
                        List.of(
                                "Số nhà giáo",
                                "Họ và tên",
                                "Ngày sinh",
                                "Cơ sở",
                                "Khoa, phòng, tổ",
                                "Chức danh",
                                "Hợp đồng",
                                "Tỷ lệ thời gian (%)",
                                "Nơi chính",
                                "Từ ngày",
                                "Đến ngày",
                                "Trình độ cao nhất",
                                "Điện thoại",
                                "Thư điện tử"),
                        lines.stream()
                                .map(it -> List.of(
                                        it.staffNumber(),
                                        it.fullName(),
                                        Vi.day(it.birthDate()),
                                        it.institution(),
                                        it.department(),
                                        it.title(),
                                        Contract.label(it.contract()),
                                        Integer.toString(it.percent()),
                                        it.principal() ? "có" : "không",
                                        Vi.day(it.startsOn()),
                                        Vi.day(it.endsOn()),
                                        PersonFact.DEGREE.shown(it.degree()),
                                        Objects.requireNonNullElse(it.phone(), ""),
                                        Objects.requireNonNullElse(it.email(), "")))
                                .toList(),
                        about),
                "nha-giao-" + today + ".xlsx");
    }

    @GetMapping("/staff/{id:\\d+}")
    View person(@PathVariable long id) {
        var kept = people.mergedInto(id);
        if (kept.isPresent()) {
            return Go.to("/staff/" + kept.get().id());
        }
        var file = people.file(id);
        people.read(id);
        return new Page("person/record/person", page(file, false));
    }

    /** The same page once, with the citizen number. */
    @PostMapping("/staff/{id:\\d+}/reveal")
    @PreAuthorize("hasAuthority('PERSON_REVEAL')")
    View reveal(@PathVariable long id, @RequestParam(defaultValue = "") String reason) {
        var file = people.file(id);
        people.reveal(id, reason);
        return new Page("person/record/person", page(file, true));
    }

    private RecordPage page(PersonFile file, boolean revealed) {
        var id = file.id();
        var spells = people.listSpells(id);
        var editable = people.editable(id);
        return new RecordPage(
                file,
                people.listAliases(id),
                spells,
                people.institutionNames(spells),
                people.listLeaves(id),
                papers.list(id),
                papers.listRecognitions(id),
                people.listCorrections(id),
                people.timeline(id),
                people.countElsewhere(id),
                people.overload(id),
                Reader.may("PERSON_EDIT") ? people.logins(id) : null,
                editable,
                people.mine(id),
                revealed,
                LocalDate.now(clock));
    }

    @GetMapping("/staff/new")
    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    View blank() {
        return blank(
                new MapBindingResult(Map.of("percent", "100", "principal", "yes"), "staff"), List.of(), HttpStatus.OK);
    }

    private View blank(BindingResult form, List<Person> namesakes, HttpStatus status) {
        return new Page("person/record/new", new NewPage(form, people.listTitles(), namesakes), status);
    }

    @PostMapping("/staff")
    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    View takeOn(@RequestParam Map<String, String> form, RedirectAttributes flash) {
        var own = Objects.requireNonNull(Scope.current().institutionId());
        var today = LocalDate.now(clock);
        var result = new MapBindingResult(form, "staff");
        var values = Facts.read(form, today, result);
        for (var needed : List.of(PersonFact.BIRTH_DATE, PersonFact.CITIZEN_ID)) {
            if (form.getOrDefault(needed.field(), "").isBlank()) {
                result.rejectValue(
                        needed.field(), "missing", needed.label() + ": hãy ghi, để một người không có hai hồ sơ.");
            }
        }
        var read = SpellForm.read(form, own, people.listTitles());
        read.faults().forEach((field, fault) -> result.rejectValue(field, "fault", fault));
        var spell = read.spell();
        if (!result.hasErrors() && spell != null) {
            var born = values.get(PersonFact.BIRTH_DATE);
            var person = new NewPerson(
                    Objects.requireNonNull(values.get(PersonFact.FULL_NAME)),
                    born == null ? null : LocalDate.parse(born),
                    values.get(PersonFact.SEX),
                    values.get(PersonFact.CITIZEN_ID),
                    values.get(PersonFact.PHONE),
                    values.get(PersonFact.EMAIL));
            people.check(person, spell).forEach((field, fault) -> result.rejectValue(field, "fault", fault));
            var namesakes = people.listNamesakes(person);
            if (!result.hasErrors() && !namesakes.isEmpty() && !"yes".equals(form.get("other"))) {
                return blank(result, namesakes, HttpStatus.UNPROCESSABLE_CONTENT);
            }
            if (!result.hasErrors()) {
                try {
                    var taken = people.takeOn(person, spell);
                    var overload = people.overload(taken.personId());
                    return Go.to(
                            "/staff/" + taken.personId(),
                            flash,
                            (taken.known()
                                            ? "Người này đã có hồ sơ trong sổ: đã thêm nơi làm việc vào hồ sơ đó, giữ nguyên số nhà giáo."
                                            : "Đã ghi hồ sơ và cấp số nhà giáo.")
                                    + (overload == null ? "" : " " + overload));
                } catch (Refusal refused) {
                    result.reject("refused", String.valueOf(refused.getMessage()));
                }
            }
        }
        return blank(result, List.of(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
