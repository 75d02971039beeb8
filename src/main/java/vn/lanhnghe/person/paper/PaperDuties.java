package vn.lanhnghe.person.paper;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.ui.Duties;
import vn.lanhnghe.ui.Duty;
import vn.lanhnghe.ui.Vi;

/** StaffPapers that wait for the school's word, and recognitions that will lapse, as rows of “Việc hôm nay”. */
@Component
class PaperDuties implements Duties {

    private final PaperRepository papers;
    private final Clock clock;

    PaperDuties(PaperRepository papers, Clock clock) {
        this.papers = papers;
        this.clock = clock;
    }

    @Override
    public String authority() {
        return "PERSON_EDIT";
    }

    @Override
    public List<Duty> list() {
        var own = Scope.current().institutionId();
        if (own == null) {
            return List.of();
        }
        var duties = new ArrayList<Duty>();
        var waiting = papers.countDeclared(own);
        if (waiting > 0) {
            duties.add(new Duty(
                    "%s văn bằng, chứng chỉ nhà giáo tự khai chờ xác nhận".formatted(Vi.count(waiting)),
                    "Đối chiếu bản gốc rồi xác nhận",
                    null,
                    "Xem",
                    "/staff/requests"));
        }
        var lapsing = papers.countLapsing(own, LocalDate.now(clock));
        if (lapsing > 0) {
            duties.add(new Duty(
                    "%s công nhận người dạy nghề sắp thôi hiệu lực".formatted(Vi.count(lapsing)),
                    "Ghi ngày dạy gần nhất hoặc công nhận lại",
                    null,
                    "Xem",
                    "/staff?post=INSTRUCTOR"));
        }
        return duties;
    }
}
