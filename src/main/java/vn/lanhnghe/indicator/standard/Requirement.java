package vn.lanhnghe.indicator.standard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a condition asks (TT 38/2026, phụ lục I); {@code exempt} says who need not meet it, null when everybody must.
 * {@code figures} are the codes of those that show how far it is met.
 */
public record Requirement(
        String code, String name, String clause, @Nullable String exempt, List<String> figures) {

    /** The condition it belongs to, 1 to 6. */
    public String condition() {
        return code.substring(0, 1);
    }
}
