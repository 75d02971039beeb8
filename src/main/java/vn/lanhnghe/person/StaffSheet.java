package vn.lanhnghe.person;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.lanhnghe.intake.Difference;
import vn.lanhnghe.intake.FaultKind;
import vn.lanhnghe.intake.Field;
import vn.lanhnghe.intake.SheetKind;
import vn.lanhnghe.intake.SheetRow;
import vn.lanhnghe.intake.SheetTable;
import vn.lanhnghe.ui.Vi;

/** Danh sách nhà giáo, cán bộ quản lý: who works at a college, as what and since when; a row is a spell. */
@Component
@Order(6)
class StaffSheet implements SheetKind {

    /** Facts of the person, by field of the sheet. */
    static final List<PersonFact> FACTS = List.of(PersonFact.values());

    private static final Map<String, List<String>> YES_NO = yesNo();

    private final PersonRepository people;
    private final StaffRegister register;
    private final Clock clock;
    private volatile @Nullable Columns columns;

    StaffSheet(PersonRepository people, StaffRegister register, Clock clock) {
        this.people = people;
        this.register = register;
        this.clock = clock;
    }

    private static Map<String, List<String>> yesNo() {
        var words = new LinkedHashMap<String, List<String>>();
        words.put("yes", List.of("Có", "x", "1", "Đúng"));
        words.put("no", List.of("Không", "0", "K"));
        return words;
    }

    @Override
    public String code() {
        return "staff";
    }

    @Override
    public String label() {
        return "Danh sách nhà giáo, cán bộ quản lý";
    }

    /** The columns of a day: titles come and go by law, and a file asks for its columns once a row. */
    private record Columns(LocalDate day, List<Field> fields) {}

    @Override
    public List<Field> fields() {
        var today = LocalDate.now(clock);
        var known = columns;
        if (known == null || !known.day().equals(today)) {
            known = new Columns(today, fields(today));
            columns = known;
        }
        return known.fields();
    }

