package vn.lanhnghe.indicator.formula;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.indicator.formula.Formula.Family;
import vn.lanhnghe.indicator.formula.Formula.Kind;
import vn.lanhnghe.institution.Layers;

/** Targets of the plan that count institutions, by ward: those that met the formula of those that count. */
@Component
@Order(2)
class PublishedLayer implements Layers {

    private final FormulaRepository formulas;
    private final Engine engine;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PublishedLayer(
            FormulaRepository formulas, Engine engine, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.formulas = formulas;
        this.engine = engine;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<Layer> list() {
        return formulas.list(LocalDate.now(clock)).stream()
                .filter(it -> it.family() == Family.PLAN && it.kind() == Kind.MEETING)
                .map(it -> new Layer(
                        it.code(),
                        it.code() + " – tỷ lệ cơ sở đạt",
                        "% cơ sở đạt",
                        it.name() + ", theo phường của trụ sở.",
                        it.code()))
                .toList();
    }

    @Override
    public Map<String, Value> values(String layer, LocalDate on) {
        return Scope.system()
                .get(() -> transaction.execute(status -> {
                    var wards = new HashMap<Long, String>();
                    jdbc.sql("select id, ward_code from institution.directory where ward_code is not null")
                            .query((row, i) -> wards.put(row.getLong(1), row.getString(2)))
                            .list();
                    var values = new HashMap<String, Value>();
                    formulas.find(layer, on)
                            .map(it -> engine.compute(it, on))
                            .filter(it -> !it.unknown())
                            .ifPresent(result -> result.shares().forEach(share -> {
                                var ward = wards.get(share.place().id());
                                if (ward != null) {
                                    values.merge(
                                            ward,
                                            new Value(
                                                    share.amounts().numerator().longValue(), 1),
                                            (a, b) -> new Value(
                                                    a.numerator() + b.numerator(), a.denominator() + b.denominator()));
                                }
                            }));
                    return values;
                }));
    }
}
