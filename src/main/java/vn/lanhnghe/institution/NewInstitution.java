package vn.lanhnghe.institution;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What opening an entry in the register asks for; type and ownership are codes of the lists; the point is WGS84. */
public record NewInstitution(
        String code,
        String slug,
        String name,
        String type,
        String ownership,
        @Nullable String wardCode,
        @Nullable BigDecimal lat,
        @Nullable BigDecimal lon,
        LocalDate from,
        boolean rehearsal) {}
