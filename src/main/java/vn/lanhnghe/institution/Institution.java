package vn.lanhnghe.institution;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Cơ sở GDNN as the register has it; coordinates are WGS84; not verified means that a fact awaits the institution's word. */
public record Institution(
        long id,
        String code,
        String slug,
        String name,
        @Nullable String nameEn,
        String type,
        String typeLabel,
        String trains,
        String ownership,
        String ownershipLabel,
        @Nullable String governingBody,
        @Nullable String autonomyLabel,
        InstitutionStatus status,
        @Nullable LocalDate statusFrom,
        @Nullable LocalDate foundedOn,
        @Nullable String address,
        @Nullable String wardCode,
        @Nullable String wardName,
        @Nullable Integer region,
        @Nullable BigDecimal lat,
        @Nullable BigDecimal lon,
        boolean locationVerified,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String website,
        @Nullable String nationalCode,
        @Nullable String agencyCode,
        @Nullable String taxCode,
        boolean verified,
        boolean rehearsal,
        @Nullable OffsetDateTime confirmedAt) {}
