package vn.lanhnghe.credential.verifying;

import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Lets each address make so many checks a minute and no more, so that the look-up cannot be used to list people. */
@Component
public class Gate {

    private static final int MOST_ADDRESSES = 100_000;

    private record Window(long minute, int used) {}

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
                new Window(minute, weight),
                (old, now) -> old.minute() == minute ? new Window(minute, old.used() + weight) : now);
        return window.used() <= settings.perMinute();
    }
}
