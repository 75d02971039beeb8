package vn.lanhnghe.database;

import java.io.Serializable;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How far the present work may see and write, and for whom it is done. Every connection tells it to PostgreSQL, whose
 * row-level security refuses the rest; outside any scope the reach is {@link Reach#PUBLIC}.
 */
public record Scope(
        Reach reach,
        @Nullable Long institutionId,
        @Nullable Long siteId,
        @Nullable Long learnerId,
        @Nullable Long accountId,
        String actor)
        implements Serializable {

    /** From the citizen at the door to the program itself; CITY reads every college and writes none of their records. */
    public enum Reach {
        PUBLIC,
        SELF,
        COLLEGE,
        CITY,
        SYSTEM
    }

    private static final ScopedValue<Scope> CURRENT = ScopedValue.newInstance();
    private static final Scope NOBODY = new Scope(Reach.PUBLIC, null, null, null, null, "Khách");

    public static Scope current() {
        return CURRENT.orElse(NOBODY);
    }

    /** The program's own work: sign-in, clean-up, rehearsal data. */
    public static Scope system() {
        return new Scope(Reach.SYSTEM, null, null, null, null, "Hệ thống");
    }

    /** The same person, acting through a face that has already asked whether they may: reaches everything. */
    public Scope raised() {
        return new Scope(Reach.SYSTEM, institutionId, siteId, learnerId, accountId, actor);
    }

    public <T extends @Nullable Object> T get(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }

    public <T extends @Nullable Object> T call(Callable<T> work) throws Exception {
        return ScopedValue.where(CURRENT, this).call(work::call);
    }

    /** What PostgreSQL is told: {@code reach|institution|site|learner}, empty where there is none. */
    String settings() {
        return reach + "|" + text(institutionId) + "|" + text(siteId) + "|" + text(learnerId);
    }

    private static String text(@Nullable Long id) {
        return Objects.toString(id, "");
    }
}
