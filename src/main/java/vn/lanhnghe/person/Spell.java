package vn.lanhnghe.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Thời gian công tác: a person at a college in one title; {@code percent} of full time, {@code endsOn} the last day. */
public record Spell(
        long id,
        long personId,
        long institutionId,
        @Nullable Long siteId,
        String department,
        String titleCode,
        String title,
        String post,
        boolean teaches,
        String contract,
        int percent,
        boolean principal,
        LocalDate startsOn,
        @Nullable LocalDate endsOn) {

    public boolean open(LocalDate day) {
        return !startsOn.isAfter(day) && (endsOn == null || !endsOn.isBefore(day));
    }
}
