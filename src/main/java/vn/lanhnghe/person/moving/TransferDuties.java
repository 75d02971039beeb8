package vn.lanhnghe.person.moving;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.ui.Duties;
import vn.lanhnghe.ui.Duty;
import vn.lanhnghe.ui.Vi;

/** Transfers that wait for this college's word, as a row of “Việc hôm nay”. */
@Component
class TransferDuties implements Duties {

    private final TransferRepository transfers;

    TransferDuties(TransferRepository transfers) {
        this.transfers = transfers;
    }

    @Override
    public String authority() {
        return "PERSON_EDIT";
    }

    @Override
    public List<Duty> list() {
        var own = Scope.current().institutionId();
        var waiting = own == null ? 0 : transfers.countWaiting(own);
        return waiting == 0
                ? List.of()
                : List.of(new Duty(
                        "%s đề nghị chuyển công tác chờ trường trả lời".formatted(Vi.count(waiting)),
                        "Đồng ý thì hồ sơ chuyển ngay cùng quá trình công tác",
                        null,
                        "Trả lời",
                        "/staff/transfers"));
    }
}
