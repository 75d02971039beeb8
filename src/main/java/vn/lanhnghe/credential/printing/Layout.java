package vn.lanhnghe.credential.printing;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.learning.Level;

/** How the forms of a level are filled in: the form's size in mm and where things stand on it. Without an institution, the one to start from. */
public record Layout(
        long id,
        @Nullable Long institutionId,
        Level level,
        int version,
        double width,
        double height,
        @Nullable String clause,
        String actorName,
        OffsetDateTime at,
        List<Placement> placements) {

    /** How far from the edges the crosses of a test page stand, mm. */
    public static final double MARGIN = 20;

    public List<Placement> shown() {
        return placements.stream().filter(Placement::shown).toList();
    }
}
