package vn.lanhnghe.programme.appraisal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.shared.Vietnamese;

/** What recording a comment asks for; {@code outcomeId} none for the whole version. */
public record NewComment(
        @Nullable Long outcomeId,
        Comment.@Nullable Source source,
        String byName,
        String organisation,
        @Nullable LocalDate saidOn,
        String words,
        boolean agrees) {

    public NewComment {
        byName = byName == null ? "" : Vietnamese.tidy(byName);
        organisation = organisation == null ? "" : Vietnamese.tidy(organisation);
        words = words == null ? "" : words.strip();
    }
}
