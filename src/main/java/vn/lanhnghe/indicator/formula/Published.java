package vn.lanhnghe.indicator.formula;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lanhnghe.database.Scope;

/** What anybody may know: the city's published months, never an institution's part of them. */
@Component
public class Published {

    private final FormulaRepository formulas;
    private final FrozenRepository frozen;

    Published(FormulaRepository formulas, FrozenRepository frozen) {
        this.formulas = formulas;
        this.frozen = frozen;
    }

    /** One published month of one formula; no value where there was nothing to divide by. */
    public record Month(
            String code,
            String name,
            LocalDate asAt,
            @Nullable BigDecimal value,
            String said,
            Amounts amounts,
            long institutions,
            String unit,
            String clause) {}

    /** Every published month of the formulas in use on the day, by code and then by day. */
    public List<Month> list(LocalDate day) {
        return Scope.system().get(() -> {
            var published = frozen.listAll();
            return formulas.list(day).stream()
                    .flatMap(formula -> published.getOrDefault(formula.code(), List.of()).stream()
                            .map(it -> new Month(
                                    formula.code(),
                                    formula.name(),
                                    it.asAt(),
                                    it.amounts().value(formula),
                                    it.amounts().said(formula),
                                    it.amounts(),
                                    it.institutions(),
                                    formula.kind().unit(),
                                    formula.clause())))
                    .toList();
        });
    }

    /** The last published month of each formula. */
    public Map<String, Month> last(LocalDate day) {
        return list(day).stream().collect(Collectors.toMap(Month::code, it -> it, (a, b) -> b));
    }
}
