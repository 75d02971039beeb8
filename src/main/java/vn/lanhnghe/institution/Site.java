package vn.lanhnghe.institution;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Địa điểm đào tạo of an institution, from a day to the day before another; {@code kind} is MAIN, SITE or BRANCH (phân hiệu). */
public record Site(
        long id,
        long institutionId,
        String code,
        String kind,
        String name,
        @Nullable String address,
        @Nullable String wardCode,
        @Nullable String wardName,
        @Nullable BigDecimal lat,
        @Nullable BigDecimal lon,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String decision,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    public boolean main() {
        return kind.equals("MAIN");
    }

    public String kindLabel() {
        return switch (kind) {
            case "MAIN" -> "Trụ sở chính";
            case "BRANCH" -> "Phân hiệu";
            default -> "Địa điểm đào tạo";
        };
    }
}
