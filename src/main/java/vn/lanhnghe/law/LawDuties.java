package vn.lanhnghe.law;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lanhnghe.ui.Duties;
import vn.lanhnghe.ui.Duty;
import vn.lanhnghe.ui.Vi;

/** Rules and figures that rest on clauses no longer in force. */
@Component
class LawDuties implements Duties {

    private final Laws laws;

    LawDuties(Laws laws) {
        this.laws = laws;
    }

    @Override
    public String authority() {
        return "LAW_MANAGE";
    }

    @Override
    public List<Duty> list() {
        var left = laws.listLeftBehind();
        return left.isEmpty()
                ? List.of()
                : List.of(new Duty(
                        "%s chỗ còn dựa vào văn bản hết hoặc sắp hết hiệu lực".formatted(Vi.count(left.size())),
                        "Chỉ tiêu, công thức, quy tắc, giấy chứng nhận",
                        null,
                        "Xem văn bản",
                        "/laws?force=EXPIRED"));
    }
}
