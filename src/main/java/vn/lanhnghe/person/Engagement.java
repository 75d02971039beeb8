package vn.lanhnghe.person;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When and how much somebody is employed, at the reader's own college or elsewhere; of elsewhere no more is known. */
public record Engagement(
        long personId,
        @Nullable Long spellId,
        boolean own,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        int percent,
        boolean principal) {

    boolean meets(Engagement other) {
        return (endsOn == null || !other.startsOn.isAfter(endsOn))
                && (other.endsOn == null || !startsOn.isAfter(other.endsOn));
    }

    boolean covers(LocalDate day) {
        return !startsOn.isAfter(day) && (endsOn == null || !endsOn.isBefore(day));
    }

    /** The day on which all of them together take the largest share of full time, and that share; zero of none. */
    public record Peak(LocalDate day, int percent) {}

    public static Peak peak(List<Engagement> all) {
        var peak = new Peak(LocalDate.MIN, 0);
        for (var one : all) {
            var sum = all.stream()
                    .filter(it -> it.covers(one.startsOn))
                    .mapToInt(Engagement::percent)
                    .sum();
            if (sum > peak.percent()) {
                peak = new Peak(one.startsOn, sum);
            }
        }
        return peak;
    }

    /** The share together on one day. */
    public static int on(LocalDate day, List<Engagement> all) {
        return all.stream()
                .filter(it -> it.covers(day))
                .mapToInt(Engagement::percent)
                .sum();
    }
}
