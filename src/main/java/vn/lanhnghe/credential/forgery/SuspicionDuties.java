package vn.lanhnghe.credential.forgery;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.credential.DiplomaMatters;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.ui.Duties;
import vn.lanhnghe.ui.Duty;
import vn.lanhnghe.ui.Vi;

/** Reports that wait for an answer: for the college all of them, for the department those that are late; and on the diploma's page. */
@Component
class SuspicionDuties implements Duties, DiplomaMatters {

    private final SuspicionRepository suspicions;
    private final Clock clock;

    SuspicionDuties(SuspicionRepository suspicions, Clock clock) {
        this.suspicions = suspicions;
        this.clock = clock;
    }

    @Override
    public String authority() {
        return "CREDENTIAL_VIEW";
    }

    @Override
    public List<Duty> list() {
        var city = Scope.current().reach() == Scope.Reach.CITY;
        var waiting = suspicions.waiting(city ? LocalDate.now(clock) : null);
        return waiting.cases() == 0
                ? List.of()
                : List.of(new Duty(
                        "%s báo nghi giả %s"
                                .formatted(Vi.count(waiting.cases()), city ? "quá hạn trả lời" : "chờ trả lời"),
                        "Người báo theo dõi bằng mã, không cần tài khoản",
                        waiting.firstDue(),
                        city ? "Xem" : "Trả lời",
                        "/suspicions"));
    }

    @Override
    public List<Matter> listMatters(Diploma diploma) {
        return Scope.current().reach() == Scope.Reach.SELF
                ? List.of()
                : suspicions.listOf(diploma.id()).stream()
                        .map(it -> new Matter(
                                "Báo nghi giả",
                                Suspicions.printed(it.code()),
                                it.finding() == null
                                        ? "chờ trả lời, hạn " + Vi.day(it.dueOn())
                                        : it.finding().label(),
                                "/suspicions/" + it.id()))
                        .toList();
    }
}
