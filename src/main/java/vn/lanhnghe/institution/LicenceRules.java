package vn.lanhnghe.institution;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.intake.FaultKind;
import vn.lanhnghe.shared.Vietnamese;

/**
 * What a paper and its lines must be, for the form as for the sheet: the list of occupations in force and the levels that each type
 * of institution may train.
 */
record LicenceRules(Map<String, String> trades, Map<String, Set<String>> trained, LocalDate today) {

    static final int MOST_QUOTA = 20_000;
    static final int LONGEST_NUMBER = 80;
    static final String FIRST_WITHDRAWS_NOTHING =
            "Giấy cấp lần đầu không thu hồi ngành, nghề. Hãy ghi giấy thu hồi, thu hẹp hoặc cấp lại.";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Set<String> CODED = Set.of("CAO_DANG", "TRUNG_CAP");

    /** What is wrong, at which field, in a sentence that says how to mend it. */
    record Breach(String field, FaultKind kind, String sentence) {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static LocalDate from(NewLicence licence) {
        return licence.validFrom() == null ? licence.issuedOn() : licence.validFrom();
    }

    static String recorded(String number, LocalDate issuedOn) {
        return "Giấy số %s ngày %s đã có trong sổ.".formatted(number, day(issuedOn));
    }

    List<Breach> ofPaper(Institution institution, NewLicence licence) {
        var breaches = new ArrayList<Breach>();
        var number = Vietnamese.tidy(licence.number());
        var issued = licence.issuedOn();
        var from = from(licence);
        var born = institution.foundedOn();
        if (Licences.fold(number).length() < 2 || number.length() > LONGEST_NUMBER) {
            breaches.add(new Breach(
                    "number",
                    FaultKind.MALFORMED,
                    "Số giấy chứng nhận dài từ 2 đến 80 ký tự, ví dụ 71/GCNĐKHĐ-SLĐTBXH."));
        }
        if (licence.issuer().isBlank()) {
            breaches.add(
                    new Breach("issuer", FaultKind.REQUIRED, "Hãy ghi cơ quan cấp, ví dụ Sở Giáo dục và Đào tạo."));
        }
        if (born != null && issued.isBefore(born)) {
            breaches.add(new Breach(
                    "issuedOn",
                    FaultKind.DATE_OUT_OF_RANGE,
                    "Giấy ghi ngày %s, trước ngày thành lập của %s (%s). Hãy kiểm tra lại ngày trên giấy; nếu ngày thành lập sai thì sửa ở hồ sơ cơ sở."
                            .formatted(day(issued), institution.name(), day(born))));
        }
        if (issued.isAfter(today)) {
            breaches.add(new Breach(
                    "issuedOn",
                    FaultKind.DATE_OUT_OF_RANGE,
                    "Ngày cấp (%s) chưa đến. Hãy kiểm tra lại ngày trên giấy.".formatted(day(issued))));
        }
        if (from.isBefore(issued)) {
            breaches.add(new Breach(
                    "validFrom",
                    FaultKind.DATE_OUT_OF_RANGE,
                    "Giấy có hiệu lực (%s) trước ngày cấp (%s). Hãy sửa một trong hai ngày."
                            .formatted(day(from), day(issued))));
        }
        if (licence.validTo() != null && licence.validTo().isBefore(from)) {
            breaches.add(new Breach(
                    "validTo",
                    FaultKind.DATE_OUT_OF_RANGE,
                    "Giấy hết hạn (%s) trước khi có hiệu lực (%s). Hãy sửa một trong hai ngày."
                            .formatted(day(licence.validTo()), day(from))));
        }
        return breaches;
    }

    List<Breach> ofLine(Institution institution, NewLicence paper, NewLine line) {
        var breaches = new ArrayList<Breach>();
        level(institution, line, breaches);
        if (line.quota() < 1 || line.quota() > MOST_QUOTA) {
            breaches.add(new Breach(
                    "quota",
                    FaultKind.OUT_OF_RANGE,
                    "Quy mô tuyển sinh một năm phải từ 1 đến 20.000 người. Bạn đã nhập %d.".formatted(line.quota())));
        }
        occupation(line, breaches);
        days(paper, line, breaches);
        return breaches;
    }

    private void level(Institution institution, NewLine line, List<Breach> breaches) {
        if (!Training.levels().containsKey(line.level())) {
            breaches.add(new Breach("level", FaultKind.REQUIRED, "Hãy chọn trình độ đào tạo trong danh sách."));
        } else if (!trained.getOrDefault(institution.type(), Set.of()).contains(line.level())) {
            breaches.add(new Breach(
                    "level",
                    FaultKind.NOT_ALLOWED,
                    "%s không được đào tạo trình độ %s. Được đào tạo: %s."
                            .formatted(institution.typeLabel(), lower(line), institution.trains())));
        }
    }

