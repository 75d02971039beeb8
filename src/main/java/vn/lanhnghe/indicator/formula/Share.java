package vn.lanhnghe.indicator.formula;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one institution brings to a figure. {@code covered} says whether it has any fact of the sets that are asked; an excluded one
 * carries the reason and counts nowhere.
 */
public record Share(Place place, Amounts amounts, boolean covered, Tiers tiers) {

    /** The institution as it was on the day. */
    public record Place(
            long id,
            String code,
            String name,
            String type,
            String typeLabel,
            String ownership,
            String ownershipLabel,
            @Nullable Integer region,
            @Nullable String ward,
            @Nullable String exclusion) {}

    /** How well the numerator is evidenced: told by the college, confirmed in it by a second person, verified by the department. */
    public record Tiers(BigDecimal declared, BigDecimal confirmed, BigDecimal verified) {

        static final Tiers NONE = new Tiers(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        Tiers plus(Tiers other) {
            return new Tiers(
                    declared.add(other.declared), confirmed.add(other.confirmed), verified.add(other.verified));
        }

        public BigDecimal all() {
            return declared.add(confirmed).add(verified);
        }
    }
}
