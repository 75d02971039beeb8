package vn.lanhnghe.indicator.formula;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.ui.Reader;

/** What can be counted: a view that a module publishes, one row a fact, with the fields that a formula may ask about. */
public record FactSet(
        String code,
        String label,
        String unit,
        String relation,
        boolean people,
        @Nullable String opens,
        @Nullable String authority,
        @Nullable String leftOut,
        List<Field> fields) {

    /**
     * {@code choices} are the values there are, with their labels; none for a free code, a day or a number. {@code moment} is the column
     * of the moment whose day the field is, if it is one's.
     */
    public record Field(
            String code,
            String label,
            Kind kind,
            boolean parts,
            @Nullable String moment,
            Map<String, String> choices) {

        public String said(String value) {
            return choices.getOrDefault(value, value);
        }
    }

    public enum Kind {
        CODE,
        DAY,
        NUMBER
    }

    public Optional<Field> find(String field) {
        return fields.stream().filter(it -> it.code().equals(field)).findFirst();
    }

    /** The page of the record behind a row; null where there is none, or none that the present reader may open. */
    public @Nullable String address(String label, long institution) {
        return opens != null && authority != null && Reader.may(authority)
                ? opens.replace("{label}", URLEncoder.encode(label, StandardCharsets.UTF_8))
                        .replace("{institution}", String.valueOf(institution))
                : null;
    }

    Field get(String field) {
        return find(field).orElseThrow();
    }
}
