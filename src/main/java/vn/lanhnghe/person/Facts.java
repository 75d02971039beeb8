package vn.lanhnghe.person;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** The facts of a person as a form holds them: the fields that came, read; what is wrong with them goes to the form. */
public final class Facts {

    /** Under this and its own name a form carries what stood in a field when it was opened. */
    private static final String STOOD = "stood-";

    private Facts() {}

    /** Writes down in a form what stands in its fields now. */
    public static void stand(Map<String, String> form) {
        for (var fact : PersonFact.values()) {
            form.put(STOOD + fact.field(), form.getOrDefault(fact.field(), ""));
        }
    }

    /** What the field of a fact said when the form was opened, as stored; null when the form does not tell. */
    public static @Nullable String stood(PersonFact fact, Map<String, String> form, LocalDate today) {
        var stood = form.get(STOOD + fact.field());
        return stood == null || fact.covered()
                ? null
                : Objects.requireNonNullElse(fact.read(stood, today).value(), "");
    }

    /** The facts that were changed in the form: what stands as it did when the form was opened is nobody's wish. */
    public static Map<PersonFact, @Nullable String> changed(
            Map<PersonFact, @Nullable String> values, Map<String, String> form, LocalDate today) {
        var changed = new EnumMap<PersonFact, @Nullable String>(PersonFact.class);
        values.forEach((fact, value) -> {
            if (!Objects.requireNonNullElse(value, "").equals(stood(fact, form, today))) {
                changed.put(fact, value);
            }
        });
        return changed;
    }

    public static Map<PersonFact, @Nullable String> read(Map<String, String> form, LocalDate today, Errors errors) {
        var values = new EnumMap<PersonFact, @Nullable String>(PersonFact.class);
        for (var fact : PersonFact.values()) {
            if (form.containsKey(fact.field())) {
                var read = fact.read(form.get(fact.field()), today);
                if (read.fault() != null) {
                    errors.rejectValue(fact.field(), "fault", read.fault());
                } else {
                    values.put(fact, read.value());
                }
            }
        }
        return values;
    }
}
