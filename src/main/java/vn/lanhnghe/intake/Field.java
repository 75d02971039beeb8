package vn.lanhnghe.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A column a sheet may have. {@code synonyms} are other headers it is known under (accents, case and "(*)" do not matter);
 * {@code unique} fields may stand in one row of the file only. A required field may be empty where the field {@code unless} is
 * filled.
 */
public record Field(
        String key,
        String label,
        boolean required,
        boolean unique,
        Type type,
        List<String> synonyms,
        String example,
        @Nullable String unless) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** How a cell is read and what it may hold. */
    public sealed interface Type {}

    public record Text(int longest) implements Type {}

    /** A person's name of at least so many signs, see {@code Written}. */
    public record PersonName(int shortest) implements Type {
        public PersonName() {
            this(1);
        }
    }

    /** Text of a fixed form; {@code how} says in a sentence which. */
    public record Code(String pattern, String how) implements Type {}

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
        return new Field(key, label, false, false, type, List.of(synonyms), example, null);
    }

    public Field must() {
        return new Field(key, label, true, unique, type, synonyms, example, unless);
    }

    public Field once() {
        return new Field(key, label, required, true, type, synonyms, example, unless);
    }

    public Field unless(String other) {
        return new Field(key, label, required, unique, type, synonyms, example, other);
    }

    /** The same field under more names. */
    Field alsoKnownAs(List<String> more) {
        return new Field(
                key,
                label,
                required,
                unique,
                type,
                Stream.concat(synonyms.stream(), more.stream()).toList(),
                example,
                unless);
    }

    /** A value in its canonical form as people write it: the day as dd/MM/yyyy, the proper word of a choice, a decimal comma. */
    public String shown(@Nullable String canonical) {
        if (canonical == null || canonical.isEmpty()) {
            return "";
        }
        return switch (type) {
            case Day day -> DAY.format(LocalDate.parse(canonical));
            case Decimal decimal -> canonical.replace('.', ',');
            case Choice choice ->
                choice.words().getOrDefault(canonical, List.of(canonical)).getFirst();
            default -> canonical;
        };
    }

    static @Nullable Field find(List<Field> fields, String key) {
        return fields.stream().filter(it -> it.key().equals(key)).findFirst().orElse(null);
    }
}
