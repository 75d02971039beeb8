package vn.lanhnghe.learning;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.lanhnghe.intake.Difference;
import vn.lanhnghe.intake.FaultKind;
import vn.lanhnghe.intake.Field;
import vn.lanhnghe.intake.SheetKind;
import vn.lanhnghe.intake.SheetRow;
import vn.lanhnghe.intake.SheetTable;
import vn.lanhnghe.programme.Occupation;
import vn.lanhnghe.programme.Occupations;
import vn.lanhnghe.shared.Vietnamese;

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

    private final EnrolmentRepository enrolments;
    private final LearnerRegister register;
    private final Occupations occupations;
    private final Clock clock;

    LearnerSheet(EnrolmentRepository enrolments, LearnerRegister register, Occupations occupations, Clock clock) {
        this.enrolments = enrolments;
        this.register = register;
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
                        .once(),
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
                Field.of("birthPlace", "Nơi sinh", new Field.Text(120), "TP. Hồ Chí Minh"),
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
                Field.of("admittedOn", "Ngày nhập học", admitted, "05/09/2024", "Ngày vào học", "Nhập học"),
                Field.of(
                        "policyGroup",
                        "Đối tượng chính sách",
                        new Field.Text(80),
                        "Hộ nghèo",
                        "Chính sách",
                        "Diện chính sách",
                        "ĐTCS"),
                Field.of("note", "Ghi chú", new Field.Text(300), ""));
    }

    @Override
    public void check(List<SheetTable> tables) {
        var rows = rows(tables);
        var known = occupations.list().stream().collect(toMap(Occupation::code, Function.identity()));
        var byName = known.values().stream()
                .collect(toMap(
                        it -> Vietnamese.fold(it.name()), Occupation::code, (a, b) -> a.compareTo(b) > 0 ? a : b));
        var existing = existing(rows);
        var holders =
                enrolments
                        .listHolders(rows.stream()
                                .map(it -> it.text("citizenId"))
                                .filter(Objects::nonNull)
                                .toList())
                        .stream()
                        .collect(toMap(EnrolmentRepository.Holder::citizenId, Function.identity()));
        for (var row : rows) {
            var code = row.text("occupationCode");
            if (code != null && !known.containsKey(code)) {
                row.fault("occupationCode", FaultKind.UNKNOWN_CODE, unknownCode(row, byName), null);
            }
            takenByAnother(row, existing, holders);
        }
    }

    private static String unknownCode(SheetRow row, Map<String, String> byName) {
        var name = row.text("occupationName");
        var likely = name == null ? null : byName.get(Vietnamese.fold(name));
        return "Mã này không có trong danh mục ngành, nghề đào tạo (7 chữ số, bắt đầu bằng 6 với cao đẳng, 5 với trung cấp). "
                + (likely == null
                        ? "Hãy tra lại mã trên giấy chứng nhận đăng ký hoạt động của trường."
                        : "Cùng dòng ghi “%s”, ngành này có mã %s. Hãy tra lại rồi sửa.".formatted(name, likely));
    }

    private static void takenByAnother(
            SheetRow row, Map<String, Enrolment> existing, Map<String, EnrolmentRepository.Holder> holders) {
        var enrolment = existing.get(Objects.toString(row.text("studentCode"), ""));
        var holder = holders.get(Objects.toString(row.text("citizenId"), ""));
        if (enrolment != null && holder != null && holder.id() != enrolment.learnerId()) {
            row.fault(
                    "citizenId",
                    FaultKind.ALREADY_TAKEN,
                    "Số này đã đứng tên %s trong sổ của trường. Mỗi người có một số định danh; hãy tra lại số trên thẻ căn cước."
                            .formatted(holder.fullName()),
                    null);
        }
    }

    @Override
    public List<Difference> compare(List<SheetTable> tables, List<SheetRow> rows) {
        var existing = existing(rows);
        return rows.stream()
                .map(row -> {
                    var before = existing.get(row.get("studentCode"));
                    return before == null ? Difference.FRESH : Difference.of(changes(before, row));
                })
                .toList();
    }

    private static List<Difference.Change> changes(Enrolment before, SheetRow row) {
        var changes = new ArrayList<Difference.Change>();
        compare(changes, "Họ và tên", before.fullName(), row.text("fullName"));
        compare(changes, "Ngày sinh", before.birthDate().toString(), row.text("birthDate"));
        compare(changes, "Số định danh", before.citizenId(), row.text("citizenId"));
        compare(changes, "Giới tính", before.sex() == null ? "" : before.sex().name(), row.text("sex"));
        compare(changes, "Dân tộc", before.ethnicity(), row.text("ethnicity"));
        compare(changes, "Điện thoại", before.phone(), row.text("phone"));
        compare(changes, "Nơi sinh", before.birthPlace(), row.text("birthPlace"));
        compare(changes, "Mã ngành, nghề", before.occupationCode(), row.text("occupationCode"));
        compare(changes, "Trình độ", before.level().name(), row.text("level"));
        compare(changes, "Ngày nhập học", Objects.toString(before.admittedOn(), ""), row.text("admittedOn"));
        compare(changes, "Đối tượng chính sách", before.policyGroup(), row.text("policyGroup"));
        compare(changes, "Ghi chú", before.note(), row.text("note"));
        return changes;
    }

    /** A blank cell means no change; it never deletes. */
    private static void compare(
            List<Difference.Change> changes, String label, @Nullable String before, @Nullable String after) {
        if (after != null && !after.equals(Objects.toString(before, ""))) {
            changes.add(new Difference.Change(label, Objects.toString(before, ""), after));
        }
    }

    @Override
    public void commit(long batchId, List<SheetTable> tables, List<SheetRow> rows, Progress progress) {
        register.write(batchId, rows, existing(rows), progress);
    }

    @Override
    public String address(long batchId) {
        return "/learners?batch=" + batchId;
    }

    private Map<String, Enrolment> existing(List<SheetRow> rows) {
        return enrolments
                .list(rows.stream()
                        .map(it -> it.text("studentCode"))
                        .filter(Objects::nonNull)
                        .toList())
                .stream()
                .collect(toMap(Enrolment::studentCode, Function.identity()));
    }

    private static List<SheetRow> rows(List<SheetTable> tables) {
        return tables.stream().flatMap(it -> it.rows().stream()).toList();
    }
}
