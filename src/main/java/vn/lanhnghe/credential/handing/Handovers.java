package vn.lanhnghe.credential.handing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.credential.issuing.Books;
import vn.lanhnghe.credential.issuing.Entry;
import vn.lanhnghe.file.Files;
import vn.lanhnghe.file.Scan;
import vn.lanhnghe.learning.Enrolments;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Vi;

/** Diplomas handed over at the desk: to their holder or to somebody sent by them, against a paper and a signature. */
@Service
@Transactional
public class Handovers {

    /** So many diplomas one receiver takes at once. */
    static final int MOST = 200;

    private final HandoverRepository handovers;
    private final Books books;
    private final Enrolments enrolments;
    private final Files files;
    private final Acts acts;
    private final Clock clock;

    Handovers(HandoverRepository handovers, Books books, Enrolments enrolments, Files files, Acts acts, Clock clock) {
        this.handovers = handovers;
        this.books = books;
        this.enrolments = enrolments;
        this.files = files;
        this.acts = acts;
        this.clock = clock;
    }

    /** Hands all of these diplomas over to one receiver, or none; answers with how many. */
    @PreAuthorize("hasAuthority('CREDENTIAL_HAND')")
    public int hand(Receipt receipt) {
        var ids = Objects.requireNonNullElse(receipt.diploma(), List.<Long>of());
        if (ids.isEmpty()) {
            throw new Refusal("Chưa chọn văn bằng nào để trao. Tìm và đánh dấu ở trên rồi đưa vào hàng chờ.");
        }
        if (ids.size() > MOST) {
            throw new Refusal(
                    "Mỗi người nhận một lần tối đa %d văn bằng, bạn đã chọn %s.".formatted(MOST, Vi.count(ids.size())));
        }
        var diplomas = handovers.lock(ids);
        if (diplomas.size() < ids.size()) {
            throw new Refusal(
                    "%s văn bằng trong lựa chọn đã trao, không còn hiệu lực hoặc không thuộc trường. Chưa ghi gì; mở lại hàng chờ để xem."
                            .formatted(Vi.count(ids.size() - diplomas.size())));
        }
        var handed = handed(receipt, diplomas);
        try {
            handovers.insert(handed, diplomas.stream().map(Diploma::id).toList());
        } catch (DuplicateKeyException e) {
            throw new Refusal("Có văn bằng vừa được người khác ghi đã trao. Chưa ghi gì; mở lại hàng chờ để xem.");
        }
        books.write(diplomas, Entry.Kind.HANDED_OVER, inTheBook(handed), null, null);
        acts.record(
                ActKind.DIPLOMA_HANDED_OVER,
                "diploma",
                diplomas.stream().map(Diploma::id).toList(),
                diplomas.getFirst().institutionId(),
                handed.holder() ? "Trao cho chính người được cấp" : "Trao cho người nhận thay",
                null);
        return diplomas.size();
    }

    private HandoverRepository.Handed handed(Receipt receipt, List<Diploma> diplomas) {
        var holder = !Boolean.FALSE.equals(receipt.holder());
        if (holder && diplomas.stream().map(Diploma::learnerId).distinct().count() > 1) {
            throw new Refusal(
                    "Đã chọn văn bằng của nhiều người nên không thể là chính chủ nhận. Chọn “Người khác nhận thay” và ghi uỷ quyền, hoặc trao từng người.");
        }
        var receiver = holder ? diplomas.getFirst().fullName() : Vietnamese.tidy(text(receipt.receiver()));
        if (receiver.length() < 2 || receiver.length() > 120) {
            throw new Refusal("Nhập họ và tên người nhận thay, từ 2 đến 120 ký tự.");
        }
        var authorisation = holder ? null : Vietnamese.tidy(text(receipt.authorisation()));
        if (authorisation != null && (authorisation.isEmpty() || authorisation.length() > 300)) {
            throw new Refusal(
                    "Ghi người nhận thay theo uỷ quyền nào, tối đa 300 ký tự, ví dụ “Giấy uỷ quyền ngày 12/06/2026, UBND phường chứng thực”.");
        }
        var scan = holder ? Optional.<Scan>empty() : Scan.read(receipt.authorisationScan());
        if (!holder && scan.isEmpty()) {
            throw new Refusal("Kèm bản quét hoặc ảnh chụp giấy uỷ quyền (PDF, PNG, JPEG, tối đa 10 MB).");
        }
        var kind = receipt.paperKind();
        if (kind == null) {
            throw new Refusal("Chọn loại giấy tờ người nhận đã xuất trình.");
        }
        var number = number(kind, text(receipt.paperNumber()));
        var matches = holder ? matches(kind, number, diplomas.getFirst()) : null;
        if (Boolean.FALSE.equals(matches)) {
            throw new Refusal(
                    "Số giấy tờ (%s) người nhận xuất trình không khớp với hồ sơ của %s. Kiểm tra lại từng chữ số; nếu hồ sơ sai thì sửa hồ sơ người học trước khi trao."
                            .formatted(kind.label(), receiver));
        }
        var picture = SignaturePicture.read(text(receipt.signature()));
        var typed = Vietnamese.tidy(text(receipt.confirmed()));
        if (picture.isEmpty() && !Vietnamese.fold(typed).equals(Vietnamese.fold(receiver))) {
            throw new Refusal(
                    typed.isEmpty()
                            ? "Người nhận ký vào ô chữ ký, hoặc gõ họ và tên của mình để xác nhận đã nhận."
                            : "Tên gõ để xác nhận là “%s”, khác tên người nhận “%s”. Gõ đúng họ và tên người nhận."
                                    .formatted(typed, receiver));
        }
        var own = diplomas.getFirst().institutionId();
        return new HandoverRepository.Handed(
                receiver,
                holder,
                kind,
                covered(number),
                matches,
                authorisation,
                scan.map(it -> files.put(own, it.bytes())).orElse(null),
                scan.map(Scan::name).orElse(null),
                picture.map(it -> files.put(own, it)).orElse(null),
                picture.isPresent() ? null : typed);
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    /** The number of a paper without blanks and dots; refused when no such paper has one like it. */
    private static String number(Handover.PaperKind kind, String typed) {
        var number = typed.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT);
        var fault = switch (kind) {
            case CITIZEN_CARD ->
                number.matches("\\d{12}") ? "" : "Số thẻ căn cước, CCCD gồm 12 chữ số, bạn đã nhập “%s”.";
            case PASSPORT ->
                number.matches("[A-Z0-9]{6,12}")
                        ? ""
                        : "Số hộ chiếu gồm 6 đến 12 chữ và số, ví dụ C1234567, bạn đã nhập “%s”.";
            case STUDENT_CARD, OTHER ->
                number.matches("[\\p{L}0-9/]{4,30}") ? "" : "Số giấy tờ gồm 4 đến 30 chữ và số, bạn đã nhập “%s”.";
        };
        if (!fault.isEmpty()) {
            throw new Refusal(fault.formatted(typed.strip()));
        }
        return number;
    }

