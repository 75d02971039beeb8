package vn.lanhnghe.learning;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.lanhnghe.intake.Difference;
import vn.lanhnghe.intake.FaultKind;
import vn.lanhnghe.intake.Field;
import vn.lanhnghe.intake.SheetKind;
import vn.lanhnghe.intake.SheetRow;
import vn.lanhnghe.intake.SheetTable;
import vn.lanhnghe.programme.Occupations;

/** Danh sách học sinh, sinh viên: who studies what since when. */
@Component
@Order(1)
class LearnerSheet implements SheetKind {

    private static final Map<String, List<String>> SEXES = Map.of("MALE", List.of("Nam"), "FEMALE", List.of("Nữ"));
    private static final Map<String, List<String>> LEVELS = Map.of(
            "CAO_DANG", List.of("Cao đẳng", "CĐ"),
            "TRUNG_CAP", List.of("Trung cấp", "TC", "TCCN"),
            "TRUNG_HOC_NGHE", List.of("Trung học nghề", "THN"),
            "SO_CAP", List.of("Sơ cấp", "SC"));

    /** What a row may change of a record, by field. */
    static final List<String> WRITTEN = List.of(
            "studentCode",
            "fullName",
            "birthDate",
            "sex",
            "citizenId",
            "passport",
            "citizenIssuedOn",
            "citizenIssuedBy",
            "birthPlace",
            "homeTown",
            "ethnicity",
            "religion",
            "nationality",
            "phone",
            "email",
            "permanentAddress",
            "currentAddress",
            "contact",
            "policyGroup",
            "occupationCode",
            "level",
            "admittedOn",
            "admissionDecision",
            "className",
            "mode",
            "entrySchooling",
            "entryYear",
            "note");

    private static final Map<String, List<String>> MODES = Map.of(
            "CHINH_QUY", List.of("Chính quy", "CQ"),
            "VUA_LAM_VUA_HOC", List.of("Vừa làm vừa học", "VLVH", "Thường xuyên"),
            "LIEN_THONG", List.of("Liên thông", "LT"),
            "TU_XA", List.of("Từ xa", "Trực tuyến"));
    private static final Map<String, List<String>> SCHOOLING = Map.of(
            "THPT", List.of("Tốt nghiệp THPT", "THPT", "12/12"),
            "CHUA_THPT", List.of("Hoàn thành lớp 12, chưa tốt nghiệp THPT", "Hoàn thành lớp 12"),
            "THCS", List.of("Hoàn thành THCS", "Tốt nghiệp THCS", "THCS", "9/12", "Đã có bằng THCS"),
            "TRUNG_CAP", List.of("Tốt nghiệp trung cấp", "Trung cấp"),
            "CAO_DANG", List.of("Tốt nghiệp cao đẳng, đại học", "Cao đẳng", "Đại học"),
            "KHAC", List.of("Khác"));

    /** From this year on nobody who finishes grade 9 is given a diploma for it. */
    private static final int NO_LOWER_DIPLOMA_SINCE = 2026;

    static final int GUARDED_UNTIL = 16;

    private final EnrolmentRepository enrolments;
    private final LearnerRegister register;
    private final HandEdits hands;
    private final Occupations occupations;
    private final Clock clock;

    LearnerSheet(
            EnrolmentRepository enrolments,
            LearnerRegister register,
            HandEdits hands,
            Occupations occupations,
            Clock clock) {
        this.enrolments = enrolments;
        this.register = register;
        this.hands = hands;
        this.occupations = occupations;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "learners";
    }

    @Override
    public String label() {
        return "Danh sách học sinh, sinh viên";
    }