    private List<Field> fields(LocalDate today) {
        var titles = new LinkedHashMap<String, List<String>>();
        people.listTitles(today)
                .forEach(it -> titles.put(
                        it.code(),
                        Stream.concat(Stream.of(it.label()), it.words().stream())
                                .toList()));
        var contracts = new LinkedHashMap<String, List<String>>();
        contracts.put("BIEN_CHE", List.of(Contract.BIEN_CHE.label(), "Biên chế", "Viên chức", "Công chức"));
        contracts.put(
                "KHONG_THOI_HAN",
                List.of(
                        Contract.KHONG_THOI_HAN.label(),
                        "Không thời hạn",
                        "Không xác định thời hạn",
                        "HĐ không xác định thời hạn",
                        "HĐKXĐTH"));
        contracts.put(
                "CO_THOI_HAN",
                List.of(
                        Contract.CO_THOI_HAN.label(),
                        "Có thời hạn",
                        "Xác định thời hạn",
                        "HĐ xác định thời hạn",
                        "HĐXĐTH"));
        contracts.put("THINH_GIANG", List.of(Contract.THINH_GIANG.label(), "HĐ thỉnh giảng", "Mời giảng"));
        var degrees = new LinkedHashMap<String, List<String>>();
        PersonFact.DEGREES.forEach((code, label) -> degrees.put(code, List.of(label)));
        degrees.put("TIEN_SI", List.of("Tiến sĩ", "TS", "Tiến sỹ"));
        degrees.put("THAC_SI", List.of("Thạc sĩ", "ThS", "Thạc sỹ"));
        degrees.put("DAI_HOC", List.of("Đại học", "ĐH", "Cử nhân", "Kỹ sư"));
        degrees.put("CAO_DANG", List.of("Cao đẳng", "CĐ"));
        degrees.put("TRUNG_CAP", List.of("Trung cấp", "TC"));
        var sexes = new LinkedHashMap<String, List<String>>();
        PersonFact.SEXES.forEach((code, label) -> sexes.put(code, List.of(label)));
        return List.of(
                Field.of(
                        "staffNumber",
                        "Số nhà giáo",
                        new Field.Code(
                                "NG\\d{9}", "Số nhà giáo gồm NG và 9 chữ số, ví dụ NG000012345. Để trống nếu chưa có."),
                        "",
                        "Mã nhà giáo",
                        "Số nhà giáo (nếu có)"),
                Field.of(
                                "fullName",
                                "Họ và tên",
                                new Field.PersonName(PersonFact.SHORTEST_NAME),
                                "Nguyễn Thị Lan",
                                "Họ tên",
                                "Họ tên nhà giáo",
                                "Họ và tên nhà giáo")
                        .must(),
                Field.of(
                                "birthDate",
                                "Ngày sinh",
                                new Field.Day(PersonFact.EARLIEST, PersonFact.latest(today)),
                                "28/02/1985",
                                "Ngày tháng năm sinh",
                                "Ngày, tháng, năm sinh",
                                "NTNS")
                        .must(),
                Field.of("sex", "Giới tính", new Field.Choice(sexes), "Nữ", "Phái", "Nam/Nữ", "GT"),
                Field.of(
                                "citizenId",
                                "Số CCCD/Mã định danh",
                                new Field.CitizenId(),
                                "079185012345",
                                "Số CCCD",
                                "CCCD",
                                "Số định danh cá nhân",
                                "Số định danh",
                                "Mã định danh",
                                "Số căn cước",
                                "Căn cước công dân")
                        .must()
                        .unless("staffNumber"),
                Field.of(
                                "title",
                                "Chức danh",
                                new Field.Choice(titles),
                                "Giảng viên cao đẳng",
                                "Chức danh nghề nghiệp",
                                "Chức vụ",
                                "Chức danh, chức vụ")
                        .must(),
                Field.of(
                        "department",
                        "Khoa, phòng, tổ",
                        new Field.Text(120),
                        "Khoa Công nghệ thông tin",
                        "Khoa",
                        "Đơn vị",
                        "Phòng/Khoa",
                        "Khoa/Phòng",
                        "Tổ bộ môn",
                        "Đơn vị công tác"),
                Field.of("teaches", "Tham gia giảng dạy", new Field.Choice(YES_NO), "Có", "Có giảng dạy", "Giảng dạy"),
                Field.of(
                                "contract",
                                "Hợp đồng",
                                new Field.Choice(contracts),
                                "Biên chế, viên chức",
                                "Loại hợp đồng",
                                "Hình thức hợp đồng",
                                "Loại HĐ")
                        .must(),
                Field.of(
                        "percent",
                        "Tỷ lệ thời gian (%)",
                        new Field.Decimal(BigDecimal.ONE, BigDecimal.valueOf(100), 0),
                        "100",
                        "Tỷ lệ thời gian",
                        "Phần trăm thời gian",
                        "% thời gian"),
                Field.of("principal", "Nơi làm việc chính", new Field.Choice(YES_NO), "Có", "Nơi chính", "Cơ hữu"),
                Field.of(
                                "startsOn",
                                "Ngày bắt đầu",
                                new Field.Day(SpellForm.EARLIEST, SpellForm.LATEST),
                                "01/09/2015",
                                "Từ ngày",
                                "Ngày vào làm",
                                "Ngày tuyển dụng",
                                "Ngày vào trường")
                        .must(),
                Field.of(
                        "endsOn",
                        "Ngày kết thúc",
                        new Field.Day(SpellForm.EARLIEST, SpellForm.LATEST),
                        "",
                        "Đến ngày",
                        "Ngày nghỉ việc",
                        "Ngày thôi việc"),
                Field.of(
                        "phone",
                        "Điện thoại",
                        new Field.Phone(),
                        "0901234567",
                        "Số điện thoại",
                        "SĐT",
                        "ĐT",
                        "Di động"),
                Field.of(
                        "email",
                        "Thư điện tử",
                        new Field.Code("[^@\\s]+@[^@\\s]+\\.[^@\\s]{2,}", "Thư điện tử có dạng ten@truong.edu.vn."),
                        "lan@truong.edu.vn",
                        "Email",
                        "E-mail"),
                Field.of(
                        "degree",
                        "Trình độ cao nhất",
                        new Field.Choice(degrees),
                        "Thạc sĩ",
                        "Trình độ chuyên môn",
                        "Trình độ",
                        "Học vị"),
                // a word here lets the row overwrite what a person has corrected by hand
                Field.of(
                        "overwrite",
                        "Ghi đè",
                        new Field.Choice(Map.of("YES", List.of("có", "x", "yes"))),
                        "",
                        "Ghi đè sửa tay"));
    }

    @Override
    public List<String> advice() {
        return List.of(
                "Mỗi dòng là một thời gian công tác. Cùng người và cùng ngày bắt đầu là thời gian đã có trong sổ: ô khác sổ (chức danh, khoa, tỷ lệ, ngày kết thúc…) sẽ thay.",
                "Ngày bắt đầu khác là một thời gian công tác mới. Thời gian cũ chưa kết thúc thì thêm một dòng của thời gian cũ, ghi Ngày kết thúc.",
                "Họ tên, ngày sinh, giới tính, số định danh của người đã có hồ sơ: tệp chỉ điền ô còn thiếu, không thay; sửa ở trang hồ sơ, kèm lý do và minh chứng.");
    }