    /** Is the number the one that the learner's record holds? Null when the record holds none of that kind. */
    private @Nullable Boolean matches(Handover.PaperKind kind, String number, Diploma diploma) {
        var enrolment = enrolments.standing(diploma.enrolmentId()).orElseThrow().enrolment();
        var known = switch (kind) {
            case CITIZEN_CARD -> enrolment.citizenId();
            case PASSPORT -> enrolment.passport();
            case STUDENT_CARD -> enrolment.studentCode();
            case OTHER -> null;
        };
        return known == null ? null : known.equalsIgnoreCase(number);
    }

    /** The first three and the last two signs; of a short number less. */
    static String covered(String number) {
        var kept = number.length() < 8 ? 1 : 3;
        var last = number.length() < 8 ? 1 : 2;
        return number.substring(0, kept)
                + "•".repeat(number.length() - kept - last)
                + number.substring(number.length() - last);
    }

    private static Map<String, String> inTheBook(HandoverRepository.Handed handed) {
        var content = new LinkedHashMap<String, String>();
        content.put("Người nhận", handed.receiver());
        content.put("Giấy tờ", "%s %s".formatted(handed.kind().label(), handed.number()));
        if (handed.authorisation() != null) {
            content.put("Nhận thay theo", handed.authorisation());
        }
        return content;
    }

    /** Takes a mistaken hand-over back on the day it was written; the log keeps both lines. Answers with the diploma's id. */
    @PreAuthorize("hasAuthority('CREDENTIAL_HAND')")
    public long undo(long id, String reason) {
        var tidy = Vietnamese.tidy(reason);
        if (tidy.isEmpty() || tidy.length() > 300) {
            throw new Refusal("Ghi vì sao ghi nhầm, tối đa 300 ký tự; cả hai dòng ở lại trong sổ trao.");
        }
        var found = get(id);
        var diploma = handovers
                .lock(found.diplomaId())
                .orElseThrow(() -> new NotFound("Không có lần trao này trong phạm vi của bạn."));
        var handover = get(id);
        if (handover.undoes() != null || handover.undone()) {
            throw new Refusal("Lần trao này đã được huỷ rồi.");
        }
        if (!handover.at().atZoneSameInstant(Vi.ZONE).toLocalDate().equals(LocalDate.now(clock))) {
            throw new Refusal(
                    "Chỉ huỷ được lần trao ghi nhầm trong ngày; lần này ghi lúc %s. Lập biên bản và báo hiệu trưởng."
                            .formatted(Vi.time(handover.at())));
        }
        handovers.undo(handover, tidy);
        books.write(diploma, Entry.Kind.HANDING_UNDONE, Map.of("Người nhận", handover.receiver()), null, tidy);
        acts.record(
                ActKind.HANDING_UNDONE,
                new Subject("diploma", diploma.id(), diploma.institutionId()),
                "Huỷ ghi trao nhầm",
                tidy);
        return diploma.id();
    }

    private Handover get(long id) {
        return handovers.find(id).orElseThrow(() -> new NotFound("Không có lần trao này trong phạm vi của bạn."));
    }

    /** How many diplomas have waited for their holders, by age. */
    @Transactional(readOnly = true)
    public Map<Uncollected.Age, Long> countWaiting() {
        var today = LocalDate.now(clock);
        return List.of(Uncollected.Age.values()).stream()
                .collect(Collectors.toMap(it -> it, it -> handovers.count(it, today), (a, b) -> a, LinkedHashMap::new));
    }
}
