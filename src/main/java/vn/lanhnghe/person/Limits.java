package vn.lanhnghe.person;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.ui.Vi;

/** What days can be, by the rules of a day, in years of age and months ahead; each answers with a sentence, or null when all is well. */
public record Limits(Map<String, Integer> rules, LocalDate today) {

    /** A first day at a place of work, of somebody born on a day. */
    public @Nullable String firstDay(LocalDate day, @Nullable LocalDate born) {
        var youngest = rules.get("YOUNGEST");
        if (youngest != null && born != null && day.isBefore(born.plusYears(youngest))) {
            return "Ngày bắt đầu %s không khớp với ngày sinh %s: người bắt đầu làm việc phải đủ %d tuổi. Sửa một trong hai ngày."
                    .formatted(Vi.day(day), Vi.day(born), youngest);
        }
        var furthest = rules.get("FURTHEST");
        return furthest != null && day.isAfter(today.plusMonths(furthest))
                ? "Ngày bắt đầu %s quá xa: ghi trước nhiều nhất %d tháng, đến %s. Kiểm tra lại năm."
                        .formatted(Vi.day(day), furthest, Vi.day(today.plusMonths(furthest)))
                : null;
    }

    public @Nullable String lastDay(LocalDate day) {
        var furthest = rules.get("LAST_DAY");
        return furthest != null && day.isAfter(today.plusMonths(furthest))
                ? "Ngày cuối cùng %s quá xa: ghi trước nhiều nhất %d năm, đến %s. Kiểm tra lại năm, hoặc để trống khi chưa biết."
                        .formatted(Vi.day(day), furthest / 12, Vi.day(today.plusMonths(furthest)))
                : null;
    }

    /** The day on which somebody born on a day was given a paper. */
    public @Nullable String paperDay(LocalDate day, @Nullable LocalDate born) {
        var youngest = rules.get("PAPER_AGE");
        return youngest != null && born != null && day.isBefore(born.plusYears(youngest))
                ? "Ngày cấp %s không khớp với ngày sinh %s: khi đó người này chưa đủ %d tuổi. Xem lại ngày cấp trên giấy."
                        .formatted(Vi.day(day), Vi.day(born), youngest)
                : null;
    }
}
