package vn.lanhnghe.person.asking;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.ui.Duties;
import vn.lanhnghe.ui.Duty;
import vn.lanhnghe.ui.Vi;

/** Teachers' requests that wait for the college, as a row of “Việc hôm nay”. */
@Component
class PersonRequestDuties implements Duties {

    private final RequestRepository requests;

    PersonRequestDuties(RequestRepository requests) {
        this.requests = requests;
    }

    @Override
    public String authority() {
        return "PERSON_EDIT";
    }

    @Override
    public List<Duty> list() {
        var own = Scope.current().institutionId();
        var waiting = own == null ? 0 : requests.countPending(own);
        return waiting == 0
                ? List.of()
                : List.of(new Duty(
                        "%s đề nghị sửa hồ sơ của nhà giáo chờ trả lời".formatted(Vi.count(waiting)),
                        "Đối chiếu minh chứng rồi sửa hoặc trả lại",
                        null,
                        "Xem",
                        "/staff/requests"));
    }
}
