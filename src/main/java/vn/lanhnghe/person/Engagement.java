package vn.lanhnghe.person;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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

    /** Does it take no more time than the other, and none on other days? */
    boolean within(Engagement other) {
        return percent <= other.percent
                && !startsOn.isBefore(other.startsOn)
                && (other.endsOn == null || endsOn != null && !endsOn.isAfter(other.endsOn));
    }

    boolean covers(LocalDate day) {
        return !startsOn.isAfter(day) && (endsOn == null || !endsOn.isBefore(day));
    }

    /** Does it go on today or begin later? */
    boolean lasts(LocalDate today) {
        return endsOn == null || !endsOn.isBefore(today);
    }

    /**
     * Does the reader's college keep the person of these engagements, that is, may it write of them: do they work there, or nowhere and
     * worked there last? The database asks the same in {@code person.kept}.
     */
    static boolean keeps(List<Engagement> all, LocalDate today) {
        var last = all.stream()
                .filter(it -> !it.own)
                .map(it -> Objects.requireNonNullElse(it.endsOn, LocalDate.MAX))
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
        return all.stream()
                .filter(Engagement::own)
                .anyMatch(it ->
                        it.lasts(today) || !Objects.requireNonNull(it.endsOn).isBefore(last));
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
