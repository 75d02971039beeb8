package vn.lanhnghe.institution;

import java.time.LocalTime;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.job.Daily;

/** Turns the register's page: what was decided for a later day shows on that day. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class NewDay implements Daily, ApplicationRunner {

    private final Institutions institutions;

    NewDay(Institutions institutions) {
        this.institutions = institutions;
    }

    @Override
    public String name() {
        return "institution-new-day";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(0, 1);
    }

    @Override
    public void run() {
        Scope.system().run(institutions::turnThePage);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        run();
    }
}
