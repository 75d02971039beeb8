package vn.lanhnghe.programme.appraisal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.shared.Vietnamese;

/** What recording the minutes asks for. */
public record NewMinutes(
        String decision,
        @Nullable LocalDate heldOn,
        @Nullable Integer present,
        @Nullable Integer inFavour,
        String conclusion) {

    public NewMinutes {
        decision = decision == null ? "" : Vietnamese.tidy(decision);
        conclusion = conclusion == null ? "" : conclusion.strip();
    }
}
