package vn.lanhnghe.institution;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a point lies in the city and in the ward that is stated. */
@Component
class Spot {

    /** The sentence that says what is wrong with {@code lat,lon}; null when nothing is, or there is no point. */
    @Nullable
    String fault(@Nullable String location, @Nullable String wardCode) {
        return null;
    }
}
