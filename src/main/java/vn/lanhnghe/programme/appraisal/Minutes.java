package vn.lanhnghe.programme.appraisal;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Biên bản thẩm định. */
public record Minutes(
        String decision,
        LocalDate heldOn,
        int present,
        int inFavour,
        String conclusion,
        String recordedBy,
        OffsetDateTime recordedAt) {}
