package vn.lanhnghe.intake;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Phanh thay đổi hàng loạt: what a file would do to what the college holds, said in words before it is done. */
record Brake(long changed, long recorded, String consequence) {

    /** Null when the file changes little. */
    static @Nullable Brake of(List<Difference> differences, long recorded, IntakeSettings settings) {
        var changed = differences.stream()
                .filter(it -> it.effect() == Difference.Effect.CHANGED)
                .toList();
        if (changed.size() < settings.brakeRows() || changed.size() * 100L <= recorded * settings.brakePercent()) {
            return null;
        }
        var byField = changed.stream()
                .flatMap(it ->
                        it.changes().stream().map(Difference.Change::label).distinct())
                .collect(groupingBy(it -> it, LinkedHashMap::new, counting()));
        return new Brake(
                changed.size(),
                recorded,
                byField.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .limit(6)
                        .map(it ->
                                "%s: %,d".formatted(it.getKey(), it.getValue()).replace(',', '.'))
                        .collect(joining("; ")));
    }

    /** The same for a file too long to be held, whose rows are results. */
    static @Nullable Brake of(Streamed.Effect effect, IntakeSettings settings) {
        var recorded = effect.changed() + effect.unchanged() + effect.kept();
        return effect.changed() < settings.brakeRows() || effect.changed() * 100 <= recorded * settings.brakePercent()
                ? null
                : new Brake(effect.changed(), recorded, "điểm");
    }

    String sentence() {
        return "Tệp này thay đổi %,d trên %,d hồ sơ của trường (%s). Kiểm tra xem có nhầm tệp hay lệch cột không."
                .formatted(changed, recorded, consequence)
                .replaceAll("(\\d),(\\d)", "$1.$2");
    }
}
