package vn.lanhnghe.person.paper;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.person.PersonFact;
import vn.lanhnghe.shared.Vietnamese;

/** What a recognition asks for, besides the scan of its decision. */
public record NewRecognition(
        String occupation,
        int councilSize,
        String decisionNumber,
        LocalDate decidedOn,
        String evidence,
        @Nullable LocalDate taughtOn) {

    /** A form read, or what is wrong with it by field. */
    public record Form(Map<String, String> faults, @Nullable NewRecognition recognition) {}

    public static Form read(Map<String, String> form, LocalDate today, Map<String, Integer> rules) {
        var faults = new LinkedHashMap<String, String>();
        var occupation = Vietnamese.tidy(form.getOrDefault("occupation", ""));
        if (occupation.length() < 2 || occupation.length() > 200) {
            faults.put("occupation", "Hãy ghi nghề được dạy, ví dụ “Hàn”.");
        }
        var least = rules.getOrDefault("COUNCIL_SMALL", 0);
        var most = rules.getOrDefault("COUNCIL_LARGE", 0);
        var size = form.getOrDefault("councilSize", "").strip();
        if (!size.matches("\\d{1,2}")
                || Integer.parseInt(size) < least
                || Integer.parseInt(size) > most
                || Integer.parseInt(size) % 2 == 0) {
            faults.put(
                    "councilSize",
                    "Hội đồng công nhận có %d hoặc %d người; bạn ghi “%s”.".formatted(least, most, size));
        }
        var number = Vietnamese.tidy(form.getOrDefault("decisionNumber", ""));
        if (number.isEmpty() || number.length() > 60) {
            faults.put("decisionNumber", "Hãy ghi số quyết định công nhận, tối đa 60 ký tự.");
        }
        var decided = PersonFact.day(form.getOrDefault("decidedOn", "").strip());
        if (decided == null || decided.isAfter(today)) {
            faults.put("decidedOn", "Hãy ghi ngày quyết định, dd/MM/yyyy, không sau hôm nay.");
        }
        var evidence = Vietnamese.tidy(form.getOrDefault("evidence", ""));
        if (evidence.length() < 3 || evidence.length() > 500) {
            faults.put(
                    "evidence", "Hãy ghi minh chứng tay nghề trong 3–500 ký tự, ví dụ “Bậc thợ 5/7, 12 năm làm nghề”.");
        }
        var typed = form.getOrDefault("taughtOn", "").strip();
        var taught = typed.isEmpty() ? null : PersonFact.day(typed);
        if (!typed.isEmpty()
                && (taught == null || taught.isAfter(today) || decided != null && taught.isBefore(decided))) {
            faults.put("taughtOn", "Ngày dạy gần nhất phải từ ngày quyết định đến hôm nay. Để trống nếu chưa dạy.");
        }
        return faults.isEmpty() && decided != null
                ? new Form(
                        faults,
                        new NewRecognition(occupation, Integer.parseInt(size), number, decided, evidence, taught))
                : new Form(faults, null);
    }
}
