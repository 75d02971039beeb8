package vn.lanhnghe.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What taking a person on asks for: where, as what, how much of full time, from when. */
public record NewSpell(
        long institutionId,
        @Nullable Long siteId,
        String department,
        String titleCode,
        boolean teaches,
        String contract,
        int percent,
        boolean principal,
        LocalDate startsOn,
        @Nullable LocalDate endsOn) {}
