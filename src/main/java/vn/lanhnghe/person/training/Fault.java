package vn.lanhnghe.person.training;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.validation.BindingResult;
import vn.lanhnghe.shared.Refusal;

/** What is wrong with a form, at the field where it is mended; all of a form are told at once. */
record Fault(String field, String said) {

    static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new Refusal(faults.stream().map(Fault::said).collect(Collectors.joining(" ")));
        }
    }

    /** At a field that is wrong already nothing is added. */
    static void reject(BindingResult form, List<Fault> faults) {
        faults.stream()
                .filter(it -> !form.hasFieldErrors(it.field()))
                .forEach(it -> form.rejectValue(it.field(), "refused", it.said()));
    }
}
