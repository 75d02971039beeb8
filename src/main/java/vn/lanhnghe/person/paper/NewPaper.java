package vn.lanhnghe.person.paper;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.person.PersonFact;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.shared.Written;

/** What declaring a paper asks for, besides its scan. */
public record NewPaper(
        PaperKind kind,
        String name,
        String issuer,
        String number,
        LocalDate issuedOn,
        @Nullable LocalDate validTo) {

    /** A form read, or what is wrong with it by field. */
    public record Form(Map<String, String> faults, @Nullable NewPaper paper) {}

    public static Form read(Map<String, String> form, LocalDate today) {
        var faults = new LinkedHashMap<String, String>();
        var kind = Arrays.stream(PaperKind.values())
                .filter(it -> it.name().equals(form.get("kind")))
                .findFirst()
                .orElse(null);
        if (kind == null) {
            faults.put("kind", "Hãy chọn loại giấy.");
        }
        var name = text(form, "name", "Hãy ghi tên văn bằng, chứng chỉ trong 3–200 ký tự.", faults);
        var issuer = text(form, "issuer", "Hãy ghi nơi cấp trong 3–200 ký tự.", faults);
        var number = Vietnamese.tidy(form.getOrDefault("number", ""));
        var unreadable = Written.textFault(number, 60);
        if (unreadable != null) {
            faults.put("number", "Số hiệu: " + unreadable);
        }
        var issued = PersonFact.day(form.getOrDefault("issuedOn", "").strip());
        if (issued == null || issued.isAfter(today) || issued.getYear() < 1950) {
            faults.put("issuedOn", "Hãy ghi ngày cấp, dd/MM/yyyy, không sau hôm nay.");
        }
        var until = form.getOrDefault("validTo", "").strip();
        var validTo = until.isEmpty() ? null : PersonFact.day(until);
        if (!until.isEmpty() && (validTo == null || issued != null && validTo.isBefore(issued))) {
            faults.put(
                    "validTo", "Ngày hết hạn phải là ngày có thật, không trước ngày cấp. Để trống nếu không có hạn.");
        }
        return faults.isEmpty() && kind != null && issued != null
                ? new Form(faults, new NewPaper(kind, name, issuer, number, issued, validTo))
                : new Form(faults, null);
    }

    private static String text(Map<String, String> form, String field, String fault, Map<String, String> faults) {
        var text = Vietnamese.tidy(form.getOrDefault(field, ""));
        var unreadable = Written.textFault(text, 200);
        if (text.length() < 3 || text.length() > 200) {
            faults.put(field, fault);
        } else if (unreadable != null) {
            faults.put(field, unreadable);
        }
        return text;
    }
}
