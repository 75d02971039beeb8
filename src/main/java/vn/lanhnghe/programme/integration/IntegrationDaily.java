package vn.lanhnghe.programme.integration;

import java.time.LocalTime;
import org.springframework.stereotype.Component;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.job.Daily;

/** A rule, or a framework, that begins today says today what it says of every programme. */
@Component
class IntegrationDaily implements Daily {

    private static final LocalTime AT = LocalTime.of(0, 20);

    private final Integrations integrations;

    IntegrationDaily(Integrations integrations) {
        this.integrations = integrations;
    }

    @Override
    public String name() {
        return "programme-integration";
    }

    @Override
    public LocalTime at() {
        return AT;
    }

    @Override
    public void run() {
        Scope.system().run(integrations::refreshAll);
    }
}
