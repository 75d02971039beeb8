package vn.lanhnghe.programme.appraisal;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Biên bản thẩm định of one meeting, the {@code number}th about a version; {@code came} and {@code absent} are names, none where it was not kept. */
public record Minutes(
        int number,
        String decision,
        LocalDate heldOn,
        int present,
        int inFavour,
        boolean carried,
        String came,
        String absent,
        String conclusion,
        String recordedBy,
        OffsetDateTime recordedAt) {}
