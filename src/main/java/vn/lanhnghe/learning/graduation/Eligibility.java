package vn.lanhnghe.learning.graduation;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.learning.Grading;
import vn.lanhnghe.learning.ModuleResult;
import vn.lanhnghe.learning.Scheme;
import vn.lanhnghe.learning.Standing;

/** Each condition of graduation for one learner, in words; all of them met makes a graduate. */
final class Eligibility {

    private Eligibility() {}

    /** {@code exams} are the final examinations of the year system by part; {@code modules} how many the cohort's programme has. */
    static List<Condition> of(
            Standing standing,
            Grading grading,
            Rule rule,
            Scheme.System system,
            Map<String, BigDecimal> exams,
            int modules) {
        var conditions = new ArrayList<Condition>();
        var results = standing.results();
        conditions.add(studied(results, modules));
        conditions.add(passed(
                "Môn học, mô-đun đạt",
                results.stream().filter(it -> !it.condition()).toList(),
                grading));
        conditions.add(subject("Giáo dục thể chất", "the chat", results, grading));
        conditions.add(subject("Giáo dục quốc phòng và an ninh", "quoc phong", results, grading));
        if (system == Scheme.System.YEAR) {
            conditions.addAll(exams(exams, rule));
        }
        return conditions;
    }

    private static Condition studied(List<ModuleResult> results, int modules) {
        var have = results.stream()
                .filter(it -> it.mark() != null || it.absent() || it.exempt())
                .count();
        return modules > 0 && have < modules
                ? Condition.missing(
                        "Đủ môn của chương trình", "có kết quả %d trên %d môn của khoá".formatted(have, modules))
                : Condition.of(
                        "Đủ môn của chương trình", have > 0, have > 0 ? "%d môn".formatted(have) : "chưa có điểm nào");
    }

    private static Condition passed(String name, List<ModuleResult> results, Grading grading) {
        var failed = results.stream()
                .filter(it -> !it.exempt())
                .filter(it -> it.absent() || it.mark() != null && it.mark().compareTo(grading.passMark()) < 0)
                .map(it -> it.name() + (it.absent() ? " (vắng)" : " (" + comma(it.mark()) + ")"))
                .toList();
        var unmarked = results.stream()
                .filter(it -> !it.exempt() && !it.absent() && it.mark() == null)
                .map(ModuleResult::name)
                .toList();
        if (!failed.isEmpty()) {
            return Condition.of(name, false, "chưa đạt: " + String.join(", ", failed));
        }
        return unmarked.isEmpty()
                ? Condition.of(
                        name,
                        !results.isEmpty(),
                        results.isEmpty() ? "chưa có môn nào" : "mọi môn từ " + comma(grading.passMark()))
                : Condition.missing(name, "chưa có điểm: " + String.join(", ", unmarked));
    }

    private static Condition subject(String name, String folded, List<ModuleResult> results, Grading grading) {
        var found = results.stream()
                .filter(ModuleResult::condition)
                .filter(it -> vn.lanhnghe.shared.Vietnamese.fold(it.name()).contains(folded)
                        || vn.lanhnghe.shared.Vietnamese.fold(it.name())
                                .contains(folded.equals("the chat") ? "gdtc" : "gdqp"))
                .toList();
        return found.isEmpty()
                ? Condition.missing(name, "chưa có môn này trong kết quả")
                : passed(name, found, grading);
    }

    private static List<Condition> exams(Map<String, BigDecimal> exams, Rule rule) {
        var thesis = exams.get("THESIS");
        if (thesis != null) {
            return List.of(exam("Chuyên đề, khoá luận tốt nghiệp", thesis, rule));
        }
        return List.of(
                exam("Thi tốt nghiệp lý thuyết chuyên môn", exams.get("THEORY"), rule),
                exam("Thi tốt nghiệp thực hành", exams.get("PRACTICE"), rule));
    }

    private static Condition exam(String name, @Nullable BigDecimal mark, Rule rule) {
        return mark == null
                ? Condition.missing(name, "chưa có điểm")
                : Condition.of(
                        name,
                        mark.compareTo(rule.examLeast()) >= 0,
                        "%s, cần từ %s".formatted(comma(mark), comma(rule.examLeast())));
    }

    /** The mark that ranks: by credits the average; by years (3·ĐTB + 2·TH + LT) / 6, with a thesis (3·ĐTB + 2·CĐ) / 5. */
    static @Nullable BigDecimal average(
            Standing standing, Rule rule, Scheme.System system, Map<String, BigDecimal> exams, int decimals) {
        var average = standing.average();
        if (average == null || system == Scheme.System.CREDIT) {
            return average;
        }
        var weighted = average.multiply(BigDecimal.valueOf(rule.averageShare()));
        var thesis = exams.get("THESIS");
        if (thesis != null) {
            return weighted.add(thesis.multiply(BigDecimal.valueOf(rule.thesisShare())))
                    .divide(BigDecimal.valueOf((long) rule.averageShare() + rule.thesisShare()), decimals, HALF_UP);
        }
        var theory = exams.get("THEORY");
        var practice = exams.get("PRACTICE");
        return theory == null || practice == null
                ? null
                : weighted.add(practice.multiply(BigDecimal.valueOf(rule.practiceShare())))
                        .add(theory.multiply(BigDecimal.valueOf(rule.theoryShare())))
                        .divide(
                                BigDecimal.valueOf(
                                        (long) rule.averageShare() + rule.practiceShare() + rule.theoryShare()),
                                decimals,
                                HALF_UP);
    }

    private static String comma(@Nullable BigDecimal mark) {
        return mark == null ? "" : mark.setScale(1, HALF_UP).toPlainString().replace('.', ',');
    }
}
