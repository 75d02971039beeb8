package vn.lanhnghe.credential.verifying;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Lets each address make so many checks a minute and no more, so that the look-up cannot be used to list people. Each node counts
 * at once what it answers itself, and learns about every second through {@link GateExchange} what the others have answered.
 */
@Component
public class Gate {

    private static final int MOST_ADDRESSES = 100_000;

    /** {@code used} here, {@code told} of it to the others, {@code elsewhere} used there. */
    private record Window(long minute, int used, int told, int elsewhere) {}

    /** What an address has used in a minute: on one node since it last told, or on all nodes together. */
    record Spent(String address, long minute, int used) {}

    private final ConcurrentHashMap<String, Window> windows = new ConcurrentHashMap<>();
    private final Clock clock;
    private final VerificationSettings settings;

    Gate(Clock clock, VerificationSettings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    /** {@code weight} is 1 for a check by code and 10 for one by serial and name. */
    public boolean admits(String address, int weight) {
        var minute = clock.millis() / 60_000;
        if (windows.size() > MOST_ADDRESSES) {
            windows.values().removeIf(it -> it.minute() < minute);
        }
        var window = windows.merge(
                address,
                new Window(minute, weight, 0, 0),
                (old, now) -> old.minute() == minute
                        ? new Window(minute, old.used() + weight, old.told(), old.elsewhere())
                        : now);
        return window.used() + window.elsewhere() <= settings.perMinute();
    }

    /** What was used here in this minute and has not been told to the others; it counts as told from now on. */
    List<Spent> tell() {
        var minute = clock.millis() / 60_000;
        var untold = new ArrayList<Spent>();
        for (var address : windows.keySet()) {
            windows.computeIfPresent(address, (same, it) -> {
                if (it.minute() != minute || it.used() == it.told()) {
                    return it;
                }
                untold.add(new Spent(address, minute, it.used() - it.told()));
                return new Window(minute, it.used(), it.used(), it.elsewhere());
            });
        }
        return untold;
    }

    /** What these addresses have used on all nodes that have told. */
    void hear(List<Spent> totals) {
        for (var total : totals) {
            windows.computeIfPresent(
                    total.address(),
                    (same, it) -> it.minute() == total.minute()
                            ? new Window(it.minute(), it.used(), it.told(), Math.max(0, total.used() - it.told()))
                            : it);
        }
    }
}
