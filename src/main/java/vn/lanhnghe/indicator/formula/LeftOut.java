package vn.lanhnghe.indicator.formula;

import org.jspecify.annotations.Nullable;

/** How many a set does not hold on a day for one reason; {@code opens} is the page that lists them, if there is one. */
public record LeftOut(String label, @Nullable String opens, long amount) {

    /** The page at one institution or, with none, in the whole city. */
    public @Nullable String address(@Nullable Long institution) {
        return opens == null
                ? null
                : institution == null
                        ? opens.replace("&institution={institution}", "")
                        : opens.replace("{institution}", institution.toString());
    }
}
