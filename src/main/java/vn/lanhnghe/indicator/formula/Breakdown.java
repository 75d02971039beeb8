package vn.lanhnghe.indicator.formula;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.lanhnghe.indicator.formula.Share.Place;
import vn.lanhnghe.shared.Refusal;

/** Phân tổ: by what the institution was on the day, or by a field of the facts themselves. */
public enum Breakdown {
    REGION(
            "region",
            "Khu vực",
            it -> it.region() == null ? "" : String.valueOf(it.region()),
            it -> it.region() == null ? "Chưa rõ khu vực" : "Khu vực " + it.region()),
    WARD(
            "ward",
            "Phường, xã",
            it -> it.ward() == null ? "" : it.ward(),
            it -> it.ward() == null ? "Chưa rõ phường, xã" : it.ward()),
    TYPE("type", "Loại hình", Place::type, Place::typeLabel),
    OWNERSHIP("ownership", "Sở hữu", Place::ownership, Place::ownershipLabel);

    private final String code;
    private final String label;
    private final Function<Place, String> key;
    private final Function<Place, String> said;

    Breakdown(String code, String label, Function<Place, String> key, Function<Place, String> said) {
        this.code = code;
        this.label = label;
        this.key = key;
        this.said = said;
    }

    /** What a formula can be broken down by: code and label. */
    public static Map<String, String> of(Formula formula) {
        var offered = new LinkedHashMap<String, String>();
        for (var it : values()) {
            offered.put(it.code, it.label);
        }
        formula.terms().stream()
                .findFirst()
                .ifPresent(first -> fields(formula)
                        .forEach(it -> offered.put(it, first.set().get(it).label())));
        return offered;
    }

    /** Fields of the facts: a ratio has a part only where both sides know the field. */
    static List<String> fields(Formula formula) {
        return formula.terms().stream().findFirst().stream()
                .flatMap(first -> first.set().fields().stream())
                .filter(FactSet.Field::parts)
                .map(FactSet.Field::code)
                .filter(field -> formula.terms().stream()
                        .allMatch(it -> it.set().find(field).isPresent()))
                .toList();
    }

    static void check(Formula formula, String asked) {
        if (!of(formula).containsKey(asked)) {
            throw new Refusal("Công thức %s không phân tổ được theo “%s”. Có thể chọn: %s."
                    .formatted(
                            formula.code(), asked, String.join(", ", of(formula).values())));
        }
    }

    /** The parts by what the institutions were; empty when the breakdown is not of that kind. */
    static List<Part> ofPlaces(Result result, String asked) {
        for (var it : values()) {
            if (it.code.equals(asked)) {
                var parts = new LinkedHashMap<String, Part>();
                for (var share : result.shares()) {
                    var key = it.key.apply(share.place());
                    var one = new Part(key, it.said.apply(share.place()), share.amounts(), 1);
                    parts.merge(
                            key,
                            one,
                            (a, b) -> new Part(
                                    key,
                                    a.label(),
                                    a.amounts().plus(b.amounts()),
                                    a.institutions() + b.institutions()));
                }
                var sorted = new ArrayList<>(parts.values());
                sorted.sort(java.util.Comparator.comparing(Part::label));
                return sorted;
            }
        }
        return List.of();
    }
}
