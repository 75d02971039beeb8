package vn.lanhnghe.programme.integration;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.ui.Duties;
import vn.lanhnghe.ui.Duty;
import vn.lanhnghe.ui.Vi;

/** What still hangs on an old version of a framework over all colleges, for whoever put the new one to use. */
@Component
class HangingDuties implements Duties {

    private final Integrations integrations;

    HangingDuties(Integrations integrations) {
        this.integrations = integrations;
    }

    @Override
    public String authority() {
        return "PROGRAMME_RULE";
    }

    @Override
    public List<Duty> list() {
        var hanging = Scope.current().institutionId() == null ? integrations.countHanging() : 0;
        return hanging == 0
                ? List.of()
                : List.of(new Duty(
                        "Chương trình treo trên bản cũ của khung",
                        "%s liên kết chờ các trường chuyển sang bản đang dùng".formatted(Vi.count(hanging)),
                        null,
                        "Xem",
                        "/programmes/hanging"));
    }
}
