package vn.lanhnghe.learning.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.learning.ConductNote;
import vn.lanhnghe.learning.StudyMatters;

/** Conduct and mark books, on a learner's page. */
@Component
class LearnerMatters implements StudyMatters, ConductNote {

    private final ConductRepository conducts;
    private final StudyRepository study;

    LearnerMatters(ConductRepository conducts, StudyRepository study) {
        this.conducts = conducts;
        this.study = study;
    }

    @Override
    public List<Matter> listMatters(long enrolmentId) {
        var matters = new ArrayList<Matter>();
        var rule = conducts.rule();
        var terms = conducts.list(List.of(enrolmentId));
        var overall = rule.overall(terms);
        if (overall != null) {
            matters.add(new Matter(
                    "Rèn luyện",
                    "",
                    "%s điểm, %s (%d học kỳ)"
                            .formatted(
                                    overall.stripTrailingZeros().toPlainString().replace('.', ','),
                                    rule.band(overall, null).label(),
                                    terms.size()),
                    ""));
        }
        if (Scope.current().reach() != Scope.Reach.SELF) {
            study.listCoursesOfLearner(enrolmentId).stream()
                    .filter(Course::open)
                    .limit(8)
                    .forEach(it -> matters.add(new Matter("Đang học", it.name(), it.teacher(), "/courses/" + it.id())));
        }
        return matters;
    }

    @Override
    public Optional<Overall> overall(long enrolmentId) {
        var rule = conducts.rule();
        return Optional.ofNullable(rule.overall(conducts.list(List.of(enrolmentId))))
                .map(it -> {
                    var band = rule.band(it, null);
                    return new Overall(
                            it.stripTrailingZeros().toPlainString().replace('.', ','), band.label(), band.english());
                });
    }
}
