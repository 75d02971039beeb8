package vn.lanhnghe.law.wording;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/** The whole wording of a text as it stands from a day on; {@code note} says where the wording comes from. */
public record Edition(
        long id,
        long textId,
        String textCode,
        String title,
        LocalDate validFrom,
        String note,
        long passages,
        String madeByName,
        OffsetDateTime madeAt) {}
