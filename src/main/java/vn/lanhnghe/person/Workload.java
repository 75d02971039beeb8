package vn.lanhnghe.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.ui.Vi;

/** What must hold of one spell beside a person's others: its days in order, one principal place a day, no more time than there is. */
final class Workload {

    private Workload() {}

    /** Sentences by field, and the one that asks for a second look; both empty when all is well. */
    record Verdict(Map<String, String> faults, @Nullable String flag) {}

    /** {@code born} is whose spell it is, null when nobody knows; {@code before} the spell as a file found it: its days were judged then. */
    static Verdict judge(
            Engagement spell,
            List<Engagement> others,
            @Nullable LocalDate born,
            @Nullable Spell before,
            Limits limits) {
        return judge(null, spell, others, born, before, limits);
    }

    /** {@code took} is what the spell took, if it takes no more time now: that is right even where together they still take too much. */
    static Verdict judge(
            @Nullable Engagement took,
            Engagement spell,
            List<Engagement> others,
            @Nullable LocalDate born,
            @Nullable Spell before,
            Limits limits) {
        var faults = new LinkedHashMap<String, String>();
        if (before == null || !before.startsOn().equals(spell.startsOn())) {
            var fault = limits.firstDay(spell.startsOn(), born);
            if (fault != null) {
                faults.put("startsOn", fault);
            }
        }
        if (spell.endsOn() != null && (before == null || !spell.endsOn().equals(before.endsOn()))) {
            var fault = limits.lastDay(spell.endsOn());
            if (fault != null) {
                faults.put("endsOn", fault);
            }
        }
        if (spell.endsOn() != null && spell.endsOn().isBefore(spell.startsOn())) {
            faults.put(
                    "endsOn",
                    "Ngày kết thúc %s đứng trước ngày bắt đầu %s. Sửa một trong hai ngày."
                            .formatted(Vi.day(spell.endsOn()), Vi.day(spell.startsOn())));
            return new Verdict(faults, null);
        }
        if (spell.percent() < 1 || spell.percent() > 100) {
            faults.put(
                    "percent",
                    "Tỷ lệ thời gian ở một nơi là số nguyên từ 1 đến 100; bạn ghi %d.".formatted(spell.percent()));
        }
        if (spell.principal()) {
            others.stream()
                    .filter(it -> it.principal() && it.meets(spell))
                    .findFirst()
                    .ifPresent(it -> faults.put(
                            "principal",
                            "%s người này đã có nơi làm việc chính %s. Mỗi ngày một người chỉ có một nơi chính: ghi ngày kết thúc nơi cũ, làm thủ tục chuyển công tác, hoặc ghi đây không phải nơi chính."
                                    .formatted(days(it), it.own() ? "ở cơ sở của bạn" : "ở một cơ sở khác")));
        }
        var all = new ArrayList<>(others.stream().filter(it -> it.meets(spell)).toList());
        all.add(spell);
        var peak = Engagement.peak(all);
        var most = limits.rules().getOrDefault("MOST_TIME", Integer.MAX_VALUE);
        if (faults.isEmpty() && peak.percent() > most && (took == null || !spell.within(took))) {
            faults.put(
                    "percent",
                    "Cộng các nơi, ngày %s người này làm %d %% thời gian; nhiều nhất được ghi là %d %%. Sửa tỷ lệ hoặc ghi ngày kết thúc nơi khác."
                            .formatted(Vi.day(peak.day()), peak.percent(), most));
        }
        return new Verdict(
                faults,
                faults.isEmpty() && peak.percent() > limits.rules().getOrDefault("FULL_TIME", Integer.MAX_VALUE)
                        ? over(peak)
                        : null);
    }

    static String over(Engagement.Peak peak) {
        return "Cộng các nơi, từ ngày %s người này làm %d %% thời gian, trên 100 %%. Hãy xem lại tỷ lệ ở từng nơi."
                .formatted(Vi.day(peak.day()), peak.percent());
    }

    private static String days(Engagement it) {
        return it.endsOn() == null
                ? "Từ %s".formatted(Vi.day(it.startsOn()))
                : "Từ %s đến %s".formatted(Vi.day(it.startsOn()), Vi.day(it.endsOn()));
    }
}
