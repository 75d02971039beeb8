package vn.lanhnghe.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.springframework.validation.MapBindingResult;

/** What of a form is somebody's wish, and what only stood there. */
class FactsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    @Test
    void what_stands_as_it_did_when_the_form_was_opened_is_nobodys_wish() {
        var form = new HashMap<String, String>();
        form.put("fullName", "Lê Thị Lan");
        form.put("birthDate", "15/03/1985");
        form.put("phone", "0901234567");
        form.put("email", "");
        Facts.stand(form);
        form.put("email", "lan@truong.example");
        form.put("birthDate", "15/3/1985");
        form.put("citizenId", "079185012345");
        var errors = new MapBindingResult(form, "person");
        var changed = Facts.changed(Facts.read(form, TODAY, errors), form, TODAY);
        assertThat(errors.hasErrors()).isFalse();
        assertThat(changed).containsOnlyKeys(PersonFact.EMAIL, PersonFact.CITIZEN_ID);
        assertThat(Facts.stood(PersonFact.PHONE, form, TODAY)).isEqualTo("0901234567");
        assertThat(Facts.stood(PersonFact.CITIZEN_ID, form, TODAY))
                .as("what is covered is carried nowhere")
                .isNull();
    }
}
