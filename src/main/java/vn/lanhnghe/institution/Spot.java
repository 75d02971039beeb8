package vn.lanhnghe.institution;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lanhnghe.place.Places;

/** Whether a point lies in the city and in the ward that is stated for it. */
@Component
class Spot {

    private final Places places;

    Spot(Places places) {
        this.places = places;
    }

    /** The sentence that says what is wrong with {@code lat,lon}; null when nothing is, or there is no point. */
    @Nullable
    String fault(@Nullable String location, @Nullable String wardCode) {
        if (location == null || location.isEmpty()) {
            return null;
        }
        var cut = location.indexOf(',');
        var verdict = places.check(
                Double.parseDouble(location.substring(0, cut)),
                Double.parseDouble(location.substring(cut + 1)),
                wardCode == null || wardCode.isEmpty() ? null : wardCode);
        return verdict.kind() == Places.Kind.OUTSIDE || verdict.kind() == Places.Kind.OTHER_WARD
                ? verdict.message()
                : null;
    }
}
