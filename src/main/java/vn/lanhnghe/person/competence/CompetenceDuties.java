package vn.lanhnghe.person.competence;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lanhnghe.ui.Duties;
import vn.lanhnghe.ui.Duty;

/** To a teacher, the self-assessment that they began and did not end. */
@Component
class CompetenceDuties implements Duties {

    private final SelfAssessments assessments;

    CompetenceDuties(SelfAssessments assessments) {
        this.assessments = assessments;
    }

    @Override
    public String authority() {
        return "PERSON_SELF";
    }

    @Override
    public List<Duty> list() {
        return assessments.me().isEmpty()
                ? List.of()
                : assessments.open().stream()
                        .map(it -> new Duty(
                                "Làm tiếp bài tự đánh giá năng lực số",
                                "đã trả lời %d câu, mỗi câu đã được giữ".formatted(it.answered()),
                                null,
                                "Làm tiếp",
                                "/me/competence"))
                        .toList();
    }
}
