package vn.lanhnghe.person;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** The facts of a person as a form holds them: the fields that came, read; what is wrong with them goes to the form. */
public final class Facts {

    private Facts() {}

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
