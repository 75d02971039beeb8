package vn.lanhnghe.indicator.formula;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.ui.Vi;

/** All figures with all their parts, counted from the facts with nothing kept: for measurements. */
public final class Scratch {

    private final FormulaRepository formulas;
    private final FactRepository facts;
    private final TransactionTemplate transaction;

    public Scratch(ApplicationContext context) {
        formulas = context.getBean(FormulaRepository.class);
        facts = context.getBean(FactRepository.class);
        transaction = context.getBean(TransactionTemplate.class);
    }

    /** Numerator and denominator of each figure for the whole city, by its code. */
    public Map<String, BigDecimal[]> count() {
        var today = LocalDate.now(Vi.ZONE);
        return Scope.system()
                .get(() -> transaction.execute(status -> {
                    var computed = formulas.list(today).stream()
                            .filter(it -> it.lacking() == null)
                            .toList();
                    var sums = facts.sum(computed, today, null);
                    return computed.stream()
                            .collect(Collectors.toMap(
                                    Formula::code, it -> whole(sums.getOrDefault(it.id(), List.of()))));
                }));
    }

    private static BigDecimal[] whole(List<FactRepository.Sum> sums) {
        var whole = sums.stream()
                .filter(it -> it.by() == null)
                .map(FactRepository.Sum::amounts)
                .reduce(Amounts.NONE, Amounts::plus);
        return new BigDecimal[] {whole.numerator(), Objects.requireNonNullElse(whole.denominator(), BigDecimal.ZERO)};
    }
}
