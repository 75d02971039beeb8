package vn.lanhnghe.learning.study;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lanhnghe.ui.Duties;
import vn.lanhnghe.ui.Duty;

/** Mark books that wait for the second person, as rows of “Việc hôm nay”. */
@Component
class WaitingBooks implements Duties {

    private final StudyRepository study;

    WaitingBooks(StudyRepository study) {
        this.study = study;
    }

    @Override
    public String authority() {
        return "MARK_APPROVE";
    }

    @Override
    public List<Duty> list() {
        return study.listWaiting().stream()
                .map(it -> new Duty(
                        it.state() == Course.State.SUBMITTED
                                ? "Duyệt sổ điểm " + it.name()
                                : "Trả lời đề nghị mở khoá sổ điểm " + it.name(),
                        "Lớp %s, %s, %s".formatted(it.className(), it.teacher(), it.when()),
                        null,
                        "Xem sổ",
                        "/courses/" + it.id()))
                .toList();
    }
}
