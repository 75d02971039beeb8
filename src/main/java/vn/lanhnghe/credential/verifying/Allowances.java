package vn.lanhnghe.credential.verifying;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.learning.Level;

/** What colleges were allowed, asked once in two seconds for all the diplomas of an intake, however many are checked. */
@Component
class Allowances {

    private static final long FRESH = TimeUnit.SECONDS.toNanos(2);
    private static final int MOST = 20_000;

    private record Intake(
            long institutionId,
            String occupationCode,
            Level level,
            LocalDate decidedOn,
            int cohort,
            @Nullable LocalDate admittedOn) {}

    private record Known(Allowed allowed, long readAt) {}

    private final Map<Intake, Known> known = new ConcurrentHashMap<>();
    private final FoundRepository diplomas;

    Allowances(FoundRepository diplomas) {
        this.diplomas = diplomas;
    }

    Allowed of(Diploma diploma, Entered entered) {
        var intake = new Intake(
                diploma.institutionId(),
                diploma.occupationCode(),
                diploma.level(),
                diploma.decidedOn(),
                entered.cohort(),
                entered.admittedOn());
        var found = known.get(intake);
        if (found != null && System.nanoTime() - found.readAt() <= FRESH) {
            return found.allowed();
        }
        if (known.size() > MOST) {
            known.clear();
        }
        var allowed = diplomas.allowed(diploma, entered);
        known.put(intake, new Known(allowed, System.nanoTime()));
        return allowed;
    }
}
