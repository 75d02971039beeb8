package vn.lanhnghe.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** A milestone as a document changed it from a day on; what stood before stays readable. */
public record Revision(
        int year,
        String comparison,
        BigDecimal threshold,
        String wording,
        String textCode,
        LocalDate since,
        String reason,
        String madeByName,
        OffsetDateTime madeAt) {}
