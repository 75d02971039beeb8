package vn.lanhnghe.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From which share of the threshold, in percent, a value is "có nguy cơ" rather than "chậm"; from when, by which document. */
public record StatusRule(
        BigDecimal atRiskFrom,
        String note,
        LocalDate validFrom,
        @Nullable String textCode,
        @Nullable String reason,
        String madeByName) {}
