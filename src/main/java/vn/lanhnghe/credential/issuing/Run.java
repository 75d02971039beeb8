package vn.lanhnghe.credential.issuing;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.database.Scope;

/** One step done on a decision's diplomas in the background: all of them or none. */
public record Run(
        long id,
        long institutionId,
        @Nullable Long siteId,
        long decisionId,
        Step step,
        State state,
        int done,
        int total,
        @Nullable String trouble,
        @Nullable String plan,
        long accountId,
        String actor,
        OffsetDateTime at) {

    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    public boolean running() {
        return state == State.RUNNING;
    }

    /** Whoever began it. */
    Scope scope() {
        return new Scope(Scope.Reach.COLLEGE, institutionId, siteId, null, accountId, actor);
    }
}
