package vn.lanhnghe.programme.appraisal;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.shared.Vietnamese;

/** What recording the minutes asks for; {@code attended} are the members who came. */
public record NewMinutes(
        String decision,
        @Nullable LocalDate heldOn,
        List<Long> attended,
        @Nullable Integer inFavour,
        String conclusion) {

    public NewMinutes {
        decision = decision == null ? "" : Vietnamese.tidy(decision);
        conclusion = conclusion == null ? "" : conclusion.strip();
    }
}
