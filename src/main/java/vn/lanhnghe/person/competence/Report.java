package vn.lanhnghe.person.competence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Phiếu kết quả: what one assessment came to, what to do next, what stood before, what its owner intends. */
public record Report(
        Attempt attempt,
        QuestionSet version,
        Rung overall,
        List<Line> lines,
        @Nullable LocalDate before,
        List<Intent> intents) {

    /** A domain with its level, the steps from here, and what the same questions came to last time. */
    public record Line(
            Domain domain,
            BigDecimal average,
            Rung rung,
            List<Step> steps,
            @Nullable BigDecimal earlier) {

        /** How far it moved since, in words. */
        public String moved() {
            if (earlier == null) {
                return "";
            }
            var by = average.subtract(earlier);
            return by.signum() == 0 ? "như lần trước" : (by.signum() > 0 ? "tăng " : "giảm ") + Words.decimal(by.abs());
        }
    }

    /** Việc nên làm tiếp. */
    public record Step(int fromLevel, int place, String says) {}

    /** Điều dự định làm, đến ngày nào. */
    public record Intent(int domain, String what, @Nullable Long courseId, LocalDate untilOn, LocalDate madeOn) {}

    /** The rule in words, as it stands in the data. */
    public String rule() {
        return ("Mức của một miền là trung bình các câu của miền, phần lẻ từ %s làm tròn lên. Mức chung là trung bình các miền,"
                        + " làm tròn như thế, và không cao hơn miền thấp nhất quá %d mức.")
                .formatted(Words.decimal(version.roundUpFrom()), version.mostAboveLowest());
    }
}