    @Override
    public List<Field> fields() {
        var today = LocalDate.now(clock);
        var admitted = new Field.Day(LocalDate.of(1990, 1, 1), today.plusYears(1));
        return List.of(
                LearnerColumns.studentCode(),
                LearnerColumns.fullName().must(),
                LearnerColumns.birthDate(today),
                Field.of("sex", "Giới tính", new Field.Choice(SEXES), "Nữ", "Phái", "Nam/Nữ", "GT"),
                Field.of(
                                "citizenId",
                                "Số CCCD/Mã định danh",
                                new Field.CitizenId(),
                                "079204012345",
                                "Số CCCD",
                                "CCCD",
                                "Số định danh cá nhân",
                                "Số định danh",
                                "Mã định danh",
                                "CCCD/CMND",
                                "Số căn cước",
                                "Căn cước công dân",
                                "Số CMND/CCCD",
                                "Số CCCD/CMND")
                        .must()
                        .once()
                        .unless("passport"),
                Field.of(
                                "passport",
                                "Số hộ chiếu",
                                new Field.Code(
                                        "[A-Z0-9]{6,12}", "Số hộ chiếu gồm 6–12 chữ in và chữ số, ví dụ N1234567."),
                                "",
                                "Hộ chiếu",
                                "Passport")
                        .once(),
                Field.of(
                        "citizenIssuedOn",
                        "Ngày cấp",
                        new Field.Day(LocalDate.of(1990, 1, 1), today),
                        "15/06/2021",
                        "Ngày cấp CCCD",
                        "Ngày cấp CCCD/CMND"),
                Field.of("citizenIssuedBy", "Nơi cấp", new Field.Text(120), "Cục CS QLHC về TTXH", "Nơi cấp CCCD"),
                Field.of("ethnicity", "Dân tộc", new Field.Text(40), "Kinh"),
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
                        "Email",
                        new Field.Code("[^@\\s]+@[^@\\s]+\\.[^@\\s]{2,}", "Thư điện tử có dạng ten@truong.edu.vn."),
                        "lan@truong.edu.vn",
                        "Thư điện tử",
                        "E-mail"),
                Field.of("birthPlace", "Nơi sinh", new Field.Text(120), "TP. Hồ Chí Minh"),
                Field.of("homeTown", "Quê quán", new Field.Text(120), "Tây Ninh", "Nguyên quán"),
                Field.of("religion", "Tôn giáo", new Field.Text(40), "Không"),
                Field.of("nationality", "Quốc tịch", new Field.Text(60), "Việt Nam"),
                Field.of(
                        "permanentAddress",
                        "Địa chỉ thường trú",
                        new Field.Text(200),
                        "12 Lê Lợi, phường Sài Gòn",
                        "Thường trú",
                        "Hộ khẩu thường trú",
                        "HKTT"),
                Field.of("currentAddress", "Nơi ở hiện tại", new Field.Text(200), "", "Tạm trú", "Chỗ ở hiện nay"),
                Field.of(
                        "contact",
                        "Người liên hệ",
                        new Field.Text(120),
                        "Mẹ: Trần Thị Hoa, 0912345678",
                        "Liên hệ khi cần",
                        "Người thân"),
                Field.of(
                                "occupationCode",
                                "Mã ngành, nghề",
                                new Field.Text(20),
                                "6480201",
                                "Mã ngành",
                                "Mã nghề",
                                "Mã ngành nghề",
                                "Mã ngành/nghề")
                        .must(),
                Field.of(
                        "occupationName",
                        "Tên ngành, nghề",
                        new Field.Text(200),
                        "Công nghệ thông tin",
                        "Tên ngành",
                        "Ngành, nghề",
                        "Ngành nghề",
                        "Ngành/nghề",
                        "Tên nghề",
                        "Nghề đào tạo",
                        "Ngành đào tạo"),
                Field.of(
                                "level",
                                "Trình độ",
                                new Field.Choice(LEVELS),
                                "Cao đẳng",
                                "Trình độ đào tạo",
                                "Bậc đào tạo",
                                "Hệ đào tạo")
                        .must(),
                Field.of("className", "Lớp", new Field.Text(30), "24CĐ-CNTT1", "Mã lớp", "Tên lớp", "Lớp học"),
                Field.of(
                        "mode",
                        "Hình thức đào tạo",
                        new Field.Choice(MODES),
                        "Chính quy",
                        "Hình thức",
                        "Loại hình đào tạo"),
                Field.of("admittedOn", "Ngày nhập học", admitted, "05/09/2024", "Ngày vào học", "Nhập học"),
                Field.of(
                        "admissionDecision",
                        "Quyết định trúng tuyển",
                        new Field.Text(60),
                        "101/QĐ-CĐ",
                        "QĐ trúng tuyển",
                        "Số QĐ trúng tuyển"),
                Field.of(
                        "entrySchooling",
                        "Học vấn đầu vào",
                        new Field.Choice(SCHOOLING),
                        "Tốt nghiệp THPT",
                        "Trình độ học vấn",
                        "Trình độ văn hoá",
                        "Đầu vào"),
                Field.of(
                        "entryYear",
                        "Năm tốt nghiệp đầu vào",
                        new Field.Decimal(java.math.BigDecimal.valueOf(1950), java.math.BigDecimal.valueOf(2100), 0),
                        "2024",
                        "Năm tốt nghiệp THPT",
                        "Năm tốt nghiệp THCS",
                        "Năm TN"),
                Field.of(
                        "policyGroup",
                        "Đối tượng chính sách",
                        new Field.Text(80),
                        "Hộ nghèo",
                        "Chính sách",
                        "Diện chính sách",
                        "ĐTCS"),
                Field.of("note", "Ghi chú", new Field.Text(300), ""),
                LearnerColumns.overwrite());
    }

    @Override
    public void check(List<SheetTable> tables) {
        var rows = rows(tables);
        var trades = new Trades(occupations.list(), enrolments.listLicensed());
        var known = known(rows);
        var names = holders(rows).stream()
                .collect(toMap(EnrolmentRepository.Holder::id, EnrolmentRepository.Holder::fullName, (a, b) -> a));
        var classes = enrolments.listClasses(rows.stream()
                .map(it -> it.text("className"))
                .filter(Objects::nonNull)
                .collect(toSet()));
        var inFile = new HashMap<String, SheetRow>();
        for (var row : rows) {
            trades.check(row);
            takenByAnother(row, known, names);
            fitsClass(row, classes, inFile);
            secondLook(row);
        }
    }

    private static void takenByAnother(SheetRow row, LearnerRegister.Known known, Map<Long, String> names) {
        var enrolment = known.enrolment(row);
        for (var identity : List.of("citizenId", "passport")) {
            var holder = known.byIdentity().get(Objects.toString(row.text(identity), ""));
            if (enrolment != null && holder != null && holder != enrolment.learnerId()) {
                row.fault(
                        identity,
                        FaultKind.ALREADY_TAKEN,
                        "Số này đã đứng tên %s trong sổ của trường. Mỗi người có một số; hãy tra lại giấy tờ gốc."
                                .formatted(names.get(holder)),
                        null);
            }
        }
    }

    /** A class learns one occupation: the register's, or that of its first row in the file. */
    private static void fitsClass(
            SheetRow row, Map<String, EnrolmentRepository.ClassOf> classes, Map<String, SheetRow> inFile) {
        var name = row.text("className");
        var occupation = row.text("occupationCode");
        if (name == null || occupation == null) {
            return;
        }
        var known = classes.get(name);
        if (known != null && !known.occupationCode().equals(occupation)) {
            row.fault(
                    "className",
                    FaultKind.DIFFERS_FROM_REGISTER,
                    "Lớp này trong sổ học ngành %s, dòng này ghi ngành %s. Sửa mã lớp hoặc mã ngành."
                            .formatted(known.occupationCode(), occupation),
                    null);
        }
        var first = inFile.putIfAbsent(name, row);
        if (known == null && first != null && !first.get("occupationCode").equals(occupation)) {
            row.fault(
                    "className",
                    FaultKind.DIFFERS_FROM_REGISTER,
                    "Ở dòng %d lớp này học ngành %s, dòng này ghi ngành %s. Sửa mã lớp hoặc mã ngành."
                            .formatted(first.number(), first.get("occupationCode"), occupation),
                    null);
        }
    }

    /** What may be right and is often wrong. */
    private void secondLook(SheetRow row) {
        var year = row.decimal("entryYear");
        if ("THCS".equals(row.text("entrySchooling")) && year != null && year.intValue() >= NO_LOWER_DIPLOMA_SINCE) {
            row.warn(
                    "entrySchooling",
                    FaultKind.SECOND_LOOK,
                    "Từ năm %d người học hết lớp 9 không còn được cấp bằng THCS, chỉ có xác nhận trong học bạ; hồ sơ cần giấy xác nhận này."
                            .formatted(NO_LOWER_DIPLOMA_SINCE));
        }
        var born = row.date("birthDate");
        if (born != null && born.plusYears(GUARDED_UNTIL).isAfter(LocalDate.now(clock))) {
            row.warn(
                    "birthDate",
                    FaultKind.SECOND_LOOK,
                    "Người học chưa đủ %d tuổi: sau khi ghi, hãy thêm người giám hộ trong hồ sơ."
                            .formatted(GUARDED_UNTIL));
        }
    }

    @Override
    public List<Difference> compare(List<SheetTable> tables, List<SheetRow> rows) {
        var known = known(rows);
        var fields = fields();
        return rows.stream()
                .map(row -> {
                    var before = known.enrolment(row);
                    return before == null ? Difference.FRESH : difference(before, row, known.kept(row), fields);
                })
                .toList();
    }

    /** A blank cell means no change; it never deletes. */
    private static Difference difference(Enrolment before, SheetRow row, Set<String> byHand, List<Field> fields) {
        var changes = new ArrayList<Difference.Change>();
        var kept = new ArrayList<Difference.Change>();
        for (var field : fields) {
            var after = row.text(field.key());
            var was = WRITTEN.contains(field.key()) ? Objects.toString(before.value(field.key()), "") : null;
            if (after != null && was != null && !after.equals(was)) {
                (byHand.contains(field.key()) ? kept : changes)
                        .add(new Difference.Change(field.label(), field.shown(was), field.shown(after)));
            }
        }
        return Difference.of(changes, kept);
    }

    @Override
    public void commit(long batchId, List<SheetTable> tables, List<SheetRow> rows, Progress progress) {
        register.write(batchId, rows, known(rows), progress);
    }

    @Override
    public String address(long batchId) {
        return "/learners?batch=" + batchId;
    }

    @Override
    public List<String> obstacles(long batchId) {
        return register.obstacles(batchId);
    }

    @Override
    public int undo(long batchId) {
        return register.undo(batchId);
    }

    @Override
    public long recorded() {
        return enrolments.count();
    }

    @Override
    public List<Extract> extract() {
        return Extract.of(
                "Danh sách",
                fields().stream().filter(it -> !it.key().equals("overwrite")).toList(),
                enrolments.listAll(),
                (row, field) -> row.value(field));
    }

    private LearnerRegister.Known known(List<SheetRow> rows) {
        var byCode =
                enrolments
                        .list(rows.stream()
                                .map(it -> it.text("studentCode"))
                                .filter(Objects::nonNull)
                                .toList())
                        .stream()
                        .collect(toMap(Enrolment::studentCode, Function.identity()));
        var byIdentity = new HashMap<String, Long>();
        holders(rows).forEach(it -> {
            byIdentity.put(Objects.toString(it.citizenId(), "-"), it.id());
            byIdentity.put(Objects.toString(it.passport(), "-"), it.id());
        });
        byIdentity.remove("-");
        return new LearnerRegister.Known(
                byCode,
                byIdentity,
                hands.list(byCode.values().stream().map(Enrolment::id).toList()));
    }

    private List<EnrolmentRepository.Holder> holders(List<SheetRow> rows) {
        return enrolments.listHolders(
                rows.stream()
                        .map(it -> it.text("citizenId"))
                        .filter(Objects::nonNull)
                        .toList(),
                rows.stream()
                        .map(it -> it.text("passport"))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static List<SheetRow> rows(List<SheetTable> tables) {
        return tables.stream().flatMap(it -> it.rows().stream()).toList();
    }
}