    private void occupation(NewLine line, List<Breach> breaches) {
        var code = line.occupationCode().strip();
        if (code.isEmpty()) {
            if (Vietnamese.tidy(line.occupationName()).isEmpty()) {
                breaches.add(new Breach(
                        "occupationName",
                        FaultKind.REQUIRED,
                        "Hãy chọn ngành, nghề trong danh mục, hoặc ghi tên nghề như trên giấy."));
            }
        } else if (!trades.containsKey(code)) {
            breaches.add(new Breach(
                    "occupationCode",
                    FaultKind.UNKNOWN_CODE,
                    "Mã %s không có trong danh mục ngành, nghề. Ghi mã trên giấy vào ô “Mã ghi trên giấy” rồi chọn ngành, nghề gần nhất trong danh mục."
                            .formatted(code)));
        } else if (!Training.fits(line.level(), code)) {
            breaches.add(new Breach(
                    "occupationCode",
                    FaultKind.NOT_ALLOWED,
                    "Mã %s không thuộc trình độ %s: mã cao đẳng bắt đầu bằng 6, mã trung cấp bắt đầu bằng 5."
                            .formatted(code, lower(line))));
        }
    }

    private static void days(NewLicence paper, NewLine line, List<Breach> breaches) {
        var from = line.validFrom() == null ? from(paper) : line.validFrom();
        var to = line.validTo() == null ? paper.validTo() : line.validTo();
        if (from.isBefore(from(paper))) {
            breaches.add(new Breach(
                    "lineFrom",
                    FaultKind.DATE_OUT_OF_RANGE,
                    "Dòng này có hiệu lực (%s) trước giấy của nó (%s).".formatted(day(from), day(from(paper)))));
        }
        if (line.validFrom() == null && line.validTo() == null) {
            return;
        }
        if (to != null && to.isBefore(from)) {
            breaches.add(new Breach(
                    line.validTo() == null ? "lineFrom" : "lineTo",
                    FaultKind.DATE_OUT_OF_RANGE,
                    "Dòng này hết hạn (%s) trước khi có hiệu lực (%s). Hãy sửa một trong hai ngày."
                            .formatted(day(to), day(from))));
        } else if (to != null && paper.validTo() != null && to.isAfter(paper.validTo())) {
            breaches.add(new Breach(
                    "lineTo",
                    FaultKind.DATE_OUT_OF_RANGE,
                    "Dòng này hết hạn (%s) sau giấy của nó (%s). Hãy sửa một trong hai ngày."
                            .formatted(day(to), day(paper.validTo()))));
        }
    }

    /** The site is one of those the institution has today. */
    static @Nullable Breach ofSite(Institution institution, List<Site> sites, long siteId) {
        return sites.stream().anyMatch(it -> it.id() == siteId)
                ? null
                : new Breach(
                        "site",
                        FaultKind.UNKNOWN_VALUE,
                        "Địa điểm này không phải của %s, hoặc đã thôi dùng. Các địa điểm: %s."
                                .formatted(
                                        institution.name(),
                                        sites.stream().map(Site::name).collect(Collectors.joining("; "))));
    }

    /** The line with its blanks taken off and its name as the list has it. */
    NewLine completed(NewLine line) {
        var code = line.occupationCode().strip();
        return new NewLine(
                line.siteId(),
                code,
                line.codeOnPaper().strip(),
                trades.getOrDefault(code, Vietnamese.tidy(line.occupationName())),
                line.level(),
                line.quota(),
                line.validFrom(),
                line.validTo());
    }

    /** What a reader should know when the paper's code is not the list's. */
    static @Nullable String note(NewLine line) {
        var paper = line.codeOnPaper().strip();
        var code = line.occupationCode().strip();
        return paper.isEmpty() || paper.equals(code)
                ? null
                : code.isEmpty()
                        ? "Giấy ghi mã %s, không có trong danh mục hiện hành".formatted(paper)
                        : "Giấy ghi mã %s, danh mục hiện hành là %s".formatted(paper, code);
    }

    /** The digit with which the codes of a level begin. */
    static char digit(String level) {
        return level.equals("CAO_DANG") ? '6' : '5';
    }

    static boolean coded(String level) {
        return CODED.contains(level);
    }

    private static String lower(NewLine line) {
        return Training.label(line.level()).toLowerCase(Locale.ROOT);
    }
}
