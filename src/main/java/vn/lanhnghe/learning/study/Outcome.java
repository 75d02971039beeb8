package vn.lanhnghe.learning.study;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.learning.Grading;

/**
 * What a learner's cells in a mark book come to by the rule (TT 04/2022): the weighted average of the tests, whether the
 * examination may be sat and if not why, and the module's mark. An absence without reason counts as 0.
 */
public record Outcome(
        @Nullable BigDecimal tests,
        BigDecimal attendance,
        List<String> barred,
        @Nullable BigDecimal mark,
        boolean absent,
        int sittings) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** {@code held} periods so far, of which {@code missed} were missed; {@code lenient}: attendance is not asked for. */
    static Outcome of(Course course, Grading grading, Map<String, Mark> cells, int held, int missed, boolean lenient) {
        var parts = grading.parts();
        var tests = average(course, parts, cells, grading.decimals());
        var attendance = held == 0
                ? BigDecimal.ONE
                : BigDecimal.valueOf(Math.max(0, held - missed)).divide(BigDecimal.valueOf(held), 4, HALF_UP);
        var barred = new ArrayList<String>();
        if (!lenient && attendance.compareTo(parts.attendanceLeast()) < 0) {
            barred.add("dự %s%% số tiết, cần %s%%".formatted(percent(attendance), percent(parts.attendanceLeast())));
        }
        if (tests == null) {
            barred.add("chưa đủ điểm kiểm tra");
        } else if (tests.compareTo(parts.testsLeast()) < 0) {
            barred.add("trung bình kiểm tra %s, cần %s".formatted(comma(tests), comma(parts.testsLeast())));
        }
        var sittings = 0;
        Mark last = null;
        for (var part : Course.sittings(parts.mostSittings())) {
            var cell = cells.get(part);
            if (cell != null && (cell.mark() != null || cell.absent())) {
                sittings++;
                last = cell;
            }
        }
        if (last == null || tests == null) {
            return new Outcome(tests, attendance, barred, null, false, sittings);
        }
        var exam = last.mark() == null ? BigDecimal.ZERO : last.mark();
        var mark = tests.multiply(parts.testsShare())
                .add(exam.multiply(parts.examShare()))
                .setScale(grading.decimals(), HALF_UP);
        return new Outcome(tests, attendance, barred, last.absent() ? null : mark, last.absent(), sittings);
    }

    /** Null as long as a test of the plan has neither a mark nor an absence. */
    private static @Nullable BigDecimal average(
            Course course, Grading.Parts parts, Map<String, Mark> cells, int decimals) {
        var sum = BigDecimal.ZERO;
        var weights = 0;
        for (var part : course.tests()) {
            var cell = cells.get(part);
            if (cell == null || cell.mark() == null && !cell.absent()) {
                return null;
            }
            var weight = part.startsWith("TX") ? parts.regularWeight() : parts.periodicWeight();
            sum = sum.add((cell.mark() == null ? BigDecimal.ZERO : cell.mark()).multiply(BigDecimal.valueOf(weight)));
            weights += weight;
        }
        return sum.divide(BigDecimal.valueOf(weights), decimals, HALF_UP);
    }

    public boolean passed(Grading grading) {
        return mark != null && mark.compareTo(grading.passMark()) >= 0;
    }

    public String attendancePercent() {
        return percent(attendance);
    }

    private static String percent(BigDecimal share) {
        return share.multiply(HUNDRED).setScale(0, HALF_UP).toPlainString();
    }

    private static String comma(BigDecimal mark) {
        return mark.setScale(1, HALF_UP).toPlainString().replace('.', ',');
    }
}
