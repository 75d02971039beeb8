package vn.lanhnghe.place;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One commune-level unit as the register holds it: centre in degrees, area in square kilometres. */
record Ward(
        String code,
        String name,
        int region,
        double lat,
        double lon,
        double areaKm2,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    String regionLabel() {
        return Region.values()[region - 1].label();
    }
}
