package vn.lanhnghe.indicator;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.institution.Layers;

/** Indicators that have a formula, by ward: institutions that met it of those that count. Computed once in a quarter of an hour. */
@Component
@Order(2)
class PublishedLayer implements Layers {

    private static final long KEPT_MILLIS = 900_000;
    private static final int KEPT = 64;

    /** What was computed, and when. */
    private record Kept(Map<String, Value> values, long at) {}

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final IndicatorRepository indicators;
    private final JdbcClient jdbc;
    private final Clock clock;

    PublishedLayer(IndicatorRepository indicators, JdbcClient jdbc, Clock clock) {
        this.indicators = indicators;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Layer> list() {
        return indicators.listComputed().stream()
                .map(it -> new Layer(
                        it.code(),
                        it.code() + " – tỷ lệ cơ sở đạt",
                        "% cơ sở đạt",
                        it.formula() + ", theo phường của trụ sở.",
                        it.code()))
                .toList();
    }

    @Override
    public Map<String, Value> values(String layer, LocalDate on) {
        var now = clock.millis();
        if (kept.size() > KEPT) {
            kept.clear();
        }
        return kept.compute(
                        layer + "|" + on,
                        (key, last) -> last != null && now - last.at() < KEPT_MILLIS
                                ? last
                                : new Kept(compute(layer, on), now))
                .values();
    }

    private Map<String, Value> compute(String code, LocalDate on) {
        return Scope.system().get(() -> {
            var definition = definition(code, on);
            if (definition == null) {
                return Map.<String, Value>of();
            }
            var wards = new HashMap<Long, String>();
            jdbc.sql("select id, ward_code from institution.directory where ward_code is not null")
                    .query((row, i) -> wards.put(row.getLong(1), row.getString(2)))
                    .list();
            var values = new HashMap<String, Value>();
            for (var measured : indicators.list(definition, on, Choice.ALL, Integer.MAX_VALUE, 0)) {
                var ward = wards.get(measured.institutionId());
                if (ward != null) {
                    values.merge(
                            ward,
                            new Value(measured.met() ? 1 : 0, 1),
                            (a, b) -> new Value(a.numerator() + b.numerator(), a.denominator() + b.denominator()));
                }
            }
            return values;
        });
    }

    private @Nullable Definition definition(String code, LocalDate on) {
        return indicators.listMilestones(code).stream()
                .flatMap(it -> indicators.find(code, it, on).stream())
                .findFirst()
                .orElse(null);
    }
}
