package vn.lanhnghe.person.training;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.person.PersonFact;
import vn.lanhnghe.shared.Vietnamese;

/** What declaring training done elsewhere asks for; its paper comes beside it. */
public record NewElsewhere(
        String title,
        String kind,
        String purpose,
        int hours,
        String provider,
        String paperNumber,
        LocalDate startsOn,
        LocalDate finishedOn) {

    private static final int MOST_HOURS = 2000;

    /** A form read: everything that is wrong with it by field, and its days as far as they can be read. */
    public record Form(
            Map<String, String> faults,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate finishedOn,
            @Nullable NewElsewhere item) {}

    public static Form read(Map<String, String> form) {
        var faults = new LinkedHashMap<String, String>();
        var title = text(form, "title", 5, 200, "Ghi tên khoá, từ 5 đến 200 ký tự", faults);
        var provider = text(form, "provider", 3, 200, "Ghi nơi cấp chứng nhận", faults);
        var typed = form.getOrDefault("hours", "").strip();
        var hours = typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0;
        if (typed.isEmpty()) {
            faults.put("hours", "Ghi số tiết trên chứng nhận");
        } else if (hours < 1 || hours > MOST_HOURS) {
            faults.put("hours", "Số tiết là số nguyên từ 1 đến 2000; bạn ghi “%s”".formatted(Runs.said(typed)));
        }
        var number = text(form, "paperNumber", 0, 60, "Số chứng nhận tối đa 60 ký tự", faults);
        var starts = day(form, "startsOn", "Chọn ngày bắt đầu học", faults);
        var finished = day(form, "finishedOn", "Chọn ngày học xong, như trên chứng nhận", faults);
        return new Form(
                faults,
                starts,
                finished,
                !faults.isEmpty() || starts == null || finished == null
                        ? null
                        : new NewElsewhere(
                                title,
                                form.getOrDefault("kind", ""),
                                form.getOrDefault("purpose", ""),
                                hours,
                                provider,
                                number,
                                starts,
                                finished));
    }

    private static String text(
            Map<String, String> form, String field, int least, int most, String fault, Map<String, String> faults) {
        var text = Vietnamese.tidy(form.getOrDefault(field, ""));
        if (text.length() < least || text.length() > most) {
            faults.put(field, fault);
        }
        return text;
    }

    private static @Nullable LocalDate day(
            Map<String, String> form, String field, String fault, Map<String, String> faults) {
        var typed = form.getOrDefault(field, "").strip();
        var day = PersonFact.day(typed);
        if (day == null) {
            faults.put(
                    field,
                    typed.isEmpty() ? fault : "“%s” không phải ngày có thật. %s".formatted(Runs.said(typed), fault));
        }
        return day;
    }
}
