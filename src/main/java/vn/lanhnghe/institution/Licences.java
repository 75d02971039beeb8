package vn.lanhnghe.institution;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.file.Files;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;

/** Giấy chứng nhận đăng ký hoạt động: recorded by the department as the papers have them; additions and withdrawals are papers too. */
@Service
public class Licences {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

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
        var number = Vietnamese.tidy(licence.number());
        if (fold(number).length() < 2 || number.length() > 80) {
            throw new Refusal("Số giấy chứng nhận dài từ 2 đến 80 ký tự, ví dụ 71/GCNĐKHĐ-SLĐTBXH.");
        }
        if (licence.issuer().isBlank()) {
            throw new Refusal("Hãy ghi cơ quan cấp, ví dụ Sở Giáo dục và Đào tạo.");
        }
        var today = LocalDate.now(clock);
        var born = institution.foundedOn();
        if (born != null && licence.issuedOn().isBefore(born)) {
            throw new Refusal(
                    "Giấy ghi ngày %s, trước ngày thành lập của %s (%s). Hãy kiểm tra lại ngày trên giấy; nếu ngày thành lập sai thì sửa ở hồ sơ cơ sở."
                            .formatted(DAY.format(licence.issuedOn()), institution.name(), DAY.format(born)));
        }
        if (licence.issuedOn().isAfter(today)) {
            throw new Refusal("Ngày cấp (%s) chưa đến. Hãy kiểm tra lại ngày trên giấy."
                    .formatted(DAY.format(licence.issuedOn())));
        }
        var from = licence.validFrom() == null ? licence.issuedOn() : licence.validFrom();
        if (from.isBefore(licence.issuedOn())) {
            throw new Refusal("Giấy có hiệu lực (%s) trước ngày cấp (%s). Hãy sửa một trong hai ngày."
                    .formatted(DAY.format(from), DAY.format(licence.issuedOn())));
        }
        if (licence.validTo() != null && licence.validTo().isBefore(from)) {
            throw new Refusal("Giấy hết hạn (%s) trước khi có hiệu lực (%s). Hãy sửa một trong hai ngày."
                    .formatted(DAY.format(licence.validTo()), DAY.format(from)));
        }
        if (licences.list(institutionId).stream()
                .anyMatch(it ->
                        fold(it.number()).equals(fold(number)) && it.issuedOn().equals(licence.issuedOn()))) {
            throw new Refusal("Giấy số %s ngày %s đã có trong sổ.".formatted(number, DAY.format(licence.issuedOn())));
        }
        var faults = new LinkedHashMap<String, String>();
        var paper = Changes.paper(licence.scan(), faults);
        if (!faults.isEmpty()) {
            throw new Refusal(Objects.requireNonNull(faults.get("evidence")));
        }
        return pen.raised(() -> {
            var scan = paper == null ? null : files.put(institutionId, paper);
            var id = licences.insert(
                    institutionId,
                    new NewLicence(
                            licence.kind(),
                            number,
                            Vietnamese.tidy(licence.issuer()),
                            licence.issuedOn(),
                            from,
                            licence.validTo(),
                            licence.note(),
                            null),
                    fold(number),
                    token(),
                    scan,
                    licence.scan() == null || scan == null
                            ? null
                            : licence.scan().getOriginalFilename(),
                    rehearsal);
            if (!rehearsal) {
                act(
                        ActKind.LICENCE_RECORDED,
                        institutionId,
                        "%s: %s, ngày %s".formatted(licence.kind().label(), number, DAY.format(licence.issuedOn())),
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
        var sites = institutions.listSites(institution.id()).stream()
                .collect(Collectors.toMap(Site::id, Function.identity()));
        var known = trades.listTrades().stream().collect(Collectors.toMap(Trades.Trade::code, Trades.Trade::name));
        var checked = new ArrayList<NewLine>();
        var notes = new ArrayList<@Nullable String>();
        for (var line : lines) {
            if (!sites.containsKey(line.siteId())) {
                throw new Refusal("Địa điểm này không phải của %s, hoặc đã thôi dùng.".formatted(institution.name()));
            }
            checked.add(checked(line, institution, licence, known));
            notes.add(note(line));
        }
        pen.raised(() -> {
            licences.insertLines(licence, checked, notes);
            search.refresh(List.of(institution.id()));
            if (!licence.rehearsal()) {
                act(
                        ActKind.LICENCE_RECORDED,
                        institution.id(),
                        "Giấy %s, thêm: %s"
                                .formatted(
                                        licence.number(),
                                        checked.stream()
                                                .map(it -> "%s (%s, %d/năm)"
                                                        .formatted(
                                                                it.occupationName(),
                                                                Training.label(it.level()),
                                                                it.quota()))
                                                .collect(Collectors.joining("; "))),
                        null);
            }
            return licenceId;
        });
    }

    private NewLine checked(NewLine line, Institution institution, Licence licence, Map<String, String> known) {
        if (!Training.levels().containsKey(line.level())) {
            throw new Refusal("Hãy chọn trình độ đào tạo trong danh sách.");
        }
        if (!licences.trains(institution.type(), line.level())) {
            throw new Refusal("%s không được đào tạo trình độ %s. Được đào tạo: %s."
                    .formatted(
                            institution.typeLabel(),
                            Training.label(line.level()).toLowerCase(java.util.Locale.ROOT),
                            institution.trains()));
        }
        if (line.quota() < 1 || line.quota() > 20_000) {
            throw new Refusal(
                    "Quy mô tuyển sinh một năm phải từ 1 đến 20.000 người. Bạn đã nhập %d.".formatted(line.quota()));
        }
        var code = line.occupationCode().strip();
        var coded = line.level().equals("CAO_DANG") || line.level().equals("TRUNG_CAP");
        if (!code.isEmpty() && !known.containsKey(code)) {
            throw new Refusal(
                    "Mã %s không có trong danh mục ngành, nghề. Ghi mã trên giấy vào ô “Mã ghi trên giấy” rồi chọn ngành, nghề gần nhất trong danh mục."
                            .formatted(code));
        }
        if (!code.isEmpty() && coded && code.charAt(0) != (line.level().equals("CAO_DANG") ? '6' : '5')) {
            throw new Refusal("Mã %s không thuộc trình độ %s: mã cao đẳng bắt đầu bằng 6, mã trung cấp bắt đầu bằng 5."
                    .formatted(code, Training.label(line.level()).toLowerCase(java.util.Locale.ROOT)));
        }
        var name = code.isEmpty() ? Vietnamese.tidy(line.occupationName()) : known.get(code);
        if (name == null || name.isEmpty()) {
            throw new Refusal("Hãy chọn ngành, nghề trong danh mục, hoặc ghi tên nghề như trên giấy.");
        }
        if (line.validFrom() != null && line.validFrom().isBefore(licence.validFrom())) {
            throw new Refusal("Dòng này có hiệu lực (%s) trước giấy của nó (%s)."
                    .formatted(DAY.format(line.validFrom()), DAY.format(licence.validFrom())));
        }
        return new NewLine(
                line.siteId(),
                code,
                line.codeOnPaper().strip(),
                name,
                line.level(),
                line.quota(),
                line.validFrom(),
                line.validTo());
    }

    /** What a reader should know when the paper's code is not the list's. */
    private static @Nullable String note(NewLine line) {
        var paper = line.codeOnPaper().strip();
        var code = line.occupationCode().strip();
        return paper.isEmpty() || paper.equals(code)
                ? null
                : code.isEmpty()
                        ? "Giấy ghi mã %s, không có trong danh mục hiện hành".formatted(paper)
                        : "Giấy ghi mã %s, danh mục hiện hành là %s".formatted(paper, code);
    }

    /** Ends lines by a paper of withdrawal, from its first day of validity. */
    public int withdraw(long byLicence, Collection<Long> lineIds) {
        officer();
        var paper = get(byLicence);
        if (paper.kind() == LicenceKind.FIRST) {
            throw new Refusal(
                    "Giấy cấp lần đầu không thu hồi ngành, nghề. Hãy ghi giấy thu hồi, thu hẹp hoặc cấp lại.");
        }
        if (lineIds.isEmpty()) {
            throw new Refusal("Bạn chưa chọn dòng nào để thu hẹp.");
        }
        return pen.raised(() -> {
            var done = licences.withdraw(paper.institutionId(), lineIds, byLicence, paper.validFrom());
            if (done != lineIds.size()) {
                throw new Refusal(
                        "Có dòng đã thu hẹp trước đó, hoặc chưa có hiệu lực vào ngày %s. Hãy mở lại danh sách."
                                .formatted(DAY.format(paper.validFrom())));
            }
            act(
                    ActKind.LICENCE_LINE_WITHDRAWN,
                    paper.institutionId(),
                    "Giấy %s thu hẹp %d dòng từ %s".formatted(paper.number(), done, DAY.format(paper.validFrom())),
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
