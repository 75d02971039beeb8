package vn.lanhnghe.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One version of a formula for one milestone; shares are in percent, {@code population} says which institutions count. */
public record Definition(
        String code,
        int version,
        int milestone,
        String population,
        String formula,
        String numerator,
        String denominator,
        String processRule,
        String resultRule,
        String diplomaRule,
        String exclusionRule,
        BigDecimal resultShare,
        int resultAfterDays,
        BigDecimal diplomaShare,
        String clause,
        boolean verified,
        String note,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {}