    @Override
    public void check(List<SheetTable> tables) {
        var rows = tables.stream().flatMap(it -> it.rows().stream()).toList();
        var known = register.known(rows);
        var today = LocalDate.now(clock);
        var limits = new Limits(people.rules(today), today);
        var firstOfPerson = new HashMap<String, SheetRow>();
        var firstOfSpell = new HashMap<String, SheetRow>();
        var added = new HashMap<String, List<Engagement>>();
        for (var row : rows) {
            var spell = identity(row, known, firstOfPerson) ? known.engagement(row) : null;
            if (spell == null) {
                continue;
            }
            var key = known.key(row);
            var twin = firstOfSpell.putIfAbsent(key + "|" + row.text("title") + "|" + spell.startsOn(), row);
            if (twin != null) {
                row.fault(
                        "fullName",
                        FaultKind.DUPLICATE_IN_FILE,
                        "Người này với chức danh và ngày bắt đầu này đã có ở dòng %d. Để lại một trong hai dòng."
                                .formatted(twin.number()),
                        null);
                continue;
            }
            var beside = known.beside(row, spell);
            if (beside != null) {
                row.fault(
                        "startsOn",
                        FaultKind.DIFFERS_FROM_REGISTER,
                        "Sổ đã ghi chức danh này của người này từ %s%s. Cùng thời gian đó thì ghi ngày bắt đầu như trong sổ (ngày bắt đầu sai thì sửa ở trang hồ sơ); là lần làm việc mới thì thêm một dòng ghi ngày kết thúc lần trước."
                                .formatted(
                                        Vi.day(beside.startsOn()),
                                        beside.endsOn() == null
                                                ? ", chưa kết thúc"
                                                : " đến " + Vi.day(beside.endsOn())),
                        Vi.day(beside.startsOn()));
                continue;
            }
            var claimed = known.claimed(key);
            var others = new ArrayList<>(known.engagements(row).stream()
                    .filter(it -> !claimed.contains(it.spellId()))
                    .toList());
            others.addAll(added.getOrDefault(key, List.of()));
            var verdict = Workload.judge(spell, others, row.date("birthDate"), known.spell(row), limits);
            verdict.faults()
                    .forEach((field, fault) -> row.fault(
                            field,
                            field.equals("percent")
                                    ? FaultKind.OUT_OF_RANGE
                                    : field.equals("startsOn") ? FaultKind.DATE_OUT_OF_RANGE : FaultKind.CONTRADICTS,
                            fault,
                            null));
            if (verdict.flag() != null) {
                row.warn("percent", FaultKind.SECOND_LOOK, verdict.flag());
            }
            if (verdict.faults().isEmpty()) {
                added.computeIfAbsent(key, it -> new ArrayList<>()).add(spell);
            }
        }
    }

    /** Says whether it is clear whose row this is. */
    private static boolean identity(SheetRow row, StaffRegister.Known known, Map<String, SheetRow> first) {
        var number = row.text("staffNumber");
        var citizen = row.text("citizenId");
        var byNumber = number == null ? null : known.byKey().get("N" + number);
        var byCitizen = citizen == null ? null : known.byKey().get("C" + citizen);
        if (number != null && byNumber == null) {
            row.fault(
                    "staffNumber",
                    FaultKind.UNKNOWN_CODE,
                    "Sổ không có số nhà giáo này. Tra lại, hoặc xoá ô này để hệ thống tìm theo số định danh và cấp số mới.",
                    null);
        }
        if (byNumber != null && byCitizen != null && byNumber.personId() != byCitizen.personId()) {
            row.fault(
                    "citizenId",
                    FaultKind.ALREADY_TAKEN,
                    "Số định danh này đứng tên một hồ sơ khác với số nhà giáo ở cùng dòng. Đối chiếu thẻ căn cước.",
                    null);
            return false;
        }
        var person = byNumber != null ? byNumber : byCitizen;
        var id = known.person(row);
        var file = id == null ? null : known.files().get(id);
        if (file != null) {
            if (!sameAs(file, row, known.writable(file.id()))) {
                return false;
            }
        } else if (person != null && !sameAs(person, row, byNumber != null ? "số nhà giáo" : "số định danh")) {
            return false;
        }
        if (citizen != null) {
            var earlier = first.putIfAbsent(citizen, row);
            if (earlier != null && !Objects.equals(earlier.text("birthDate"), row.text("birthDate"))) {
                row.fault(
                        "citizenId",
                        FaultKind.CONTRADICTS,
                        "Ở dòng %d số định danh này có ngày sinh khác. Mỗi người một số; sửa dòng sai."
                                .formatted(earlier.number()),
                        null);
                return false;
            } else if (earlier != null
                    && !vn.lanhnghe.shared.Vietnamese.fold(earlier.wrote("fullName"))
                            .equals(vn.lanhnghe.shared.Vietnamese.fold(row.wrote("fullName")))) {
                row.fault(
                        "citizenId",
                        FaultKind.DUPLICATE_IN_FILE,
                        "Ở dòng %d số định danh này là của %s. Mỗi người một số; sửa dòng sai."
                                .formatted(earlier.number(), earlier.wrote("fullName")),
                        null);
                return false;
            }
        }
        if (file != null && !known.writable(file.id()) && known.differs(row, file)) {
            row.warn(
                    "fullName",
                    FaultKind.SECOND_LOOK,
                    "Nhân thân của người này do cơ sở nơi họ làm việc chính ghi; dòng này chỉ ghi thời gian công tác.");
        }
        return person != null || citizen != null || number == null && known.person(row) != null;
    }

