package vn.lanhnghe.exchange;

import java.time.LocalTime;
import org.springframework.stereotype.Component;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.job.Daily;

/** Takes away what has served: tokens that have expired, answers of yesterday, old counts. */
@Component
class Cleaning implements Daily {

    private final KeyRepository keys;
    private final Replays replays;
    private final Limits limits;

    Cleaning(KeyRepository keys, Replays replays, Limits limits) {
        this.keys = keys;
        this.replays = replays;
        this.limits = limits;
    }

    @Override
    public String name() {
        return "exchange-cleaning";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(3, 40);
    }

    @Override
    public void run() {
        Scope.system().run(() -> {
            keys.forgetOldTokens();
            replays.forget();
            limits.forget();
        });
    }
}
