package vn.lanhnghe.credential.verifying;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.credential.copying.Copy;
import vn.lanhnghe.credential.life.Annotation;
import vn.lanhnghe.person.training.TrainingCertificate;

/**
 * The answer to one check. Diploma, issuer and ladder are there when a diploma was met, whatever its state; {@code compared} when
 * something was handed in to be compared; {@code training} instead of the diploma when a certificate of training was met; {@code told} says more about a file where there is more to say.
 */
public record Check(
        Outcome outcome,
        @Nullable Diploma diploma,
        @Nullable Issuer issuer,
        List<Rung> ladder,
        List<Compared> compared,
        List<Annotation> annotations,
        Copy.@Nullable Found copy,
        @Nullable String told,
        @Nullable TrainingCertificate training) {

    static Check without(Outcome outcome, @Nullable String told) {
        return new Check(outcome, null, null, List.of(), List.of(), List.of(), null, told, null);
    }

    public List<Compared> differing() {
        return compared.stream().filter(it -> !it.same()).toList();
    }

    public List<Compared> agreeing() {
        return compared.stream().filter(Compared::same).toList();
    }
}
