package vn.lanhnghe.institution;

import java.time.LocalDate;
import java.util.List;

/**
 * What recording a succession asks for; institutions by id. {@code closes} is whether those before cease to be (a split may leave
 * them); name and type are the new ones of a renaming or conversion; the three fates are of open work, learners and register books.
 */
record SuccessionPlan(
        SuccessionKind kind,
        List<Long> before,
        List<Long> after,
        boolean closes,
        String name,
        String type,
        String decision,
        LocalDate decidedOn,
        LocalDate effectiveOn,
        String openWork,
        String learners,
        String books,
        String reason) {}