    /** Whose record it is, a file does not change: what it says otherwise than the register is a fault, told with what stands there. */
    private static boolean sameAs(PersonFile file, SheetRow row, boolean writable) {
        var same = true;
        for (var fact : FACTS) {
            var after = row.text(fact.field());
            var before = file.value(fact);
            if (fact.identity() && after != null && !before.isEmpty() && !PersonFact.same(before, after)) {
                same = false;
                row.fault(
                        fact.field(),
                        FaultKind.DIFFERS_FROM_REGISTER,
                        "Sổ ghi %s của %s là %s. Tệp không thay nhân thân của người đã có hồ sơ: ghi như trong sổ, hoặc %s."
                                .formatted(
                                        fact.label().toLowerCase(Vi.LOCALE),
                                        file.staffNumber(),
                                        fact.covered() ? file.masked() : fact.shown(before),
                                        writable
                                                ? "sửa ở trang hồ sơ, kèm lý do và minh chứng"
                                                : "nhờ cơ sở nơi họ làm việc chính sửa hồ sơ"),
                        fact.covered() ? null : fact.shown(before));
            }
        }
        return same;
    }

    /** The same of a person of another college: that something differs is told, never what the register holds. */
    private static boolean sameAs(PersonRepository.Known person, SheetRow row, String number) {
        var born = row.date("birthDate");
        if (person.birthDate() != null && born != null && !person.birthDate().equals(born)) {
            row.fault(
                    "birthDate",
                    FaultKind.DIFFERS_FROM_REGISTER,
                    "Người mang %s này trong sổ có ngày sinh khác. Kiểm tra lại số và ngày sinh theo giấy tờ; nếu sổ sai, cơ sở đang giữ hồ sơ sửa kèm minh chứng."
                            .formatted(number),
                    null);
            return false;
        }
        var same = true;
        var name = row.text("fullName");
        if (name != null && !person.called(name)) {
            same = false;
            row.fault(
                    "fullName",
                    FaultKind.DIFFERS_FROM_REGISTER,
                    "Người mang %s này trong sổ có họ tên khác. Kiểm tra lại số: có thể đây là số của người khác."
                            .formatted(number),
                    null);
        }
        var citizen = row.text("citizenId");
        if (citizen != null && person.citizenId() != null && !person.citizenId().equals(citizen)) {
            same = false;
            row.fault(
                    "citizenId",
                    FaultKind.DIFFERS_FROM_REGISTER,
                    "Số định danh này không phải của người mang số nhà giáo ở cùng dòng. Kiểm tra lại cả hai số.",
                    null);
        }
        return same;
    }

    @Override
    public List<Difference> compare(List<SheetTable> tables, List<SheetRow> rows) {
        var known = register.known(rows);
        var fields = fields();
        return rows.stream().map(it -> register.difference(it, known, fields)).toList();
    }

    @Override
    public void commit(long batchId, List<SheetTable> tables, List<SheetRow> rows, Progress progress) {
        register.write(batchId, rows, fields(), progress);
    }

    @Override
    public String address(long batchId) {
        return "/staff?batch=" + batchId;
    }

    @Override
    public List<String> obstacles(long batchId) {
        return register.obstacles(batchId);
    }

    @Override
    public int undo(long batchId) {
        return register.undo(batchId, fields());
    }

    @Override
    public long recorded() {
        return register.count();
    }

    /** Citizen numbers stay in the register: the staff number says who it is when the file comes back. */
    @Override
    public List<Extract> extract() {
        return Extract.of(
                "Nhà giáo",
                fields().stream().filter(it -> !it.key().equals("overwrite")).toList(),
                register.listAll(),
                (row, field) -> field.equals("citizenId") ? null : row.get(field));
    }
}
