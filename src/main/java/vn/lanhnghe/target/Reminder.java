package vn.lanhnghe.target;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/** What the department asked of an institution for a target, the last time it did. */
public record Reminder(
        long id,
        String targetCode,
        int milestone,
        long institutionId,
        LocalDate dueOn,
        String note,
        String sentByName,
        OffsetDateTime sentAt) {}
