package vn.lanhnghe.indicator.formula;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Published values by month, and a straight line through them with how far it may be off; drawn only when there are months enough. */
public record Trend(List<Point> points, Optional<Forecast> forecast) {

    /** Fewer months than this draw no line. */
    public static final int FEWEST = 6;

    private static final LocalDate GOAL = LocalDate.of(2030, 12, 31);

    /** Student's t, one side 90 %, by degrees of freedom: an interval that holds 80 %. */
    private static final double[] T = {
        3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383, 1.372, 1.363, 1.356, 1.350, 1.345, 1.341
    };

    private static final double NORMAL = 1.282;

    public record Point(LocalDate day, double value) {}

    /** What the line says for the goal's day, with the bounds that hold 80 % if nothing changes. */
    public record Forecast(LocalDate day, double value, double low, double high) {}

    static Trend of(Formula formula, List<Frozen> months) {
        var points = new ArrayList<Point>();
        for (var month : months) {
            var value = month.amounts().value(formula);
            if (value != null) {
                points.add(new Point(month.asAt(), value.doubleValue()));
            }
        }
        return new Trend(points, formula.kind() == Formula.Kind.COUNT ? Optional.empty() : line(points, formula));
    }

    private static Optional<Forecast> line(List<Point> points, Formula formula) {
        var n = points.size();
        if (n < FEWEST) {
            return Optional.empty();
        }
        var first = points.getFirst().day();
        double meanX = 0;
        double meanY = 0;
        for (var it : points) {
            meanX += x(first, it.day()) / n;
            meanY += it.value() / n;
        }
        double sxx = 0;
        double sxy = 0;
        for (var it : points) {
            sxx += Math.pow(x(first, it.day()) - meanX, 2);
            sxy += (x(first, it.day()) - meanX) * (it.value() - meanY);
        }
        var slope = sxy / sxx;
        double rest = 0;
        for (var it : points) {
            rest += Math.pow(it.value() - meanY - slope * (x(first, it.day()) - meanX), 2);
        }
        var goal = x(first, GOAL);
        var t = n - 2 <= T.length ? T[n - 3] : NORMAL;
        var off = t * Math.sqrt(rest / (n - 2) * (1 + 1.0 / n + Math.pow(goal - meanX, 2) / sxx));
        var value = meanY + slope * (goal - meanX);
        var bounded = formula.kind() != Formula.Kind.GROWTH;
        return Optional.of(
                new Forecast(GOAL, within(value, bounded), within(value - off, bounded), within(value + off, bounded)));
    }

    private static double within(double value, boolean share) {
        return share ? Math.clamp(value, 0, 100) : value;
    }

    private static double x(LocalDate first, LocalDate day) {
        return ChronoUnit.DAYS.between(first, day);
    }
}
