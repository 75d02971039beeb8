package vn.lanhnghe.institution;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Cơ sở GDNN as the register has it; coordinates are WGS84; not verified means that a fact awaits the institution's word. */
public record Institution(
        long id,
        String code,
        String slug,
        String name,
        String type,
        String typeLabel,
        String trains,
        String ownershipLabel,
        @Nullable String governingBody,
        InstitutionStatus status,
        LocalDate statusFrom,
        @Nullable String addressOld,
        @Nullable String wardName,
        @Nullable Integer region,
        @Nullable BigDecimal lat,
        @Nullable BigDecimal lon,
        boolean locationVerified,
        @Nullable String phone,
        @Nullable String website,
        boolean verified,
        boolean rehearsal) {}
