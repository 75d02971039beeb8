package vn.lanhnghe.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column a sheet may have. {@code synonyms} are other headers it is known under (accents, case and "(*)" do not matter);
 * {@code unique} fields may stand in one row of the file only.
 */
public record Field(
        String key, String label, boolean required, boolean unique, Type type, List<String> synonyms, String example) {

    /** How a cell is read and what it may hold. */
    public sealed interface Type {}

    public record Text(int longest) implements Type {}

    /** A person's name: at least two words, letters only. */
    public record PersonName() implements Type {}

    public record Day(LocalDate first, LocalDate last) implements Type {}

    /** Số định danh cá nhân: twelve digits. */
    public record CitizenId() implements Type {}

    public record Phone() implements Type {}

    public record Decimal(BigDecimal least, BigDecimal most, int scale) implements Type {}

    /** One of a few values: canonical code to the words people write for it, the first being the proper one. */
    public record Choice(Map<String, List<String>> words) implements Type {
        public Choice(Map<String, List<String>> words) {
            this.words = new LinkedHashMap<>(words);
        }
    }

    public static Field of(String key, String label, Type type, String example, String... synonyms) {
        return new Field(key, label, false, false, type, List.of(synonyms), example);
    }

    public Field must() {
        return new Field(key, label, true, unique, type, synonyms, example);
    }

    public Field once() {
        return new Field(key, label, required, true, type, synonyms, example);
    }

    static @Nullable Field find(List<Field> fields, String key) {
        return fields.stream().filter(it -> it.key().equals(key)).findFirst().orElse(null);
    }
}
