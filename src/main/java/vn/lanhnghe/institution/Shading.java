package vn.lanhnghe.institution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A layer cut into at most five classes of about as many wards each; class 0 is where there is no data. */
public record Shading(Layers.Layer layer, List<Step> steps, List<Row> rows) {

    private static final int CLASSES = 5;
    private static final Locale VIETNAM = Locale.of("vi", "VN");

    /** From the least to the greatest value of a class, as written, and how many wards are in it. */
    public record Step(int number, String label, long wards) {}

    /** A ward's value as written; {@code part} and {@code whole} are empty for a plain number. */
    public record Row(String ward, String name, String value, String detail, int step) {}

    static Shading of(Layers.Layer layer, Map<String, Layers.Value> values, List<InstitutionRepository.Choice> wards) {
        var sorted = values.values().stream()
                .mapToDouble(Layers.Value::number)
                .sorted()
                .toArray();
        var bounds = new ArrayList<Double>();
        for (var i = 1; i <= CLASSES && sorted.length > 0; i++) {
            var bound = sorted[
                    Math.min(
                            sorted.length - 1, Math.max(0, (int) Math.ceil((double) sorted.length * i / CLASSES) - 1))];
            if (bounds.isEmpty() || bound > bounds.getLast()) {
                bounds.add(bound);
            }
        }
        var rows =
                wards.stream().map(it -> row(it, values.get(it.code()), bounds)).toList();
        var steps = new ArrayList<Step>();
        for (var i = 0; i < bounds.size(); i++) {
            var from = i == 0 ? sorted[0] : next(sorted, bounds.get(i - 1));
            var number = i + 1;
            var label = from == bounds.get(i)
                    ? written(from, values)
                    : written(from, values) + " – " + written(bounds.get(i), values);
            steps.add(new Step(
                    number,
                    label,
                    rows.stream().filter(it -> it.step() == number).count()));
        }
        return new Shading(layer, steps, rows);
    }

    public long without() {
        return rows.stream().filter(it -> it.step() == 0).count();
    }

    private static double next(double[] sorted, double after) {
        for (var number : sorted) {
            if (number > after) {
                return number;
            }
        }
        return after;
    }

    private static String written(double number, Map<String, Layers.Value> values) {
        var share = values.values().stream().anyMatch(it -> it.denominator() > 0);
        return share ? String.format(VIETNAM, "%.1f %%", number) : String.format(VIETNAM, "%,d", Math.round(number));
    }

    private static Row row(InstitutionRepository.Choice ward, Layers.@Nullable Value value, List<Double> bounds) {
        if (value == null) {
            return new Row(ward.code(), ward.label(), "chưa có dữ liệu", "", 0);
        }
        var step = 1;
        while (step < bounds.size() && value.number() > bounds.get(step - 1)) {
            step++;
        }
        return value.denominator() == 0
                ? new Row(ward.code(), ward.label(), String.format(VIETNAM, "%,d", value.numerator()), "", step)
                : new Row(
                        ward.code(),
                        ward.label(),
                        String.format(VIETNAM, "%.1f %%", value.number()),
                        String.format(VIETNAM, "%,d trên %,d", value.numerator(), value.denominator()),
                        step);
    }
}
