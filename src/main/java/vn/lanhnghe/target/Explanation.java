package vn.lanhnghe.target;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Why a target was off track two months running, the second ending on {@code month}, and what is done about it until when. */
public record Explanation(
        int year, LocalDate month, String cause, String action, LocalDate doneBy, String byName, OffsetDateTime at) {}
