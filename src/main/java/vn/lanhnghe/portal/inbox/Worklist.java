package vn.lanhnghe.portal.inbox;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lanhnghe.ui.Duties;
import vn.lanhnghe.ui.Duty;
import vn.lanhnghe.ui.Reader;

/** Everything that waits for whoever is signed in, in one order: what is overdue longest, then what is due next, then what has no day. */
@Component
public class Worklist {

    private final List<Duties> sources;

    Worklist(List<Duties> sources) {
        this.sources = sources;
    }

    public List<Duty> list() {
        return sources.stream()
                .filter(it -> Reader.may(it.authority()))
                .flatMap(it -> it.list().stream())
                .sorted(Comparator.comparing(Duty::until, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /** How a duty stands: “quá hạn 3 ngày”, “hạn hôm nay”, “còn 5 ngày”; empty without a day. */
    public static String said(Duty duty, LocalDate today) {
        if (duty.until() == null) {
            return "";
        }
        var days = ChronoUnit.DAYS.between(today, duty.until());
        return days < 0
                ? "quá hạn %d ngày".formatted(-days)
                : days == 0 ? "hạn hôm nay" : "còn %d ngày".formatted(days);
    }
}
